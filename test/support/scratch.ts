import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
/** What all servers of a test run need together, and as much again. Bytes. */
const enough = 4 * 1024 ** 3;

/**
 * The folder for databases that live as long as a test run: in memory where there is enough of it, because cloning and
 * dropping a database is a thousand files, and otherwise where temporary files go. A killed server loses nothing in
 * either; only the power is not cut here.
 */
export function scratch(): string {
  return isInMemory() ? memory : tmpdir();
}

/** How databases are cloned: by files where files cost nothing, else through the log, as PostgreSQL does by itself. */
export function cloning(): 'file_copy' | 'wal_log' {
  return isInMemory() ? 'file_copy' : 'wal_log';
}

function isInMemory(): boolean {
  try {
    accessSync(memory, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}
