import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { dataSource, Entities } from './data-source';
import { EmbeddedPostgres } from './embedded-postgres';
import { migrate } from './migrate';

/** A connected and migrated database. */
export interface OpenDatabase {
  source: DataSource;
  /** The server that we started, when there is one. */
  embedded?: EmbeddedPostgres;
  /** Closes the connections and stops the embedded server. */
  close: () => Promise<void>;
}

/**
 * Opens the database that DATABASE_URL names, or starts the embedded one, and brings its schema up to date.
 * @throws DatabaseUnusable, AlreadyOwned or NoPrograms, each with a sentence for the person at the terminal.
 */
export async function openDatabase(
  config: Config,
  entities: Entities,
  on: { say: (line: string) => void; poolError: (error: unknown) => void },
): Promise<OpenDatabase> {
  const embedded = config.databaseUrl
    ? undefined
    : await EmbeddedPostgres.start({ folder: config.dataFolder, say: on.say });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const source = dataSource(url, entities, config.databasePool, on.poolError);
  const close = async (): Promise<void> => {
    if (source.isInitialized) await source.destroy().catch(() => undefined);
    await embedded?.stop();
  };
  try {
    await migrate(source, url);
    return { source, embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
