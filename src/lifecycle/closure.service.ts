import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingLifeService } from '../bookings/booking-life.service';
import { BookingRow, bookingView } from '../bookings/booking.view';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { insist } from '../kernel/refusal';
import { localDate } from '../kernel/site-time';
import { Database, RunAgain } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { Doorbell } from '../platform/queue/doorbell';
import { LockedSite, SiteCalendarService } from '../sites/site-calendar.service';
import { closureRules, insistOnManaging, WantedClosure } from '../sites/site.rules';
import { ClosureView } from '../sites/site.view';
import { SitesQueries } from '../sites/sites.queries';
import { AffectedQueries, ClockOfSite } from './affected.queries';
import { AffectedView, AnnouncedClosureView } from './affected.view';

/** The story of a closure: a site closes, and in the same breath the bookings it touches are cancelled. */
@Injectable()
export class ClosureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly bookings: BookingLifeService,
    private readonly affected: AffectedQueries,
    private readonly sites: SitesQueries,
  ) {}

  /** Which bookings a closure would cancel. Changes nothing. @throws Refused as the closure itself would be */
  async preview(actor: Actor, siteId: string, wanted: WantedClosure): Promise<AffectedView> {
    return this.database.transaction(async (tx) => {
      const site = await this.sites.within(tx, siteId);
      insistOnManaging(actor, siteId);
      insist(closureRules, { ...wanted, today: localDate(this.clock.now(), site.timeZone) });
      return { affectedBookings: (await this.touched(tx, site, wanted)).map(bookingView) };
    });
  }

  /** Which bookings the confirmation of a proposed closure would cancel. Changes nothing. @throws Missing */
  async previewConfirmation(actor: Actor, closureId: string): Promise<AffectedView> {
    return this.database.transaction(async (tx) => {
      const closure = await this.calendar.closure(tx, closureId);
      insistOnManaging(actor, closure.siteId);
      const site = await this.sites.within(tx, closure.siteId);
      return { affectedBookings: (await this.touched(tx, site, closure)).map(bookingView) };
    });
  }

  /**
   * Closes a site on some days, or opens it at other hours, and cancels the bookings for which it is not open then.
   * All resources are locked first, so no booking slips in between.
   */
  async announce(
    actor: Actor,
    siteId: string,
    wanted: WantedClosure,
    idempotency?: IdempotencyKey,
  ): Promise<AnnouncedClosureView> {
    const announced = await this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, this.clock.now(), async () => {
        const holders = await this.lockHolders(tx, siteId, wanted);
        const site = await this.calendar.lock(tx, actor, siteId);
        const closure = await this.calendar.addClosure(tx, actor, site, wanted);
        return this.clear(tx, actor, site, closure, holders);
      }),
    );
    this.doorbell.ring();
    return announced;
  }

  /** Puts a proposed closure into force, with the same consequences. @throws Conflict `closure_status` */
  async confirm(actor: Actor, closureId: string): Promise<AnnouncedClosureView> {
    const confirmed = await this.database.transaction(async (tx) => {
      const proposed = await this.calendar.closure(tx, closureId);
      insistOnManaging(actor, proposed.siteId);
      const holders = await this.lockHolders(tx, proposed.siteId, proposed);
      const site = await this.calendar.lock(tx, actor, proposed.siteId);
      const closure = await this.calendar.decide(tx, actor, site, closureId, 'confirm');
      return this.clear(tx, actor, site, closure, holders);
    });
    this.doorbell.ring();
    return confirmed;
  }

  /** Locks the people whose bookings would be cancelled, before the site and its resources; answers who they are. */
  private async lockHolders(tx: EntityManager, siteId: string, closure: WantedClosure): Promise<Set<string>> {
    const touched = await this.touched(tx, await this.sites.within(tx, siteId), closure);
    await this.bookings.lockHolders(tx, touched);
    return new Set(touched.map((booking) => booking.personId));
  }

  private async clear(
    tx: EntityManager,
    actor: Actor,
    site: LockedSite,
    closure: ClosureView,
    holders: ReadonlySet<string>,
  ): Promise<AnnouncedClosureView> {
    const touched = await this.touched(tx, site, closure);
    // Somebody booked between the first look and the lock: their wallet is not locked yet.
    if (touched.some((booking) => !holders.has(booking.personId))) throw new RunAgain();
    const ids = touched.map((booking) => booking.id);
    const cancelled = new Set(await this.bookings.cancelForHouse(tx, ids, closure.reason, actor));
    const affectedBookings = touched
      .filter((booking) => cancelled.has(booking.id))
      .map((booking) => bookingView({ ...booking, status: 'cancelled', reason: closure.reason }));
    return Object.assign(new AnnouncedClosureView(), closure, { affectedBookings });
  }

  /** The closure may be in force already; counting it twice leaves the same hours. */
  private touched(tx: EntityManager, site: ClockOfSite, closure: WantedClosure): Promise<BookingRow[]> {
    const { startsOn, endsOn, opens = null, closes = null } = closure;
    const added = { startsOn, endsOn, opens, closes };
    return this.affected.outside(tx, site, { first: startsOn, last: endsOn }, ({ hours, closures }) => ({
      hours,
      closures: [...closures, added],
    }));
  }
}
