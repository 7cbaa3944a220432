import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingRow, bookingView } from '../bookings/booking.view';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { insist } from '../kernel/refusal';
import { localDate, plusDays } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { WeeklyHours } from '../sites/opening.rules';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging, WantedWeek, weekRules } from '../sites/site.rules';
import { SiteView } from '../sites/site.view';
import { SitesQueries } from '../sites/sites.queries';
import { AffectedQueries, ClockOfSite } from './affected.queries';
import { AffectedView } from './affected.view';

/** The story of new opening hours: they hold for what is booked from now on, and what was booked before stays. */
@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: SiteCalendarService,
    private readonly affected: AffectedQueries,
    private readonly sites: SitesQueries,
  ) {}

  /** Which bookings would find themselves outside the new hours. Changes nothing. @throws Refused as the change would be */
  async preview(actor: Actor, siteId: string, week: WantedWeek): Promise<AffectedView> {
    return this.database.transaction(async (tx) => {
      const site = await this.sites.within(tx, siteId);
      insistOnManaging(actor, siteId);
      insist(weekRules, { ...week, today: localDate(this.clock.now(), site.timeZone) });
      return { affectedBookings: (await this.touched(tx, site, week)).map(bookingView) };
    });
  }

  /** Sets the week that holds from a date on. Bookings that lie outside it are kept; their holders were promised them. */
  async set(actor: Actor, siteId: string, week: WantedWeek): Promise<SiteView> {
    return this.database.transaction(async (tx) => {
      const site = await this.calendar.lock(tx, actor, siteId);
      await this.calendar.setWeek(tx, actor, site, week);
      return this.sites.within(tx, siteId);
    });
  }

  private touched(tx: EntityManager, site: ClockOfSite, week: WantedWeek): Promise<BookingRow[]> {
    return this.affected.newlyOutside(tx, site, { first: week.validFrom }, ({ hours, closures }) => ({
      hours: withWeek(hours, week),
      closures,
    }));
  }
}

/** The hours as they will be: weeks before end on the day before, weeks after begin on their day. */
function withWeek(hours: readonly WeeklyHours[], { validFrom, openingHours }: WantedWeek): WeeklyHours[] {
  const later = hours.map((span) => span.validFrom).filter((date) => date > validFrom);
  const next = later.sort()[0];
  const lastDay = plusDays(validFrom, -1);
  const before = hours
    .filter((span) => span.validFrom < validFrom)
    .map((span) => (span.validUntil === null || span.validUntil > lastDay ? { ...span, validUntil: lastDay } : span));
  const wanted = openingHours.map((span) => ({
    ...span,
    validFrom,
    validUntil: next === undefined ? null : plusDays(next, -1),
  }));
  return [...before, ...wanted, ...hours.filter((span) => span.validFrom > validFrom)];
}
