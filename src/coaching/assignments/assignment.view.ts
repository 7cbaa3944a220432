import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import {
  AssignmentEvent,
  AssignmentKind,
  assignmentKinds,
  AssignmentRole,
  AssignmentStatus,
  assignmentStatuses,
  assignmentTransitions,
} from './assignment.rules';

/** Somebody of an assignment, by name: the two know each other, and the managers of the site know both. */
export class AssignedPerson {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;
}

/** Who is coached by whom. */
export class AssignmentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ type: () => AssignedPerson })
  coach!: AssignedPerson;

  @ApiProperty({ type: () => AssignedPerson })
  entrepreneur!: AssignedPerson;

  @ApiProperty({ enum: assignmentKinds })
  kind!: AssignmentKind;

  @ApiProperty({ description: 'how many of the coach’s places it takes' })
  weight!: number;

  @ApiProperty({ enum: assignmentStatuses })
  status!: AssignmentStatus;

  @ApiProperty({ format: 'date-time' })
  offeredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'three working days of the site after the offer' })
  answerBy!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'why it was declined, rests or ended; why it was declined is not told to the entrepreneur',
  })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  heldFrom!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'until when it is meant to rest' })
  heldUntil!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;

  @ApiProperty({ description: 'one of the two has ended it: the pair is not made again' })
  neverAgain!: boolean;

  @ApiProperty({ type: String, isArray: true, description: 'coaches to ask next, best first; for managers' })
  alternates!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'why rules were overridden; for managers' })
  overrideReason!: string | null;

  @ApiProperty({ type: String, isArray: true, description: 'which rules; for managers' })
  overridden!: string[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'the one whose refusal or silence led to it',
  })
  followsId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the matching run that proposed it' })
  runId!: string | null;

  @ApiProperty({ description: 'rises with each change' })
  version!: number;

  @ApiProperty({ type: String, isArray: true, description: 'what the reader can do with it now' })
  possible!: AssignmentEvent[];
}

/** Who may take part in the sessions of an assignment. */
export class AssignedTeamView {
  @ApiProperty({ type: () => AssignedPerson, isArray: true, description: 'the entrepreneur first' })
  items!: AssignedPerson[];
}

/** One page of assignments. */
export class AssignmentPage {
  @ApiProperty({ type: () => AssignmentView, isArray: true })
  items!: AssignmentView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of an assignment with the names it is shown with. */
export interface AssignmentRow {
  id: string;
  siteId: string;
  timeZone: string;
  membershipId: string;
  membershipStatus: string;
  entrepreneurId: string;
  entrepreneurName: string;
  coachId: string;
  coachName: string;
  kind: AssignmentKind;
  weight: number;
  status: AssignmentStatus;
  offeredAt: Date;
  answerBy: Date;
  answeredAt: Date | null;
  reason: string | null;
  heldFrom: string | null;
  heldUntil: string | null;
  heldByMembership: boolean;
  endedAt: Date | null;
  parted: boolean;
  alternates: string[];
  overrideReason: string | null;
  overridden: string[];
  followsId: string | null;
  runId: string | null;
  version: number;
  createdAt: Date;
}

/** SQL: every assignment (`a`) as an {@link AssignmentRow}. */
export const assignmentRows = `
  select a.id, a.site_id as "siteId", s.time_zone as "timeZone", a.membership_id as "membershipId",
         m.status as "membershipStatus", a.entrepreneur_id as "entrepreneurId", e.full_name as "entrepreneurName",
         a.coach_id as "coachId", c.full_name as "coachName", a.kind, a.weight::float8 as weight, a.status,
         a.offered_at as "offeredAt", a.answer_by as "answerBy", a.answered_at as "answeredAt", a.reason,
         a.held_from::text as "heldFrom", a.held_until::text as "heldUntil", a.held_by_membership as "heldByMembership",
         a.ended_at as "endedAt", a.parted, a.alternates, a.override_reason as "overrideReason", a.overridden,
         a.follows_id as "followsId", a.run_id as "runId", a.version, a.created_at as "createdAt"
  from coaching_assignment a
  join site s on s.id = a.site_id
  join membership m on m.id = a.membership_id
  join person e on e.id = a.entrepreneur_id
  join person c on c.id = a.coach_id`;

/** Shows an assignment to somebody in the roles they have on it; the others of a team have none, and no reasons to read. */
export function assignmentView(row: AssignmentRow, roles: readonly AssignmentRole[]): AssignmentView {
  const manages = roles.includes('manager');
  const told = row.status === 'declined' ? manages || roles.includes('coach') : roles.length > 0;
  const events = Object.keys(assignmentTransitions) as AssignmentEvent[];
  return {
    id: row.id,
    siteId: row.siteId,
    timeZone: row.timeZone,
    membershipId: row.membershipId,
    coach: { id: row.coachId, fullName: row.coachName },
    entrepreneur: { id: row.entrepreneurId, fullName: row.entrepreneurName },
    kind: row.kind,
    weight: row.weight,
    status: row.status,
    offeredAt: instant(row.offeredAt),
    answerBy: instant(row.answerBy),
    answeredAt: row.answeredAt && instant(row.answeredAt),
    reason: told ? row.reason : null,
    heldFrom: row.heldFrom,
    heldUntil: row.heldUntil,
    endedAt: row.endedAt && instant(row.endedAt),
    neverAgain: row.parted,
    alternates: manages ? row.alternates : [],
    overrideReason: manages ? row.overrideReason : null,
    overridden: manages ? row.overridden : [],
    followsId: manages ? row.followsId : null,
    runId: manages ? row.runId : null,
    version: row.version,
    possible: events.filter((event) => isPossible(event, row.status, roles)),
  };
}

function isPossible(event: AssignmentEvent, status: AssignmentStatus, roles: readonly AssignmentRole[]): boolean {
  const { from, who }: { from: readonly AssignmentStatus[]; who: readonly AssignmentRole[] } =
    assignmentTransitions[event];
  return from.includes(status) && who.some((role) => roles.includes(role));
}
