import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Conflict, Missing } from '../kernel/errors';
import { NewPeriod, writePeriods } from '../platform/database/periods';
import { BookingEvent, BookingRole, transitions } from './booking.rules';
import { bookingColumns, bookingJoins, BookingRow, BookingView, bookingView } from './booking.view';

/** The booking with the names it is shown with. @throws Missing when there is none of that id. */
export async function loadBooking(tx: EntityManager, id: string): Promise<BookingRow> {
  const rows: BookingRow[] = await tx.query(`select ${bookingColumns} from ${bookingJoins} where b.id = $1`, [id]);
  if (!rows[0]) throw new Missing('booking');
  return rows[0];
}

/** Bookings as they are shown by now, in the order in which they are named: what a command has made of them. */
export async function bookingsNow(tx: EntityManager, ids: readonly string[]): Promise<BookingView[]> {
  if (ids.length === 0) return [];
  const rows: BookingRow[] = await tx.query(
    `select ${bookingColumns} from ${bookingJoins} where b.id = any($1) order by array_position($1::uuid[], b.id)`,
    [ids],
  );
  return rows.map(bookingView);
}

/** In which role somebody acts on a booking. @throws Missing for whoever may not know of it. */
export function rolesOn(booking: BookingRow, actor: Actor): BookingRole[] {
  const found: BookingRole[] = [];
  if (booking.personId === actor.personId) found.push('holder');
  if (actor.manages(booking.siteId)) found.push('manager');
  if (found.length === 0) throw new Missing('booking');
  return found;
}

/** Insists that the table of transitions knows this event in the booking's state. @throws Conflict `booking_state` */
export function insistOnState(booking: BookingRow, event: BookingEvent): void {
  if (!transitions[event].from.includes(booking.status)) throw wrongState(booking, event);
}

/** The answer when a booking is not, or no longer, in a state in which the event can happen. */
export function wrongState(booking: BookingRow, event: BookingEvent): Conflict {
  return new Conflict(
    'booking_state',
    `A booking that is ${booking.status.replace('_', ' ')} cannot be changed this way.`,
    {
      state: booking.status,
      event,
      possibleFrom: transitions[event].from,
    },
  );
}

/** Brings the wallet to what the booking weighs now; only the difference is written. `before` is how it was until now. */
export async function settle(tx: EntityManager, before: BookingRow, now: Date): Promise<void> {
  await tx.query('select settle_booking($1, $2, $3, $4)', [before.id, now, before.startsAt, before.endsAt]);
}

/** Brings the wallets to what many bookings weigh now. */
export async function settleAll(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  await tx.query('select settle_bookings($1, $2)', [ids, now]);
}

/** The venture to lock for a booking: none when its holder books alone. */
export function venturesOf(booking: BookingRow): string[] {
  return booking.ventureId === null ? [] : [booking.ventureId];
}

/** Moves bookings whose rows of the ledger have been moved; {@link settleAll} settles what falls on other days by it. */
export async function shiftBookings(tx: EntityManager, moves: readonly NewPeriod[], now: Date): Promise<void> {
  await writePeriods(tx, 'booking', moves, now, 'version = t.version + 1, updated_at = $2');
}
