import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationInterface, QueryRunner } from 'typeorm';
import { root } from '../root';

/** Where the hand-written SQL lives. */
const folder = join(root, 'migrations');

/** How long one statement of a migration waits for its locks, in milliseconds: well below what a request waits. */
const longestWait = 300;

const form = /^(\d{13})-([a-z0-9-]+)\.sql$/;

/**
 * One TypeORM migration per `migrations/<timestamp>-<name>.sql`, in order of their timestamps. There is no way down:
 * a mistake is mended by the next migration.
 */
export function sqlMigrations(from = folder): (new () => MigrationInterface)[] {
  return readdirSync(from)
    .sort()
    .flatMap((file) => {
      const parts = form.exec(file);
      if (!parts) return [];
      const name = `${parts[2]}${parts[1]}`;
      const sql = readFileSync(join(from, file), 'utf8');
      return [
        class implements MigrationInterface {
          readonly name = name;
          async up(runner: QueryRunner): Promise<void> {
            // The limits of the application's sessions are for requests; a migration takes the time it takes. But it
            // does not stand in line for a table while the version before it is at work: whoever comes later stands
            // behind it, and would be told that the house is busy.
            await runner.query(`set local statement_timeout = 0; set local lock_timeout = ${longestWait}`);
            await runner.query(sql);
          }
          down(): Promise<void> {
            return Promise.reject(new Error(`${file} cannot be taken back; write the next migration`));
          }
        },
      ];
    });
}
