import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClashAnswer } from './outside-calendar.rules';

/** A calendar elsewhere in which a coach is busy, too. Its address is a secret and stands here sealed. */
@Entity()
@Check('outside_calendar_failures', 'failures >= 0')
@Index('outside_calendar_due', ['refreshAt'])
export class OutsideCalendar {
  @PrimaryColumn('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  /** The address, encrypted; its key is made from the secret of the configuration. */
  @Column('bytea')
  sealedUrl!: Buffer;

  /** The host of the address: all of it that is ever shown. */
  @Column('text')
  host!: string;

  @Column('text', { nullable: true })
  etag!: string | null;

  @Column('text', { nullable: true })
  lastModified!: string | null;

  @Column('timestamptz', { nullable: true })
  fetchedAt!: Date | null;

  /** Why the last attempt failed; null when it did not. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** Attempts in a row that failed. */
  @Column('smallint', { default: 0 })
  failures!: number;

  @Column('timestamptz')
  refreshAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A time at which a coach is busy elsewhere. With what is nobody's business here. */
@Entity()
@Check('outside_event_order', 'starts_at < ends_at')
@Index('outside_event_coach', ['coachId', 'startsAt'])
export class OutsideEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;
}

/** A confirmed session at a time at which the calendar outside says otherwise: the coach says what holds. */
@Entity()
@Check('calendar_clash_order', 'starts_at < ends_at')
@Check('calendar_clash_answer', `answer in ('keep', 'cancel') and (answer is null) = (answered_at is null)`)
@Unique('calendar_clash_once', ['sessionId', 'startsAt', 'endsAt'])
@Index('calendar_clash_open', { synchronize: false })
export class CalendarClash {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @Column('uuid')
  @ForeignKey('CoachingSession')
  sessionId!: string;

  /** When the coach is busy outside. */
  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz')
  foundAt!: Date;

  @Column('text', { nullable: true })
  answer!: ClashAnswer | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

export const outsideCalendarEntities = [OutsideCalendar, OutsideEvent, CalendarClash];
