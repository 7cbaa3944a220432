import { EntityManager } from 'typeorm';
import { Malformed } from '../../kernel/errors';
import { Ask } from '../extras/extra.store';
import { GuestCase, NamedGuest } from './guest.rules';

/** Whose meeting it is, and where. */
export interface Meeting {
  personId: string;
  siteId: string;
  resourceId: string;
  /** Staff have no plan, and no limit by one. */
  works: boolean;
  now: Date;
}

/** @throws Malformed when an address is named twice */
export function insistOnDifferent(guests: readonly NamedGuest[]): void {
  if (new Set(guests.map(({ email }) => email)).size < guests.length) {
    throw Malformed.at('/guests', 'names an address twice');
  }
}

/**
 * What the guests of a meeting are judged on, beside how many they are. An invitation to many dates of a series is one
 * letter, each change of one of them another.
 */
export async function guestFacts(
  ask: Ask,
  { personId, siteId, resourceId, works, now }: Meeting,
): Promise<Omit<GuestCase, 'guests' | 'letters'>> {
  const [facts] = await ask<Omit<GuestCase, 'guests' | 'letters'>>(
    `select r.capacity as seats,
            case when $4 then null else (
              select v.guest_limit from plan_version v
              where v.id = (standing($1, $2) ->> 'planVersionId')::uuid) end as limit,
            (select coalesce(count(distinct (coalesce(b.series_id, b.id), g.email, g.created_at)) + sum(g.version - 1), 0)::float8
             from booking_guest g join booking b on b.id = g.booking_id
             where b.person_id = $1 and g.updated_at > $5::timestamptz - interval '24 hours') as "lettersToday"
     from resource r where r.id = $3`,
    [personId, siteId, resourceId, works, now],
  );
  return facts ?? { seats: 0, limit: 0, lettersToday: 0 };
}

/** Has the guests of a meeting told that it has another place or time now. */
export async function tellGuestsAnew(tx: EntityManager, bookingId: string, now: Date): Promise<void> {
  await tx.query(
    `update booking_guest set version = version + 1, updated_at = $2 where booking_id = $1 and removed_at is null`,
    [bookingId, now],
  );
}
