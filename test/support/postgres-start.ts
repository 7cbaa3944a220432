import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/platform/database/embedded-postgres';
import { stopLeftOver } from '../../src/platform/database/embedded-postgres-process';
import { startOf } from '../../src/platform/process-identity';
import { template } from './postgres-template';
import { cloning, scratch } from './scratch';

const prefix = 'oasis-test-';

/**
 * Runs once before all specs that need a database: a server (embedded, or the one that TEST_DATABASE_URL names) and on
 * it one migrated database, which each spec file clones.
 */
export default async function start(): Promise<void> {
  await clearAfterTheKilled();
  const given = process.env['TEST_DATABASE_URL'];
  if (given === undefined) {
    process.env['OASIS_TEST_CLONING'] = cloning();
    const folder = mkdtempSync(join(scratch(), prefix));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'runner'), JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
    const server = await EmbeddedPostgres.start({ folder });
    globalThis.oasisTestServer = {
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
    process.env['OASIS_TEST_SERVER'] = server.urlOf('postgres');
  } else {
    process.env['OASIS_TEST_SERVER'] = given;
  }
  try {
    process.env['OASIS_TEST_TEMPLATE'] = await template(process.env['OASIS_TEST_SERVER']);
  } catch (error) {
    await globalThis.oasisTestServer?.stop();
    throw error;
  }
}

declare global {
  var oasisTestServer: { stop: () => Promise<void> } | undefined;
}

/** Stops servers of earlier runs that were killed before they could. */
async function clearAfterTheKilled(): Promise<void> {
  for (const name of readdirSync(scratch()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(scratch(), name);
    try {
      const runner = JSON.parse(readFileSync(join(folder, 'runner'), 'utf8')) as { pid: number; start: string };
      if (startOf(runner.pid) === runner.start) continue;
      await stopLeftOver(join(folder, 'postgres', 'cluster'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's folder, or one being made this moment.
    }
  }
}
