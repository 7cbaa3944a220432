import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isBusy } from '../../src/platform/database/constraint';
import { CalmPool } from '../../src/platform/database/data-source';
import { answered } from '../support/answered';
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

/** A wire between us and the server that can be cut without anybody being told. */
async function wire(to: URL): Promise<{ url: string; cut: () => void; close: () => void }> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [from, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => other.destroy());
      from.on('close', () => other.destroy());
      from.on('data', (bytes) => isCut || other.write(bytes));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: url.href, cut: () => (isCut = true), close };
}

it('a disk without room is no mistake of ours: the house is busy until there is room', async () => {
  const pool = new CalmPool({ connectionString: fresh.url });
  const raised = (code: string): Promise<unknown> =>
    pool
      .query(`do $$ begin raise exception using errcode = '${code}'; end $$`)
      .then(() => undefined)
      .catch((error: unknown) => error);
  for (const code of ['53100', '53200', '53300', '25006'])
    expect([code, isBusy(await raised(code))]).toEqual([code, true]);
  expect(isBusy(await raised('22012'))).toBe(false);
  await pool.end();
});

describe('a wire that goes dead without a word', () => {
  it('is given up: the transaction ends, and says that the house is busy', async () => {
    const line = await wire(new URL(fresh.url));
    const pool = new CalmPool({ connectionString: line.url }, 300);
    const client = await pool.connect();
    await client.query('begin');
    line.cut();
    const hung: unknown = await answered(client.query('select 1')).catch((error: unknown) => error);
    expect(isBusy(hung)).toBe(true);
    await expect(client.query('rollback')).rejects.toThrow();
    client.release(true);
    line.close();
    await pool.end();
  });

  it('is waited for without end by a pool as it comes (so the test above can fail)', async () => {
    const line = await wire(new URL(fresh.url));
    const pool = new pg.Pool({ connectionString: line.url });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    client.on('error', () => undefined);
    line.cut();
    const asked = client.query('select 1').catch(() => 'ended');
    expect(await Promise.race([asked, pause(1_000, 'waits')])).toBe('waits');
    line.close();
    expect(await asked).toBe('ended');
    client.release(true);
    await pool.end();
  });

  it('is told from a server that thinks for as long as it was allowed to', async () => {
    // As the pools of the house are: what is asked at once goes out at once.
    const pool = new CalmPool({ connectionString: fresh.url, pipeline: true }, 300);
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`set local statement_timeout = '5s'`);
    expect((await client.query('select pg_sleep(0.8)::text as slept')).rowCount).toBe(1);
    await client.query('commit');
    const given = await Promise.all([1, 2, 3].map(() => client.query('select pg_sleep(0.15)')));
    expect(given).toHaveLength(3);
    await expect(client.query('select pg_sleep(3)')).rejects.toThrow(/did not answer/);
    client.release(true);
    await pool.end();
  });
});
