import {
  Bool,
  Choice,
  Form,
  Id,
  Int,
  ListOf,
  Nested,
  Num,
  QueryBool,
  Text,
  TimeField,
} from '../../platform/http/fields';
import {
  AccessKind,
  accessKinds,
  AllowanceKind,
  allowanceKinds,
  PlanNeed,
  planNeeds,
  PlanStatus,
  planStatuses,
} from './plan.rules';

/** Whose plans are wanted. */
export class PlansQuery {
  @Id()
  siteId!: string;

  @Choice(planStatuses, { optional: true, description: 'those on offer when left out' })
  status?: PlanStatus;

  @QueryBool({
    optional: true,
    description: 'true: every version that is on offer or binds a member, older and retired ones too; for managers',
  })
  inForce?: boolean;
}

/** A plan in the words of one language. */
export class PlanTextDto {
  @Text({ max: 80, example: 'Launch' })
  name!: string;

  @Text({ max: 600, lines: true })
  summary!: string;
}

/** A plan in the words of every language of the house. */
export class PlanTextsDto {
  @Nested(() => PlanTextDto)
  en!: PlanTextDto;

  @Nested(() => PlanTextDto)
  fi!: PlanTextDto;

  @Nested(() => PlanTextDto)
  sv!: PlanTextDto;

  @Nested(() => PlanTextDto)
  ru!: PlanTextDto;
}

/** What a plan gives of a kind each month. */
export class AllowanceDto {
  @Choice(allowanceKinds)
  kind!: AllowanceKind;

  @Num({ min: 0, max: 100_000, nullable: true, description: 'null is unlimited' })
  amount!: number | null;

  @Bool({ optional: true, description: "taken from the lead's wallet; for plans that need the lead's membership" })
  shared?: boolean;
}

/** Limits of booking for members; where one is null or left out the site's own rule holds. */
export class PlanLimitsDto {
  @Int({ optional: true, nullable: true, min: 0, max: 366 })
  deskHorizonDays?: number | null;

  @Int({ optional: true, nullable: true, min: 0, max: 366 })
  roomHorizonDays?: number | null;

  @Int({ optional: true, nullable: true, min: 1, max: 100 })
  roomFutureBookings?: number | null;

  @Int({ optional: true, nullable: true, min: 15, max: 1440 })
  roomLongestMinutes?: number | null;

  @Int({
    optional: true,
    nullable: true,
    min: 0,
    max: 500,
    description: 'guests of one meeting; null is as many as the place seats',
  })
  guests?: number | null;
}

/** How often and how long a member may stay away within one term. */
export class PlanPauseDto {
  @Int({ min: 0, max: 12 })
  most!: number;

  @Int({ min: 0, max: 366, description: 'how many days all pauses of a term last together at most' })
  days!: number;

  @Int({ optional: true, min: 0, max: 90, description: '7 when left out' })
  edgeDays?: number;

  @Bool({ optional: true, description: 'true when left out' })
  extendsTerm?: boolean;
}

/** What a version of a plan offers and asks. */
export class NewPlanVersionDto {
  @Nested(() => PlanTextsDto)
  texts!: PlanTextsDto;

  @Int({ min: 1, max: 60, example: 6 })
  termMonths!: number;

  @Int({ min: 0, max: 20, example: 1 })
  maxRenewals!: number;

  @Int({ min: 1, max: 240, example: 12, description: 'the longest stay, all terms together' })
  totalMonths!: number;

  @Int({ min: 0, max: 10_000_000, example: 3000, description: 'by the month, without VAT' })
  priceCents!: number;

  @Int({ min: 0, max: 10_000_000, example: 16000, description: 'what the same would cost without support' })
  normalPriceCents!: number;

  @ListOf(() => AllowanceDto, { max: 3, description: 'a kind that is not named is not given' })
  allowances!: AllowanceDto[];

  @Nested(() => PlanLimitsDto, { optional: true })
  limits?: PlanLimitsDto;

  @Nested(() => PlanPauseDto, { optional: true, description: 'no pauses when left out' })
  pause?: PlanPauseDto;

  @Int({ optional: true, min: 1, max: 90, description: '14 when left out' })
  offerDays?: number;

  @Int({ optional: true, min: 0, max: 366, description: '30 when left out' })
  noticeDays?: number;

  @Choice(accessKinds)
  access!: AccessKind;

  @TimeField({ optional: true, nullable: true, example: '22:00', description: 'for access `evenings`' })
  eveningCloses?: string | null;

  @Bool({ optional: true, description: 'whether a short stay at a desk costs half a day' })
  halfDays?: boolean;

  @Choice(planNeeds, { optional: true })
  needs?: PlanNeed;
}

/** A new plan with its first version. */
export class NewPlanDto extends NewPlanVersionDto {
  @Id()
  siteId!: string;

  @Text({ min: 2, max: 40, example: 'launch', description: 'lower case, digits and single hyphens' })
  @Form(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens')
  code!: string;

  @Int({ optional: true, nullable: true, min: 1, max: 10_000, description: 'null or left out is no limit' })
  places?: number | null;
}

/** What changes of a plan without a new version. */
export class ChangePlanDto {
  @Int({ optional: true, nullable: true, min: 1, max: 10_000, description: 'null is no limit' })
  places?: number | null;

  @Choice(planStatuses, { optional: true, description: 'a retired plan is offered to nobody; its members stay' })
  status?: PlanStatus;
}
