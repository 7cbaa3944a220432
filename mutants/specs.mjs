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

/**
 * How runs ended: `failed` with the titles of its failed tests, `passed`, or `broken` when the tests never came to look:
 * nothing could be loaded, the house did not start, no test bears such a title, or it took too long.
 * @param {HouseCopy} copy
 * @param {{ spec: string, test: string, edits: Edit[], template?: string }[]} runs
 * @returns {Promise<{ end: 'passed' | 'failed' | 'broken', passed: string[], failed: string[], why: string }[]>}
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
  const titles = (status) =>
    (result?.assertionResults ?? []).filter((test) => test.status === status).map(({ fullName }) => fullName);
  const [passed, failed] = [titles('passed'), titles('failed')];
  const ended = (end, why) => ({ end, why, passed, failed });
  if (brokenHook !== undefined) return ended('broken', brokenHook);
  if (failed.length > 0) return ended('failed', result.message);
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
