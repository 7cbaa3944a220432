import { randomBytes } from 'node:crypto';
import pg from 'pg';

export const templatePrefix = 'oasis_template_';

/** The address of another database on the same server. */
export function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

/** A database of its own for one spec. */
export interface FreshDatabase {
  url: string;
  name: string;
  /** Ends every session on it and removes it. */
  drop(): Promise<void>;
}

/** A fresh database with the whole schema and no rows: a clone of the migrated template. */
export function freshDatabase(): Promise<FreshDatabase> {
  return create(variable('OASIS_TEST_TEMPLATE'));
}

/** A fresh database without any table, for specs of the migrations themselves. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return create('template1');
}

/** Runs SQL as the server's owner on its maintenance database: for making things go wrong. */
export function asOwner<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return onDatabase(variable('OASIS_TEST_SERVER'), sql, parameters);
}

/** Runs SQL on a database by its address, over a connection of its own. */
export async function onDatabase<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

async function create(template: string): Promise<FreshDatabase> {
  const name = `oasis_${process.pid}_${randomBytes(5).toString('hex')}`;
  // Cloning fails while somebody else is cloning the same template or looks at it; that passes.
  for (let tries = 1; ; tries++) {
    try {
      await asOwner(
        `create database ${name} template ${template} strategy ${process.env['OASIS_TEST_CLONING'] ?? 'wal_log'}`,
      );
      break;
    } catch (error) {
      if (tries >= 100 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    name,
    url: addressOf(variable('OASIS_TEST_SERVER'), name),
    drop: async () => {
      await asOwner(`drop database if exists ${name} with (force)`);
    },
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this spec runs in the projects medium, e2e and browser only`);
  return value;
}
