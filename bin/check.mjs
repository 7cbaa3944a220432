// `npm run check`: everything a machine can say about the code without starting the software. The steps do not depend
// on each other, so two run at a time; a step that fails prints all it has to say, the others one line.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const atOnce = 2;

/** The program of an installed package, run by this very Node: no shell, no search of the path. */
const tool = (name, file, ...args) => [process.execPath, join(root, 'node_modules', name, file), ...args];

/** A script of package.json, or of a workspace's. */
const script = (name, ...options) => [process.platform === 'win32' ? 'npm.cmd' : 'npm', 'run', '-s', ...options, name];

/** Tests of what this program runs itself: `npm test` has them, and one needs them rarely. */
const ofItself = ['test/unit/(imports|habits|mutants).spec'];

// The longest first, so that the last one to finish is a short one.
const steps = [
  ['lint and types, of the server and of the web', script('lint')],
  [
    'unit tests',
    tool('jest', 'bin/jest.js', '--selectProjects', 'unit', '--maxWorkers=1', '--testPathIgnorePatterns', ...ofItself),
  ],
  ['format', tool('prettier', 'bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  [
    'import rules',
    tool(
      'dependency-cruiser',
      'bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'test',
      'web/src',
    ),
  ],
  ['API types of the web', script('check:api', '-w', 'web')],
  ['mutants can be made', [process.execPath, join(root, 'mutants', 'mutants.mjs'), '--check']],
];

const { FORCE_COLOR: _, ...given } = process.env;
const plain = { ...given, NO_COLOR: '1' };

function run([name, [program, ...args]]) {
  const from = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env: plain });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const finish = (passed) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1).padStart(5);
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}`);
      if (!passed) console.log(`${output.trim().replace(/^/gm, '    ')}\n`);
      done(passed);
    };
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

const waiting = [...steps];
const results = [];
async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
}
await Promise.all(Array.from({ length: atOnce }, work));

const failed = results.filter((passed) => !passed).length;
console.log(failed === 0 ? `All ${results.length} checks passed.` : `${failed} of ${results.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
