import { assertSchemaCompatibility, runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { isWorthRepeating, sqlState } from './constraint';

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
 * turns under an advisory lock, and the later ones find nothing to do. An account that may only read and write rows
 * finds the schema as it needs it, or is refused.
 * @throws DatabaseUnusable when the server cannot be reached, is too old or a standby, when the schema cannot be
 * brought up to date, or when a law is missing afterwards.
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
    await insistOnServer(client);
    if (!source.isInitialized) await source.initialize();
    if (await mayChangeSchema(client)) {
      await client.query('select pg_advisory_lock($1)', [migrationLock]);
      await runMigrations(source);
      await runQueueMigrations(client);
    } else {
      await insistOnSchema(source, client);
    }
    await insistOnLaws(client);
  } finally {
    await client.end();
  }
}

async function mayChangeSchema(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may`,
  );
  return rows[0]?.may === true;
}

async function insistOnSchema(source: DataSource, client: pg.Client): Promise<void> {
  const names = source.migrations.map(({ name }) => name);
  try {
    const { rows } = await client.query<{ found: string }>(
      'select count(distinct name) as found from schema_migration where name = any($1)',
      [names],
    );
    await assertSchemaCompatibility(client);
    if (Number(rows[0]?.found) === names.length) return;
  } catch {
    // Not a table of it can be read: that is not up to date, either.
  }
  throw new DatabaseUnusable(
    'The schema is older than this software, and this account may not change it; run "npm run migrate" with the ' +
      'account that owns it first.',
  );
}

/** How often a migration that did not get its locks is tried again, and the longest rest before that. */
const tries = { most: 40, rest: 500 };

/**
 * Runs what is missing. A migration that finds a table in use is undone and tried again a little later, so that it
 * slips in between two commands of the version that is at work; each is a transaction of its own, and what is done stays
 * done.
 */
async function runMigrations(source: DataSource): Promise<void> {
  for (let run = 1; ; run++) {
    try {
      await source.runMigrations();
      return;
    } catch (error) {
      const wasInUse = sqlState(error) === '55P03' || isWorthRepeating(error);
      if (!wasInUse) throw error;
      if (run >= tries.most) {
        throw new DatabaseUnusable(
          'A migration did not get the tables that it changes: somebody keeps them locked. It was undone; look for long ' +
            'transactions in pg_stat_activity and start again.',
        );
      }
      await pause(100 + Math.random() * tries.rest);
    }
  }
}

async function insistOnServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string; is_standby: boolean }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text,
            pg_is_in_recovery() as is_standby`,
  );
  const version = rows[0];
  if (version && version.number < oldestServer) {
    throw new DatabaseUnusable(
      `PostgreSQL 15 or newer is needed; the server that DATABASE_URL names is ${version.text}.`,
    );
  }
  if (version?.is_standby) {
    throw new DatabaseUnusable('The server that DATABASE_URL names is a standby; promote it, or name the primary.');
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
