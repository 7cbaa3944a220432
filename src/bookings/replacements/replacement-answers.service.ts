import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { instant, Period, plusMinutes } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { asking } from '../additions';
import { bookingRules } from '../booking.rules';
import { walletLaws } from '../booking.service';
import { loadBooking, settle } from '../booking.store';
import { BookingRow, BookingView, bookingView } from '../booking.view';
import { extraRefusals } from '../extras/extra.rules';
import { extraFacts } from '../extras/extra.store';
import { tellGuestsAnew } from '../guests/guest.store';
import { OffersService } from '../waiting-list/offers.service';
import { factsOfReplacement, replacementCase } from './replacement-case';
import { ReplacementEvent } from './replacement.rules';
import {
  findReplacement,
  moveReplacement,
  ownReplacement,
  replacementExpired,
  wrongReplacementState,
} from './replacement.store';
import { ReplacementRow, ReplacementView, replacementView } from './replacement.view';
import { ReplacementsService } from './replacements.service';

/** What becomes of an offered replacement: it is taken, declined, or its time runs out. */
@Injectable()
export class ReplacementAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly offers: OffersService,
    private readonly replacements: ReplacementsService,
  ) {}

  /**
   * Brings the booking back to life in the place that is held for it: the same booking, as if it had been moved. It is
   * judged as it stands now, and costs what was held for it.
   * @throws Conflict `replacement_expired`, `replacement_state`; Refused with every rule that it would break
   */
  async accept(actor: Actor, id: string): Promise<BookingView> {
    const view = await this.database.transaction(async (tx) => {
      await this.lock(tx, await ownReplacement(tx, actor, id));
      const offer = await ownReplacement(tx, actor, id);
      const now = this.clock.now();
      if (offer.status !== 'offered') throw wrongReplacementState(offer, 'accept');
      if (offer.expiresAt <= now) throw replacementExpired();
      const booking = await loadBooking(tx, offer.bookingId);
      await this.replacements.letGo(tx, offer);
      await this.revive(tx, actor, booking, offer, now);
      if (!(await moveReplacement(tx, id, 'accept', now))) throw replacementExpired();
      await this.trail(tx, actor, offer, 'accept', now);
      return bookingView(await loadBooking(tx, booking.id));
    }, walletLaws);
    this.doorbell.ring();
    return view;
  }

  /** Says no: the booking stays cancelled, its allowance is free, the place passes on. @throws Conflict `replacement_state` */
  async decline(actor: Actor, id: string): Promise<ReplacementView> {
    const view = await this.database.transaction(async (tx) => {
      await this.lock(tx, await ownReplacement(tx, actor, id));
      const offer = await ownReplacement(tx, actor, id);
      if (!(await this.end(tx, actor, offer, 'decline'))) throw wrongReplacementState(offer, 'decline');
      return replacementView(await ownReplacement(tx, actor, id));
    });
    this.doorbell.ring();
    return view;
  }

  /** Ends an offer that nobody answered in time. Called by the house; false when it was answered after all. */
  async expire(id: string): Promise<boolean> {
    const expired = await this.database.transaction(async (tx) => {
      const known = await findReplacement(tx, id);
      if (!known) return false;
      await this.lock(tx, known);
      const offer = await findReplacement(tx, id);
      if (!offer || offer.expiresAt > this.clock.now()) return false;
      return this.end(tx, theHouse, offer, 'expire');
    });
    if (expired) this.doorbell.ring();
    return expired;
  }

  private lock(tx: EntityManager, { personId, ventureId, resourceId }: ReplacementRow): Promise<void> {
    return this.occupancy.lock(tx, {
      people: [personId],
      ventures: ventureId === null ? [] : [ventureId],
      resources: [resourceId],
    });
  }

  /** Releases what an offer kept: the allowance to the holder, the place to those who wait for it. */
  private async end(
    tx: EntityManager,
    actor: Actor,
    offer: ReplacementRow,
    event: 'decline' | 'expire',
  ): Promise<boolean> {
    const now = this.clock.now();
    if (!(await moveReplacement(tx, offer.id, event, now))) return false;
    await this.replacements.letGo(tx, offer);
    await this.replacements.release(tx, [offer]);
    await this.trail(tx, actor, offer, event, now);
    const { resourceId, startsAt, endsAt, bufferMinutes } = offer;
    // The ledger may have let go of a lapsed hold before us; the place is free from now on either way.
    await this.offers.offer(tx, [{ resourceId, start: startsAt, end: plusMinutes(endsAt, bufferMinutes) }]);
    return true;
  }

  /** The cancelled booking stands again, in another place: one version later, weighed anew. */
  private async revive(
    tx: EntityManager,
    actor: Actor,
    booking: BookingRow,
    offer: ReplacementRow,
    now: Date,
  ): Promise<void> {
    const facts = await factsOfReplacement(tx, booking, offer, now);
    if (!facts) throw new Missing('resource');
    const before = { ...booking, startsAt: offer.fromStartsAt, endsAt: offer.fromEndsAt };
    const wanted = replacementCase(facts, before, offer, now);
    insist(bookingRules, wanted);
    await this.occupancy.take(tx, {
      cause: 'booking',
      causeId: booking.id,
      siteId: booking.siteId,
      holderId: booking.personId,
      resources: [offer.resourceId],
      period: wanted.period,
      bufferMinutes: facts.rule.bufferMinutes,
    });
    const [, count]: [unknown, number] = await tx.query(
      `update booking set status = $2, resource_id = $3, starts_at = $4, ends_at = $5, reason = null, because = null, ended_by = null,
         late = false, version = version + 1, updated_at = $6
       where id = $1 and status = 'cancelled'`,
      [booking.id, offer.bookingStatus, offer.resourceId, offer.startsAt, offer.endsAt, now],
    );
    if (count === 0) throw wrongReplacementState(offer, 'accept');
    await bringAlong(tx, booking, wanted.period, now);
    await settle(tx, booking, now);
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: booking.siteId,
      action: 'booking.change',
      subjectId: booking.id,
      facts: {
        from: { resourceId: offer.fromResourceId, start: instant(offer.fromStartsAt), end: instant(offer.fromEndsAt) },
        to: { resourceId: offer.resourceId, ...wanted.period.toJSON() },
      },
    });
  }

  private trail(
    tx: EntityManager,
    actor: Actor,
    { id, siteId, bookingId, personId }: ReplacementRow,
    event: ReplacementEvent,
    at: Date,
  ): Promise<void> {
    const action = `replacement.${event}`;
    return this.audit.write(tx, { at, actor, siteId, action, subjectId: id, facts: { bookingId, personId } });
  }
}

/**
 * What the booking was to take along is taken again, as far as it is still there at its new time: what is missing is
 * marked, and its holder told. Guests are invited to the new place.
 */
async function bringAlong(tx: EntityManager, booking: BookingRow, period: Period, now: Date): Promise<void> {
  const { id, siteId, extras, guests } = booking;
  if (extras.length > 0) {
    const facts = await extraFacts(asking(tx), extras, { siteId, period, except: id, lock: true });
    const missing = extras.filter((extra) => extraRefusals([extra], facts).length > 0).map(({ extraId }) => extraId);
    await tx.query('update booking_extra set withdrawn_at = $3 where booking_id = $1 and extra_id = any($2)', [
      id,
      missing,
      now,
    ]);
  }
  if (guests.length > 0) await tellGuestsAnew(tx, id, now);
}
