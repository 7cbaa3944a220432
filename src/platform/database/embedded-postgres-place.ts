import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoPrograms, ServerUser } from './embedded-postgres-programs';

/** Where an embedded server lives: `home` is ours, `cluster` inside belongs to the server's user. */
export interface Place {
  home: string;
  cluster: string;
  /** Undefined when the server runs as ourselves. */
  user?: ServerUser;
}

/**
 * Chooses where the server's files go. For an ordinary user that is `<folder>/postgres`. Root has to hand the server to
 * an existing system user; when that user cannot reach the folder (it is below /root, say), the files go to a folder of
 * their own under /var/lib, or under the folder for temporary files, and `say` is told in one line.
 */
export function placeFor(folder: string, say: (line: string) => void): Place {
  const wanted = join(folder, 'postgres');
  if (process.getuid?.() !== 0) return made(wanted);

  const user = systemUser();
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const candidates = [wanted, join('/var/lib/business-oasis', name), join(tmpdir(), `business-oasis-${name}`)];
  // Data that is there already stays where it is.
  const known = candidates.find((home) => existsSync(join(home, 'cluster', 'PG_VERSION')) && reaches(user, home));
  for (const home of known ? [known] : candidates) {
    try {
      const place = made(home, user);
      if (!reaches(user, place.cluster)) continue;
      if (home !== wanted)
        say(`PostgreSQL cannot run as root and ${user.name} cannot reach ${folder}: data in ${home}`);
      return place;
    } catch {
      // Not writable: the next candidate.
    }
  }
  throw new NoPrograms('No folder was found that the embedded PostgreSQL may write to; set DATABASE_URL.');
}

function made(home: string, user?: ServerUser): Place {
  const cluster = join(home, 'cluster');
  mkdirSync(cluster, { recursive: true, mode: 0o755 });
  if (user && statSync(cluster).uid !== user.uid) chownSync(cluster, user.uid, user.gid);
  return { home, cluster, user };
}

function systemUser(): ServerUser {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((candidate) => candidate.name === name && candidate.uid > 0);
    if (user) return user;
  }
  throw new NoPrograms(
    'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody" to hand it to; ' +
      'start as an ordinary user, or set DATABASE_URL.',
  );
}

function reaches(user: ServerUser, folder: string): boolean {
  const look = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return look.status === 0;
}
