import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Missing } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { Displaced, EqualPlace } from './replacement-case';
import { ReplacementCause, ReplacementEvent, replacementTransitions } from './replacement.rules';
import { ReplacementRow, replacementRows } from './replacement.view';

/** A replacement with the names it is shown with; undefined when there is none of that id. */
export async function findReplacement(tx: EntityManager, id: string): Promise<ReplacementRow | undefined> {
  const rows: ReplacementRow[] = await tx.query(`${replacementRows} where p.id = $1`, [id]);
  return rows[0];
}

/** What is offered to oneself. @throws Missing for anybody else's */
export async function ownReplacement(tx: EntityManager, actor: Actor, id: string): Promise<ReplacementRow> {
  const replacement = await findReplacement(tx, id);
  if (replacement?.personId !== actor.personId) throw new Missing('replacement');
  return replacement;
}

/** Compare and set: false when the offer has been answered already. */
export async function moveReplacement(
  tx: EntityManager,
  id: string,
  event: ReplacementEvent,
  now: Date,
): Promise<boolean> {
  const { from, to } = replacementTransitions[event];
  const [, count]: [unknown, number] = await tx.query(
    'update replacement set status = $2, answered_at = $3 where id = $1 and status = $4',
    [id, to, now, from],
  );
  return count > 0;
}

/** The answer when an offer is not open, or no longer. */
export function wrongReplacementState({ status }: ReplacementRow, event: ReplacementEvent): Conflict {
  if (status === 'expired') return replacementExpired();
  return new Conflict('replacement_state', `This offer is ${status}.`, {
    state: status,
    event,
    possibleFrom: [replacementTransitions[event].from],
  });
}

/** The answer to somebody who comes too late for the place that was held for them. */
export function replacementExpired(): Conflict {
  return new Conflict('replacement_expired', 'The time for this offer is over; the place is held no longer.');
}

/** For each of some times the free place that is most like that of a booking, in their order. */
export function equalPlaces(
  tx: EntityManager,
  bookingId: string,
  times: readonly Period[],
  now: Date,
): Promise<EqualPlace[]> {
  return tx.query(
    `select resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt"
     from equal_places($1, $2, $3, $4)`,
    [bookingId, times.map(({ start }) => start), times.map(({ end }) => end), now],
  );
}

/** Writes down what is offered. */
export async function writeOffer(
  tx: EntityManager,
  offer: {
    id: string;
    booking: Displaced;
    cause: ReplacementCause;
    causeId: string;
    place: EqualPlace;
    offeredAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { id, booking, cause, causeId, place, offeredAt, expiresAt } = offer;
  await tx.query(
    `insert into replacement (id, booking_id, person_id, site_id, cause, cause_id, booking_status, from_resource_id,
       from_starts_at, from_ends_at, resource_id, starts_at, ends_at, offered_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      booking.id,
      booking.personId,
      booking.siteId,
      cause,
      causeId,
      booking.status,
      booking.resourceId,
      booking.startsAt,
      booking.endsAt,
      place.resourceId,
      place.startsAt,
      place.endsAt,
      offeredAt,
      expiresAt,
    ],
  );
}
