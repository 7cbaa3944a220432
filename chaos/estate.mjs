// A whole house as processes of its own, with a wire between each pair that can be cut: what chaos happens to.
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { House } from '../bench/house.mjs';
import { SmallDisk } from './disk.mjs';
import { Crew, door, PostgresServer, Program, RedisServer } from './processes.mjs';
import { Proxy } from './proxy.mjs';
import { Sink } from './sink.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export const hasRedis = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** What was built is copied first, so that a build that runs meanwhile does not change the house in the middle. */
export function freeze() {
  const folder = mkdtempSync(join(tmpdir(), 'oasis-chaos-'));
  chmodSync(folder, 0o755);
  const house = join(folder, 'house');
  mkdirSync(house);
  for (const name of ['dist', 'migrations', 'package.json'])
    cpSync(join(root, name), join(house, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  return { folder, house, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** PostgreSQL, perhaps Redis, a mail server, APIs and workers, and the wires between them. */
export class Estate {
  sessions = new Map();
  sites = 0;
  /** What was done to the house, and when: `{ what, from, to }`. */
  faults = [];

  static async open(frozen, options = {}) {
    const estate = new Estate();
    const { queue = 'postgres' } = options;
    estate.options = options;
    estate.house = frozen.house;
    estate.folder = mkdtempSync(join(frozen.folder, 'estate-'));
    chmodSync(estate.folder, 0o755);
    const require = createRequire(import.meta.url);
    estate.built = (path) => require(join(frozen.house, 'dist', path));
    estate.postgres = await PostgresServer.start(estate.folder, estate.built);
    if (options.smallDisk) estate.disk = SmallDisk.mount(join(estate.folder, 'disk'), estate.postgres.place.user);
    await estate.migrate();
    await estate.moveIn(options);
    estate.sink = await Sink.open();
    if (queue === 'redis') estate.redis = await RedisServer.start(estate.folder, await freePort());
    estate.wires = {};
    for (const side of ['api', 'worker']) {
      estate.wires[`${side} database`] = await Proxy.to(estate.postgres.port, `${side} database`);
      if (estate.redis) estate.wires[`${side} redis`] = await Proxy.to(estate.redis.port, `${side} redis`);
    }
    estate.wires['worker mail'] = await Proxy.to(estate.sink.port, 'worker mail');
    estate.secret = randomBytes(48).toString('base64url');
    estate.clockFile = join(estate.folder, 'clock');
    writeFileSync(estate.clockFile, '0');
    return estate;
  }

  async migrate() {
    const { dataSource } = this.built('platform/database/data-source.js');
    const { migrate } = this.built('platform/database/migrate.js');
    const owner = new pg.Client(this.postgres.url('postgres'));
    await owner.connect();
    if (this.disk) await owner.query(`create tablespace small location '${this.disk.place}'`);
    await owner.query(`create database oasis ${this.disk ? 'tablespace small' : ''}`);
    await owner.end();
    const source = dataSource(this.postgres.url(), []);
    await migrate(source, this.postgres.url());
    await source.destroy();
    this.connect();
  }

  /** Opens a site with people and places of its own, to which everything refers from now on; what was before is history. */
  async moveIn({ resources = 20, members = 20, unlimited } = {}) {
    const name = `site${++this.sites}`;
    this.inn = await House.build(this.pool, { resources, members, unlimited, built: this.built, name });
    this.faults = [];
    for (const crew of [this.apis, this.workers]) crew?.forget();
    this.sink?.forget();
  }

  /** The oracle's own way in, around all wires. */
  connect() {
    this.pool = new pg.Pool({ connectionString: this.postgres.url(), max: 12, options: '-c timezone=UTC -c jit=off' });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async ask(sql, parameters = []) {
    return (await this.pool.query(sql, parameters)).rows;
  }

  environment(side, more = {}) {
    const { wires, options } = this;
    return {
      NODE_ENV: 'test',
      PUBLIC_URL: 'http://chaos.example',
      DATABASE_URL: this.postgres.url('oasis', wires[`${side} database`].port),
      DATABASE_POOL: String(options.databasePool ?? 10),
      ...(this.redis && { REDIS_URL: `redis://127.0.0.1:${wires[`${side} redis`].port}` }),
      SMTP_URL: `smtp://127.0.0.1:${wires['worker mail'].port}`,
      JWT_SECRET: this.secret,
      OASIS_DATA: this.folder,
      PORT: '0',
      JOBS: 'elsewhere',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'info',
      ...(options.clock && {
        CHAOS_CLOCK: this.clockFile,
        CHAOS_NODE: `--require ${join(root, 'chaos', 'clock.cjs')}`,
      }),
      ...more,
    };
  }

  /** As many as are wanted may stand already. */
  async startWorkers(count) {
    if (this.workers?.posts.length === count) return await this.workers.allAtWork();
    await this.dismissWorkers();
    this.workers = new Crew(
      count,
      (n) => new Program(`worker ${n}`, door(this.house, 'worker'), this.environment('worker')),
    );
    await this.workers.allAtWork();
    this.watchWorkers();
  }

  /** While nobody is at work, nothing can be sent: that is an outage, too. */
  watchWorkers() {
    let fault;
    this.watch = setInterval(() => {
      const idle = this.workers.atWork.length === 0;
      if (idle && !fault) this.faults.push((fault = { what: 'all workers', from: Date.now(), to: Infinity }));
      if (!idle && fault) {
        fault.to = Date.now();
        fault = undefined;
      }
    }, 20);
  }

  async dismissWorkers() {
    clearInterval(this.watch);
    await this.workers?.dismiss('SIGKILL');
    this.workers = undefined;
  }

  /** Each API keeps its port over restarts, as behind a balancer. As many as are wanted may stand already. */
  async startApis(count) {
    if (this.apis?.posts.length === count) return await this.apis.allAtWork();
    await this.apis?.dismiss('SIGKILL');
    const ports = await Promise.all(Array.from({ length: count }, freePort));
    this.addresses = ports.map((port) => `http://127.0.0.1:${port}`);
    const start = (n) =>
      new Program(`api ${n}`, door(this.house, 'main'), this.environment('api', { PORT: String(ports[n]) }));
    this.apis = new Crew(count, start);
    await this.apis.allAtWork();
  }

  /** Sets the clock of every API and worker so many milliseconds off the one on the wall. */
  async setClock(offset) {
    writeFileSync(this.clockFile, String(offset));
    await pause(60);
  }

  /** Notes that something was done to the house, from when to when. */
  async during(what, work) {
    const fault = { what, from: Date.now(), to: Infinity };
    this.faults.push(fault);
    try {
      return await work();
    } finally {
      fault.to = Date.now();
    }
  }

  /** The database is cut off and comes back at another port, to which the wires lead then. */
  restartDatabase(downFor = 0) {
    return this.during('database', async () => {
      await this.postgres.cutOff();
      await this.pool.end().catch(() => undefined);
      await pause(downFor);
      await this.postgres.launch();
      this.connect();
      for (const [name, wire] of Object.entries(this.wires))
        if (name.endsWith('database')) wire.target = this.postgres.port;
    });
  }

  /** Throws away everything that the queue holds. */
  async emptyQueue() {
    if (this.redis) {
      await redisCommand(this.redis.port, 'FLUSHALL');
    } else {
      const tables = await this.ask(
        `select tablename from pg_tables where schemaname = 'bullmq' and tablename not in ('migration', 'meta')`,
      );
      await this.ask(`truncate ${tables.map(({ tablename }) => `bullmq.${tablename}`).join(', ')} cascade`);
    }
  }

  async close() {
    for (const wire of Object.values(this.wires ?? {})) await wire.set('pass').catch(() => undefined);
    this.redis?.resume();
    await Promise.all([this.apis?.dismiss('SIGKILL'), this.dismissWorkers()]);
    await this.redis?.kill();
    await this.pool.end().catch(() => undefined);
    for (const wire of Object.values(this.wires ?? {})) await wire.close();
    await this.sink?.close();
    await this.postgres.stop();
    this.disk?.unmount();
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}

export function redisCommand(port, command) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (answer) => (resolve(answer.toString()), socket.end()));
    socket.once('error', reject);
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
