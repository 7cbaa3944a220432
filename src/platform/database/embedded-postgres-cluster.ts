import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Place } from './embedded-postgres-place';
import { NoPrograms, Programs } from './embedded-postgres-programs';

/**
 * Makes the cluster when there is none.
 * @returns the password of `account`, which is kept beside the cluster and readable by us only.
 */
export function ensureCluster(place: Place, { initdb, version }: Programs, account: string): string {
  const secret = join(place.home, 'password');
  // The password is written last, so it also says that the cluster is complete.
  if (existsSync(secret)) {
    insistOnVersion(place, version);
    return readFileSync(secret, 'utf8').trim();
  }
  clear(place);
  const password = randomBytes(24).toString('base64url');
  const handed = join(place.home, 'first-password');
  writeFileSync(handed, password, { mode: 0o600 });
  if (place.user) chownSync(handed, place.user.uid, place.user.gid);
  const made = spawnSync(
    initdb,
    [
      ...['-D', place.cluster, '-U', account, '--pwfile', handed, '--auth', 'scram-sha-256', '--encoding', 'UTF8'],
      // The C locale exists on every machine; the built-in provider knows the letters of all languages.
      ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ],
    { ...runAs(place), encoding: 'utf8' },
  );
  rmSync(handed, { force: true });
  if (made.status !== 0) {
    throw new NoPrograms(`The embedded PostgreSQL could not be set up: ${lastLine(made.stderr)}.`);
  }
  writeFileSync(secret, password, { mode: 0o600 });
  return password;
}

/** Options for running a program of the server: its user, a folder it can be in, nothing of our environment. */
export function runAs(place: Place): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };
  return { ...(place.user && { uid: place.user.uid, gid: place.user.gid }), cwd: '/', env };
}

function insistOnVersion(place: Place, version: number): void {
  const mark = join(place.cluster, 'PG_VERSION');
  const found = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : 'an unknown version';
  if (found === String(version)) return;
  throw new NoPrograms(
    `The data in ${place.home} belongs to PostgreSQL ${found} and this installation brings ${version}; ` +
      'move it away to start afresh, or set DATABASE_URL.',
  );
}

/** Sets aside what an interrupted set-up left. It is moved, not deleted: it might be somebody's data after all. */
function clear({ cluster, user }: Place): void {
  if (readdirSync(cluster).length > 0) {
    renameSync(cluster, `${cluster}-set-aside-${randomBytes(4).toString('hex')}`);
    mkdirSync(cluster);
  }
  chmodSync(cluster, 0o700);
  if (user) chownSync(cluster, user.uid, user.gid);
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
