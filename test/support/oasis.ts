import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { DataSource } from 'typeorm';
import { ApiModule } from '../../src/api.module';
import { entities } from '../../src/entities';
import { Config } from '../../src/platform/config/config';
import { dataSource } from '../../src/platform/database/data-source';
import { Database } from '../../src/platform/database/database';
import { createApp } from '../../src/platform/http/app';
import { createLogger } from '../../src/platform/logging/logger';
import { TestClock } from './clock';
import { FreshDatabase, freshDatabase } from './postgres';

export { TestClock } from './clock';

type Settings = Omit<Config, 'isProduction' | 'usesEmbeddedDatabase' | 'usesMailbox'>;

export interface OasisOptions {
  /** Where the house's time stands; see {@link TestClock}. */
  clock?: TestClock;
  /** Settings that differ from those of {@link testConfig}. */
  config?: Partial<Settings>;
  /** Whether what happens by itself also runs; otherwise specs call it by hand. */
  jobs?: boolean;
  /** Where the log goes, line by line; else to the standard output, where nobody would find it. */
  log?: (line: string) => void;
  /** An existing, migrated database instead of a fresh one; whoever made it removes it. */
  databaseUrl?: string;
}

/** A whole running application on a database of its own. */
export interface Oasis {
  app: NestFastifyApplication;
  /** Where it listens, without a trailing slash. */
  url: string;
  /** A client that keeps no cookies: `oasis.http.get('/api/v1/sites')`. */
  http: TestAgent;
  /** A client that keeps cookies, as a browser does: one per person. */
  browser(): TestAgent;
  database: Database;
  clock: TestClock;
  config: Config;
  /** The instance of a provider, such as a service. */
  get<T>(type: abstract new (...given: never[]) => T): T;
  /** Closes the application and drops its database; call it in `afterAll`. */
  stop(): Promise<void>;
}

/** Settings for specs: nothing limited by the minute, nothing logged, the secret known. */
export function testConfig(databaseUrl: string, dataFolder: string, differing: Partial<Settings> = {}): Config {
  return new Config({
    environment: 'test',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:3000',
    databaseUrl,
    databasePool: 10,
    redisUrl: process.env['REDIS_URL'] || undefined,
    mailFrom: 'Business Oasis <no-reply@oasis.example>',
    secondFactorFor: 'none',
    jwtSecret: 'a-secret-for-specs-only-0123456789-abcdefghij',
    runsJobs: false,
    trustedProxies: 0,
    rateLimit: 0,
    logLevel: 'silent',
    dataFolder,
    ...differing,
  });
}

/**
 * Starts the application on a fresh, migrated, empty database and a free port. Takes about half a second; one per spec
 * file, in `beforeAll`.
 */
export async function startOasis(options: OasisOptions = {}): Promise<Oasis> {
  const given = options.databaseUrl;
  const fresh = given ? { url: given, drop: () => Promise.resolve() } : await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'oasis-spec-'));
  try {
    return await open(fresh, folder, options);
  } catch (error) {
    await fresh.drop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function open(fresh: Pick<FreshDatabase, 'url' | 'drop'>, folder: string, options: OasisOptions): Promise<Oasis> {
  const { clock = new TestClock(), jobs = false } = options;
  const config = testConfig(fresh.url, folder, { runsJobs: jobs, ...options.config });
  const source: DataSource = dataSource(fresh.url, entities, config.databasePool);
  await source.initialize();
  const logger = options.log && createLogger(config, { write: options.log });
  const app = await createApp(ApiModule.with({ config, source, clock }), config, logger);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  return {
    app,
    url,
    http: supertest(url),
    browser: () => supertest.agent(url),
    database: app.get(Database),
    clock,
    config,
    get: (type) => app.get(type as never),
    stop: async () => {
      await app.close();
      if (source.isInitialized) await source.destroy();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
