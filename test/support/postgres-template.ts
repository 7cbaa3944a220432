import { runMigrations as runQueueMigrations } from 'bullmq';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { sqlMigrations } from '../../src/platform/database/migrations';
import { addressOf, templatePrefix } from './postgres';

/** A migrated, otherwise empty database nobody connects to. */
export function template(server: string): Promise<string> {
  return made(server, async (url) => {
    const source = dataSource(url, []);
    try {
      await migrate(source, url);
    } finally {
      if (source.isInitialized) await source.destroy();
    }
  });
}

/** The same from a folder of other migrations, whatever they leave out: nobody insists on the laws. */
export function templateFrom(server: string, folder: string): Promise<string> {
  return made(server, async (url) => {
    const source = new DataSource({ ...dataSource(url, []).options, migrations: sqlMigrations(folder) });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await source.initialize();
      await source.runMigrations();
      await runQueueMigrations(client);
    } finally {
      if (source.isInitialized) await source.destroy();
      await client.end();
    }
  });
}

async function made(server: string, fill: (url: string) => Promise<void>): Promise<string> {
  const name = `${templatePrefix}${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
    await fill(addressOf(server, name));
  } finally {
    await client.end();
  }
  return name;
}
