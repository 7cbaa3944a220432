import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { bookingView } from '../bookings/booking.view';
import { PlannedReplacement } from '../bookings/replacements/replacement.view';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Database } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { Doorbell } from '../platform/queue/doorbell';
import { LockedSite, SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging, WantedClosure } from '../sites/site.rules';
import { ClosureView } from '../sites/site.view';
import { SitesQueries } from '../sites/sites.queries';
import { AffectedQueries, ClockOfSite } from './affected.queries';
import { AffectedService, Cleared, Touched, untouched } from './affected.service';
import { AffectedView, AnnouncedClosureView, displacedView } from './affected.view';

/** A closure with what it has done. */
interface Announced {
  closure: ClosureView;
  cleared: Cleared;
  replacements: PlannedReplacement[];
}

/**
 * The story of a closure: a site closes, and in the same breath the bookings it touches are cancelled and their holders
 * are offered the nearest equal time, held until they answer.
 */
@Injectable()
export class ClosureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly queries: AffectedQueries,
    private readonly affected: AffectedService,
    private readonly sites: SitesQueries,
  ) {}

  /** Which bookings a closure would cancel, and what each holder would be offered. @throws Refused as the closure would be */
  async preview(actor: Actor, siteId: string, wanted: WantedClosure): Promise<AffectedView> {
    return affectedView(await this.affected.lookOnly((tx) => this.close(tx, actor, siteId, wanted)));
  }

  /** The same for the confirmation of a proposed closure. @throws Missing, Conflict `closure_status` */
  async previewConfirmation(actor: Actor, closureId: string): Promise<AffectedView> {
    return affectedView(await this.affected.lookOnly((tx) => this.closeAsProposed(tx, actor, closureId)));
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
      once(tx, actor.personId, idempotency, this.clock.now(), async () =>
        this.announced(tx, await this.close(tx, actor, siteId, wanted)),
      ),
    );
    this.doorbell.ring();
    return announced;
  }

  /** Puts a proposed closure into force, with the same consequences. @throws Conflict `closure_status` */
  async confirm(actor: Actor, closureId: string): Promise<AnnouncedClosureView> {
    const confirmed = await this.database.transaction(async (tx) =>
      this.announced(tx, await this.closeAsProposed(tx, actor, closureId)),
    );
    this.doorbell.ring();
    return confirmed;
  }

  private async close(tx: EntityManager, actor: Actor, siteId: string, wanted: WantedClosure): Promise<Announced> {
    const known = await this.sites.within(tx, siteId);
    insistOnManaging(actor, siteId);
    const holders = await this.affected.lockHolders(tx, await this.touched(tx, known, wanted));
    const site = await this.calendar.lock(tx, actor, siteId);
    const closure = await this.calendar.addClosure(tx, actor, site, wanted);
    return this.clear(tx, actor, site, closure, holders);
  }

  private async closeAsProposed(tx: EntityManager, actor: Actor, closureId: string): Promise<Announced> {
    const proposed = await this.calendar.closure(tx, closureId);
    insistOnManaging(actor, proposed.siteId);
    const known = await this.sites.within(tx, proposed.siteId);
    const holders = await this.affected.lockHolders(tx, await this.touched(tx, known, proposed));
    const site = await this.calendar.lock(tx, actor, proposed.siteId);
    const closure = await this.calendar.decide(tx, actor, site, closureId, 'confirm');
    return this.clear(tx, actor, site, closure, holders);
  }

  private async clear(
    tx: EntityManager,
    actor: Actor,
    site: LockedSite,
    closure: ClosureView,
    holders: ReadonlySet<string>,
  ): Promise<Announced> {
    const { reason, id: causeId } = closure;
    const touched = await this.touched(tx, site, closure);
    const cleared = await this.affected.clear(tx, actor, touched, { holders, reason, passOn: true, elsewhere: false });
    const replacements = await this.affected.replace(tx, actor, site, cleared, { cause: 'closure', causeId, reason });
    return { closure, cleared, replacements };
  }

  private async announced(
    tx: EntityManager,
    { closure, cleared, replacements }: Announced,
  ): Promise<AnnouncedClosureView> {
    return Object.assign(new AnnouncedClosureView(), closure, {
      affectedBookings: await this.affected.cancelledViews(tx, cleared),
      replacements,
      affectedSessions: cleared.displaced.map(displacedView),
    });
  }

  /** The closure may be in force already; counting it twice leaves the same hours. */
  private async touched(tx: EntityManager, site: ClockOfSite, closure: WantedClosure): Promise<Touched> {
    const { startsOn, endsOn, opens = null, closes = null } = closure;
    // What is no period is refused where the closure is written.
    if (endsOn < startsOn) return untouched;
    const added = { startsOn, endsOn, opens, closes };
    const dates = { first: startsOn, last: endsOn };
    const change: Parameters<AffectedQueries['outside']>[3] = ({ hours, closures }) => ({
      hours,
      closures: [...closures, added],
    });
    return {
      bookings: await this.queries.outside(tx, site, dates, change),
      offers: await this.queries.offersOutside(tx, site, dates, change),
      sessions: await this.queries.sessionsOutside(tx, site, dates, change),
    };
  }
}

function affectedView({ cleared, replacements }: Announced): AffectedView {
  return {
    affectedBookings: cleared.cancelled.map(bookingView),
    replacements,
    affectedSessions: cleared.displaced.map(displacedView),
  };
}
