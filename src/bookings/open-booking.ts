import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { askPrepared } from '../platform/database/transaction';
import { IdempotencyKey } from '../platform/http/idempotency';
import { BookingFacts } from './booking.facts';
import { BookingView } from './booking.view';
import { Place } from './wish';

/**
 * Facts under locks, or the answer to an earlier request with the same key. `free` is false when the place is taken, or
 * all of a kind are.
 */
export type Opened = Partial<BookingFacts> & { free?: false; replay?: { same: boolean; response: BookingView } };

/** How a place is asked for. */
export interface Opening {
  idempotency?: IdempotencyKey;
  /** The place is locked even when somebody has it at that time: the person waits for it, or it is kept for them. */
  standsInLine?: boolean;
}

/**
 * Opens what takes a place for a person: locks the person, their venture and the resource (the named one, or a free
 * one that fits), lets lapsed holds of it go, and reads every fact that the rules are judged on. Who asks for a place
 * that is taken already learns it without waiting for its lock, and may not take it in this transaction.
 * @throws Missing when there is no such place
 */
export async function openBooking(
  tx: EntityManager,
  actor: Actor,
  place: Place,
  period: Period,
  now: Date,
  { idempotency, standsInLine = false }: Opening = {},
): Promise<Opened> {
  const rows = await askPrepared<{ opened: Opened | null }>(
    tx,
    'open_booking',
    'select open_booking($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as opened',
    [
      actor.personId,
      place.resourceId ?? null,
      place.siteId ?? null,
      place.kind ?? null,
      place.capacity ?? 1,
      place.features ?? [],
      period.start,
      period.end,
      now,
      idempotency?.key ?? null,
      idempotency?.hash ?? null,
      standsInLine,
    ],
  );
  const opened = rows[0]?.opened;
  if (!opened) throw new Missing(place.resourceId ? 'resource' : 'place of this kind');
  return opened;
}
