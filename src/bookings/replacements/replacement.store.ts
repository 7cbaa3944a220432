import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Missing } from '../../kernel/errors';
import { ReplacementEvent, replacementTransitions } from './replacement.rules';
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
