import chromium from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import startPostgres from '../support/postgres-start';

const web = join(__dirname, '..', '..', 'web');

/**
 * Runs once before all browser specs: the database server as for other specs, the web application as it is now, and
 * Chromium unpacked: suites that began to unpack it at the same time would start one that another still writes.
 */
export default async function setup(): Promise<void> {
  buildWeb();
  await chromium.executablePath();
  await startPostgres();
}

/** Builds the web application unless the last build is younger than all of its sources. */
function buildWeb(): void {
  const built = join(web, 'dist', 'index.html');
  const sources = ['src', 'public', 'index.html', 'package.json', 'vite.config.ts', 'scripts'].map((name) =>
    join(web, name),
  );
  if (existsSync(built) && Math.max(...sources.map(youngest)) < statSync(built).mtimeMs) return;
  execFileSync('npm', ['run', '-s', 'build'], { cwd: web, stdio: ['ignore', 'ignore', 'inherit'] });
}

function youngest(path: string): number {
  const own = statSync(path).mtimeMs;
  if (!statSync(path).isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => youngest(join(path, name))));
}
