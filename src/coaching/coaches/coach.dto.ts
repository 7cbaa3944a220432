import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { languageLevels, Sector, sectors } from '../../memberships/intake/answers.rules';
import type { LanguageLevel } from '../../memberships/intake/answers.rules';
import { Stage, stages } from '../../memberships/ventures/venture.rules';
import { Bool, Choice, DateField, field, Form, Id, Int, ListOf, Num, Text } from '../../platform/http/fields';
import { Choices } from '../../platform/http/list-fields';
import { PageQuery } from '../../platform/http/page';
import { CoachStatus, coachStatuses } from './coach.rules';
import { ExpertiseLevel, expertiseLevels, topics } from './expertise.rules';

/** A language by its code of two letters, and how well somebody speaks it. */
export class LanguageDto {
  @Text({ min: 2, max: 2, example: 'fi', description: 'ISO 639-1' })
  @Form(/^[a-z]{2}$/, 'two small letters, such as fi')
  code!: string;

  @Choice(languageLevels)
  level!: LanguageLevel;
}

/** A topic that a coach knows. */
export class ExpertiseDto {
  @Choice(topics)
  topic!: string;

  @Choice(expertiseLevels)
  level!: ExpertiseLevel;

  @Text({ optional: true, min: 0, max: 1000, lines: true, description: 'what shows it' })
  evidence?: string;
}

/** All that a coach says about coaching; what is left out is as at the beginning. */
export class CoachProfileDto {
  @Choice(coachStatuses, { optional: true, description: 'a coach who is away takes nothing new; active when left out' })
  status?: CoachStatus;

  @Text({ optional: true, min: 0, max: 120 })
  headline?: string;

  @Text({ optional: true, min: 0, max: 3000, lines: true })
  about?: string;

  @ListOf(() => ExpertiseDto, { max: topics.length })
  expertise!: ExpertiseDto[];

  @ListOf(() => LanguageDto, { max: 12 })
  languages!: LanguageDto[];

  @Choices(sectors, { optional: true })
  sectors?: Sector[];

  @Choices(stages, { optional: true, description: 'of ventures; none: all' })
  stages?: Stage[];

  @field(
    { description: 'sites at which one meets people; only those where one is a coach' },
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 50, uniqueItems: true },
    IsArray(),
    ArrayMaxSize(50),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  )
  sites!: string[];

  @Bool({ description: 'whether sessions may be held over a link' })
  remote!: boolean;

  @Text({ optional: true, nullable: true, max: 500, description: 'the own room for that; participants see it' })
  @Form(/^https:\/\/[^\s/]+\/?\S*$/, 'an address that begins with https://')
  remoteLink?: string | null;

  @Num({ min: 0, max: 99, description: 'entrepreneurs at once in steps of a half: a lead weighs 1, a specialist 0.5' })
  capacity!: number;

  @Int({ optional: true, min: 0, max: 43_200, description: 'minutes; half a day when left out' })
  minimumNoticeMinutes?: number;

  @Int({ optional: true, min: 0, max: 60, description: 'minutes needed after each session; 15 when left out' })
  bufferMinutes?: number;

  @Int({ optional: true, min: 15, max: 1440, description: 'minutes of sessions on one day; 360 when left out' })
  longestDayMinutes?: number;
}

/** What only those who run a site say of a coach. */
export class QualificationDto {
  @DateField({ nullable: true, description: 'the last date on which the coach is qualified; null: no end is set' })
  validUntil!: string | null;

  @Bool({ optional: true, description: 'whether the coach is cleared for people under 18' })
  worksWithMinors?: boolean;
}

/** Which coaches to list. */
export class CoachesQuery extends PageQuery {
  @Id({
    optional: true,
    description: 'this person alone; an empty list, and no error, for whoever has no profile as a coach',
  })
  personId?: string;

  @Id({ optional: true, description: 'who meet people there or work over a link' })
  siteId?: string;

  @Choice(topics, { optional: true, description: 'who know it or anything below it' })
  topic?: string;

  @Text({ optional: true, min: 2, max: 2, description: 'who can work in it (B2 or better)' })
  @Form(/^[a-z]{2}$/, 'two small letters, such as fi')
  language?: string;
}

/** The languages that somebody speaks. */
export class LanguagesDto {
  @ListOf(() => LanguageDto, { max: 12 })
  items!: LanguageDto[];
}
