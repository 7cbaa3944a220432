import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigError, readConfig } from '../../src/platform/config/config';

const project = join(__dirname, '..', '..');
const text = (file: string) => readFileSync(join(project, file), 'utf8');

/** The names that the configuration asks the environment for. */
function askedFor(): Set<string> {
  const asked = new Set<string>();
  const known: Record<string, string> = {
    NODE_ENV: 'test',
    JWT_SECRET: 'a-secret-for-specs-only-0123456789-abcdefghij',
  };
  readConfig(
    new Proxy(known, {
      get: (values, name) => {
        asked.add(String(name));
        return values[String(name)];
      },
    }),
  );
  return asked;
}

/** The names that a compose file fills in from outside. */
function filledIn(compose: string): Set<string> {
  return new Set([...compose.matchAll(/\$\{(\w+)/g)].map((match) => match[1]!));
}

interface Compose {
  services: Record<
    string,
    {
      environment?: Record<string, string>;
      depends_on?: Record<string, { condition: string }>;
      healthcheck?: { disable?: boolean };
      user?: string;
    }
  >;
  volumes: Record<string, unknown>;
}

describe('.env.example', () => {
  const explained = [...text('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);

  it('explains every variable that the software or its compose file reads, and no other', () => {
    const read = new Set([...askedFor(), ...filledIn(text('docker-compose.yml'))]);

    expect(read.size).toBeGreaterThan(10);
    expect([...explained].sort()).toEqual([...read].sort());
  });

  it('holds no secret and sets nothing by itself', () => {
    expect(text('.env.example')).not.toMatch(/^[A-Z]/m);
    expect(text('.env.example')).toMatch(/^#JWT_SECRET=$/m);
  });
});

describe('docker-compose.yml', () => {
  const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;

  it('starts a database, a queue, a mail catcher, the migrations, the application and its worker', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'mailpit', 'migrate', 'postgres', 'valkey', 'worker']);
  });

  it.each(['api', 'worker'])('starts %s on migrated tables and living servers', (service) => {
    expect(compose.services[service]?.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      postgres: { condition: 'service_healthy' },
      valkey: { condition: 'service_healthy' },
    });
  });

  it.each(['postgres', 'valkey'])('can tell whether %s is well', (service) => {
    expect(compose.services[service]?.healthcheck).toEqual(expect.objectContaining({ test: expect.anything() }));
  });

  it('does not start without its secrets and writes none of them down', () => {
    const secrets = ['POSTGRES_PASSWORD', 'JWT_SECRET'];
    for (const secret of secrets) {
      const uses = [...text('docker-compose.yml').matchAll(new RegExp(`\\$\\{${secret}\\b(..)`, 'g'))];
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.map((use) => use[1])).toEqual(uses.map(() => ':?'));
    }
  });

  it('gives the software nothing but what the configuration knows', () => {
    const asked = askedFor();
    for (const service of ['migrate', 'api', 'worker']) {
      const given = Object.keys(compose.services[service]?.environment ?? {});
      expect(given.length).toBeGreaterThan(5);
      expect(given.filter((name) => !asked.has(name))).toEqual([]);
    }
  });
});

describe('production', () => {
  const strong = 'Kx7-vQ2m_9sLw4Zt8Rb1Yn6Hc3Jf5Pd0';
  const database = 'postgres://oasis@db.example/oasis';
  const start = (env: Record<string, string>) => () => readConfig({ NODE_ENV: 'production', ...env });

  it('is not started without a database and a secret of its own', () => {
    expect(start({ JWT_SECRET: strong })).toThrow('DATABASE_URL must be set in production');
    expect(start({ DATABASE_URL: database })).toThrow('JWT_SECRET must be set in production');
    expect(start({ DATABASE_URL: database, JWT_SECRET: strong })()).toMatchObject({
      isProduction: true,
      usesEmbeddedDatabase: false,
      usesMailbox: false,
    });
  });

  it('asks those who run sites for a second factor, unless it is told otherwise', () => {
    const usable = { DATABASE_URL: database, JWT_SECRET: strong };
    expect(start(usable)().secondFactorFor).toBe('staff');
    expect(start({ ...usable, SECOND_FACTOR_FOR: 'everybody' })().secondFactorFor).toBe('everybody');
    expect(start({ ...usable, SECOND_FACTOR_FOR: 'managers' })).toThrow('SECOND_FACTOR_FOR must be one of everybody');
    expect(readConfig({ JWT_SECRET: strong }).secondFactorFor).toBe('none');
  });

  it.each(['short', 'a'.repeat(40), 'secret-secret'])('takes no secret that can be guessed: %s', (weak) => {
    expect(start({ DATABASE_URL: database, JWT_SECRET: weak })).toThrow(ConfigError);
    expect(start({ DATABASE_URL: database, JWT_SECRET: strong, METRICS_TOKEN: weak })).toThrow(ConfigError);
  });
});
