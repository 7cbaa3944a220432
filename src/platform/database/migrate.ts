import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** The oldest server that has what the ledger needs (`unique nulls not distinct`). */
export const oldestServer = 150_000;

/** A sentence for the person at the terminal; the process ends after it. */
export class DatabaseUnusable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'DatabaseUnusable';
  }
}

/** Any number: all processes that migrate this application agree on it. */
const migrationLock = 7_226_011_934;

/** The laws that must be in force before anybody books. */
const laws = ['no_double_booking', 'person_not_twice'];

/**
 * Brings the schema up to date: the application's own tables and those of the queue. Processes that start at once take
 * turns under an advisory lock, and the later ones find nothing to do.
 * @throws DatabaseUnusable when the server cannot be reached, is too old, or a law is missing afterwards.
 */
export async function migrate(source: DataSource, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnusable(`The database that DATABASE_URL names cannot be used: ${reason(error)}.`);
  }
  try {
    await insistOnVersion(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    if (!source.isInitialized) await source.initialize();
    await source.runMigrations();
    await runQueueMigrations(client);
    await insistOnLaws(client);
  } finally {
    await client.end();
  }
}

async function insistOnVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  const version = rows[0];
  if (version && version.number < oldestServer) {
    throw new DatabaseUnusable(
      `PostgreSQL 15 or newer is needed; the server that DATABASE_URL names is ${version.text}.`,
    );
  }
}

async function insistOnLaws(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ conname: string }>(
    `select conname from pg_constraint where conname = any($1) and contype = 'x' and convalidated`,
    [laws],
  );
  const found = new Set(rows.map((row) => row.conname));
  const missing = laws.filter((law) => !found.has(law));
  if (missing.length > 0) {
    throw new DatabaseUnusable(
      `The database lacks the constraint ${missing.join(' and ')}; nobody may book without it.`,
    );
  }
}

/** A reason without addresses, users or passwords. */
function reason(error: unknown): string {
  const code = (error as { code?: string }).code;
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing answers at that address';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host of that name';
    case '28P01':
    case '28000':
      return 'the user name or password is wrong';
    case '3D000':
      return 'there is no database of that name';
    default:
      return code ? `connecting failed with ${code}` : 'the server did not answer';
  }
}
