// Copies of the project in which mutants live: the working tree itself is never touched.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from './list.mjs';

/** What mutants change and what runs them; the rest is a link to what is there. */
const copied = ['src', 'test', 'migrations', 'mutants', 'jest.config.js', 'package.json', 'tsconfig.json'];
const leftOut = ['.git', '.oasis', 'coverage'];

/**
 * A folder for the copies of this run: the first that no run is at work in. It is always the same, since Jest knows by it
 * what it has compiled before.
 */
export function takeFolder() {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 8);
  for (let number = 0; ; number++) {
    const folder = join(tmpdir(), `oasis-mutants-${name}-${number}`);
    if (isOwned(folder)) continue;
    rmSync(folder, { recursive: true, force: true });
    try {
      mkdirSync(folder);
    } catch {
      continue;
    }
    writeFileSync(join(folder, 'owner'), String(process.pid));
    return folder;
  }
}

function isOwned(folder) {
  try {
    return process.kill(Number(readFileSync(join(folder, 'owner'), 'utf8')), 0);
  } catch {
    return false;
  }
}

/** One copy of the project. */
export class HouseCopy {
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(root)) {
      if (leftOut.includes(name)) continue;
      if (copied.includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
      else symlinkSync(join(root, name), join(folder, name));
    }
  }

  path(file) {
    return join(this.folder, file);
  }

  /** Puts a spec beside another one that does nothing but load it, and answers where it is. */
  wrapped(spec, number) {
    const file = join(dirname(spec), `mutant-${number}.spec.ts`);
    writeFileSync(this.path(file), `import './${basename(spec, '.ts')}';\n`);
    return file;
  }

  /** Takes a file away, or back to what it is in the working tree. */
  restore(file) {
    rmSync(this.path(file), { force: true });
    cpSync(join(root, file), this.path(file));
  }

  drop(file) {
    rmSync(this.path(file), { force: true });
  }
}
