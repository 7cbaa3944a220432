const { transformSync, version } = require('@swc/core');
const { createHash } = require('node:crypto');
const { relative, sep } = require('node:path');

const options = {
  swcrc: false,
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    // `hidden.jest` lifts calls of `jest.mock` above the imports.
    transform: { legacyDecorator: true, decoratorMetadata: true, hidden: { jest: true } },
    keepClassNames: true,
  },
};
const how = JSON.stringify([version, process.version, options]);
const packages = `${sep}node_modules${sep}`;

/**
 * Compiles for Jest, which keeps what comes out under the key that is made here. What a file becomes hangs on its text
 * and on the options above and not on the project that loads it: all projects share what one of them has compiled.
 */
module.exports = {
  // Maps lie beside the code, which is read each time; they are for stacks of our own files.
  process: (source, filename) =>
    transformSync(source, { ...options, filename, sourceMaps: !filename.includes(packages) }),
  getCacheKey: (source, filename, { config }) =>
    createHash('sha256')
      .update(JSON.stringify([how, relative(config.rootDir, filename)]))
      .update(source)
      .digest('hex'),
};
