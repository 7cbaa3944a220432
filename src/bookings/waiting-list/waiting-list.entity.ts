import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EntryStatus } from './waiting-list.rules';

/** Somebody waits for a place that is taken: one resource, or any of a kind that fits. */
@Entity()
@Check('waiting_list_entry_order', `starts_at < ends_at`)
@Check('waiting_list_entry_kind', `kind in ('desk', 'room', 'booth')`)
@Check('waiting_list_entry_status', `status in ('waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn')`)
@Check(
  'waiting_list_entry_offer',
  `num_nonnulls(offered_resource_id, offered_at, offer_expires_at) in (0, 3) and (status <> 'offered' or offered_at is not null)`,
)
@Check('waiting_list_entry_booking', `(status = 'accepted') = (booking_id is not null)`)
@Index('waiting_list_entry_person', ['personId', 'startsAt'])
@Index('waiting_list_entry_site', ['siteId', 'startsAt'])
@Index('waiting_list_entry_waiting', { synchronize: false })
@Index('waiting_list_entry_offered', { synchronize: false })
export class WaitingListEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  kind!: string;

  /** The one place that is waited for; null for any of the kind. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Resource')
  resourceId!: string | null;

  @Column('smallint', { default: 1 })
  capacity!: number;

  @Column('text', { array: true, default: [] })
  features!: string[];

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { default: 'waiting' })
  status!: EntryStatus;

  /** The place that is, or was last, offered. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Resource')
  offeredResourceId!: string | null;

  @Column('timestamptz', { nullable: true })
  offeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  offerExpiresAt!: Date | null;

  /** What an accepted offer became. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Booking')
  bookingId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

export const waitingListEntities = [WaitingListEntry];
