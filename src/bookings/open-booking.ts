import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { askPrepared } from '../platform/database/transaction';
import { IdempotencyKey } from '../platform/http/idempotency';
import { BookingFacts } from './booking.facts';
import { BookingView } from './booking.view';
import { Place } from './wish';

/** Facts under locks, or the answer to an earlier request with the same key. `free` is false when none of a kind is. */
export type Opened = Partial<BookingFacts> & { free?: false; replay?: { same: boolean; response: BookingView } };

/**
 * Opens what takes a place for a person: locks the person, their venture and the resource (the named one, or a free
 * one that fits), lets lapsed holds of it go, and reads every fact that the rules are judged on.
 * @throws Missing when there is no such place
 */
export async function openBooking(
  tx: EntityManager,
  actor: Actor,
  place: Place,
  period: Period,
  now: Date,
  idempotency?: IdempotencyKey,
): Promise<Opened> {
  const rows = await askPrepared<{ opened: Opened | null }>(
    tx,
    'open_booking',
    'select open_booking($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as opened',
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
    ],
  );
  const opened = rows[0]?.opened;
  if (!opened) throw new Missing(place.resourceId ? 'resource' : 'place of this kind');
  return opened;
}
