// Runs specs in a copy of the project, one after the other in one process, and says how each ended.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Longer than this no run may take, in milliseconds: nothing that hangs is called noticed. */
const patience = 240_000;

const running = new Set();
process.on('exit', () => {
  for (const child of running) kill(child);
});

/** How a test fails when what it ran is no program, or no statement at all: a mutant that was made carelessly. */
const noProgram =
  /^(ReferenceError|SyntaxError): |^(QueryFailedError|error): (syntax error|could not determine|column|there is no parameter|bind message|function|operator)\b/;

/** How a test fails that has hung, and so has judged nothing. */
const noAnswer = /^(Error: )?thrown: "Exceeded timeout of/;

/**
 * How runs ended: `failed` when a test judged, with its title and what it said; `passed`; or `broken` when none came to
 * a judgement: nothing could be loaded or run, the house did not start, no test bears such a title, whatever failed
 * hung, or the run took too long.
 * @typedef {{ end: 'passed' | 'failed' | 'broken', passed: string[], failed: string[], by?: string, why: string }} Outcome
 * @param {HouseCopy} copy
 * @param {{ spec: string, test: string, edits: Edit[], template?: string }[]} runs
 * @returns {Promise<Outcome[]>}
 */
export async function runSpecs(copy, runs, env) {
  const wrapped = runs.map((run, number) => ({ ...run, file: copy.wrapped(run.spec, number) }));
  const [plan, results, notes] = ['plan.json', 'results.json', 'notes.txt'].map((name) => copy.path(name));
  for (const file of [results, notes]) rmSync(file, { force: true });
  writeFileSync(plan, JSON.stringify(wrapped));
  const said = await jest(copy, wrapped, results, { ...env, OASIS_MUTANTS: plan, OASIS_MUTANTS_NOTES: notes });
  for (const { file } of wrapped) copy.drop(file);
  if (!existsSync(results)) {
    for (const { edits } of runs) for (const { file } of edits) copy.restore(file);
    // One of them ended the process: which one is found by running each by itself.
    if (runs.length === 1) return [{ end: 'broken', why: said, passed: [], failed: [] }];
    const alone = [];
    for (const run of runs) alone.push(...(await runSpecs(copy, [run], env)));
    return alone;
  }
  const found = JSON.parse(readFileSync(results, 'utf8')).testResults;
  const broken = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n').map(JSON.parse) : [];
  return wrapped.map(({ file }) =>
    outcome(
      found.find(({ name }) => name === copy.path(file)),
      broken.find((note) => note.file === file)?.why,
    ),
  );
}

function outcome(result, brokenHook) {
  const tests = result?.assertionResults ?? [];
  const of = (wanted) => tests.filter(({ status }) => status === wanted);
  const [passed, failed] = [of('passed'), of('failed')].map((some) => some.map(({ fullName }) => fullName));
  const ended = (end, why, by) => ({ end, passed, failed, by, why });
  if (brokenHook !== undefined) return ended('broken', brokenHook);
  const said = of('failed').flatMap(({ fullName, failureMessages }) => failureMessages.map((text) => [fullName, text]));
  const careless = said.find(([, text]) => noProgram.test(text));
  if (careless) return ended('broken', careless[1]);
  const judgement = said.find(([, text]) => !noAnswer.test(text));
  if (judgement) return ended('failed', judgement[1], judgement[0]);
  if (failed.length > 0) return ended('broken', said[0][1]);
  if (passed.length === 0) return ended('broken', result?.message || 'no test is called so');
  return result.status === 'failed' ? ended('broken', result.message) : ended('passed', '');
}

/** Runs Jest and answers what it printed. */
function jest(copy, runs, results, env) {
  const child = spawn(
    process.execPath,
    [
      copy.path(join('node_modules', 'jest', 'bin', 'jest.js')),
      ...['--config', copy.path(join('mutants', 'jest.config.cjs')), '--runInBand', '--ci', '--silent'],
      // What a test has left open when it failed would keep the process from ending.
      '--forceExit',
      ...['--json', '--outputFile', results, '--runTestsByPath', ...runs.map(({ file }) => copy.path(file))],
    ],
    {
      cwd: copy.folder,
      env: { ...process.env, ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  running.add(child);
  let said = '';
  child.stderr.on('data', (piece) => (said = (said + piece).slice(-5_000)));
  const timer = setTimeout(() => {
    said += '\nit took too long';
    kill(child);
  }, patience * runs.length);
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer);
      running.delete(child);
      resolve(said);
    });
  });
}

/** Ends a run with all that it started. */
function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
