import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { bookingView } from '../bookings/booking.view';
import { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { Doorbell } from '../platform/queue/doorbell';
import { LockedSite, SiteCalendarService } from '../sites/site-calendar.service';
import { SiteView } from '../sites/site.view';
import { SitesQueries } from '../sites/sites.queries';
import { SiteChange, SitesService } from '../sites/sites.service';
import { AffectedQueries, ClockOfSite } from './affected.queries';
import { AffectedService, Cleared, Touched, untouched } from './affected.service';
import { AffectedView, displacedView } from './affected.view';

const nothing: Cleared = { cancelled: [], withdrawn: [], displaced: [] };

/** Changes of sites that must look at what has been booked there. */
@Injectable()
export class SiteChangeService {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly sites: SitesService,
    private readonly calendar: SiteCalendarService,
    private readonly queries: SitesQueries,
    private readonly bookings: AffectedQueries,
    private readonly affected: AffectedService,
  ) {}

  /** Which bookings a change would cancel. Changes nothing, and asks for no version. @throws as {@link change} */
  async preview(actor: Actor, id: string, change: SiteChange): Promise<AffectedView> {
    return this.affected.lookOnly(async (tx) => {
      const { cancelled, displaced } = await this.changeIn(tx, actor, id, change, { expected: 'any', reason: null });
      return {
        affectedBookings: cancelled.map(bookingView),
        replacements: [],
        affectedSessions: displaced.map(displacedView),
      };
    });
  }

  /**
   * Changes a site. When it stops taking bookings, those that are ahead are cancelled with the reason, and
   * everybody is told; without a reason they read in their language that the site takes no bookings. Its time zone is
   * what the local times of bookings were promised in, so it stays while any of them is ahead.
   * @throws Unconditional without an expected version, Stale with an older one; Conflict `time_zone_fixed`
   */
  async change(
    actor: Actor,
    id: string,
    change: SiteChange,
    expected: ExpectedVersion,
    reason: string | null = null,
  ): Promise<SiteView> {
    const view = await this.database.transaction(async (tx) => {
      await this.changeIn(tx, actor, id, change, { expected, reason });
      return this.queries.within(tx, id);
    });
    this.doorbell.ring();
    return view;
  }

  private async changeIn(
    tx: EntityManager,
    actor: Actor,
    id: string,
    change: SiteChange,
    { expected, reason }: { expected: ExpectedVersion; reason: string | null },
  ): Promise<Cleared> {
    const closes = change.status !== undefined && change.status !== 'active';
    const known = await this.queries.within(tx, id);
    const holders = await this.affected.lockHolders(tx, await this.touched(tx, known, closes));
    const site = await this.calendar.lock(tx, actor, id);
    insistOnVersion('site', expected, site.version);
    await this.insistOnZone(tx, site, change);
    await this.sites.change(tx, actor, site, change);
    if (!closes) return nothing;
    const touched = await this.touched(tx, site, closes);
    const cleared = await this.affected.clear(tx, actor, touched, { holders, reason, passOn: false, elsewhere: false });
    await this.affected.giveUp(tx, cleared);
    return cleared;
  }

  private async touched(tx: EntityManager, site: ClockOfSite, closes: boolean): Promise<Touched> {
    if (!closes) return untouched;
    return {
      bookings: await this.bookings.upcoming(tx, site),
      offers: await this.bookings.offers(tx, { siteId: site.id }),
      sessions: await this.bookings.sessionsAhead(tx, site.id),
    };
  }

  private async insistOnZone(tx: EntityManager, site: LockedSite, { timeZone }: SiteChange): Promise<void> {
    if (timeZone === undefined || timeZone === site.timeZone) return;
    const agreed = await this.bookings.countUnfinished(tx, site.id);
    if (agreed > 0) {
      throw new Conflict(
        'time_zone_fixed',
        'Times are agreed here: change the time zone by itself, after a look at what becomes of them.',
        { agreed },
      );
    }
  }
}
