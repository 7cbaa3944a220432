// `npm run mutants -- [law, control or area ...] [--list file,file] [--json file] [--at-once n] [--check [--results file]]`:
// switches laws and controls off, one at a time and in a copy of the project, and runs the spec that should notice.
// A mutant is killed when a test that passes without it fails with it, and not by hanging or because nothing could be
// run; it survives otherwise. Prints both by name; ends with 1 unless all are killed.
// `--check` runs nothing and only says whether every mutant can still be made, and with the results of a run of all tests
// (`npm test -- --json --outputFile file`) whether each has the test that should notice it.
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HouseCopy, takeFolder } from './house-copy.mjs';
import { faultsOf, mutantsOf, titleOf } from './list.mjs';
import { startServer } from './server.mjs';
import { runSpecs } from './specs.mjs';
import { untested } from './titles.mjs';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'string' },
    json: { type: 'string' },
    'at-once': { type: 'string', default: String(availableParallelism()) },
    check: { type: 'boolean', default: false },
    results: { type: 'string' },
  },
});

const listed = mutantsOf(values.list?.split(','));
const faults = [...faultsOf(listed), ...(values.results ? untested(listed, values.results) : [])];
const isCalled = ({ name, area }, word) => name === word || area === word;
const unknown = names.filter((word) => !listed.some((mutant) => isCalled(mutant, word)));
faults.push(...unknown.map((word) => `${word}: is neither a law nor a control nor an area of the list`));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(2);
const mutants = names.length === 0 ? listed : listed.filter((mutant) => names.some((word) => isCalled(mutant, word)));
const areas = [...new Set(mutants.map(({ area }) => area))];
if (values.check) {
  for (const area of areas)
    console.log(`${String(mutants.filter((one) => one.area === area).length).padStart(4)} ${area}`);
  console.log(`${mutants.length} mutants can be made`);
  process.exit(0);
}

const folder = takeFolder();
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const server = mutants.some(({ spec }) => spec.startsWith('test/') && !spec.startsWith('test/unit/'))
  ? await startServer()
  : { env: {}, template: () => undefined, stop: () => undefined };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(server.stop()).finally(() => process.exit(130)));
}

/** How many runs share a process: starting one costs as much as a run, and each leaves something in its memory. */
const mostRuns = 12;

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
  for (const [mutant, { end, by, why }] of ends) {
    const unmutated = sound.get(mutant.spec);
    if (!unmutated) continue;
    ends.delete(mutant);
    const own = new RegExp(mutant.test, 'i');
    const { failed, passed } = unmutated;
    const isBroken = failed.some((title) => own.test(title)) || (unmutated.end === 'broken' && failed.length === 0);
    if (isBroken) say(mutant, 'unproven', `fails without it\n${unmutated.why}`);
    else if (!passed.some((title) => own.test(title))) say(mutant, 'unproven', `no test is called "${mutant.test}"`);
    else if (end === 'failed') say(mutant, 'killed', by, why);
    else say(mutant, 'survived', end === 'passed' ? 'no test failed' : `nothing was tested\n${why}`);
  }
}

function say({ area, name, off, spec, test }, outcome, words, judgement) {
  const by = judgement && { by: words, said: judgement.slice(0, 1_000) };
  found.push({ area, name, off, outcome, spec, test, ...by });
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

const count = (outcome, some = found) => some.filter((one) => one.outcome === outcome).length;
const left = found.filter(({ outcome }) => outcome !== 'killed');
if (left.length > 0) console.log(`\nnot killed:\n${left.map((one) => `  ${one.outcome}  ${titleOf(one)}`).join('\n')}`);
console.log('');
for (const area of areas) {
  const own = found.filter((one) => one.area === area);
  console.log(`${area.padEnd(22)} ${count('killed', own)} of ${own.length} killed`);
}
console.log(
  `\n${found.length} mutants: ${count('killed')} killed, ${count('survived')} survived, ${count('unproven')} unproven ` +
    `(${((performance.now() - from) / 1000).toFixed(0)} s)`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, mutants: found }, null, 2)}\n`);
process.exit(left.length === 0 ? 0 : 1);
