// A file system of its own for the tables, small enough to be filled up.
import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mind } from './processes.mjs';

const run = (program, ...words) => spawnSync(program, words, { stdio: 'ignore' }).status === 0;

/** Only root may make one, and not everywhere. */
export class SmallDisk {
  /** @returns undefined where this is not allowed */
  static mount(folder, user, megabytes = 160) {
    const disk = new SmallDisk();
    disk.folder = folder;
    mkdirSync(folder, { recursive: true });
    if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder)) return undefined;
    disk.gone = new Promise((resolve) => (disk.left = resolve));
    mind(() => run('umount', '--lazy', folder), disk.gone);
    disk.place = join(folder, 'tables');
    mkdirSync(disk.place, { mode: 0o700 });
    if (user) chownSync(disk.place, user.uid, user.gid);
    disk.ballast = join(folder, 'ballast');
    return disk;
  }

  /** Takes what is left, to the last page. */
  fill() {
    const file = openSync(this.ballast, 'a');
    try {
      for (const piece of [1 << 20, 4096]) {
        const zeros = Buffer.alloc(piece);
        try {
          while (writeSync(file, zeros) === piece);
        } catch (error) {
          if (error.code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Megabytes that are free. */
  get free() {
    const { bavail, bsize } = statfsSync(this.folder);
    return (bavail * bsize) / (1 << 20);
  }

  makeRoom() {
    rmSync(this.ballast, { force: true });
  }

  unmount() {
    run('umount', this.folder) || run('umount', '--lazy', this.folder);
    this.left();
  }
}
