const { TestEnvironment } = require('jest-environment-node');

/** Node's environment, in which a test that fails also tells what its visitors were looking at. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return;
    const sights = await this.global.visitorsSee?.();
    if (sights) test.errors.push(new Error(sights));
  }
};
