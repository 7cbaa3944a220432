import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Period, plusMinutes } from '../../kernel/period';
import { Freed, OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { BookingService, walletLaws } from '../booking.service';
import { BookingView } from '../booking.view';
import { OffersService } from './offers.service';
import { EntryEvent, lastOfferMinutes } from './waiting-list.rules';
import { findEntry, moveEntry, offerExpired, ownEntry, wrongEntryState } from './waiting-list.store';
import { EntryRow, entryView, WaitingListEntryView } from './waiting-list.view';

/** What becomes of an entry: the offer is taken, declined or lapses, or the person waits no longer. */
@Injectable()
export class OfferAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly bookings: BookingService,
    private readonly offers: OffersService,
  ) {}

  /**
   * Books what is offered, as any other booking: under the rules and from the wallet of this moment.
   * @throws Conflict `offer_expired`, `waiting_list_state`; Refused with every rule that the booking would break
   */
  async accept(actor: Actor, id: string): Promise<BookingView> {
    const booked = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const entry = await ownEntry(tx, actor, id, now);
      const { offeredResourceId: resourceId, startsAt, endsAt } = entry;
      if (entry.status !== 'offered' || resourceId === null) throw wrongEntryState(entry, 'accept');
      const kept = { causeId: id, resourceId, period: Period.of(startsAt, endsAt), lapsed: offerExpired };
      const booking = await this.bookings.bookKept(tx, actor, kept);
      if (!(await moveEntry(tx, id, 'accept', now, booking.id))) throw offerExpired();
      await this.write(tx, actor, entry, 'accept', now, { bookingId: booking.id });
      return booking;
    }, walletLaws);
    this.doorbell.ring();
    return booked;
  }

  /** Says no to an offer; the place passes on at once. @throws Conflict `offer_expired`, `waiting_list_state` */
  decline(actor: Actor, id: string): Promise<WaitingListEntryView> {
    return this.leave(actor, id, 'decline');
  }

  /** Waits no longer; what was offered passes on at once. @throws Conflict `waiting_list_state` */
  withdraw(actor: Actor, id: string): Promise<WaitingListEntryView> {
    return this.leave(actor, id, 'withdraw');
  }

  /** Ends what has lapsed: an offer that nobody answered, a wait that is too late. Called by the house. */
  async expire(id: string): Promise<boolean> {
    const expired = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await findEntry(tx, id, now);
      if (!known) return false;
      await this.occupancy.lock(tx, { resources: placesOf(known) });
      const entry = await findEntry(tx, id, now);
      if (!entry || !isLapsed(entry, now) || !(await moveEntry(tx, id, 'expire', now))) return false;
      await this.write(tx, theHouse, entry, 'expire', now);
      await this.passOn(tx, entry);
      return true;
    });
    if (expired) this.doorbell.ring();
    return expired;
  }

  /** Looks whether somebody waits for a place that is free, whatever made it so. Called by the house. */
  async passOnFree(place: Freed): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.occupancy.lock(tx, { resources: [place.resourceId] });
      await this.offers.offer(tx, [place]);
    });
    this.doorbell.ring();
  }

  private async leave(actor: Actor, id: string, event: 'decline' | 'withdraw'): Promise<WaitingListEntryView> {
    const view = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await ownEntry(tx, actor, id, now);
      await this.occupancy.lock(tx, { people: [actor.personId], resources: placesOf(known) });
      const entry = await ownEntry(tx, actor, id, now);
      if (!(await moveEntry(tx, id, event, now))) throw wrongEntryState(entry, event);
      await this.write(tx, actor, entry, event, now);
      await this.passOn(tx, entry);
      return entryView(await ownEntry(tx, actor, id, now));
    });
    this.doorbell.ring();
    return view;
  }

  /** Frees what an entry was offered, and offers it to the next; nothing when nothing was. */
  private async passOn(tx: EntityManager, entry: EntryRow): Promise<void> {
    const { offeredResourceId: resourceId, startsAt: start, endsAt, bufferMinutes } = entry;
    if (entry.status !== 'offered' || resourceId === null) return;
    await this.occupancy.release(tx, [entry.id]);
    await this.offers.offer(tx, [{ resourceId, start, end: plusMinutes(endsAt, bufferMinutes) }]);
  }

  private write(
    tx: EntityManager,
    actor: Actor,
    { id, siteId, personId, status }: EntryRow,
    event: EntryEvent,
    at: Date,
    facts: Record<string, unknown> = {},
  ): Promise<void> {
    const action = `waiting_list.${event}`;
    return this.audit.write(tx, {
      at,
      actor,
      siteId,
      action,
      subjectId: id,
      facts: { personId, from: status, ...facts },
    });
  }
}

function placesOf({ offeredResourceId }: EntryRow): string[] {
  return offeredResourceId === null ? [] : [offeredResourceId];
}

function isLapsed({ status, offerExpiresAt, startsAt }: EntryRow, now: Date): boolean {
  if (status === 'offered') return offerExpiresAt !== null && offerExpiresAt <= now;
  return status === 'waiting' && startsAt < plusMinutes(now, lastOfferMinutes);
}
