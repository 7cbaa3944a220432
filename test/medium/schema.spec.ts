import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { dataSource } from '../../src/platform/database/data-source';
import { DatabaseUnusable, migrate } from '../../src/platform/database/migrate';
import { emptyDatabase, FreshDatabase } from '../support/postgres';

/** The queue keeps its tables in a schema of its own; this one belongs to TypeORM. */
const notOurs = ['schema_migration'];

describe('the schema', () => {
  let database: FreshDatabase;
  let source: DataSource;

  beforeEach(async () => {
    database = await emptyDatabase();
    source = dataSource(database.url, entities, 2);
    await migrate(source, database.url);
  });

  afterEach(async () => {
    if (source.isInitialized) await source.destroy();
    await database.drop();
  });

  /** What TypeORM would do to the tables, were it allowed to. */
  async function difference(): Promise<string[]> {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  }

  it('is after all migrations what the entities say', async () => {
    expect(await difference()).toEqual([]);
  });

  it.each([
    ['a column', 'alter table person add column forgotten text'],
    ['a column that is gone', 'alter table booking drop column title'],
    ['a type', 'alter table booking alter column title type varchar(20)'],
    ['a constraint of exclusion', 'alter table occupation drop constraint no_double_booking'],
    ['a check', 'alter table occupation drop constraint occupation_not_empty'],
    ['a foreign key', 'alter table booking drop constraint booking_person_id_fkey'],
    ['an index', 'drop index booking_person_start'],
  ])('differs from the entities in %s when it does', async (_, change) => {
    const before = await difference();
    await source.query(change);

    expect(await difference()).not.toEqual(before);
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

    await migrate(source, database.url);

    expect(before.length).toBeGreaterThan(0);
    expect(await applied()).toEqual(before);
  });

  it.each(['no_double_booking', 'person_not_twice'])('keeps the house closed without %s', async (law) => {
    await source.query(`alter table occupation drop constraint ${law}`);

    const start = migrate(source, database.url);

    await expect(start).rejects.toThrow(DatabaseUnusable);
    await expect(start).rejects.toThrow(law);
  });
});
