import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ExtraStatus } from './extra.rules';

/** Something that a site lends with its places: a projector, a headset. */
@Entity()
@Unique('extra_name', ['siteId', 'name'])
@Check('extra_count', 'stock between 0 and 1000')
@Check('extra_status', `status in ('active', 'retired')`)
export class Extra {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  name!: string;

  /** How many there are. */
  @Column('smallint')
  stock!: number;

  @Column('text', { default: 'active' })
  status!: ExtraStatus;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** How many of an extra a booking takes, for as long as the booking itself stands. */
@Entity()
@Check('booking_extra_count', 'count between 1 and 1000')
@Index('booking_extra_extra', ['extraId'])
@Index('booking_extra_withdrawn', { synchronize: false })
export class BookingExtra {
  @PrimaryColumn('uuid')
  @ForeignKey('Booking', { onDelete: 'CASCADE' })
  bookingId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Extra')
  extraId!: string;

  @Column('smallint')
  count!: number;

  /** When the house had to take it back because there are fewer now. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

export const extraEntities = [Extra, BookingExtra];
