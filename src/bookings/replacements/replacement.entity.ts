import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReplacementCause, ReplacementStatus } from './replacement.rules';

/** An equal place that is held for somebody whose own the house has taken away, until they answer. */
@Entity()
@Check('replacement_order', `starts_at < ends_at`)
@Check('replacement_cause', `cause in ('closure', 'maintenance', 'retirement')`)
@Check('replacement_booking_status', `booking_status in ('requested', 'confirmed')`)
@Check('replacement_status', `status in ('offered', 'accepted', 'declined', 'expired', 'withdrawn')`)
@Check('replacement_in_time', `offered_at < expires_at and expires_at <= starts_at`)
@Check('replacement_answered', `(status = 'offered') = (answered_at is null)`)
@Index('replacement_open', { synchronize: false })
@Index('replacement_expiring', { synchronize: false })
@Index('replacement_booking', ['bookingId'])
@Index('replacement_offered', ['offeredAt'])
@Index('replacement_person', ['personId', 'offeredAt'])
@Index('replacement_site', ['siteId', 'offeredAt'])
@Index('replacement_resource', ['resourceId', 'startsAt'])
export class Replacement {
  @PrimaryColumn('uuid')
  id!: string;

  /** The booking that has lost its place. Accepting brings this one back to life. */
  @Column('uuid')
  @ForeignKey('Booking')
  bookingId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  cause!: ReplacementCause;

  /** The closure, the maintenance, or the resource that is out of use. */
  @Column('uuid')
  causeId!: string;

  /** What the booking was, and becomes again. */
  @Column('text')
  bookingStatus!: 'requested' | 'confirmed';

  @Column('uuid')
  @ForeignKey('Resource')
  fromResourceId!: string;

  @Column('timestamptz')
  fromStartsAt!: Date;

  @Column('timestamptz')
  fromEndsAt!: Date;

  /** The place that is offered. */
  @Column('uuid')
  @ForeignKey('Resource')
  resourceId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { default: 'offered' })
  status!: ReplacementStatus;

  @Column('timestamptz')
  offeredAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

export const replacementEntities = [Replacement];
