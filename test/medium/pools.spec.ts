import pg from 'pg';
import { CalmPool } from '../../src/platform/database/data-source';
import { asOwner, freshDatabase, FreshDatabase } from '../support/postgres';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** Holds a connection without asking anything while the server ends it; answers the errors that nobody listened to. */
async function unheard(pool: pg.Pool): Promise<string[]> {
  const found: string[] = [];
  const held = await pool.connect();
  const emit = held.emit.bind(held);
  held.emit = (event: string, ...given: unknown[]): boolean => {
    if (event !== 'error' || held.listenerCount('error') > 0) return emit(event, ...given);
    found.push((given[0] as Error).message);
    return false;
  };
  const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
  const closed = new Promise((resolve) => held.once('end', resolve));
  await asOwner('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await closed;
  await expect(held.query('select 1')).rejects.toThrow();
  held.release(true);
  await pool.end();
  return found;
}

it('a connection that is ended while it is held does not end the process', async () => {
  expect(await unheard(new CalmPool({ connectionString: fresh.url }))).toEqual([]);
});

it('would, in a pool as it comes (so the test above can fail)', async () => {
  const pool = new pg.Pool({ connectionString: fresh.url });
  pool.on('error', () => undefined);
  expect((await unheard(pool)).length).toBeGreaterThan(0);
});
