import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';

const batch = 500;

/** What becomes due in the ledger by the passing of time alone. */
@Injectable()
export class OccupancyTicks {
  constructor(private readonly database: Database) {}

  /**
   * Removes holds and offers that have lapsed. Nobody waits for this: a command lets go the lapsed holds of its
   * resource by itself, and every question about what is free looks past them.
   */
  async expire(now: Date): Promise<number> {
    const rows = await this.database.transaction((tx) =>
      tx.query<unknown[]>(
        `with lapsed as (
           select id from occupation where expires_at <= $1 order by id limit ${batch} for update skip locked
         )
         delete from occupation where id in (select id from lapsed) returning id`,
        [now],
      ),
    );
    return countOf(rows);
  }
}

/** TypeORM answers a deletion with `[rows, count]`. */
function countOf(answer: unknown[]): number {
  return typeof answer[1] === 'number' ? answer[1] : answer.length;
}
