import { Database } from '../../src/platform/database/database';
import { registry } from '../../src/platform/metrics';

/**
 * How many deadlocks the server has counted in a database. A session tells of what it met a second later at the
 * earliest: a count that has not risen proves little, which is what {@link repeats} is for.
 */
export async function deadlocks(db: Database): Promise<number> {
  await db.read('select pg_stat_force_next_flush()');
  const [row] = await db.read<{ deadlocks: number }>(
    'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
  );
  return row?.deadlocks ?? 0;
}

/** How many transactions of this process ran again after a deadlock or a serialisation failure, known at once. */
export async function repeats(): Promise<number> {
  const metric = await registry.getSingleMetric('oasis_transaction_repeats_total')?.get();
  // A transaction that finds others concerned runs again, too; that is no deadlock and says so.
  const stuck = (metric?.values ?? []).filter(({ labels }) => labels['sqlstate'] !== 'none');
  return stuck.reduce((sum, { value }) => sum + value, 0);
}
