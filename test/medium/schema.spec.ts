import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { dataSource } from '../../src/platform/database/data-source';
import { DatabaseUnusable, migrate } from '../../src/platform/database/migrate';
import { emptyDatabase, FreshDatabase, freshDatabase, onDatabase } from '../support/postgres';

/** The queue keeps its tables in a schema of its own; this one belongs to TypeORM. */
const notOurs = ['schema_migration'];

describe('the schema', () => {
  let database: FreshDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await dataSource(database.url, entities, 2).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is after all migrations what the entities say', async () => {
    expect(await difference(source)).toEqual([]);
  });

  it('has an entity for every table', async () => {
    const tables = await source.query<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const described = source.entityMetadatas.map(({ tableName }) => tableName);

    expect(tables.map(({ name }) => name).filter((name) => !notOurs.includes(name))).toEqual(described.sort());
  });

  it('keeps every instant with its zone', async () => {
    const naive = await source.query<{ table_name: string; column_name: string }[]>(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and data_type = 'timestamp without time zone'`,
    );

    expect(naive).toEqual([]);
  });

  it('is migrated once, however often the software starts', async () => {
    const applied = () => source.query<unknown[]>('select * from schema_migration order by id');
    const before = await applied();

    const again = dataSource(database.url, entities, 2);
    await migrate(again, database.url);
    await again.destroy();

    expect(before.length).toBeGreaterThan(0);
    expect(await applied()).toEqual(before);
  });

  it('is migrated once by processes that start at once', async () => {
    const empty = await emptyDatabase();
    const starting = Array.from({ length: 3 }, () => dataSource(empty.url, [], 2));
    try {
      await Promise.all(starting.map((one) => migrate(one, empty.url)));
      const names = await starting[0]!.query<{ name: string }[]>('select name from schema_migration order by id');
      expect(names.map(({ name }) => name)).toEqual(starting[0]!.migrations.map(({ name }) => name));
    } finally {
      await Promise.all(starting.filter((one) => one.isInitialized).map((one) => one.destroy()));
      await empty.drop();
    }
  });
});

describe('a schema that was changed by hand', () => {
  const changes: [what: string, change: string, told: RegExp][] = [
    ['a column', 'alter table person add column forgotten text', /"forgotten"/],
    ['a column that is gone', 'alter table booking drop column title', /"booking" ADD "title"/],
    ['a type', 'alter table site alter column name type varchar(20)', /"site" .*"name"/],
    ['a constraint of exclusion', 'alter table occupation drop constraint no_double_booking', /"no_double_booking"/],
    ['a check', 'alter table occupation drop constraint occupation_not_empty', /"occupation_not_empty"/],
    ['a foreign key', 'alter table booking drop constraint booking_person_id_fkey', /"booking_person_id_fkey"/],
    ['an index', 'drop index booking_person_start', /"booking_person_start"/],
  ];
  let database: FreshDatabase;
  let told: string[];

  beforeAll(async () => {
    database = await freshDatabase();
    const source = await dataSource(database.url, entities, 2).initialize();
    for (const [, change] of changes) await source.query(change);
    told = await difference(source);
    await source.destroy();
  });

  afterAll(() => database.drop());

  it.each(changes)('differs from the entities in %s', (_, __, pattern) => {
    expect(told.filter((query) => pattern.test(query))).not.toEqual([]);
  });
});

it.each(['no_double_booking', 'person_not_twice'])('the house is kept closed without %s', async (law) => {
  const database = await freshDatabase();
  const source = dataSource(database.url, entities, 2);
  try {
    await onDatabase(database.url, `alter table occupation drop constraint ${law}`);

    const start = migrate(source, database.url);

    await expect(start).rejects.toThrow(DatabaseUnusable);
    await expect(start).rejects.toThrow(law);
  } finally {
    if (source.isInitialized) await source.destroy();
    await database.drop();
  }
});

/** What TypeORM would do to the tables, were it allowed to. */
async function difference(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
