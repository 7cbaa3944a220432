import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingLifeService } from '../bookings/booking-life.service';
import { transitions } from '../bookings/booking.rules';
import { bookingColumns, bookingJoins, BookingRow, BookingView, bookingView } from '../bookings/booking.view';
import { Actor } from '../kernel/actor';
import { LocalDate } from '../kernel/site-time';

/** Dates by the clock of the site where the booking is, both included; what is left out has no bound. */
export interface OpenDates {
  from?: LocalDate;
  to?: LocalDate;
}

/** The bookings that a membership covers, as far as they are ahead and can be cancelled. */
@Injectable()
export class MembershipBookings {
  constructor(private readonly bookings: BookingLifeService) {}

  /** Bookings under a membership that are not over and touch one of the dates; all of them when no dates are given. */
  async ahead(tx: EntityManager, membershipId: string, now: Date, { from, to }: OpenDates = {}): Promise<BookingRow[]> {
    return tx.query(
      `select ${bookingColumns} from ${bookingJoins}
       where b.membership_id = $1 and b.status = any($2) and b.ends_at > $3
         and ($4::date is null or b.ends_at > $4::date::timestamp at time zone s.time_zone)
         and ($5::date is null or b.starts_at < ($5::date + 1)::timestamp at time zone s.time_zone)
       order by b.starts_at, b.id`,
      [membershipId, transitions.cancel.from, now, from ?? null, to ?? null],
    );
  }

  /**
   * Cancels bookings and gives back what they took. Do it while the membership still stands as it stood when they were
   * made; its holder is locked.
   */
  async cancel(
    tx: EntityManager,
    touched: readonly BookingRow[],
    reason: string,
    actor: Actor,
  ): Promise<BookingView[]> {
    const ids = touched.map((booking) => booking.id);
    const cancelled = new Set(await this.bookings.cancelForHouse(tx, ids, reason, actor));
    return touched
      .filter((booking) => cancelled.has(booking.id))
      .map((booking) => bookingView({ ...booking, status: 'cancelled', reason }));
  }
}
