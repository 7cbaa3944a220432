const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

/**
 * Names of the installed packages that are ES modules: on Node 20 Jest cannot require those, so they are turned into
 * CommonJS on the way in. Beside them one that loads such a package by `import()`.
 */
function esModules(folder = join(__dirname, 'node_modules')) {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((part) => `${name}/${part}`) : [name],
  );
  return names.flatMap((name) => {
    const described = join(folder, name, 'package.json');
    const nested = join(folder, name, 'node_modules');
    const own = existsSync(described) && JSON.parse(readFileSync(described, 'utf8')).type === 'module' ? [name] : [];
    return [...own, ...(existsSync(nested) ? esModules(nested) : [])];
  });
}

const transformed = [...new Set([...esModules(), '@fastify/cookie'])].join('|');

/** @type {import('@jest/types').Config.InitialProjectOptions} */
const common = {
  rootDir: __dirname,
  // The same for all projects: what one of them has compiled is there for the others, see test/support/transformer.cjs.
  id: createHash('sha256').update(__dirname).digest('hex').slice(0, 32),
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]sx?$': '<rootDir>/test/support/transformer.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${transformed})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.oasis/', '<rootDir>/web/dist/'],
  watchPathIgnorePatterns: ['<rootDir>/.oasis/'],
};

/** Specs that need PostgreSQL share one server, started before the first and stopped after the last of them. */
const withPostgres = {
  ...common,
  globalSetup: '<rootDir>/test/support/postgres-start.ts',
  globalTeardown: '<rootDir>/test/support/postgres-stop.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/every-problem.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
  // The specs wait for PostgreSQL, processes and clocks more than they compute: there is one more at work than cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,web/src}/**/*.spec.ts', '<rootDir>/test/unit/**/*.spec.ts'],
    },
    { ...withPostgres, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...withPostgres, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
    {
      ...withPostgres,
      displayName: 'browser',
      testEnvironment: '<rootDir>/test/browser/environment.cjs',
      globalSetup: '<rootDir>/test/browser/setup.ts',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
    },
  ],
  // Long for a machine on which much else goes on.
  testTimeout: 60_000,
};
