import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingLifeService } from '../bookings/booking-life.service';
import { bookingsNow, venturesOf } from '../bookings/booking.store';
import { BookingRow, BookingView } from '../bookings/booking.view';
import { equalTimes } from '../bookings/replacements/replacement.rules';
import { PlannedReplacement, ReplacementRow } from '../bookings/replacements/replacement.view';
import { Displacement, ReplacementsService } from '../bookings/replacements/replacements.service';
import { Displaced, SessionDisplacement } from '../coaching/sessions/session-displacement.service';
import { peopleOf, venturesOf as venturesBehind } from '../coaching/sessions/session.store';
import { SessionRow } from '../coaching/sessions/session.view';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { localDate } from '../kernel/site-time';
import { inWords } from '../kernel/why';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Database, Laws, RunAgain } from '../platform/database/database';
import { insistOnManaging } from '../sites/site.rules';
import { SitesQueries } from '../sites/sites.queries';
import { AffectedQueries, ClockOfSite } from './affected.queries';

/** What a change of the house takes away: booked places, places that are offered instead of others, rooms of sessions. */
export interface Touched {
  bookings: readonly BookingRow[];
  offers: readonly ReplacementRow[];
  sessions: readonly SessionRow[];
}

/** What a change touches that touches nothing. */
export const untouched: Touched = { bookings: [], offers: [], sessions: [] };

/** A resource that is taken away, locked with everything that could stand in for it. */
export interface OpenedPlace {
  site: ClockOfSite;
  touched: Touched;
  holders: ReadonlySet<string>;
}

/** What was taken away in a transaction that goes on. */
export interface Cleared {
  /** The bookings that were cancelled, as they were before. */
  cancelled: BookingRow[];
  withdrawn: ReplacementRow[];
  /** The sessions that lost their room. */
  displaced: Displaced[];
}

/** Carries the answer out of a transaction that is to leave nothing behind. */
class Undone extends Error {
  constructor(readonly answer: unknown) {
    super('only a look');
  }
}

/**
 * Taking places away from people, in one transaction with whatever takes them: lock the holders, clear, close, and
 * offer equal places.
 */
@Injectable()
export class AffectedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly bookings: BookingLifeService,
    private readonly replacements: ReplacementsService,
    private readonly sessions: SessionDisplacement,
    private readonly sites: SitesQueries,
    private readonly queries: AffectedQueries,
  ) {}

  /** What a command would answer. It is done and undone, so that what a preview promises is what happens. */
  async lookOnly<T>(work: (tx: EntityManager) => Promise<T>, laws: Laws = {}): Promise<T> {
    try {
      return await this.database.transaction<T>(async (tx) => {
        throw new Undone(await work(tx));
      }, laws);
    } catch (error) {
      if (error instanceof Undone) return error.answer as T;
      throw error;
    }
  }

  /** Locks the people who would lose something, and what they share; before the site and its resources. */
  async lockHolders(tx: EntityManager, touched: Touched): Promise<ReadonlySet<string>> {
    const { bookings, offers, sessions } = touched;
    const people = holdersOf(touched);
    const ventures = [
      ...bookings.flatMap(venturesOf),
      ...offers.flatMap(({ ventureId }) => (ventureId === null ? [] : [ventureId])),
      ...sessions.flatMap(venturesBehind),
    ];
    await this.occupancy.lock(tx, { people, ventures });
    return new Set(people);
  }

  /**
   * Locks whoever has or is offered the resource in a period, or at all from now on, then the resource and, when anybody
   * does, all others of its kind at the site.
   * @param insist what else must hold before anything is locked
   * @throws Missing, Forbidden `role_required`
   */
  async open(
    tx: EntityManager,
    actor: Actor,
    resourceId: string,
    period: Period | undefined,
    insist: () => void = () => undefined,
  ): Promise<OpenedPlace> {
    const rows: (ClockOfSite & { kind: string })[] = await tx.query(
      'select s.id, s.time_zone as "timeZone", r.kind from resource r join site s on s.id = r.site_id where r.id = $1',
      [resourceId],
    );
    const [place] = rows;
    if (!place) throw new Missing('resource');
    insistOnManaging(actor, place.id);
    insist();
    const before = await this.touchedPlace(tx, place.id, resourceId, period);
    const holders = await this.lockHolders(tx, before);
    await tx.query(
      `select lock_subjects('{}', array(
         select id from resource where id = $1 or ($2 and site_id = $3 and kind = $4)))`,
      [resourceId, holders.size > 0, place.id, place.kind],
    );
    const { id, timeZone } = place;
    return { site: { id, timeZone }, holders, touched: await this.touchedPlace(tx, id, resourceId, period) };
  }

  /**
   * Cancels what is touched and lets go of what was offered. The places concerned are locked, and `touched` was read
   * under those locks.
   * @throws RunAgain when somebody booked between the first look and the lock: their wallet is not locked yet
   * @param passOn whether what becomes free is offered to those who wait; not when it is about to be taken
   * @param elsewhere whether sessions may meet in another room of the site
   */
  async clear(
    tx: EntityManager,
    actor: Actor,
    touched: Touched,
    {
      holders,
      reason,
      passOn,
      elsewhere,
    }: { holders: ReadonlySet<string>; reason: string | null; passOn: boolean; elsewhere: boolean },
  ): Promise<Cleared> {
    const { bookings, offers, sessions } = touched;
    if (holdersOf(touched).some((personId) => !holders.has(personId))) throw new RunAgain();
    const ids = bookings.map(({ id }) => id);
    const cancelled = new Set(await this.bookings.cancelForHouse(tx, ids, inWords(reason), actor, passOn));
    const withdrawn = await this.replacements.withdraw(tx, actor, offers);
    const displaced = await this.sessions.displace(tx, actor, sessions, { reason, elsewhere });
    return { cancelled: bookings.filter(({ id }) => cancelled.has(id)), withdrawn, displaced };
  }

  /**
   * Offers equal places instead of what was taken away, once it is closed. A closure takes the time as well, so other
   * times are offered then; and whoever was offered another time before may be offered one again.
   */
  async replace(
    tx: EntityManager,
    actor: Actor,
    site: ClockOfSite,
    { cancelled, withdrawn }: Omit<Cleared, 'displaced'>,
    displacement: Displacement,
  ): Promise<PlannedReplacement[]> {
    if (cancelled.length + withdrawn.length === 0) return [];
    const calendar = await this.sites.calendar(tx, site.id, localDate(this.clock.now(), site.timeZone));
    const atOtherTimes: Displacement = {
      ...displacement,
      otherTimes: ({ startsAt, endsAt }) => equalTimes(Period.of(startsAt, endsAt), site.timeZone, calendar),
    };
    const closes = displacement.cause === 'closure';
    const elsewhen = withdrawn.filter((offer) => closes || isAtOtherTime(offer));
    const sameTime = withdrawn.filter((offer) => !elsewhen.includes(offer));
    return [
      ...(await this.replacements.offer(tx, actor, cancelled, closes ? atOtherTimes : displacement)),
      ...(await this.replacements.renew(tx, actor, sameTime, displacement)),
      ...(await this.replacements.renew(tx, actor, elsewhen, atOtherTimes)),
    ];
  }

  /** The bookings that were cancelled, as they are shown by now. */
  cancelledViews(tx: EntityManager, { cancelled }: Cleared): Promise<BookingView[]> {
    return bookingsNow(
      tx,
      cancelled.map(({ id }) => id),
    );
  }

  /** Takes offers back without looking for anything else: the whole site closes for good. */
  async giveUp(tx: EntityManager, { withdrawn }: Cleared): Promise<void> {
    await this.replacements.release(tx, withdrawn);
  }

  private async touchedPlace(
    tx: EntityManager,
    siteId: string,
    resourceId: string,
    period: Period | undefined,
  ): Promise<Touched> {
    return {
      bookings: period
        ? await this.queries.overlapping(tx, resourceId, period)
        : await this.queries.unfinished(tx, resourceId),
      offers: await this.queries.offers(tx, { siteId, resourceId, period }),
      sessions: await this.sessions.inRooms(tx, { siteId, resourceId, period }),
    };
  }
}

function holdersOf({ bookings, offers, sessions }: Touched): string[] {
  return [...[...bookings, ...offers].map(({ personId }) => personId), ...sessions.flatMap(peopleOf)];
}

function isAtOtherTime({ startsAt, fromStartsAt }: ReplacementRow): boolean {
  return startsAt.getTime() !== fromStartsAt.getTime();
}
