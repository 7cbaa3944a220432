const files = require('./jest.config.js');

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
      : { ...project, testMatch: [`<rootDir>/test/suites/${project.displayName}-*.suite.ts`] },
  ),
};
