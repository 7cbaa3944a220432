import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HouseReason } from '../kernel/why';
import { BookingStatus } from './booking.rules';

/** A resource reserved for a person for a period. What it takes stands in the ledger of occupation. */
@Entity()
@Check('booking_order', `starts_at < ends_at`)
@Check(
  'booking_status',
  `status in ('requested', 'confirmed', 'checked_in', 'completed', 'cancelled', 'rejected', 'no_show')`,
)
@Index('booking_person_start', ['personId', 'startsAt'])
@Index('booking_site_start', ['siteId', 'startsAt'])
@Index('booking_resource_start', ['resourceId', 'startsAt'])
@Index('booking_updated', ['updatedAt'])
@Index('booking_membership_start', ['membershipId', 'startsAt'])
@Index('booking_open', { synchronize: false })
@Index('booking_upcoming', { synchronize: false })
export class Booking {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid')
  @ForeignKey('Resource')
  resourceId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text')
  status!: BookingStatus;

  @Column('uuid', { nullable: true })
  @ForeignKey('BookingSeries')
  seriesId!: string | null;

  /** The membership that covers it, fixed when it is made; null for those who work at the site. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Membership')
  membershipId!: string | null;

  /** Rises with each change; the ETag of the booking. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  checkedInAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  checkedOutAt!: Date | null;

  /** Who cancelled or rejected it; null when the house did, or nobody. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  endedBy!: string | null;

  /** Cancelled after the deadline for free cancellation. */
  @Column('boolean', { default: false })
  late!: boolean;

  /** Why it was cancelled or rejected, in words that the holder can read. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The reason of the house, where nobody gave one in words. */
  @Column('text', { nullable: true })
  because!: HouseReason | null;
}

export const bookingEntities = [Booking];
