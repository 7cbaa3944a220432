const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const files = require('./jest.config.js');

/** Specs that cannot share loaded modules: `runsAlone` of test/suites/suite.ts. */
const alone = (project) =>
  readdirSync(join(__dirname, 'test', project))
    .filter((name) => name.endsWith('.spec.ts'))
    .filter((name) => readFileSync(join(__dirname, 'test', project, name), 'utf8').includes('\njest.mock('))
    .map((name) => `<rootDir>/test/${project}/${name}`);

/**
 * `npm test`: the same specs as in jest.config.js, many files at a time (see test/suites/suite.ts). One spec alone is
 * run with `npx jest <its path>`.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...files,
  testSequencer: '<rootDir>/test/suites/sequencer.js',
  projects: files.projects.map((project) =>
    project.displayName === 'unit'
      ? project
      : {
          ...project,
          testMatch: [`<rootDir>/test/suites/${project.displayName}-*.suite.ts`, ...alone(project.displayName)],
        },
  ),
};
