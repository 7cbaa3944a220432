import { EntityManager } from 'typeorm';
import { Period } from '../../kernel/period';

/** Another period for a row. */
export interface NewPeriod {
  id: string;
  period: Period;
}

/**
 * Writes other periods of many rows in one statement. Called by the store of the table, which knows its name, and what
 * else changes with a period: `also` is SQL over the row `t`, `$2` the instant of the change.
 */
export async function writePeriods(
  tx: EntityManager,
  table: string,
  moves: readonly NewPeriod[],
  now: Date,
  also = '',
): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    `update ${table} t set starts_at = a.start, ends_at = a."end"${also && `, ${also}`}
     from jsonb_to_recordset($1) as a (id uuid, start timestamptz, "end" timestamptz)
     where a.id = t.id and $2::timestamptz is not null`,
    [JSON.stringify(moves.map(({ id, period }) => ({ id, ...period.toJSON() }))), now],
  );
}
