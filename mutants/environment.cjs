const { TestEnvironment } = require('jest-environment-node');
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { edited } = require('./edits.cjs');

const house = join(__dirname, '..');
const runs = new Map(JSON.parse(readFileSync(process.env.OASIS_MUTANTS, 'utf8')).map((run) => [run.file, run]));

/**
 * The world of one run: the sources are as the mutant has them, from before the spec is loaded until it is over; only
 * the tests are run that should notice; the databases are clones of the template that its migrations made.
 */
class MutatedEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.run = runs.get(relative(house, context.testPath));
    this.before = new Map();
  }

  async setup() {
    await super.setup();
    const { edits, template } = this.run;
    for (const file of new Set(edits.map((edit) => edit.file))) {
      const path = join(house, file);
      this.before.set(path, readFileSync(path, 'utf8'));
      writeFileSync(path, edited(this.before.get(path), file, edits));
    }
    if (template) this.global.process.env.OASIS_TEST_TEMPLATE = template;
  }

  async teardown() {
    for (const [path, text] of this.before) writeFileSync(path, text);
    await super.teardown();
  }

  /**
   * Notes the hooks before tests that fail. Jest counts all tests behind such a hook as failed, though none of them
   * looked at anything: a mutant that keeps the house from starting is not killed by that.
   */
  handleTestEvent({ name, hook, error }, state) {
    if (name === 'setup') state.testNamePattern = new RegExp(this.run.test, 'i');
    if (name !== 'hook_failure' || !hook.type.startsWith('before')) return;
    const why = `${hook.type}: ${error?.message ?? error}`;
    appendFileSync(process.env.OASIS_MUTANTS_NOTES, `${JSON.stringify({ file: this.run.file, why })}\n`);
  }
}

module.exports = MutatedEnvironment;
