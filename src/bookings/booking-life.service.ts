import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Forbidden, Refused } from '../kernel/errors';
import { instant, plusMinutes } from '../kernel/period';
import { byHouse, inWords, Why } from '../kernel/why';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Audit, actorId } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { BookingEvent, BookingStatus, transitions } from './booking.rules';
import { insistOnState, loadBooking, rolesOn, settle, settleAll, wrongState } from './booking.store';
import { BookingRow, BookingView, bookingView } from './booking.view';
import { OffersService } from './waiting-list/offers.service';

/** What changes in the row besides status, version and time of change. */
interface Change {
  status: BookingStatus;
  endsAt?: Date;
  checkedInAt?: Date;
  checkedOutAt?: Date;
  endedBy?: string | null;
  late?: boolean;
  why?: Why;
}

/** What happens to a booking between its making and its end. Each event follows the table of transitions. */
@Injectable()
export class BookingLifeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly offers: OffersService,
  ) {}

  /** Cancels a booking and frees its place. After the deadline for free cancellation it is marked as late. */
  cancel(actor: Actor, id: string, reason: string | null = null): Promise<BookingView> {
    return this.happen('cancel', actor, id, (booking, now) => cancellation(booking, actor, reason, now));
  }

  /**
   * The same in the caller's transaction, for several bookings at once. The caller holds the locks of the booking's
   * person and place, and has read the booking under them. What is cancelled at one instant is told of in one message.
   */
  async cancelIn(
    tx: EntityManager,
    actor: Actor,
    booking: BookingRow,
    reason: string | null,
    at: Date = this.clock.now(),
  ): Promise<void> {
    await this.occur(tx, 'cancel', actor, booking, (known, now) => cancellation(known, actor, reason, now), at);
  }

  /** Grants a booking that had to be asked for. */
  approve(actor: Actor, id: string): Promise<BookingView> {
    return this.happen('approve', actor, id, () => ({ status: 'confirmed' }));
  }

  /** Declines a booking that had to be asked for; the person reads the reason. */
  reject(actor: Actor, id: string, reason: string): Promise<BookingView> {
    return this.happen('reject', actor, id, () => ({
      status: 'rejected',
      endedBy: actor.personId,
      why: inWords(reason),
    }));
  }

  /** Checks the holder in. @throws Refused `check_in_window` too early or too late */
  checkIn(actor: Actor, id: string): Promise<BookingView> {
    return this.happen('check-in', actor, id, (booking, now) => {
      const from = plusMinutes(booking.startsAt, -booking.checkInBeforeMinutes);
      const until = plusMinutes(booking.startsAt, booking.checkInAfterMinutes);
      const isInTime = now >= from && now <= until && now < booking.endsAt;
      if (!isInTime) {
        const detail = now < from ? 'It is too early to check in.' : 'The time for checking in has passed.';
        throw new Refused([{ code: 'check_in_window', detail, facts: { from: instant(from), until: instant(until) } }]);
      }
      return { status: 'checked_in', checkedInAt: now };
    });
  }

  /** Ends a stay; what is left of the time is free for others at once. */
  checkOut(actor: Actor, id: string): Promise<BookingView> {
    return this.happen('check-out', actor, id, (booking, now) => ({
      status: 'completed',
      checkedOutAt: now,
      endsAt: endOfStay(booking, now),
    }));
  }

  /** Locks the holders of bookings that the house is about to cancel. People come first: before any resource. */
  async lockHolders(tx: EntityManager, bookings: readonly BookingRow[]): Promise<void> {
    await this.occupancy.lock(tx, { people: bookings.map((booking) => booking.personId) });
  }

  /**
   * Cancels bookings because of something the house does (a closure, a pause), in the caller's transaction and with
   * the reason, if there is one; what they took from the wallet is given back. The holders must be locked, since their wallets are
   * settled. Bookings that are over or cancelled already are left as they are.
   * @param passOn whether what becomes free is offered to those who wait; not when it is about to be taken
   * @returns the ids that were cancelled
   */
  async cancelForHouse(
    tx: EntityManager,
    ids: readonly string[],
    { reason, because }: Why,
    actor: Actor,
    passOn = true,
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const now = this.clock.now();
    await this.lockPlaces(tx, ids);
    const [rows]: [{ id: string; siteId: string }[], number] = await tx.query(
      `update booking set status = 'cancelled', reason = $2, because = $6, ended_by = $3, late = false,
         version = version + 1, updated_at = $4
       where id = any($1) and status = any($5) returning id, site_id as "siteId"`,
      [ids, reason, actorId(actor), now, transitions.cancel.from, because],
    );
    const cancelled = rows.map((row) => row.id);
    const freed = await this.occupancy.release(tx, cancelled);
    await settleAll(tx, cancelled, now);
    for (const { id, siteId } of rows) {
      await this.audit.write(tx, {
        at: now,
        actor,
        action: 'booking.cancel',
        subjectId: id,
        siteId,
        facts: because ? { because } : { reason },
      });
    }
    if (passOn) await this.offers.offer(tx, freed);
    return cancelled;
  }

  /** What is freed is passed on at once, and that asks for the lock of the place. */
  private async lockPlaces(tx: EntityManager, bookingIds: readonly string[]): Promise<void> {
    const rows: { id: string }[] = await tx.query('select distinct resource_id as id from booking where id = any($1)', [
      bookingIds,
    ]);
    await this.occupancy.lock(tx, { resources: rows.map(({ id }) => id) });
  }

  /** Declines a request that nobody answered before its time came. Called by the house; false when it was answered. */
  async lapse(id: string): Promise<boolean> {
    return this.byHouse('reject', id, { status: 'rejected', why: byHouse('unanswered') });
  }

  /** Closes a booking whose time is over. Called by the house; false when something else happened to it first. */
  async complete(id: string): Promise<boolean> {
    return this.byHouse('complete', id, { status: 'completed' });
  }

  private async byHouse(event: BookingEvent, id: string, change: Change): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const booking = await loadBooking(tx, id);
      await this.occupancy.lock(tx, { people: [booking.personId], resources: [booking.resourceId] });
      const now = this.clock.now();
      const isDue = event === 'complete' ? booking.endsAt <= now : booking.startsAt <= now;
      if (!isDue || !(await this.write(tx, booking, event, change, theHouse, now))) return false;
      await this.free(tx, id, change);
      return true;
    });
  }

  private async happen(
    event: BookingEvent,
    actor: Actor,
    id: string,
    decide: (booking: BookingRow, now: Date) => Change,
  ): Promise<BookingView> {
    const view = await this.database.transaction(async (tx) => {
      const known = await loadBooking(tx, id);
      insistOnRole(event, rolesOn(known, actor));
      await this.occupancy.lock(tx, { people: [known.personId], resources: [known.resourceId] });
      await this.occur(tx, event, actor, await loadBooking(tx, id), decide);
      return bookingView(await loadBooking(tx, id));
    });
    this.doorbell.ring();
    return view;
  }

  private async occur(
    tx: EntityManager,
    event: BookingEvent,
    actor: Actor,
    booking: BookingRow,
    decide: (booking: BookingRow, now: Date) => Change,
    now: Date = this.clock.now(),
  ): Promise<void> {
    insistOnState(booking, event);
    const change = decide(booking, now);
    if (!(await this.write(tx, booking, event, change, actor, now))) throw wrongState(booking, event);
    await this.free(tx, booking.id, change);
  }

  /** Frees what the change leaves of the place, and offers it to those who wait. */
  private async free(tx: EntityManager, id: string, { status, endsAt }: Change): Promise<void> {
    if (status === 'cancelled' || status === 'rejected') {
      await this.offers.offer(tx, await this.occupancy.release(tx, [id]));
    } else if (endsAt) {
      await this.offers.offer(tx, await this.occupancy.shorten(tx, id, endsAt));
    }
  }

  /** Compare and set: only a booking that is still in one of the states of the event is changed. */
  private async write(
    tx: EntityManager,
    booking: BookingRow,
    event: BookingEvent,
    change: Change,
    actor: Actor,
    now: Date,
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `update booking set status = $2, ends_at = coalesce($3, ends_at), checked_in_at = coalesce($4, checked_in_at),
         checked_out_at = coalesce($5, checked_out_at), ended_by = $6, late = $7, reason = $8,
         because = $9, version = version + 1, updated_at = $10
       where id = $1 and status = any($11)`,
      [
        booking.id,
        change.status,
        change.endsAt ?? null,
        change.checkedInAt ?? null,
        change.checkedOutAt ?? null,
        change.endedBy ?? null,
        change.late ?? false,
        change.why?.reason ?? null,
        change.why?.because ?? null,
        now,
        transitions[event].from,
      ],
    );
    if (count === 0) return false;
    await settle(tx, booking, now);
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: booking.siteId,
      action: `booking.${event}`,
      subjectId: booking.id,
      facts: { from: booking.status, to: change.status, ...(change.endsAt && { end: instant(change.endsAt) }) },
    });
    return true;
  }
}

function insistOnRole(event: BookingEvent, held: string[]): void {
  if (!transitions[event].who.some((role) => held.includes(role))) {
    throw new Forbidden('role_required', 'Only a manager of the site can do this.');
  }
}

/** After the deadline for free cancellation a cancellation is late. */
function cancellation(booking: BookingRow, actor: Actor, reason: string | null, now: Date): Change {
  const late = now > plusMinutes(booking.startsAt, -booking.cancelMinutes);
  return { status: 'cancelled', endedBy: actor.personId, late, why: inWords(reason) };
}

/** The minute in which somebody leaves; never before the booking began, never after it was to end. */
function endOfStay(booking: BookingRow, now: Date): Date {
  const minute = 60_000;
  const leaving = Math.ceil(now.getTime() / minute) * minute;
  return new Date(Math.min(Math.max(leaving, booking.startsAt.getTime() + minute), booking.endsAt.getTime()));
}
