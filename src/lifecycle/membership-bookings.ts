import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingLifeService } from '../bookings/booking-life.service';
import { transitions } from '../bookings/booking.rules';
import { bookingsNow } from '../bookings/booking.store';
import { bookingColumns, bookingJoins, BookingRow, bookingView } from '../bookings/booking.view';
import { SessionCancellation } from '../coaching/sessions/session-cancellation.service';
import { Departure, SessionDepartures } from '../coaching/sessions/session-departures.service';
import { SessionRow } from '../coaching/sessions/session.view';
import { Actor } from '../kernel/actor';
import { LocalDate } from '../kernel/site-time';
import { byHouse, HouseReason } from '../kernel/why';
import { OccupancyService } from '../occupancy/occupancy.service';
import { fallenSessionView } from './fallen-session.view';
import { MembershipAffectedView } from './membership-story.view';

/** Dates by the clock of the site where the booking is, both included; what is left out has no bound. */
export interface OpenDates {
  from?: LocalDate;
  to?: LocalDate;
}

/** What stands under a membership and would fall with it. */
export interface Touched {
  bookings: readonly BookingRow[];
  sessions: readonly SessionRow[];
  /** Sessions of the team that go on without its holder. */
  departures: readonly Departure[];
}

/** Where nothing is touched. */
export const untouched: Touched = { bookings: [], sessions: [], departures: [] };

/** The bookings and sessions that a membership covers, as far as they are ahead and can be cancelled. */
@Injectable()
export class MembershipBookings {
  constructor(
    private readonly bookings: BookingLifeService,
    private readonly sessions: SessionCancellation,
    private readonly departures: SessionDepartures,
    private readonly occupancy: OccupancyService,
  ) {}

  /** What is under a membership, not over, and touches one of the dates; all of it when no dates are given. */
  async ahead(tx: EntityManager, membershipId: string, now: Date, dates: OpenDates = {}): Promise<Touched> {
    const bookings: BookingRow[] = await tx.query(
      `select ${bookingColumns} from ${bookingJoins}
       where b.membership_id = $1 and b.status = any($2) and b.ends_at > $3
         and ($4::date is null or b.ends_at > $4::date::timestamp at time zone s.time_zone)
         and ($5::date is null or b.starts_at < ($5::date + 1)::timestamp at time zone s.time_zone)
       order by b.starts_at, b.id`,
      [membershipId, transitions.cancel.from, now, dates.from ?? null, dates.to ?? null],
    );
    return {
      bookings,
      sessions: await this.sessions.ahead(tx, { membershipId }, dates),
      departures: await this.departures.ahead(tx, membershipId, dates),
    };
  }

  /**
   * Cancels bookings and sessions and gives back what they took. Do it while the membership still stands as it stood
   * when they were made; its holder is locked.
   */
  async cancel(
    tx: EntityManager,
    { bookings, sessions, departures }: Touched,
    because: HouseReason,
    actor: Actor,
  ): Promise<MembershipAffectedView> {
    // All places at once and in one order, since what is freed of both is passed on under their locks.
    await this.occupancy.lock(tx, {
      resources: [
        ...bookings.map(({ resourceId }) => resourceId),
        ...sessions.flatMap(({ roomId }) => (roomId === null ? [] : [roomId])),
      ],
    });
    const wanted = bookings.map(({ id }) => id);
    const cancelled = new Set(await this.bookings.cancelForHouse(tx, wanted, byHouse(because), actor));
    const fallen = await this.sessions.cancelOf(tx, { ids: sessions.map(({ id }) => id) }, byHouse(because), actor);
    await this.departures.leave(tx, departures, actor);
    return {
      affectedBookings: await bookingsNow(
        tx,
        wanted.filter((id) => cancelled.has(id)),
      ),
      affectedSessions: fallen.map(fallenSessionView),
      sessionsLeft: departures.map(fallenSessionView),
    };
  }
}

/** What would fall, for a preview. */
export function affectedView({ bookings, sessions, departures }: Touched): MembershipAffectedView {
  return {
    affectedBookings: bookings.map(bookingView),
    affectedSessions: sessions.map(fallenSessionView),
    sessionsLeft: departures.map(fallenSessionView),
  };
}
