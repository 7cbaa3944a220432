import chromium from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import startPostgres from '../support/postgres-start';

/**
 * Runs once before all browser specs: the database server as for other specs, the application as it is now, and
 * Chromium unpacked: suites that began to unpack it at the same time would start one that another still writes.
 */
export default async function setup(): Promise<void> {
  build();
  await chromium.executablePath();
  await startPostgres();
}

/**
 * Builds what is missing or older than its sources, by the command whose build the specs of the start use, too.
 *
 * @throws Error when the server or the web application cannot be built
 */
function build(): void {
  const command = join(__dirname, '..', '..', 'bin', 'start.mjs');
  const { status, stderr } = spawnSync(process.execPath, [command, 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || `The build ended with ${status}.`);
}
