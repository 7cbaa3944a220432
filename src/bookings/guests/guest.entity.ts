import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One invitation of somebody without an account to a meeting; forgotten a month after it (see the rules of retention). */
@Entity()
@Check('booking_guest_version', 'version > 0')
@Index('guest_once', { synchronize: false })
@Index('booking_guest_booking', ['bookingId'])
@Index('booking_guest_updated', ['updatedAt'])
export class BookingGuest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Booking', { onDelete: 'CASCADE' })
  bookingId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  /** Rises with whatever the guest has to be told of; what the SEQUENCE of the calendar file is made of. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** When the holder took the guest off the list. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}

export const guestEntities = [BookingGuest];
