import { SystemClock } from '../kernel/clock';
import { readConfig } from '../platform/config/config';
import { dataSource } from '../platform/database/data-source';
import { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrate';
import { loadDemo } from './demo';

/** `npm run demo:load`: demonstration data for the empty database that DATABASE_URL names. Never in production. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.isProduction) throw new Error('Demonstration data is never loaded in production.');
  if (!config.databaseUrl) throw new Error('Set DATABASE_URL. The embedded database is filled by its first npm start.');
  const source = dataSource(config.databaseUrl, []);
  try {
    await migrate(source, config.databaseUrl);
    const loaded = await loadDemo(new Database(source), new SystemClock().now());
    process.stdout.write(loaded ? 'Demonstration data loaded.\n' : 'The database is not empty; nothing was loaded.\n');
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
