import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { transitions } from '../bookings/booking.rules';
import { bookingColumns, bookingJoins, BookingRow } from '../bookings/booking.view';
import { ReplacementRow, replacementRows } from '../bookings/replacements/replacement.view';
import { SessionDisplacement } from '../coaching/sessions/session-displacement.service';
import { SessionRow } from '../coaching/sessions/session.view';
import { Clock } from '../kernel/clock';
import { Period } from '../kernel/period';
import { instantOf, LocalDate, localDate, plusDays } from '../kernel/site-time';
import { overlaps } from '../occupancy/overlap';
import { isOpenThroughout } from '../sites/opening.rules';
import { LockedSite } from '../sites/site-calendar.service';
import { SiteCalendar, SitesQueries } from '../sites/sites.queries';
import { agreedAt } from './time-zone.store';

/** A site whose calendar is being thought about, locked or not. */
export type ClockOfSite = Pick<LockedSite, 'id' | 'timeZone'>;

/** A booking, or what is offered instead of one. */
type InTime = Pick<BookingRow, 'startsAt' | 'endsAt'>;

/** How the calendar would be. */
export type CalendarChange = (calendar: SiteCalendar) => SiteCalendar;

/** Which bookings a change of the house touches: those that are still to come and have not been checked in. */
@Injectable()
export class AffectedQueries {
  constructor(
    private readonly clock: Clock,
    private readonly sites: SitesQueries,
    private readonly sessions: SessionDisplacement,
  ) {}

  /** Bookings that touch the dates from first to last and for which the site would not be open under the change. */
  async outside(
    tx: EntityManager,
    site: ClockOfSite,
    dates: { first: LocalDate; last?: LocalDate },
    change: CalendarChange,
  ): Promise<BookingRow[]> {
    const bookings = await this.ahead(tx, site, dates);
    const calendar = change(await this.around(tx, site, bookings));
    return bookings.filter((booking) => !isOpenFor(booking, site, calendar));
  }

  /** The same without those that lie outside the hours already, kept there by an earlier change. */
  async newlyOutside(
    tx: EntityManager,
    site: ClockOfSite,
    dates: { first: LocalDate; last?: LocalDate },
    change: CalendarChange,
  ): Promise<BookingRow[]> {
    const bookings = await this.ahead(tx, site, dates);
    const present = await this.around(tx, site, bookings);
    const future = change(present);
    return bookings.filter((booking) => isOpenFor(booking, site, present) && !isOpenFor(booking, site, future));
  }

  /** Bookings of a resource that are not over and overlap the period, cleaning included. */
  async overlapping(tx: EntityManager, resourceId: string, period: Period): Promise<BookingRow[]> {
    return tx.query(
      `select ${bookingColumns} from ${bookingJoins}
       where b.id in (
         select o.cause_id from occupation o
         where o.resource_id = $1 and o.cause = 'booking'
           and ${overlaps('o', '$2', '$3')})
         and b.status in ('requested', 'confirmed', 'checked_in')
       order by b.starts_at, b.id`,
      [resourceId, period.start, period.end],
    );
  }

  /** Bookings of a resource that are not over. */
  async unfinished(tx: EntityManager, resourceId: string): Promise<BookingRow[]> {
    return tx.query(
      `select ${bookingColumns} from ${bookingJoins}
       where b.resource_id = $1 and b.ends_at > $2 and b.status in ('requested', 'confirmed', 'checked_in')
       order by b.starts_at, b.id`,
      [resourceId, this.clock.now()],
    );
  }

  /** Bookings of a site that are not over and have not been checked in. */
  async upcoming(tx: EntityManager, site: ClockOfSite): Promise<BookingRow[]> {
    return this.ahead(tx, site, { first: localDate(this.clock.now(), site.timeZone) });
  }

  /** Open replacements that are offered at a site: all, those of one resource, or those of it that touch a period. */
  async offers(
    tx: EntityManager,
    { siteId, resourceId, period }: { siteId: string; resourceId?: string; period?: Period },
  ): Promise<ReplacementRow[]> {
    return tx.query(
      `${replacementRows}
       where p.status = 'offered' and p.site_id = $1 and ($2::uuid is null or p.resource_id = $2)
         and ($3::timestamptz is null
              or (p.starts_at < $4 and p.ends_at + make_interval(mins => l.buffer_minutes) > $3))
       order by p.starts_at, p.id`,
      [siteId, resourceId, period?.start, period?.end],
    );
  }

  /** Open replacements that touch the dates and for which the site would not be open under the change. */
  async offersOutside(
    tx: EntityManager,
    site: ClockOfSite,
    dates: { first: LocalDate; last: LocalDate },
    change: CalendarChange,
  ): Promise<ReplacementRow[]> {
    const start = instantOf(dates.first, '00:00', site.timeZone);
    const end = instantOf(plusDays(dates.last, 1), '00:00', site.timeZone);
    const offers = await this.offers(tx, { siteId: site.id, period: Period.of(start, end) });
    const calendar = change(await this.around(tx, site, offers));
    return offers.filter((offer) => !isOpenFor(offer, site, calendar));
  }

  /** Sessions in rooms that touch the dates and for which the site would not be open under the change. */
  async sessionsOutside(
    tx: EntityManager,
    site: ClockOfSite,
    dates: { first: LocalDate; last: LocalDate },
    change: CalendarChange,
  ): Promise<SessionRow[]> {
    const start = instantOf(dates.first, '00:00', site.timeZone);
    const end = instantOf(plusDays(dates.last, 1), '00:00', site.timeZone);
    const sessions = await this.sessions.inRooms(tx, { siteId: site.id, period: Period.of(start, end) });
    const calendar = change(await this.around(tx, site, sessions));
    return sessions.filter((session) => !isOpenFor(session, site, calendar));
  }

  /** Sessions in any room of the site that are ahead. */
  async sessionsAhead(tx: EntityManager, siteId: string): Promise<SessionRow[]> {
    return this.sessions.inRooms(tx, { siteId });
  }

  /** How many bookings, sessions, periods of maintenance and waiting entries of a site are not over. */
  async countUnfinished(tx: EntityManager, siteId: string): Promise<number> {
    return (await agreedAt(tx, siteId, this.clock.now())).length;
  }

  private async ahead(
    tx: EntityManager,
    site: ClockOfSite,
    { first, last }: { first: LocalDate; last?: LocalDate },
  ): Promise<BookingRow[]> {
    const now = this.clock.now();
    const start = instantOf(first, '00:00', site.timeZone);
    const end = last === undefined ? undefined : instantOf(plusDays(last, 1), '00:00', site.timeZone);
    return tx.query(
      `select ${bookingColumns} from ${bookingJoins}
       where b.site_id = $1 and b.status = any($2) and b.ends_at > $3 and ($4::timestamptz is null or b.starts_at < $4)
       order by b.starts_at, b.id`,
      [site.id, transitions.cancel.from, start > now ? start : now, end],
    );
  }

  /** The calendar of all dates that the bookings touch. */
  private around(tx: EntityManager, site: ClockOfSite, bookings: readonly InTime[]): Promise<SiteCalendar> {
    const first = bookings[0];
    const from = localDate(first?.startsAt ?? this.clock.now(), site.timeZone);
    return this.sites.calendar(tx, site.id, from);
  }
}

function isOpenFor(booking: InTime, site: ClockOfSite, { hours, closures }: SiteCalendar): boolean {
  return isOpenThroughout(Period.of(booking.startsAt, booking.endsAt), site.timeZone, hours, closures);
}
