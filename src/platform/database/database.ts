import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Counter } from 'prom-client';
import { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { setTimeout as pause } from 'node:timers/promises';
import { Busy, DomainError } from '../../kernel/errors';
import { registry } from '../metrics';
import { isBusy, isWorthRepeating, sqlState, violatedConstraint } from './constraint';
import { askPrepared, failed, Transaction } from './transaction';

/** For each constraint that a command may run into: the answer to give. */
export type Laws = Record<string, () => DomainError>;

const repeats = new Counter({
  name: 'oasis_transaction_repeats_total',
  help: 'Transactions that were run again after a deadlock or a serialisation failure',
  labelNames: ['sqlstate'],
  registers: [registry],
});

const mostRuns = 3;

/** Thrown inside a transaction that could not lock everything it turned out to need: undo it and run it again. */
export class RunAgain extends Error {
  constructor() {
    super('the transaction needs more locks than it took');
    this.name = 'RunAgain';
  }
}

/** The one way into PostgreSQL: plain reads, and commands as one transaction each. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** The connections themselves: what goes through them here needs nothing that TypeORM adds. */
  private get pool(): pg.Pool {
    return (this.source.driver as PostgresDriver).master as pg.Pool;
  }

  /**
   * Rows of one statement outside any transaction. A statement that is asked all day has a name: each connection then
   * reads it once and keeps it, and its plan when that does not depend on the parameters.
   * @throws Busy when the database does not answer in time.
   */
  async read<Row>(sql: string, parameters: unknown[] = [], name?: string): Promise<Row[]> {
    try {
      const asked = this.pool.query<Row & pg.QueryResultRow>({ name, text: sql, values: parameters });
      return (await asked.catch(failed(sql))).rows;
    } catch (error) {
      throw isBusy(error) ? new Busy() : error;
    }
  }

  /**
   * Rows of a long statement that is asked again and again: each connection parses and plans it once, for whatever
   * parameters, as that takes many times longer than answering it. The name stands for the text.
   * @throws Busy when the database does not answer in time
   */
  async readPrepared<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return await this.transaction(async (tx) => {
      await tx.query('set local plan_cache_mode = force_generic_plan');
      return await askPrepared<Row>(tx, name, text, values);
    });
  }

  /**
   * Runs one command as one READ COMMITTED transaction. Inside: lock first, then look; nothing leaves the process.
   * Deadlocks and serialisation failures run the whole work again, three times at most. A refused constraint becomes
   * the answer that `laws` gives for its name. Time-outs and broken connections become {@link Busy}.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>, laws: Laws = {}): Promise<T> {
    for (let run = 1; ; run++) {
      try {
        return await Transaction.run(this.source, this.pool, work);
      } catch (error) {
        if (error instanceof DomainError) throw error;
        const law = laws[violatedConstraint(error) ?? ''];
        if (law) throw law();
        if (isWorthRepeating(error) || error instanceof RunAgain) {
          repeats.inc({ sqlstate: sqlState(error) ?? 'none' });
          if (run >= mostRuns) throw new Busy();
          await pause(20 + Math.random() * 180);
          continue;
        }
        throw isBusy(error) ? new Busy() : error;
      }
    }
  }
}
