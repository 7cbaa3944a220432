import { Bool, Choice, DateField, Form, Id, Int, ListOf, Nested, Text, Ticked } from '../../platform/http/fields';
import { Choices, Ids, Names } from '../../platform/http/list-fields';
import { PageQuery } from '../../platform/http/page';
import { Answers } from './answers';
import {
  ApplicationStatus,
  applicationStatuses,
  Criterion,
  Recommendation,
  recommendations,
  Scores,
} from './application.rules';
import { sectors } from './answers.rules';
import { ConflictKind, conflictKinds } from './conflict-of-interest.rules';
import { ConsentPurpose, consentPurposes } from './consent.rules';
import { CheckName, checkNames } from './eligibility.rules';

/** Which applications are wanted. */
export class ApplicationsQuery extends PageQuery {
  @Id({ optional: true, description: 'one site: what one runs or reviews there, beside one’s own' })
  siteId?: string;

  @Choice(applicationStatuses, { optional: true })
  status?: ApplicationStatus;
}

/** What changes of an application; what is left out stays, null clears. */
export class ChangeApplicationDto {
  @Id({ optional: true, nullable: true, description: 'the plan that is wished for' })
  planId?: string | null;

  @DateField({ optional: true, nullable: true, description: 'the day from which one would like to come' })
  startsOn?: string | null;

  @Bool({ optional: true, description: 'declares: I have no office of my own' })
  noOwnOffice?: boolean;

  @Nested(() => Answers, { optional: true })
  answers?: Answers;
}

/** A new application, filled in as far as one likes. */
export class NewApplicationDto extends ChangeApplicationDto {
  @Id()
  siteId!: string;
}

/** What is missing of an application. */
export class SubmitDto {
  @Ticked({
    optional: true,
    description: 'the declaration of having no office of one’s own, when it was not made before',
  })
  noOwnOffice?: true;
}

export class ReturnApplicationDto {
  @Text({ max: 2000, lines: true, description: 'the applicant can read it' })
  reason!: string;

  @Int({ optional: true, min: 8, max: 15, description: '14 when left out' })
  deadlineDays?: number;
}

/** A decision that needs no words. */
export class ApplicationDecisionDto {
  @Text({ optional: true, max: 2000, lines: true, description: 'the applicant can read it' })
  reason?: string;

  @Bool({ optional: true, description: 'whether the applicant is told at once; true when left out' })
  notify?: boolean;
}

/** What is offered. */
export class ApproveApplicationDto extends ApplicationDecisionDto {
  @Id({ description: 'the latest version of a plan of the site' })
  planVersionId!: string;

  @DateField()
  startsOn!: string;
}

/** Why it is a no. */
export class RejectApplicationDto {
  @Text({ max: 2000, lines: true, description: 'the applicant can read it' })
  reason!: string;

  @Bool({ optional: true, description: 'whether the applicant is told at once; true when left out' })
  notify?: boolean;
}

/** Whom to tell. */
export class NotifyApplicantsDto {
  @Ids({ max: 100 })
  ids!: string[];
}

const Score = (description: string): PropertyDecorator => Int({ min: 1, max: 5, description });

/** From 1 to 5. */
export class ScoresDto implements Record<Criterion, number> {
  @Score('whether these people can do it')
  team!: number;

  @Score('whether somebody has the problem')
  problem!: number;

  @Score('what is new in it')
  novelty!: number;

  @Score('whether it can be done')
  feasibility!: number;

  @Score('whether the house can help')
  fit!: number;

  @Score('whether a place is needed')
  need!: number;
}

/** A scorecard. */
export class ReviewDto {
  @Nested(() => ScoresDto)
  scores!: Scores;

  @Choice(recommendations)
  recommendation!: Recommendation;

  @Text({ optional: true, min: 0, max: 4000, lines: true })
  comment?: string;
}

/** A result of eligibility by the code of its rule. */
export class EligibilityPath {
  @Id()
  id!: string;

  @Text({ max: 60 })
  code!: string;
}

/** What counts instead of what a rule says. */
export class OverrideDto {
  @Choice(['pass', 'fail'])
  outcome!: 'pass' | 'fail';

  @Text({ max: 2000, lines: true, description: 'the applicant can read it' })
  reason!: string;
}

/** What a rule needs to know beside its check. */
export class EligibilityParametersDto {
  @Int({ optional: true, min: 0, max: 100, description: 'for `minimum_age`; 18 when left out' })
  years?: number;

  @Int({
    optional: true,
    min: 1,
    max: 120,
    description: 'for `company_younger_than` and `not_excluded`; 12 when left out',
  })
  months?: number;

  @Choices(sectors, { optional: true, description: 'for `sector_allowed`' })
  sectors?: string[];

  @Names({ optional: true, max: 100, longest: 80, description: 'for `region`' })
  municipalities?: string[];
}

/** What a site asks of applicants. */
export class EligibilityRuleDto {
  @Text({ min: 2, max: 60, example: 'minimum-age', description: 'lower case, digits and single hyphens' })
  @Form(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens')
  code!: string;

  @Choice(checkNames)
  check!: CheckName;

  @Nested(() => EligibilityParametersDto, { optional: true })
  parameters?: EligibilityParametersDto;

  @Bool({ optional: true })
  active?: boolean;
}

/** All rules of a site. */
export class EligibilityRulesDto {
  @ListOf(() => EligibilityRuleDto, { max: 30 })
  items!: EligibilityRuleDto[];
}

/** To what somebody agrees, all of it. */
export class ConsentsDto {
  @Choices(consentPurposes, { description: 'what is not named is taken back' })
  purposes!: ConsentPurpose[];
}

/** A conflict of interest. */
export class NewConflictDto {
  @Id()
  aboutPersonId!: string;

  @Choice(conflictKinds)
  kind!: ConflictKind;

  @Text({ optional: true, max: 500, lines: true })
  note?: string;

  @DateField({ optional: true, description: 'the last date on which it counts, when one is known' })
  endsOn?: string;
}
