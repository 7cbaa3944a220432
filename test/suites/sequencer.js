const { default: Sequencer } = require('@jest/test-sequencer');
const { basename } = require('node:path');

/** The suites of the browser first, single unit specs last: what is short fills up the gaps at the end. */
const order = ['browser', 'e2e', 'medium'];

/** Runs what takes long first, on every machine alike: with two workers the last one to start decides how long all takes. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = order.findIndex((project) => basename(path).startsWith(`${project}-`));
      return found === -1 ? order.length : found;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
};
