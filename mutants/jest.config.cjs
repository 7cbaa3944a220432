const { join } = require('node:path');
const config = require('../jest.config.js');

/** The specs as they are, each in the world of its mutant. The server and its templates are the runner's. */
module.exports = {
  ...config,
  projects: config.projects.map(({ globalSetup: _, globalTeardown: __, ...project }) => ({
    ...project,
    testEnvironment: join(__dirname, 'environment.cjs'),
    // Jest names its cache of what it has compiled after this: all copies and all runs of the command share one.
    id: `mutants-${project.displayName}`,
  })),
};
