import { ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  copyFileSync,
  chmodSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster, runAs } from '../../src/platform/database/embedded-postgres-cluster';
import { Place, placeFor } from '../../src/platform/database/embedded-postgres-place';
import { Programs, programs } from '../../src/platform/database/embedded-postgres-programs';
import { addressOf, onDatabase } from './postgres';
import { scratch } from './scratch';
import { freePort } from './server-process';

/** What a base backup leaves out or leaves empty: it belongs to the running server, or is made anew. */
const leftOut = new Set(['postmaster.pid', 'postmaster.opts']);
const emptyFolders = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify']);

/**
 * A PostgreSQL server as a house in earnest has it, from the programs that npm carries: its log is archived, and others
 * may stream it. A copy of it can be taken while it works, as `pg_basebackup` does.
 */
export class PostgresCluster {
  private child?: ChildProcess;
  private port = 0;

  private constructor(
    private readonly folder: string,
    private readonly place: Place,
    private readonly tools: Programs,
    private readonly password: string,
    /** Where finished pieces of the log go. */
    readonly archive: string,
  ) {}

  /** A new, empty server that is running. */
  static async start(): Promise<PostgresCluster> {
    const folder = newFolder();
    const place = placeFor(folder, () => undefined);
    const tools = programs(place.user, place.home);
    const password = ensureCluster(place, tools, 'oasis');
    const archive = join(folder, 'archive');
    mkdirSync(archive);
    own(archive, place);
    const cluster = new PostgresCluster(folder, place, tools, password, archive);
    await cluster.launch({ archive_mode: 'on', archive_command: `cp %p ${archive}/%f` });
    return cluster;
  }

  /** The address of one of its databases. */
  url(database: string): string {
    return addressOf(`postgres://oasis:${this.password}@127.0.0.1:${this.port}/`, database);
  }

  /** How a standby finds this server. */
  get primaryConnection(): string {
    return `host=127.0.0.1 port=${this.port} user=oasis password=${this.password} application_name=standby`;
  }

  ask<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return onDatabase<Row>(this.url('postgres'), sql, parameters);
  }

  /** Starts the server with these settings; resolves when it takes connections. */
  async launch(settings: Record<string, string> = {}): Promise<void> {
    this.port = await freePort();
    const all = {
      port: String(this.port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      wal_level: 'replica',
      max_wal_senders: '4',
      ...settings,
    };
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    let said = '';
    const child = spawn(this.tools.postgres, ['-D', this.place.cluster, ...flags], {
      ...runAs(this.place),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL did not start\n${said}`);
      return (await this.ask('select 1').catch(() => [])).length > 0;
    });
  }

  /** A copy of the files while the server works, in a folder of its own and not yet running. */
  async baseBackup(): Promise<PostgresCluster> {
    const folder = newFolder();
    const place = placeFor(folder, () => undefined);
    const session = new pg.Client({ connectionString: this.url('postgres') });
    await session.connect();
    try {
      await session.query(`select pg_backup_start('rehearsal', true)`);
      chmodSync(place.cluster, 0o700);
      copyFolder(this.place.cluster, place.cluster, place);
      const { rows } = await session.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
      writeOwned(join(place.cluster, 'backup_label'), rows[0]?.labelfile ?? '', place);
    } finally {
      await session.end();
    }
    return new PostgresCluster(folder, place, this.tools, this.password, this.archive);
  }

  /** Makes the next start a recovery from the archive. */
  recoverAtStart(): void {
    writeOwned(join(this.place.cluster, 'recovery.signal'), '', this.place);
  }

  /** Makes the next start that of a standby. */
  standByAtStart(): void {
    writeOwned(join(this.place.cluster, 'standby.signal'), '', this.place);
  }

  /** Resolves when everything up to now is in the archive. */
  async archived(): Promise<void> {
    const [piece] = await this.ask<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
    await until(async () => {
      const [seen] = await this.ask<{ done: boolean }>(
        `select coalesce(last_archived_wal >= $1, false) as done from pg_stat_archiver`,
        [piece?.name],
      );
      return seen?.done === true;
    });
  }

  /** Resolves when recovery has come to its end and the server takes writes. */
  async recovered(): Promise<void> {
    await until(async () => {
      const [state] = await this.ask<{ going: boolean }>('select pg_is_in_recovery() as going');
      return state?.going === false;
    });
  }

  /** Ends the server: in order, or with SIGQUIT as if the power went. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    const { child } = this;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
  }

  /** Ends the server and removes its files. */
  async remove(): Promise<void> {
    await this.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @throws Error when it does not come true within a minute */
async function until(comesTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await comesTrue())) {
    if (performance.now() > end) throw new Error('PostgreSQL does not get there');
    await pause(20);
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(scratch(), 'oasis-cluster-'));
  chmodSync(folder, 0o755);
  return folder;
}

function own(path: string, { user }: Place): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function writeOwned(path: string, text: string, place: Place): void {
  writeFileSync(path, text, { mode: 0o600 });
  own(path, place);
}

/** Files that the running server removes meanwhile are not missed: its log tells the rest. */
function copyFolder(from: string, to: string, place: Place): void {
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    try {
      if (lstatSync(source).isDirectory()) {
        mkdirSync(target, { mode: 0o700 });
        own(target, place);
        if (!emptyFolders.has(name)) copyFolder(source, target, place);
      } else if (!leftOut.has(name)) {
        copyFileSync(source, target);
        own(target, place);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
