import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from 'typeorm';
import { Database } from '../../src/platform/database/database';

/**
 * What a command answers that was begun while somebody else held a lock which it needs, and went on when they had
 * committed: the moment that chance brings about once in a thousand races.
 * @param hold what the other one does, in a transaction that ends when the command waits for it
 * @throws Error when the command was over without having waited
 */
export async function whileLocked<T>(
  db: Database,
  hold: (tx: EntityManager) => Promise<unknown>,
  command: () => Promise<T>,
): Promise<T> {
  const { begun } = await db.transaction(async (tx) => {
    const [holder]: { pid: number }[] = await tx.query('select pg_backend_pid() as pid');
    await hold(tx);
    const begun = command();
    let isOver = false;
    const over = () => void (isOver = true);
    begun.then(over, over);
    const waits = `select 1 from pg_stat_activity where datname = current_database() and $1 = any (pg_blocking_pids(pid))`;
    while ((await db.read(waits, [holder?.pid])).length === 0) {
      if (isOver) throw new Error('it was over without having waited for the lock');
      await pause(5);
    }
    return { begun };
  });
  return begun;
}
