import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoPassword } from '../../src/demo/demo-people';
import { loadDemo } from '../../src/demo/demo';
import { dataSource } from '../../src/platform/database/data-source';
import { DatabaseUnusable, migrate } from '../../src/platform/database/migrate';
import { contentsOf, unevenWallets } from '../support/contents';
import { Oasis, startOasis } from '../support/oasis';
import { emptyDatabase, FreshDatabase, freshDatabase, onDatabase } from '../support/postgres';
import { PostgresCluster } from '../support/postgres-cluster';

/** What operations.md promises of backups, rehearsed: each way ends with a house that opens, signs people in and books. */
jest.setTimeout(120_000);

/** An entrepreneur of the demonstration at a house's door. */
class Guest {
  private constructor(
    private readonly oasis: Oasis,
    private readonly token: string,
    private readonly siteId: string,
  ) {}

  static async of(oasis: Oasis): Promise<Guest> {
    const email = 'entrepreneur@oasis.example';
    const answer = await oasis.http.post('/api/v1/auth/sign-in').send({ email, password: demoPassword }).expect(200);
    const [site] = await oasis.database.read<{ id: string }>(`select id from site where slug = 'lappeenranta'`);
    return new Guest(oasis, (answer.body as { accessToken: string }).accessToken, site?.id ?? '');
  }

  /** Books any desk for half an hour of the next day. @returns the booking's id */
  async book(halfHour: number): Promise<string> {
    const clock = (n: number): string => `${String(9 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`;
    const wish = { kind: 'desk', date: '2027-03-03', from: clock(halfHour), to: clock(halfHour + 1) };
    const answer = await this.oasis.http
      .post('/api/v1/bookings')
      .set('authorization', `Bearer ${this.token}`)
      .send({ siteId: this.siteId, ...wish });
    if (answer.status !== 201) throw new Error(`a booking answered ${answer.status}: ${answer.text}`);
    return (answer.body as { id: string }).id;
  }
}

/** Opens the house on a restored database: whoever could sign in before can, and books. */
async function opensAndBooks(url: string): Promise<void> {
  const oasis = await startOasis({ databaseUrl: url });
  try {
    await oasis.http.get('/health/ready').expect(200);
    await (await Guest.of(oasis)).book(14);
    expect(await unevenWallets(url)).toEqual([]);
    const twice = onDatabase(
      url,
      `insert into occupation (id, site_id, resource_id, cause, cause_id, starts_at, ends_at)
       select gen_random_uuid(), site_id, resource_id, cause, gen_random_uuid(), starts_at, ends_at
       from occupation where resource_id is not null limit 1`,
    );
    await expect(twice).rejects.toMatchObject({ constraint: 'no_double_booking' });
  } finally {
    await oasis.stop();
  }
}

async function furnish(url: string): Promise<void> {
  const source = dataSource(url, [], 2);
  await migrate(source, url);
  await source.destroy();
  const oasis = await startOasis({ databaseUrl: url });
  await loadDemo(oasis.database, oasis.clock.now());
  await oasis.stop();
}

/** Folder with a pg_dump that reads the server of the specs: of its version or newer. */
function clientPrograms(): string | undefined {
  const url = process.env['OASIS_TEST_SERVER'] ?? '';
  const debians = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(debians) ? readdirSync(debians).map((version) => join(debians, version, 'bin')) : []),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find(
    (folder) =>
      existsSync(join(folder, 'pg_restore')) &&
      spawnSync(join(folder, 'pg_dump'), ['--schema-only', '--file=/dev/null', url], { stdio: 'ignore' }).status === 0,
  );
}

describe('a dump', () => {
  const programs = clientPrograms();
  const rehearsed = programs === undefined ? it.skip : it;
  const databases: FreshDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  rehearsed(
    'restored into an empty database is the same house, to the last row [needs pg_dump of the server]',
    async () => {
      const [original, restored] = [await freshDatabase(), await emptyDatabase()];
      databases.push(original, restored);
      await furnish(original.url);
      const run = promisify(execFile);
      const file = join(process.env['TMPDIR'] ?? '/tmp', `${original.name}.dump`);
      await run(join(programs ?? '', 'pg_dump'), ['--format=custom', `--file=${file}`, original.url]);
      await run(join(programs ?? '', 'pg_restore'), [
        '--exit-on-error',
        '--no-owner',
        `--dbname=${restored.url}`,
        file,
      ]);

      const before = await contentsOf(original.url);
      expect(await contentsOf(restored.url)).toEqual(before);
      expect(before['table booking']).toMatch(/^\d{3,} rows/);
      await opensAndBooks(restored.url);
    },
  );
});

describe('a copy of the files, taken while the house is at work', () => {
  let primary: PostgresCluster;
  let recovered: PostgresCluster;
  let standby: PostgresCluster;
  let oasis: Oasis;
  let guest: Guest;
  const booked: string[] = [];

  beforeAll(async () => {
    primary = await PostgresCluster.start();
    await primary.ask('create database oasis');
    await furnish(primary.url('oasis'));
    oasis = await startOasis({ databaseUrl: primary.url('oasis') });
    guest = await Guest.of(oasis);
    let copying = true;
    const copies = primary.baseBackup().then(async (copy) => [copy, await primary.baseBackup()] as const);
    void copies.finally(() => (copying = false));
    for (let n = 0; copying && n < 10; n++) booked.push(await guest.book(n));
    [recovered, standby] = await copies;
  });
  afterAll(async () => {
    await oasis.stop();
    await Promise.all([primary, recovered, standby].map((cluster) => cluster.remove()));
  });

  it('and its log bring the house back to the moment before a mistake', async () => {
    expect(booked.length).toBeGreaterThan(0);
    booked.push(await guest.book(10));
    const before = await contentsOf(primary.url('oasis'));
    const [{ moment } = { moment: '' }] = await primary.ask<{ moment: string }>(
      'select clock_timestamp()::text as moment',
    );
    await onDatabase(primary.url('oasis'), `update person set full_name = 'Forgot the where'`);
    await primary.archived();

    recovered.recoverAtStart();
    await recovered.launch({
      restore_command: `cp ${recovered.archive}/%f %p`,
      recovery_target_time: moment,
      recovery_target_action: 'promote',
    });
    await recovered.recovered();

    expect(await contentsOf(recovered.url('oasis'))).toEqual(before);
    const rows = await onDatabase(recovered.url('oasis'), 'select id from booking where id = any ($1)', [booked]);
    expect(rows).toHaveLength(booked.length);
    await opensAndBooks(recovered.url('oasis'));
  });

  it('becomes a standby that has whatever was acknowledged, stays closed until it is promoted, and takes over', async () => {
    standby.standByAtStart();
    await standby.launch({ primary_conninfo: primary.primaryConnection });
    await primary.ask(`alter system set synchronous_standby_names = 'standby'`);
    await primary.ask('select pg_reload_conf()');
    const before = await contentsOf(primary.url('oasis'));
    // Acknowledged is what the standby has written down, too.
    await onDatabase(primary.url('oasis'), `update person set full_name = 'The last word' where email like 'coach@%'`);
    await primary.stop('SIGQUIT');

    const url = standby.url('oasis');
    const source = dataSource(url, [], 1);
    await expect(migrate(source, url)).rejects.toThrow(DatabaseUnusable);
    const early = await startOasis({ databaseUrl: url });
    const { body } = await early.http.get('/health/ready').expect(503);
    expect(body).toMatchObject({ checks: { database: 'down', migrations: 'up' } });
    await standby.ask('select pg_promote()');
    await early.http.get('/health/ready').expect(200);
    await early.stop();

    const after = await contentsOf(url);
    expect({ ...after, 'table person': '' }).toEqual({ ...before, 'table person': '' });
    const [last] = await onDatabase<{ count: string }>(
      url,
      `select count(*) from person where full_name = 'The last word'`,
    );
    expect(Number(last?.count)).toBe(1);
    await opensAndBooks(url);
  });
});
