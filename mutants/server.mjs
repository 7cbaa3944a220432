// The PostgreSQL of all runs, and a template for every mutant of the migrations.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import edits from './edits.cjs';
import { root } from './list.mjs';

/** Starts the server of the specs, as they do themselves (or takes the one that TEST_DATABASE_URL names). */
export async function startServer() {
  const require = createRequire(import.meta.url);
  require('../test/support/typescript-in-threads.cjs');
  const { default: start } = require('../test/support/postgres-start.ts');
  const { default: stop } = require('../test/support/postgres-stop.ts');
  const { templateFrom } = require('../test/support/postgres-template.ts');
  await start();
  const server = process.env.OASIS_TEST_SERVER;
  const made = [];
  return {
    env: { OASIS_TEST_SERVER: server, OASIS_TEST_TEMPLATE: process.env.OASIS_TEST_TEMPLATE },

    /** The template that the migrations make with the edits of a mutant; none of its own when it leaves them alone. */
    async template(changes, folder) {
      const files = [...new Set(changes.map(({ file }) => file))].filter((file) => file.startsWith('migrations/'));
      if (files.length === 0) return undefined;
      cpSync(join(root, 'migrations'), folder, { recursive: true });
      for (const file of files) {
        const path = join(folder, file.slice('migrations/'.length));
        writeFileSync(path, edits.edited(readFileSync(path, 'utf8'), file, changes));
      }
      try {
        const name = await templateFrom(server, folder);
        made.push(name);
        return name;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },

    async stop() {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      for (const name of made) await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
      await stop();
    },
  };
}
