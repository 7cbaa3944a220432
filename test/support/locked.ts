import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from 'typeorm';
import { Database } from '../../src/platform/database/database';

/** Lets nobody write into a table until the transaction ends; rows are read and locked as before. */
export const noWriting = (table: string) => (tx: EntityManager) => tx.query(`lock table ${table} in share mode`);

/**
 * What commands answer that were begun while somebody else held a lock which they need, and went on when they had
 * committed: the moment that chance brings about once in a thousand races.
 * @param hold what the other one does, in a transaction that ends when the commands wait for it
 * @param waiting how many have to wait, for the other one or behind each other: fewer than the pool has connections
 * @throws Error when the commands were over without having waited
 */
export async function whileLocked<T>(
  db: Database,
  hold: (tx: EntityManager) => Promise<unknown>,
  command: () => Promise<T>,
  waiting = 1,
): Promise<T> {
  const { begun } = await db.transaction(async (tx) => {
    await hold(tx);
    const begun = command();
    let isOver = false;
    const over = () => void (isOver = true);
    begun.then(over, over);
    // Asked on the holder's own connection: the commands may have taken all others.
    while ((await behind(tx)) < waiting) {
      if (isOver) throw new Error('it was over without having waited for the lock');
      await pause(5);
    }
    return { begun };
  });
  return begun;
}

/** How many wait for this transaction, or for somebody who does. */
async function behind(tx: EntityManager): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `with recursive held_up as (
       select pg_backend_pid() as pid
       union
       select l.pid from held_up h join pg_locks l on not l.granted and h.pid = any (pg_blocking_pids(l.pid))
     )
     select count(*)::int - 1 as count from held_up`,
  );
  return row?.count ?? 0;
}
