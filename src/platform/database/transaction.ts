import type pg from 'pg';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';

/**
 * A transaction under way on a connection of its own: what joins it asks through this. Statements go straight to the
 * driver; TypeORM's own way there, made for entities and their subscribers, costs more than many of them take.
 */
export class Transaction extends EntityManager {
  private isOver = false;

  constructor(
    source: DataSource,
    private readonly client: pg.ClientBase,
  ) {
    super(source);
  }

  /**
   * Runs work between `begin` and `commit`. The first statement is sent right behind `begin`, without waiting for its
   * answer. @throws whatever the work throws, after a rollback
   */
  static async run<T>(source: DataSource, pool: pg.Pool, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const tx = new Transaction(source, client);
    let isUsable = true;
    try {
      const begun = client.query('begin');
      // Should it fail, so does everything behind it on the same connection, and that is heard.
      begun.catch(() => undefined);
      const result = await work(tx);
      await begun;
      await client.query('commit').catch(failed('commit'));
      return result;
    } catch (error) {
      isUsable = await client.query('rollback').then(
        () => true,
        () => false,
      );
      throw error;
    } finally {
      tx.isOver = true;
      client.release(!isUsable);
    }
  }

  /** Rows; of an `update` or a `delete` the rows and how many they are, as TypeORM answers. */
  override async query<T>(sql: string, parameters?: unknown[]): Promise<T> {
    if (this.isOver) throw new Error('The transaction is over: nothing more can be asked in it.');
    const { command, rows, rowCount } = await this.client.query<pg.QueryResultRow>(sql, parameters).catch(failed(sql));
    return (command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows) as T;
  }

  /** Rows of a statement that the connection keeps under a name. */
  async prepared<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    if (this.isOver) throw new Error('The transaction is over: nothing more can be asked in it.');
    return (await this.client.query<Row>({ name, text, values }).catch(failed(text))).rows;
  }
}

/** Rows of a statement that is asked all day: each connection reads and plans it once, and keeps it under the name. */
export async function askPrepared<Row extends pg.QueryResultRow>(
  tx: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return tx instanceof Transaction ? await tx.prepared<Row>(name, text, values) : await tx.query<Row[]>(text, values);
}

/** Throws a failed statement as TypeORM throws it, but without the values: they are people's. */
export function failed(sql: string): (error: Error) => never {
  return (error) => {
    throw new QueryFailedError(sql, undefined, error);
  };
}
