import pg from 'pg';
import { DataSource, EntitySchema, MixedList } from 'typeorm';
import { sqlMigrations } from './migrations';
import { PostgresNaming } from './naming';
import { patientClient } from './patient-client';

// A date has no zone and no midnight: it stays the text that PostgreSQL wrote.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Counts and sums fit; bigint columns are not used for anything that could outgrow 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Entities = MixedList<string | (new () => unknown) | EntitySchema>;

/** Limits that the server itself keeps, whatever becomes of the client. */
const serverSide = [
  '-c lock_timeout=2000',
  '-c statement_timeout=5000',
  '-c idle_in_transaction_session_timeout=10000',
  '-c timezone=UTC',
  // Compiling a statement takes longer than any of ours runs.
  '-c jit=off',
  '-c default_transaction_isolation=read\\ committed',
].join(' ');

/** How long an answer of the server is waited for, in milliseconds: longer than the server lets any statement take. */
const patience = 7_000;

/**
 * A pool whose connections never end the process, and never wait for ever. A connection that the server closes while somebody holds it without
 * asking anything reports that as an event of its own, and an event that nobody listens to is fatal in Node.js; whoever
 * holds it learns of it with the next question.
 */
export class CalmPool extends pg.Pool {
  constructor(options?: pg.PoolConfig, longest = patience) {
    super({ Client: patientClient(longest), ...options });
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}

/** The driver as it is, but with calm pools. */
const driver: unknown = Object.create(pg, { Pool: { value: CalmPool } });

/** What all pools of a process share; `options` are settings of each server session. */
export function connectionOptions(url: string, pool: number): pg.PoolConfig {
  return {
    connectionString: url,
    max: pool,
    options: serverSide,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'business-oasis',
  };
}

/** The data source of the application: hand-written migrations, `synchronize` off, nothing connected yet. */
export function dataSource(
  url: string,
  entities: Entities,
  pool = 10,
  onPoolError: (error: unknown) => void = () => undefined,
): DataSource {
  return new DataSource({
    type: 'postgres',
    driver,
    url,
    entities,
    migrations: sqlMigrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolSize: pool,
    poolErrorHandler: onPoolError,
    connectTimeoutMS: 3_000,
    applicationName: 'business-oasis',
    // Statements that are asked at once go out at once, one behind the other on the wire.
    extra: { options: serverSide, idleTimeoutMillis: 30_000, keepAlive: true, pipeline: true },
  });
}
