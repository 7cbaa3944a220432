import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Whom the house asks for a second factor; to everybody else it is offered. Staff are managers and administrators. */
export const secondFactorChoices = ['everybody', 'staff', 'none'] as const;
export type SecondFactorFor = (typeof secondFactorChoices)[number];

/** Everything the process is told from outside, read once and never changed. Nothing else reads the environment. */
export class Config {
  readonly environment!: 'development' | 'test' | 'production';
  readonly host!: string;
  readonly port!: number;
  /** Address under which people reach the application; links in mails start with it. No trailing slash. */
  readonly publicUrl!: string;
  /** Undefined means the embedded server. */
  readonly databaseUrl?: string;
  /** Connections of one process to the database. */
  readonly databasePool!: number;
  /** Undefined means that BullMQ keeps its jobs in PostgreSQL. */
  readonly redisUrl?: string;
  /** Undefined means the built-in mailbox (embedded database only). */
  readonly smtpUrl?: string;
  readonly mailFrom!: string;
  readonly jwtSecret!: string;
  /** The secret before the last change: verifies for a while, never signs. */
  readonly jwtSecretPrevious?: string;
  readonly secondFactorFor!: SecondFactorFor;
  /** Whether this process also runs what happens by itself. */
  readonly runsJobs!: boolean;
  /** Number of proxies in front of the application whose forwarded headers are believed. */
  readonly trustedProxies!: number;
  /** Requests a minute for one person (or one address when signed out); 0 turns the limit off. */
  readonly rateLimit!: number;
  readonly logLevel!: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Folder of the embedded database and of what belongs to it. */
  readonly dataFolder!: string;
  /** Port at which a worker answers /health and /metrics; undefined means that it does not listen. */
  readonly watchPort?: number;
  /** What /metrics asks for as a bearer token. Without it the figures are open, and in production for nobody. */
  readonly metricsToken?: string;

  constructor(values: Omit<Config, 'isProduction' | 'usesEmbeddedDatabase' | 'usesMailbox'>) {
    Object.assign(this, values);
    Object.freeze(this);
  }

  get isProduction(): boolean {
    return this.environment === 'production';
  }

  get usesEmbeddedDatabase(): boolean {
    return this.databaseUrl === undefined;
  }

  /** Mails stay in the house, readable at /mailbox, only while the embedded database is in use. */
  get usesMailbox(): boolean {
    return this.smtpUrl === undefined && this.usesEmbeddedDatabase;
  }
}

/** The configuration is not usable. Lists every problem by the name of the variable, never by its value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not usable: ${problems.join('; ')}.`);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

/**
 * Reads and checks the environment.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Environment = process.env): Config {
  const problems: string[] = [];
  const read = new Reader(env, problems);

  const environment = read.choice('NODE_ENV', ['development', 'test', 'production'], 'development');
  const production = environment === 'production';
  const port = read.integer('PORT', 0, 65_535, 3000);
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  if (production && databaseUrl === undefined && !env['DATABASE_URL']) {
    problems.push('DATABASE_URL must be set in production (the embedded database is for trying out)');
  }
  const dataFolder = resolve(read.text('OASIS_DATA') ?? '.oasis');

  const values = {
    environment,
    host: read.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl: (read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    databaseUrl,
    databasePool: read.integer('DATABASE_POOL', 1, 200, 10),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.text('MAIL_FROM') ?? 'Business Oasis <no-reply@oasis.example>',
    jwtSecret: read.secret('JWT_SECRET') ?? '',
    jwtSecretPrevious: read.secret('JWT_SECRET_PREVIOUS'),
    secondFactorFor: read.choice('SECOND_FACTOR_FOR', secondFactorChoices, production ? 'staff' : 'none'),
    runsJobs: read.choice('JOBS', ['here', 'elsewhere'], production ? 'elsewhere' : 'here') === 'here',
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, 10, 0),
    rateLimit: read.integer('RATE_LIMIT', 0, 1_000_000, 600),
    logLevel: read.choice('LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
    dataFolder,
    watchPort: read.text('WATCH_PORT') === undefined ? undefined : read.integer('WATCH_PORT', 0, 65_535, 0),
    metricsToken: read.secret('METRICS_TOKEN'),
  } as const;

  if (production && !env['JWT_SECRET']) problems.push('JWT_SECRET must be set in production (at least 32 bytes)');
  if (problems.length > 0) throw new ConfigError(problems);
  return new Config({ ...values, jwtSecret: values.jwtSecret || developmentSecret(dataFolder) });
}

/** A secret of this folder's own, so that people stay signed in over a restart while trying the software out. */
function developmentSecret(folder: string): string {
  const file = join(folder, 'jwt-secret');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (Buffer.byteLength(kept) >= 32) return kept;
  }
  const made = randomBytes(48).toString('base64url');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

class Reader {
  constructor(
    private readonly env: Environment,
    private readonly problems: string[],
  ) {}

  text(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if (!allowed.includes(value as T)) {
      this.problems.push(`${name} must be one of ${allowed.join(', ')}`);
      return fallback;
    }
    return value as T;
  }

  integer(name: string, least: number, most: number, fallback: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most)) {
      this.problems.push(`${name} must be a whole number from ${least} to ${most}`);
      return fallback;
    }
    return number;
  }

  url(name: string, protocols: string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      this.problems.push(`${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
      return undefined;
    }
    return value;
  }

  secret(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (Buffer.byteLength(value) < 32 || new Set(value).size < 10) {
      this.problems.push(`${name} must be a random secret of at least 32 bytes`);
      return undefined;
    }
    return value;
  }
}
