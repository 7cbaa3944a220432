import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { insistOnState, loadBooking, rolesOn } from '../booking.store';
import { BookingRow, BookingView, bookingView } from '../booking.view';
import { guestRules, NamedGuest } from './guest.rules';
import { guestFacts, insistOnDifferent } from './guest.store';

/** Who comes to a meeting beside those who have an account. */
@Injectable()
export class GuestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /**
   * Sets the guests of a meeting, in place of those before. Who is new is invited, who is left out is told that it is
   * off, and who stays hears nothing.
   * @throws Stale when `expected` is not the present version of the booking
   * @throws Refused `guest_limit`, `guest_seats`, `guests_per_day`, `in_the_past`; Conflict `booking_state`
   */
  async set(actor: Actor, bookingId: string, guests: NamedGuest[], expected: ExpectedVersion): Promise<BookingView> {
    insistOnDifferent(guests);
    const view = await this.database.transaction(async (tx) => {
      const known = await loadBooking(tx, bookingId);
      rolesOn(known, actor);
      await this.occupancy.lock(tx, { people: [known.personId] });
      const booking = await loadBooking(tx, bookingId);
      insistOnVersion('booking', expected, booking.version);
      insistOnState(booking, 'move');
      const now = this.clock.now();
      if (booking.endsAt <= now) throw over(now);
      await this.carryOut(tx, actor, booking, guests, now);
      return bookingView(await loadBooking(tx, bookingId));
    });
    this.doorbell.ring();
    return view;
  }

  private async carryOut(
    tx: EntityManager,
    actor: Actor,
    booking: BookingRow,
    guests: readonly NamedGuest[],
    now: Date,
  ): Promise<void> {
    const before = new Set(booking.guests.map(({ email }) => email));
    const after = new Set(guests.map(({ email }) => email));
    const invited = guests.filter(({ email }) => !before.has(email));
    const removed = booking.guests.filter(({ email }) => !after.has(email));
    const { personId, siteId, resourceId, membershipId } = booking;
    const meeting = { personId, siteId, resourceId, works: membershipId === null, now };
    const facts = await guestFacts((sql, given) => tx.query(sql, given), meeting);
    // A list that only gets shorter is let be, even if it is still too long for what the place or the plan is now.
    const refusals = judge(guestRules, { ...facts, guests: guests.length, letters: invited.length });
    if (invited.length > 0 && refusals.length > 0) throw new Refused(refusals);

    await tx.query(
      `update booking_guest set removed_at = $2, version = version + 1, updated_at = $2 where id = any ($1)`,
      [removed.map(({ id }) => id), now],
    );
    await tx.query(
      `update booking_guest g set name = n.name from jsonb_to_recordset($2) as n (name text, email text)
       where g.booking_id = $1 and g.removed_at is null and g.email = n.email and g.name <> n.name`,
      [booking.id, JSON.stringify(guests)],
    );
    await tx.query(
      `insert into booking_guest (id, booking_id, name, email, created_at, updated_at)
       select id, $1, name, email, $3, $3 from jsonb_to_recordset($2) as n (id uuid, name text, email text)`,
      [booking.id, JSON.stringify(invited.map((guest) => ({ id: newId(), ...guest }))), now],
    );
    await tx.query('update booking set version = version + 1, updated_at = $2 where id = $1', [booking.id, now]);
    // How many, not who: the trail outlives the guests.
    const told = { guests: guests.length, invited: invited.length, removed: removed.length };
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId,
      action: 'booking.guests',
      subjectId: booking.id,
      facts: told,
    });
  }
}

function over(now: Date): Refused {
  return new Refused([{ code: 'in_the_past', detail: 'This meeting is over.', facts: { now: instant(now) } }]);
}
