import { Bool, Choice, Int, ListOf, Nested, Num, QueryInt, QueryWords, Text, Words } from '../platform/http/fields';
import { ArrayMinSize, IsIn } from 'class-validator';
import { PageQuery } from '../platform/http/page';
import { ResourceStatus, resourceStatuses } from './resource.entity';
import { BookingTerms, grids, ResourceKind, resourceKinds } from './resource.rules';

/** Which resources of a site are wanted. */
export class ResourcesQuery extends PageQuery {
  @Choice(resourceKinds, { optional: true })
  kind?: ResourceKind;

  @QueryInt({ optional: true, min: 1, max: 500, description: 'at least so many seats' })
  capacity?: number;

  @QueryWords({ optional: true, max: 20 })
  features?: string[];

  @Choice(resourceStatuses, { optional: true, description: 'active when left out' })
  status?: ResourceStatus;
}

/** A place on the plan. */
export class PositionDto {
  @Num({ min: 0, max: 10_000 })
  x!: number;

  @Num({ min: 0, max: 10_000 })
  y!: number;
}

/** A new resource. */
export class NewResourceDto {
  @Choice(resourceKinds)
  kind!: ResourceKind;

  @Text({ max: 100 })
  name!: string;

  @Int({ optional: true, min: 1, max: 500, description: 'how many people it seats; 1 when left out' })
  capacity?: number;

  @Words({ optional: true, max: 20 })
  features?: string[];

  @Text({ optional: true, nullable: true, max: 60 })
  zone?: string | null;

  @Nested(() => PositionDto, { optional: true, nullable: true })
  position?: PositionDto | null;

  @Bool({ optional: true, description: 'a manager decides on each booking' })
  needsApproval?: boolean;
}

/** What changes of a resource. */
export class ChangeResourceDto {
  @Text({ optional: true, max: 100 })
  name?: string;

  @Int({ optional: true, min: 1, max: 500 })
  capacity?: number;

  @Words({ optional: true, max: 20 })
  features?: string[];

  @Text({ optional: true, nullable: true, max: 60 })
  zone?: string | null;

  @Nested(() => PositionDto, { optional: true, nullable: true })
  position?: PositionDto | null;

  @Bool({ optional: true })
  needsApproval?: boolean;
}

/** What every resource of a kind asks of a booking. */
export class ResourceRuleDto implements BookingTerms {
  @Choice(resourceKinds)
  kind!: ResourceKind;

  @Int({ min: 5, max: 60, description: `one of ${grids.join(', ')}` })
  @IsIn(grids)
  gridMinutes!: number;

  @Int({ min: 5, max: 1440 })
  shortestMinutes!: number;

  @Int({ min: 5, max: 1440 })
  longestMinutes!: number;

  @Int({ min: 0, max: 43_200 })
  noticeMinutes!: number;

  @Int({ min: 1, max: 730 })
  horizonDays!: number;

  @Int({ min: 1, max: 1000, nullable: true, description: 'null is as many as one likes' })
  futureBookings!: number | null;

  @Int({ min: 0, max: 43_200 })
  cancelMinutes!: number;

  @Int({ min: 0, max: 240 })
  checkInBeforeMinutes!: number;

  @Int({ min: 0, max: 240 })
  checkInAfterMinutes!: number;

  @Int({ min: 0, max: 60, description: 'for cleaning, after each booking' })
  bufferMinutes!: number;
}

/** The rules of some kinds. */
export class ResourceRulesDto {
  @ListOf(() => ResourceRuleDto, { max: 3, description: 'kinds that are not named keep their rules' })
  @ArrayMinSize(1)
  items!: ResourceRuleDto[];
}
