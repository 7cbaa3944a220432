import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { Period } from '../kernel/period';

/** A place that is kept for a person for a while, by a hold of theirs or by an offer of the waiting list. */
export interface KeptPlace {
  /** The hold, or the entry of the waiting list. */
  causeId: string;
  resourceId: string;
  period: Period;
  /** The answer when it is kept no longer. */
  lapsed: () => Conflict;
}

/** The answer when a hold has lapsed, or was never there. */
function holdExpired(): Conflict {
  return new Conflict('hold_expired', 'The place is not held for you any more. Look whether it is still free.');
}

/** The place that a hold of the person's keeps. @throws Conflict `hold_expired` when it is gone, or somebody else's */
export async function placeHeld(tx: EntityManager, actor: Actor, holdId: string): Promise<KeptPlace> {
  const rows: { resourceId: string; start: Date; end: Date }[] = await tx.query(
    `select resource_id as "resourceId", starts_at as start, ends_at - make_interval(mins => buffer_minutes) as "end"
     from occupation where cause = 'hold' and cause_id = $1 and id = $1 and holder_id = $2 and resource_id is not null`,
    [holdId, actor.personId],
  );
  const [hold] = rows;
  if (!hold) throw holdExpired();
  return { causeId: holdId, resourceId: hold.resourceId, period: Period.of(hold.start, hold.end), lapsed: holdExpired };
}

/**
 * Clears what keeps a place for a person, so that it can be booked by them in the same transaction. The resource is
 * locked: nobody comes in between. @throws Conflict `hold_expired` or `offer_expired` when it has lapsed by now
 */
export async function makeWay(tx: EntityManager, actor: Actor, kept: KeptPlace, now: Date): Promise<void> {
  const [, count]: [unknown, number] = await tx.query(
    `delete from occupation
     where cause = 'hold' and cause_id = $1 and holder_id = $2 and resource_id = $3 and expires_at > $4`,
    [kept.causeId, actor.personId, kept.resourceId, now],
  );
  if (count === 0) throw kept.lapsed();
}
