// `npm run mutants -- [name ...] [--list file,file] [--json file] [--at-once n] [--check]`:
// switches laws and controls off, one at a time and in a copy of the project, and runs the spec that should notice.
// A mutant is killed when a test fails, and survives otherwise. Prints both by name; ends with 1 when one survives.
// `--check` runs nothing and only says whether every mutant can still be made.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HouseCopy } from './house-copy.mjs';
import { faultsOf, mutantsOf, titleOf } from './list.mjs';
import { startServer } from './server.mjs';
import { runSpecs } from './specs.mjs';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'string' },
    json: { type: 'string' },
    'at-once': { type: 'string', default: String(availableParallelism()) },
    check: { type: 'boolean', default: false },
  },
});

const listed = mutantsOf(values.list?.split(','));
const faults = faultsOf(listed);
const unknown = names.filter((name) => !listed.some((mutant) => mutant.name === name));
faults.push(...unknown.map((name) => `${name}: is neither a law nor a control of the list`));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(2);
const mutants = names.length === 0 ? listed : listed.filter(({ name }) => names.includes(name));
if (values.check) {
  console.log(`${mutants.length} mutants can be made`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'oasis-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const server = mutants.some(({ spec }) => spec.startsWith('test/') && !spec.startsWith('test/unit/'))
  ? await startServer()
  : { env: {}, template: () => undefined, stop: () => undefined };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(server.stop()).finally(() => process.exit(130)));
}

/** How many runs share a process: starting one costs as much as a run, and each leaves something in its memory. */
const mostRuns = 8;

/** Each spec as it is, followed by its mutants. */
const waiting = [];
for (const spec of new Set(mutants.map((mutant) => mutant.spec))) {
  const group = mutants.filter((mutant) => mutant.spec === spec);
  const test = group.map((mutant) => `(${mutant.test})`).join('|');
  waiting.push({ spec, test, edits: [] }, ...group.map((mutant) => ({ ...mutant, mutant })));
}
/** What each mutant's run came to, and what the run of its spec without it did. */
const ends = new Map();
const sound = new Map();
const found = [];

/** Tells of every mutant of which both runs are known. */
function tell() {
  for (const [mutant, { end, failed, why }] of ends) {
    const unmutated = sound.get(mutant.spec);
    if (!unmutated) continue;
    ends.delete(mutant);
    const own = new RegExp(mutant.test, 'i');
    const isBroken = unmutated.end === 'broken' || unmutated.failed.some((title) => own.test(title));
    if (isBroken) say(mutant, 'unproven', `fails without it\n${unmutated.why}`);
    else if (!unmutated.passed.some((title) => own.test(title)))
      say(mutant, 'unproven', `no test is called "${mutant.test}"`);
    else if (end === 'failed') say(mutant, 'killed', failed[0]);
    else say(mutant, 'survived', end === 'passed' ? 'no test failed' : `nothing was tested\n${why}`);
  }
}

function say({ name, off, spec, test }, outcome, words) {
  found.push({ name, off, outcome, spec, test, by: outcome === 'killed' ? words : undefined });
  const lines = words.trim().split('\n').slice(0, 20).join('\n           ');
  console.log(`${outcome.padEnd(8)} ${titleOf({ name, off })}\n         ${spec}: ${lines}`);
}

/** Works through the runs in a copy of its own. */
async function work(number) {
  const copy = new HouseCopy(join(folder, `copy-${number}`));
  while (waiting.length > 0) {
    const runs = waiting.splice(0, Math.min(mostRuns, Math.ceil(waiting.length / Number(values['at-once']))));
    for (const run of runs) run.template = await server.template(run.edits, join(folder, `migrations-${number}`));
    const outcomes = await runSpecs(copy, runs, server.env);
    for (const [index, outcome] of outcomes.entries()) {
      const { mutant, spec } = runs[index];
      if (mutant) ends.set(mutant, outcome);
      else sound.set(spec, outcome);
    }
    tell();
  }
}

const from = performance.now();
await Promise.all(Array.from({ length: Number(values['at-once']) }, (_, number) => work(number)));
await server.stop();

const count = (outcome) => found.filter((one) => one.outcome === outcome).length;
const left = found.filter(({ outcome }) => outcome !== 'killed');
if (left.length > 0) console.log(`\nnot killed:\n${left.map((one) => `  ${one.outcome}  ${titleOf(one)}`).join('\n')}`);
console.log(
  `\n${found.length} mutants: ${count('killed')} killed, ${count('survived')} survived, ${count('unproven')} unproven ` +
    `(${((performance.now() - from) / 1000).toFixed(0)} s)`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, mutants: found }, null, 2)}\n`);
process.exit(left.length === 0 ? 0 : 1);
