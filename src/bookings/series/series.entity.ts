import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkipReason } from './series.rules';

/** Bookings that were asked for together by one rule, kept by the clock of the site. */
@Entity()
@Index('booking_series_person', ['personId', 'createdAt'])
export class BookingSeries {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Resource')
  resourceId!: string;

  /** RFC 5545, as it was asked for. */
  @Column('text')
  rule!: string;

  @Column('date')
  firstDate!: string;

  @Column('time')
  starts!: string;

  /** On the next day when it is not after the start. */
  @Column('time')
  ends!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What became of one date of a series. */
@Entity()
@Check('booking_series_date_outcome', `num_nonnulls(booking_id, skipped) = 1`)
@Check('booking_series_date_skipped', `skipped in ('clash', 'chosen', 'no_such_time')`)
export class BookingSeriesDate {
  @PrimaryColumn('uuid')
  @ForeignKey('BookingSeries')
  seriesId!: string;

  @PrimaryColumn('date')
  date!: string;

  @Column('uuid', { nullable: true, unique: true })
  @ForeignKey('Booking')
  bookingId!: string | null;

  @Column('text', { nullable: true })
  skipped!: SkipReason | null;
}

export const seriesEntities = [BookingSeries, BookingSeriesDate];
