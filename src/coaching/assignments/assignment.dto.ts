import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { LocalDate } from '../../kernel/site-time';
import { Bool, Choice, DateField, field, Id, Text } from '../../platform/http/fields';
import { Ids } from '../../platform/http/list-fields';
import { PageQuery } from '../../platform/http/page';
import { AssignmentKind, assignmentKinds, AssignmentStatus, assignmentStatuses } from './assignment.rules';

/** Whom to ask to coach whom. */
export class NewAssignmentDto {
  @Id()
  membershipId!: string;

  @Id()
  coachId!: string;

  @Choice(assignmentKinds)
  kind!: AssignmentKind;

  @Ids({ optional: true, max: 5, description: 'coaches to ask next, best first' })
  alternates?: string[];

  @Text({
    optional: true,
    min: 10,
    max: 1000,
    lines: true,
    description: 'why rules that may be overridden are; never a conflict of interest or a full coach',
  })
  overrideReason?: string;
}

/** Which assignments to list. */
export class AssignmentsQuery extends PageQuery {
  @Id({ optional: true, description: 'those of a site, for those who run it; one’s own when left out' })
  siteId?: string;

  @Choice(assignmentStatuses, { optional: true })
  status?: AssignmentStatus;

  @Id({ optional: true })
  coachId?: string;

  @Id({ optional: true })
  membershipId?: string;
}

/** Why a coach does not take it on; managers read it, the entrepreneur does not. */
export class DeclineAssignmentDto {
  @Text({ max: 1000, lines: true })
  reason!: string;
}

/** How long it rests. */
export class HoldAssignmentDto {
  @DateField({ optional: true, description: 'the last day of the rest; without one until somebody takes it up' })
  until?: LocalDate;

  @Text({ optional: true, max: 1000, lines: true })
  reason?: string;
}

/** An early end; nobody needs a reason. */
export class EndAssignmentDto {
  @Text({ optional: true, max: 1000, lines: true })
  reason?: string;

  @Bool({
    optional: true,
    description: 'whether the pair is never made again; true by itself when one of the two ends it',
  })
  neverAgain?: boolean;
}

/** Whom one would like as coach, or would like to coach. */
export class WishesDto {
  @field(
    { description: 'the dearest first; none takes all wishes back' },
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 3, uniqueItems: true },
    IsArray(),
    ArrayMaxSize(3),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  )
  personIds!: string[];
}
