import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { BookingService } from '../../src/bookings/booking.service';
import { dataSource } from '../../src/platform/database/data-source';
import { DatabaseUnusable, migrate } from '../../src/platform/database/migrate';
import { sqlMigrations } from '../../src/platform/database/migrations';
import { anEntrepreneur, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { asOwner, emptyDatabase, FreshDatabase, freshDatabase, onDatabase } from '../support/postgres';

const migrations = join(__dirname, '..', '..', 'migrations');

/** What operations.md promises of upgrades: two versions on one database, and an account that may only touch rows. */
let database: FreshDatabase;
let next: string;
const sources: DataSource[] = [];

beforeAll(() => {
  next = mkdtempSync(join(tmpdir(), 'oasis-next-'));
  cpSync(migrations, next, { recursive: true });
  writeFileSync(join(next, '1999000000000-next.sql'), 'alter table booking add column next_note text;');
});
afterAll(() => rmSync(next, { recursive: true, force: true }));

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await closeSources();
  await database.drop();
});

async function closeSources(): Promise<void> {
  for (const source of sources.splice(0)) if (source.isInitialized) await source.destroy();
}

function sourceOf(url: string, folder = migrations): DataSource {
  const source = dataSource(url, [], 2).setOptions({ migrations: sqlMigrations(folder) });
  sources.push(source);
  return source;
}

const widened = async (): Promise<boolean> => {
  const rows = await onDatabase(database.url, `select from information_schema.columns where column_name = 'next_note'`);
  return rows.length > 0;
};

describe('the next version’s migration', () => {
  it('keeps nobody waiting behind it: while somebody holds the table, others go on reading and writing', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin; select from booking');
    let done = false;
    const migrated = migrate(sourceOf(database.url, next), database.url).finally(() => (done = true));
    const other = new pg.Client({ connectionString: database.url, options: '-c lock_timeout=1000' });
    await other.connect();
    try {
      for (let look = 0; look < 60; look++) {
        await other.query('select count(*) from booking');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(done).toBe(false);
      expect(await widened()).toBe(false);
      await holder.query('commit');
      await migrated;
      expect(await widened()).toBe(true);
    } finally {
      await holder.end();
      await other.end();
    }
  });

  it('leaves the version before it ready, and able to start again', async () => {
    const running = await startOasis({ databaseUrl: database.url });
    let again: Oasis | undefined;
    try {
      await running.http.get('/health/ready').expect(200);
      await migrate(sourceOf(database.url, next), database.url);
      await running.http.get('/health/ready').expect(200);
      await migrate(sourceOf(database.url), database.url);
      again = await startOasis({ databaseUrl: database.url });
      await again.http.get('/health/ready').expect(200);
    } finally {
      await again?.stop();
      await running.stop();
    }
  });
});

describe('an account that may read and write rows and nothing else', () => {
  const account = `oasis_app_${process.pid}`;
  let url: string;

  beforeAll(() => asOwner(`create role ${account} login password 'rows-only'`));
  afterAll(() => asOwner(`drop role ${account}`));
  beforeEach(async () => {
    const as = new URL(database.url);
    [as.username, as.password] = [account, 'rows-only'];
    url = as.toString();
    await onDatabase(
      database.url,
      `grant usage on schema public, bullmq to ${account};
       grant select, insert, update, delete on all tables in schema public, bullmq to ${account};
       grant usage on all sequences in schema public, bullmq to ${account}`,
    );
  });

  it('runs the house: it opens, is ready and books', async () => {
    await migrate(sourceOf(url), url);
    const oasis = await startOasis({ databaseUrl: url });
    try {
      await oasis.http.get('/health/ready').expect(200);
      const { id: siteId } = await aSite(oasis.database);
      const actor = await anEntrepreneur(oasis.database, siteId);
      const resourceId = await aResource(oasis.database, siteId);
      const wish = { resourceId, start: new Date('2027-03-03T10:00:00Z'), end: new Date('2027-03-03T11:00:00Z') };
      await expect(oasis.get(BookingService).book(actor, wish)).resolves.toMatchObject({ status: 'confirmed' });
      await expect(oasis.database.read('drop table booking cascade')).rejects.toThrow('must be owner');
      await expect(oasis.database.read('alter table occupation drop constraint no_double_booking')).rejects.toThrow(
        'must be owner',
      );
    } finally {
      await oasis.stop();
    }
  });

  it('is refused by the next version until its migrations were run, and changes nothing', async () => {
    const start = migrate(sourceOf(url, next), url);
    await expect(start).rejects.toThrow(DatabaseUnusable);
    await expect(start).rejects.toThrow('npm run migrate');
    expect(await widened()).toBe(false);
    await migrate(sourceOf(database.url, next), database.url);
    await expect(migrate(sourceOf(url, next), url)).resolves.toBeUndefined();
  });

  it('is refused by an empty database', async () => {
    const empty = await emptyDatabase();
    try {
      const as = new URL(empty.url);
      [as.username, as.password] = [account, 'rows-only'];
      await expect(migrate(sourceOf(as.toString()), as.toString())).rejects.toThrow(DatabaseUnusable);
    } finally {
      await closeSources();
      await empty.drop();
    }
  });
});
