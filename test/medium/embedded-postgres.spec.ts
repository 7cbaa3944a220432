import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../src/platform/database/embedded-postgres';
import { installed, programs } from '../../src/platform/database/embedded-postgres-programs';
import { AlreadyOwned } from '../../src/platform/owner-lock';
import { serverProcessesIn } from '../../src/platform/process-identity';
import { onDatabase } from '../support/postgres';
import { scratch } from '../support/scratch';

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  const folders: string[] = [];
  const servers: EmbeddedPostgres[] = [];

  const fresh = (mode = 0o755): string => {
    const folder = mkdtempSync(join(scratch(), 'oasis embedded '));
    chmodSync(folder, mode);
    folders.push(folder);
    return folder;
  };
  const start = async (folder: string, say?: (line: string) => void): Promise<EmbeddedPostgres> => {
    const server = await EmbeddedPostgres.start({ folder, say });
    servers.push(server);
    return server;
  };
  const setting = async (server: EmbeddedPostgres, name: string): Promise<string> => {
    const rows = await onDatabase<{ value: string }>(server.url, 'select current_setting($1) as value', [name]);
    return rows[0]?.value ?? '';
  };

  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('is a whole server: extensions, UTF-8 with the letters of all languages, safe on disk, closed to others', async () => {
    const folder = fresh();
    const server = await start(folder);
    await onDatabase(server.url, 'create extension btree_gist');
    const letters = await onDatabase<{ low: string }>(server.url, "select lower('ÄÖÅ ЛЬВЫ') as low");
    expect(letters[0]?.low).toBe('äöå львы');
    expect(await setting(server, 'server_encoding')).toBe('UTF8');
    expect(await setting(server, 'fsync')).toBe('on');
    expect(await setting(server, 'synchronous_commit')).toBe('on');
    expect(await setting(server, 'listen_addresses')).toBe('127.0.0.1');
    expect(await setting(server, 'unix_socket_directories')).toBe('');
    expect(await setting(server, 'timezone')).toBe('UTC');
    expect(statSync(join(folder, 'postgres', 'cluster')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o077).toBe(0);

    const guess = new URL(server.url);
    guess.password = 'guess';
    const stranger = new pg.Client({ connectionString: guess.toString() });
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('runs as an ordinary user even when we are root', async () => {
    const server = await start(fresh());
    const cluster = await setting(server, 'data_directory');
    const [pid] = serverProcessesIn(cluster);
    expect(pid).toBeDefined();
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  });

  it('keeps what was written, over a restart', async () => {
    const folder = fresh();
    const first = await start(folder);
    await onDatabase(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start(folder);
    const rows = await onDatabase<{ answer: number }>(second.url, 'select answer from kept');
    expect(rows[0]?.answer).toBe(42);
  });

  it('is one per folder', async () => {
    const folder = fresh();
    const first = await start(folder);
    await expect(EmbeddedPostgres.start({ folder })).rejects.toThrow(AlreadyOwned);
    expect(await setting(first, 'fsync')).toBe('on');
  });

  it('starts over a postmaster.pid whose number belongs to another program now', async () => {
    const folder = fresh();
    await (await start(folder)).stop();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    writeFileSync(pidFile, `${other.pid}\n${dirname(pidFile)}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    await start(folder);
    expect(other.exitCode).toBeNull();
    other.kill('SIGKILL');
  });

  it('sets aside what an interrupted first start left, and does not delete it', async () => {
    const folder = fresh();
    const cluster = join(folder, 'postgres', 'cluster');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
    await start(folder);
    const aside = readdirSync(join(folder, 'postgres')).filter((name) => name.startsWith('cluster-set-aside-'));
    expect(aside).toHaveLength(1);
    expect(existsSync(join(folder, 'postgres', aside[0] ?? '', 'PG_VERSION'))).toBe(true);
  });

  it('refuses data of another version and leaves it alone', async () => {
    const folder = fresh();
    await (await start(folder)).stop();
    const mark = join(folder, 'postgres', 'cluster', 'PG_VERSION');
    writeFileSync(mark, '12\n');
    await expect(EmbeddedPostgres.start({ folder })).rejects.toThrow(
      /belongs to PostgreSQL 12 and this installation brings \d+/,
    );
    writeFileSync(mark, '18\n');
    await start(folder);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('copies its programs, links included, when its user cannot reach those that npm installed', () => {
    const folder = fresh(0o700);
    const { native, version } = installed();
    const hidden = join(folder, 'native');
    cpSync(native, hidden, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
    const spare = fresh();
    const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
    const { initdb, version: major } = programs(nobody, spare, { native: hidden, version });
    expect(initdb.startsWith(spare)).toBe(true);
    expect(major).toBe(Number.parseInt(version, 10));
  });

  asRoot(
    'finds another place when its user cannot reach the folder, says so in one line, and finds it again',
    async () => {
      const folder = fresh(0o700);
      const said: string[] = [];
      const first = await start(folder, (line) => said.push(line));
      expect(said).toHaveLength(1);
      const cluster = await setting(first, 'data_directory');
      expect(said[0]).toContain(dirname(cluster));
      expect(cluster.startsWith(folder)).toBe(false);
      folders.push(dirname(cluster));
      await onDatabase(first.url, 'create table kept as select 42 as answer');
      await first.stop();
      const second = await start(folder);
      expect(await onDatabase(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    },
  );
});
