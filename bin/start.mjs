// `npm start`: builds what is missing or older than its sources, then becomes the server. Nothing else is needed
// between a fresh checkout with installed packages and a running house.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules', '.cache', 'business-oasis');

/** Whether builds can be kept; in a read-only installation what was built before is used as it is. */
const mayWrite = (() => {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
})();

function give(up) {
  console.error(up);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  give(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
if (!existsSync(join(root, 'node_modules', '@nestjs', 'core')))
  give('The packages are not installed: run "npm ci" first.');

/** Names, sizes and times of everything below some files and folders, in one hash. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const look = (path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) look(join(path, name));
    } else {
      hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    }
  };
  for (const path of paths) look(join(root, path));
  return hash.digest('hex');
}

function run(program, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Builds unless the last build was made from exactly these sources. */
async function build({ name, result, sources, steps, needed, optional }) {
  const stamp = join(cache, `${name}.built`);
  const wanted = fingerprint(sources);
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (existsSync(join(root, result)) && (made === wanted || !mayWrite)) return;
  if (!existsSync(join(root, 'node_modules', needed))) {
    // Installed without the tools for building: what was built elsewhere is used as it is.
    if (existsSync(join(root, result))) return;
    give(`The ${name} is not built and the tools for building are not installed: run "npm ci".`);
  }
  console.log(`Building the ${name} ...`);
  for (const [program, ...args] of steps) {
    const { code, output } = await run(program, args);
    if (code === 0) continue;
    const failed = `The ${name} could not be built:\n${output.trim()}`;
    // Without its pages the house still answers programs; without the server there is nothing to start.
    return optional ? console.error(failed) : give(failed);
  }
  writeFileSync(stamp, wanted);
}

/** One build at a time, however many starts there are; a lock whose owner is gone does not count. */
async function alone(work) {
  const lock = join(cache, 'building');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') return work();
    }
    try {
      process.kill(Number(readFileSync(lock, 'utf8')), 0);
      await pause(100);
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(lock, { force: true });
      else await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

const server = {
  name: 'server',
  result: 'dist/main.js',
  sources: ['src', 'nest-cli.json', '.swcrc', 'package.json', 'bin/bundle.mjs'],
  steps: [
    [process.execPath, join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'],
    [process.execPath, join(root, 'bin', 'bundle.mjs')],
  ],
  needed: '@nestjs/cli',
};
const webScripts = JSON.parse(readFileSync(join(root, 'web', 'package.json'), 'utf8')).scripts ?? {};
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const web = {
  name: 'web application',
  result: 'web/dist/index.html',
  sources: [
    ...['web/src', 'web/public', 'web/scripts', 'web/index.html'],
    ...['web/package.json', 'web/tsconfig.json', 'web/vite.config.ts'],
  ],
  steps: [[...npm, 'run', '-s', '-w', 'web', 'build']],
  needed: 'vite',
  // A start goes on without it; whoever asks for a build wants to know.
  optional: process.argv[2] !== 'build',
};
await alone(() => Promise.all([build(server), ...(webScripts.build && mayWrite ? [build(web)] : [])]));
if (process.argv[2] === 'build') process.exit(0);

// Node says once that requiring ES modules is experimental. It is what NestJS 12 builds on, and stable since Node 22.12.
const emitWarning = process.emitWarning.bind(process);
process.emitWarning = (warning, ...rest) => {
  const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
  if (type === 'ExperimentalWarning' && /require\(\)|ES Module/.test(String(warning))) return;
  emitWarning(warning, ...rest);
};

const door = process.argv[2] === 'demo:load' ? 'demo/load.js' : 'main.js';
await import(pathToFileURL(join(root, 'dist', door)).href);
