import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { startOf } from './process-identity';

/** Another living process owns the folder. */
export class AlreadyOwned extends Error {
  constructor(readonly pid: number) {
    super(`Business Oasis is already running in this folder (process ${pid}).`);
    this.name = 'AlreadyOwned';
  }
}

/**
 * A file that says which process owns a folder. It survives `kill -9`, so it names the process by number and start:
 * the next owner sees that nobody is there any more.
 */
export class OwnerLock {
  private constructor(
    private readonly file: string,
    private readonly mine: string,
  ) {}

  /** @throws AlreadyOwned while another living process holds the file. */
  static take(file: string): OwnerLock {
    const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, mine);
    try {
      for (let tries = 0; tries < 20; tries++) {
        if (tryLink(draft, file)) return new OwnerLock(file, mine);
        const there = readIfThere(file);
        if (there === undefined) continue;
        const owner = ownerIn(there);
        if (owner !== undefined) throw new AlreadyOwned(owner);
        setAside(file, there);
      }
    } finally {
      rmSync(draft, { force: true });
    }
    throw new Error(`cannot take ${file}`);
  }

  /** Gives the folder free. */
  release(): void {
    if (readIfThere(this.file) === this.mine) rmSync(this.file, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ownerIn(text: string): number | undefined {
  try {
    const { pid, start } = JSON.parse(text) as { pid: number; start?: string };
    return start !== undefined && startOf(pid) === start ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a dead owner's file; if a living one put theirs there in the meantime, it is given back. */
function setAside(file: string, expected: string): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== expected) tryLink(aside, file);
  rmSync(aside, { force: true });
}
