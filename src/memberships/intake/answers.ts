import { Bool, Choice, DateField, Email, Form, Int, ListOf, Nested, Text, Words } from '../../platform/http/fields';
import { stages } from '../ventures/venture.rules';
import {
  AffiliationKind,
  affiliations,
  AgeBand,
  ageBands,
  Disclosure,
  disclosures,
  IdeaOwner,
  ideaOwners,
  LanguageLevel,
  languageLevels,
  Sector,
  sectors,
} from './answers.rules';

/** Somebody of the team beside the applicant. */
export class TeamMember {
  @Text({ max: 120 })
  name!: string;

  @Text({ optional: true, max: 120 })
  role?: string;

  @Email({ optional: true })
  email?: string;
}

/** What the applicant does beside the idea, and where. */
export class Affiliation {
  @Choice(affiliations)
  kind!: AffiliationKind;

  @Text({ optional: true, max: 120 })
  institution?: string;
}

/** A language, and how well it is spoken. */
export class SpokenLanguage {
  @Text({ min: 2, max: 3, example: 'fi', description: 'ISO 639 code' })
  @Form(/^[a-z]{2,3}$/, 'two or three small letters, such as fi')
  code!: string;

  @Choice(languageLevels)
  level!: LanguageLevel;
}

/** What shows that somebody wants it. */
export class Evidence {
  @Int({ optional: true, min: 0, max: 10_000, description: 'how many possible customers were talked to' })
  interviews?: number;

  @Bool({ optional: true })
  prototype?: boolean;

  @Bool({ optional: true, description: 'whether anybody has paid' })
  sales?: boolean;

  @Text({ optional: true, max: 2000, lines: true })
  words?: string;
}

/** The company, when there is one. */
export class FoundedCompany {
  @Bool()
  founded!: boolean;

  @DateField({ optional: true })
  registeredOn?: string;

  @Text({ optional: true, max: 40 })
  businessId?: string;

  @Text({ optional: true, max: 200 })
  name?: string;
}

/** A canvas, a deck or the like, where it can be read. */
export class Attachment {
  @Text({ max: 120 })
  title!: string;

  @Text({ max: 500, example: 'https://files.example/canvas.pdf' })
  @Form(/^https:\/\/[^\s/]+\/?\S*$/, 'an address that begins with https://')
  url!: string;
}

/**
 * What an application tells: applicant and team, the idea, the company, what is needed. Everything may be left out
 * while it is a draft; null takes an answer back. What has been published here is known to reviewers and managers only.
 */
export class Answers {
  @Text({ optional: true, nullable: true, max: 40, description: 'telephone' })
  phone?: string | null;

  @Choice(ageBands, { optional: true, nullable: true })
  ageBand?: AgeBand | null;

  @Text({ optional: true, nullable: true, max: 80 })
  municipality?: string | null;

  @Nested(() => Affiliation, { optional: true, nullable: true })
  affiliation?: Affiliation | null;

  @ListOf(() => SpokenLanguage, { optional: true, nullable: true, max: 12 })
  languages?: SpokenLanguage[] | null;

  @ListOf(() => TeamMember, { optional: true, nullable: true, max: 20 })
  team?: TeamMember[] | null;

  @Text({ optional: true, nullable: true, max: 200, description: 'in one sentence' })
  idea?: string | null;

  @Text({ optional: true, nullable: true, max: 3000, lines: true })
  problem?: string | null;

  @Text({ optional: true, nullable: true, max: 3000, lines: true })
  customer?: string | null;

  @Text({ optional: true, nullable: true, max: 3000, lines: true })
  solution?: string | null;

  @Text({ optional: true, nullable: true, max: 3000, lines: true })
  novelty?: string | null;

  @Choice(sectors, { optional: true, nullable: true })
  sector?: Sector | null;

  @Choice(stages, { optional: true, nullable: true })
  stage?: string | null;

  @Nested(() => Evidence, { optional: true, nullable: true })
  evidence?: Evidence | null;

  @Choice(ideaOwners, { optional: true, nullable: true, description: 'to whom the idea belongs' })
  ideaOwner?: IdeaOwner | null;

  @Choice(disclosures, { optional: true, nullable: true, description: 'who knows of the idea' })
  disclosure?: Disclosure | null;

  @Words({
    optional: true,
    nullable: true,
    max: 20,
    example: ['fi', 'ee'],
    description: 'countries of the first customers',
  })
  markets?: string[] | null;

  @Nested(() => FoundedCompany, { optional: true, nullable: true })
  company?: FoundedCompany | null;

  @Text({ optional: true, nullable: true, max: 2000, lines: true, description: 'public support received for it' })
  otherSupport?: string | null;

  @Words({ optional: true, nullable: true, max: 12, description: 'topics in which help is needed, the first most' })
  needs?: string[] | null;

  @Int({ optional: true, nullable: true, min: 0, max: 7, description: 'days of a week on which one would come' })
  weeklyDays?: number | null;

  @Text({ optional: true, nullable: true, max: 200, description: 'how one heard of the house' })
  heardFrom?: string | null;

  @ListOf(() => Attachment, { optional: true, nullable: true, max: 10 })
  attachments?: Attachment[] | null;
}

/** The answers after a change: those not mentioned stay, those that are null are taken back. */
export function changedAnswers(before: Record<string, unknown>, change: object = {}): Record<string, unknown> {
  const merged = { ...before, ...mentioned(change) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

/** What a request mentions. Its classes have every member, undefined when it was left out. */
export function mentioned(change: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
