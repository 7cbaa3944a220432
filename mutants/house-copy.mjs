// Copies of the project in which mutants live: the working tree itself is never touched.
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './list.mjs';

/** What mutants change and what runs them; the rest is a link to what is there. */
const copied = ['src', 'test', 'migrations', 'mutants', 'jest.config.js', 'package.json', 'tsconfig.json'];
const leftOut = ['.git', '.oasis', 'coverage'];

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
