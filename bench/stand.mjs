// The test stand: a PostgreSQL server of its own, houses in databases of their own, and the processes that serve them.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PostgresServer } from '../chaos/processes.mjs';
import { House } from './house.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const built = (path) => require(join(root, 'dist', path));
const publicUrl = 'http://bench.example';

/** Everything that one run of the bench stands on. */
export class Stand {
  processes = new Set();
  pools = [];
  secret = randomBytes(48).toString('base64url');

  static async open() {
    const stand = new Stand();
    stand.folder = mkdtempSync(join(tmpdir(), 'oasis-bench-'));
    // PostgreSQL may have to run as another user, who must reach its files.
    chmodSync(stand.folder, 0o755);
    stand.postgres = await PostgresServer.start(stand.folder, built);
    const pool = stand.connect('postgres');
    const { rows } = await pool.query("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid");
    stand.postmaster = rows[0].pid;
    return stand;
  }

  built = built;

  /** A pool for plain SQL, with the same settings of the session as the application's. */
  connect(database) {
    const pool = new pg.Pool({
      connectionString: this.postgres.url(database),
      max: 40,
      options: '-c timezone=UTC -c jit=off',
    });
    pool.on('error', () => undefined);
    this.pools.push(pool);
    return pool;
  }

  /** A migrated database of that name with a furnished house in it. */
  async house(database, size) {
    const owner = this.connect('postgres');
    await owner.query(`create database ${database}`);
    const { dataSource } = built('platform/database/data-source.js');
    const { migrate } = built('platform/database/migrate.js');
    const source = dataSource(this.postgres.url(database), []);
    await migrate(source, this.postgres.url(database));
    await source.destroy();
    const pool = this.connect(database);
    const house = await House.build(pool, { ...size, built });
    return Object.assign(house, { database, pool });
  }

  /** Starts an API or a worker on a house, as in production, and waits until it is at work. */
  async start(door, { database }, more = {}) {
    const log = join(this.folder, `${door}-${randomUUID()}.log`);
    const file = openSync(log, 'w');
    const from = performance.now();
    const nodeOptions = process.env.BENCH_NODE?.split(' ') ?? [];
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...nodeOptions, join(root, 'dist', `${door}.js`)],
      {
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          PUBLIC_URL: publicUrl,
          DATABASE_URL: this.postgres.url(database),
          DATABASE_POOL: '10',
          JWT_SECRET: this.secret,
          OASIS_DATA: this.folder,
          HOST: '127.0.0.1',
          PORT: '0',
          RATE_LIMIT: '0',
          SECOND_FACTOR_FOR: 'none',
          ...more,
        },
        stdio: ['ignore', file, file],
      },
    );
    this.processes.add(child);
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    void ended.then(() => {
      this.processes.delete(child);
      process.removeListener('exit', end);
    });
    for (;;) {
      const said = readFileSync(log, 'utf8');
      const found = /Server listening at (http:\/\/[\d.:]+)|"msg":"working"/.exec(said);
      if (found) {
        const stop = async () => {
          child.kill('SIGTERM');
          await ended;
        };
        return { child, pid: child.pid, address: found[1], startedIn: performance.now() - from, stop };
      }
      if (child.exitCode !== null) throw new Error(`${door} ended with ${child.exitCode}\n${said}`);
      await pause(5);
    }
  }

  /**
   * Signs members in without asking for their passwords: sessions straight into the table, tokens by the application's
   * own maker. Good for ten minutes.
   */
  async tokensOf({ pool }, members) {
    const { AccessTokens } = built('access/access-tokens.js');
    const { Secrets } = built('platform/secrets.js');
    const clock = { now: () => new Date() };
    const maker = new AccessTokens({ publicUrl }, new Secrets({ jwtSecret: this.secret }), clock);
    const sessions = members.map(({ id }) => ({ personId: id, sessionId: randomUUID() }));
    await pool.query(
      `insert into session (id, person_id, created_at, expires_at)
       select id, person, now(), now() + interval '1 day' from unnest($1::uuid[], $2::uuid[]) as s (id, person)`,
      [sessions.map(({ sessionId }) => sessionId), sessions.map(({ personId }) => personId)],
    );
    return await Promise.all(sessions.map((session) => maker.issue(session)));
  }

  async close() {
    const ends = [...this.processes].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.processes) child.kill('SIGTERM');
    await Promise.all(ends);
    await Promise.all(this.pools.map((pool) => pool.end().catch(() => undefined)));
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
