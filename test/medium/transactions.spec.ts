import pg from 'pg';
import { DataSource } from 'typeorm';
import { Busy, Conflict } from '../../src/kernel/errors';
import { dataSource } from '../../src/platform/database/data-source';
import { Database } from '../../src/platform/database/database';
import { FreshDatabase, freshDatabase } from '../support/postgres';

let fresh: FreshDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  source = dataSource(fresh.url, []);
  await source.initialize();
  database = new Database(source);
  await source.query('create table thing (id int primary key, times int not null default 0)');
  await source.query('create table stay (during int4range, exclude using gist (during with &&))');
  await source.query('insert into thing (id) values (1), (2)');
});

afterAll(async () => {
  await source.destroy();
  await fresh.drop();
});

/** Raises an error of the server with a code. */
const raise = (code: string) => `do $$ begin raise exception 'as asked' using errcode = '${code}'; end $$`;

describe('a transaction', () => {
  it('is run again after a deadlock', async () => {
    let runs = 0;
    let holding = 0;
    let bothHold: () => void;
    const met = new Promise<void>((resolve) => (bothHold = resolve));
    /** Two that lock the same two rows in either order: PostgreSQL ends one of them, and it begins anew. */
    const lockBoth = (first: number, second: number) =>
      database.transaction(async (tx) => {
        runs++;
        await tx.query(`set local deadlock_timeout = '50ms'`);
        await tx.query('update thing set times = times + 1 where id = $1', [first]);
        // Both hold one row before either asks for its second.
        if (++holding === 2) bothHold();
        await met;
        await tx.query('update thing set times = times + 1 where id = $1', [second]);
      });
    await Promise.all([lockBoth(1, 2), lockBoth(2, 1)]);
    expect(runs).toBe(3);
    expect(await source.query<unknown[]>('select times from thing order by id')).toEqual([{ times: 2 }, { times: 2 }]);
  });

  it.each(['40P01', '40001'])('is run three times at most, and is busy then (%s)', async (code) => {
    let runs = 0;
    const work = database.transaction((tx) => {
      runs++;
      return tx.query<unknown[]>(raise(code));
    });
    await expect(work).rejects.toThrow(Busy);
    expect(runs).toBe(3);
  });

  it('is never run again for a refused constraint, whose law it tells', async () => {
    let runs = 0;
    const stay = () =>
      database.transaction(
        (tx) => {
          runs++;
          return tx.query<unknown[]>(`insert into stay (during) values ('[1,3)')`);
        },
        { stay_during_excl: () => new Conflict('no_double_booking', 'Somebody has this place.') },
      );
    await stay();
    await expect(stay()).rejects.toMatchObject({ code: 'no_double_booking' });
    // Nor when nobody has said what the constraint means.
    const unknown = database.transaction((tx) => {
      runs++;
      return tx.query<unknown[]>(`insert into stay (during) values ('[2,4)')`);
    });
    await expect(unknown).rejects.toMatchObject({ driverError: { code: '23P01' } });
    expect(runs).toBe(3);
  });

  it('says that the house is busy when a lock is not to be had in time, and is not run again', async () => {
    const other = new pg.Client({ connectionString: fresh.url });
    await other.connect();
    let runs = 0;
    try {
      await other.query('begin; update thing set times = 0 where id = 1');
      const work = database.transaction(async (tx) => {
        runs++;
        await tx.query(`set local lock_timeout = '50ms'`);
        await tx.query('update thing set times = 0 where id = 1');
      });
      await expect(work).rejects.toThrow(Busy);
      expect(runs).toBe(1);
    } finally {
      await other.end();
    }
  });
});
