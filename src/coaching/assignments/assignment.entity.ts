import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AssignmentKind, AssignmentStatus } from './assignment.rules';

/** Who is coached by whom. */
@Entity()
@Check('coaching_assignment_kind', `kind in ('lead', 'specialist')`)
@Check('coaching_assignment_weight', `weight > 0`)
@Check(
  'coaching_assignment_status',
  `status in ('offered', 'active', 'on_hold', 'completed', 'ended_early', 'declined', 'expired')`,
)
@Check('coaching_assignment_not_self', `coach_id <> entrepreneur_id`)
@Check('reasoned_decision', `status <> 'declined' or reason is not null`)
@Check('coaching_assignment_override', `(override_reason is null) = (overridden = '{}')`)
@Check('coaching_assignment_parted', `not parted or status = 'ended_early'`)
@Exclusion(
  'never_again',
  `using gist (coach_id with =, entrepreneur_id with =, (parted::integer) with <>) where (parted or status in ('offered', 'active', 'on_hold'))`,
)
@Index('coaching_assignment_updated', ['updatedAt'])
@Index('coaching_assignment_coach', ['coachId', 'status'])
@Index('coaching_assignment_membership', ['membershipId', 'status'])
@Index('coaching_assignment_entrepreneur', ['entrepreneurId', 'status'])
@Index('coaching_assignment_site', ['siteId', 'status'])
@Index('coaching_assignment_answer', { synchronize: false })
@Index('coaching_assignment_run', { synchronize: false })
@Index('one_lead_coach', { synchronize: false })
@Index('one_open_assignment', { synchronize: false })
export class CoachingAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  entrepreneurId!: string;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @Column('text')
  kind!: AssignmentKind;

  /** Of the coach's places: a lead takes one, a specialist half. PostgreSQL answers a text. */
  @Column('numeric', { precision: 3, scale: 1 })
  weight!: string;

  @Column('text')
  status!: AssignmentStatus;

  /** The manager; null for an alternate whom the house has asked by itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  offeredBy!: string | null;

  @Column('timestamptz')
  offeredAt!: Date;

  /** Three working days of the site's calendar after the offer. */
  @Column('timestamptz')
  answerBy!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Why the coach declined, why it rests, or why it ended. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date', { nullable: true })
  heldFrom!: string | null;

  @Column('date', { nullable: true })
  heldUntil!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  endedBy!: string | null;

  /** Coaches to ask next, best first. */
  @Column('uuid', { array: true, default: '{}' })
  alternates!: string[];

  /** The assignment whose refusal or silence led to this one. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingAssignment')
  followsId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('MatchingRun')
  runId!: string | null;

  /** Somebody of the two ended it: they are never paired again. */
  @Column('boolean', { default: false })
  parted!: boolean;

  /** Whether the pause of the membership put it on hold; then its end takes it up again. */
  @Column('boolean', { default: false })
  heldByMembership!: boolean;

  /** Why a manager offered it against rules that may be overridden. */
  @Column('text', { nullable: true })
  overrideReason!: string | null;

  /** Those rules. */
  @Column('text', { array: true, default: '{}' })
  overridden!: string[];

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** Whom an entrepreneur would like as coach, or a coach would like to coach. */
@Entity()
@Check('coaching_wish_rank', `rank between 1 and 3`)
@Check('coaching_wish_not_self', `person_id <> wished_id`)
@Unique('coaching_wish_once', ['personId', 'rank'])
@Index('coaching_wish_wished', ['wishedId'])
export class CoachingWish {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  wishedId!: string;

  /** 1 is the dearest. */
  @Column('smallint')
  rank!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

export const assignmentEntities = [CoachingAssignment, CoachingWish];
