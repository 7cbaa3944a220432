import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HouseReason } from '../../kernel/why';
import type { Attendance, SessionMode, SessionStatus, SessionType } from './session.rules';

/**
 * A meeting of a coach with founders, in a room or over a link. What it takes stands in the occupation ledger with
 * cause `session`: the coach with the coach's buffer, every founder, and the room.
 */
@Entity()
@Check(
  'coaching_session_type',
  `type in ('intake_talk', 'one_to_one', 'office_hour', 'team', 'milestone_review', 'group_clinic', 'pitch_practice', 'exit_talk')`,
)
@Check('coaching_session_mode', `mode in ('on_site', 'remote', 'hybrid')`)
@Check('coaching_session_room', `(mode = 'remote') = (room_id is null)`)
@Check('coaching_session_order', `starts_at < ends_at and ends_at - starts_at <= interval '8 hours'`)
@Check('coaching_session_status', `status in ('confirmed', 'held', 'closed', 'cancelled', 'no_show')`)
@Check('coaching_session_held', `held_minutes between 0 and 480`)
@Check('coaching_session_closed', `(status in ('closed', 'no_show')) = (closed_at is not null)`)
@Check('coaching_session_absent', `absent is null or (absent in ('entrepreneur', 'coach') and status = 'no_show')`)
@Index('coaching_session_coach', ['coachId', 'startsAt'])
@Index('coaching_session_site', ['siteId', 'startsAt'])
@Index('coaching_session_assignment', ['assignmentId', 'startsAt'])
@Index('coaching_session_membership', ['membershipId', 'startsAt'])
@Index('coaching_session_room_start', { synchronize: false })
@Index('coaching_session_open', { synchronize: false })
export class CoachingSession {
  @PrimaryColumn('uuid')
  id!: string;

  /** The site whose room, calendar and clock it follows. */
  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  type!: SessionType;

  /** None for office hours, clinics and the talks before and after a membership. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingAssignment')
  assignmentId!: string | null;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  /** Whose wallet pays; none where it costs nothing. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Membership')
  membershipId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  bookedBy!: string | null;

  @Column('text')
  mode!: SessionMode;

  @Column('uuid', { nullable: true })
  @ForeignKey('Resource')
  roomId!: string | null;

  @Column('text', { nullable: true })
  remoteLink!: string | null;

  @Column('text', { default: '' })
  topic!: string;

  /** A topic of the tree of expertise, for counting hours. */
  @Column('text', { nullable: true })
  expertiseTopic!: string | null;

  /** What the founder wants to talk about, written before. */
  @Column('text', { default: '' })
  brief!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  status!: SessionStatus;

  @Column('smallint', { nullable: true })
  heldMinutes!: number | null;

  /** Whose fault it is when nobody met. */
  @Column('text', { nullable: true })
  absent!: 'entrepreneur' | 'coach' | null;

  /** Called off by a founder after the deadline: the minutes are used. */
  @Column('boolean', { default: false })
  late!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The reason of the house, where nobody gave one in words. */
  @Column('text', { nullable: true })
  because!: HouseReason | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  closedBy!: string | null;

  /** The session on whose spot this one was agreed. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingSession')
  followsId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A founder who takes part; attendance is known when the session is closed. */
@Entity()
@Check('session_participant_attendance', `attendance in ('present', 'late', 'absent')`)
@Index('session_participant_person', ['personId'])
export class SessionParticipant {
  @PrimaryColumn('uuid')
  @ForeignKey('CoachingSession')
  sessionId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text', { nullable: true })
  attendance!: Attendance | null;
}

export const coachingSessionEntities = [CoachingSession, SessionParticipant];
