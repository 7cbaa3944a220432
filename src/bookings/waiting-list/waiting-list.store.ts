import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Missing } from '../../kernel/errors';
import { NewPeriod, writePeriods } from '../../platform/database/periods';
import { EntryEvent, entryTransitions } from './waiting-list.rules';
import { EntryRow, entryRows } from './waiting-list.view';

/** An entry with the names it is shown with; undefined when there is none of that id. */
export async function findEntry(tx: EntityManager, id: string, now: Date): Promise<EntryRow | undefined> {
  const rows: EntryRow[] = await tx.query(`${entryRows} where e.id = $2`, [now, id]);
  return rows[0];
}

/** One's own entry. @throws Missing for anybody else's */
export async function ownEntry(tx: EntityManager, actor: Actor, id: string, now: Date): Promise<EntryRow> {
  const entry = await findEntry(tx, id, now);
  if (entry?.personId !== actor.personId) throw new Missing('entry of the waiting list');
  return entry;
}

/** Compare and set: false when something else has happened to the entry, or the event cannot happen in its state. */
export async function moveEntry(
  tx: EntityManager,
  id: string,
  event: EntryEvent,
  now: Date,
  bookingId: string | null = null,
): Promise<boolean> {
  const { from, to } = entryTransitions[event];
  const [, count]: [unknown, number] = await tx.query(
    `update waiting_list_entry set status = $2, booking_id = $3, updated_at = $4 where id = $1 and status = any ($5)`,
    [id, to, bookingId, now, from],
  );
  return count > 0;
}

/** The answer when an entry is not, or no longer, in a state in which the event can happen. */
export function wrongEntryState(entry: EntryRow, event: EntryEvent): Conflict {
  if (entry.status === 'expired' && event !== 'withdraw') return offerExpired();
  return new Conflict('waiting_list_state', `This entry is ${entry.status}.`, {
    state: entry.status,
    event,
    possibleFrom: entryTransitions[event].from,
  });
}

/** The answer to somebody who comes too late for what they were offered. */
export function offerExpired(): Conflict {
  return new Conflict('offer_expired', 'The time for this offer is over; the place has passed on.');
}

/** Lets entries to which nothing is offered wait for other times. */
export async function shiftEntries(tx: EntityManager, moves: readonly NewPeriod[], now: Date): Promise<void> {
  await writePeriods(tx, 'waiting_list_entry', moves, now, 'updated_at = $2');
}
