import { Actor } from '../../src/kernel/actor';
import { Period } from '../../src/kernel/period';
import { BookingQueries } from '../../src/bookings/booking.queries';
import { DayQueries } from '../../src/bookings/day.queries';
import { OccupancyQueries } from '../../src/occupancy/occupancy.queries';
import { PersonalRecords } from '../../src/people/personal-records';
import { Database } from '../../src/platform/database/database';
import { anEntrepreneur, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

/**
 * The questions that are asked all day must cost the same however long the history is. `npm run plans` runs this with
 * a million bookings; every run of the tests with fewer. The figures are pages touched, which do not depend on the
 * machine; they are printed.
 */
const sizes = (process.env['PLANS_BOOKINGS'] ?? '1000,40000').split(',').map(Number);
const perDay = 400;
const date = '2027-03-03';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

interface Figures {
  question: string;
  bookings: number;
  pages: number;
  milliseconds: number;
  scans: string[];
}

let oasis: Oasis;
let db: Database;
let siteId: string;
let resources: string[];
let person: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  siteId = (await aSite(db, { open: ['06:00', '22:00'] })).id;
  resources = await desks(db, siteId, 100);
  person = await anEntrepreneur(db, siteId);
});
afterAll(() => oasis.stop());

/** Fills the site with days of four bookings per desk, from the busy date outwards, until there are so many. */
async function grow(from: number, to: number): Promise<void> {
  const holder = await anEntrepreneur(db, siteId);
  const step = 50_000;
  for (let first = from; first < to; first += step) {
    await db.source.query('set statement_timeout = 0');
    await db.source.query(
      `with made as (
         select gen_random_uuid() as id, ($3::uuid[])[1 + n % 100] as resource,
                $4::timestamptz + make_interval(days => (case when (n / ${perDay}) % 2 = 0 then 1 else -1 end) * ((n / ${perDay} + 1) / 2),
                                                hours => 3 * (n % ${perDay} / 100)) as starts
         from generate_series($1::int, $2::int - 1) n
       ), booked as (
         insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
         select id, $5, resource, $6, starts, starts + interval '2 hours', 'confirmed', starts, starts from made
       )
       insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at)
       select gen_random_uuid(), 'booking', id, resource, $5, $6, starts, starts + interval '2 hours' from made`,
      [first, Math.min(first + step, to), resources, `${date}T06:00:00Z`, siteId, holder.personId],
    );
  }
  await db.source.query('vacuum analyze occupation');
  await db.source.query('vacuum analyze booking');
}

/** A database that explains each statement instead of only running it. */
class ExplainingDatabase extends Database {
  readonly seen: { pages: number; milliseconds: number; scans: string[] }[] = [];

  override async read<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    // Twice: the first run reads the catalogue and warms the cache.
    for (const counts of [false, true]) {
      const [row] = await this.source.query<{ 'QUERY PLAN': { Plan: Plan; 'Execution Time': number }[] }[]>(
        `explain (analyze, buffers, format json) ${sql}`,
        parameters,
      );
      const plan = row?.['QUERY PLAN'][0];
      if (plan && counts) {
        const { Plan: root } = plan;
        const pages = root['Shared Hit Blocks'] + root['Shared Read Blocks'];
        this.seen.push({ pages, milliseconds: plan['Execution Time'], scans: sequential(root) });
      }
    }
    return super.read<Row>(sql, parameters);
  }
}

function sequential(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(sequential)];
}

const halfHour = Period.of(new Date(`${date}T08:00:00Z`), new Date(`${date}T08:30:00Z`));

const questions: [string, (spy: ExplainingDatabase) => Promise<unknown>][] = [
  ['the day of a site', (spy) => new DayQueries(new OccupancyQueries(spy), oasis.clock).day(person, siteId, date)],
  ['what is free for half an hour', (spy) => new OccupancyQueries(spy).free(siteId, halfHour, {}, oasis.clock.now())],
  [
    'what is taken of the desks of a day',
    (spy) => new OccupancyQueries(spy).taken(siteId, dayOf(), oasis.clock.now(), { kind: 'desk' }),
  ],
  [
    "a person's bookings",
    (spy) => new BookingQueries(spy, new PersonalRecords()).list(person, { from: oasis.clock.now() }),
  ],
  [
    'the ledger for one new booking',
    (spy) =>
      spy.read(
        `select 1 from occupation where resource_id = $1 and tstzrange(starts_at, ends_at, '[)') && tstzrange($2, $3, '[)')`,
        [resources[0], halfHour.start, halfHour.end],
      ),
  ],
];

function dayOf(): Period {
  return Period.of(new Date(`${date}T00:00:00Z`), new Date(`${date}T22:00:00Z`));
}

it('the questions of the day touch as few pages among many bookings as among few', async () => {
  const found: Figures[] = [];
  let bookings = 0;
  for (const size of sizes) {
    await grow(bookings, size);
    bookings = size;
    for (const [question, ask] of questions) {
      const spy = new ExplainingDatabase(db.source);
      await ask(spy);
      const sum = (pick: (seen: (typeof spy.seen)[number]) => number) =>
        spy.seen.reduce((total, one) => total + pick(one), 0);
      found.push({
        question,
        bookings,
        pages: sum((one) => one.pages),
        milliseconds: Math.round(sum((one) => one.milliseconds) * 100) / 100,
        scans: spy.seen.flatMap((one) => one.scans),
      });
    }
  }
  process.stdout.write(`${table(found)}\n`);

  // A table of a few pages is read whole, and rightly so.
  for (const { question, scans, bookings: among } of found.filter((one) => one.bookings >= 10_000)) {
    expect({
      question,
      among,
      scans: scans.filter((relation) => ['occupation', 'booking'].includes(relation)),
    }).toEqual({
      question,
      among,
      scans: [],
    });
  }
  for (const [question] of questions) {
    const pages = found.filter((one) => one.question === question).map((one) => one.pages);
    const [few = 0, many = 0] = [pages[0], pages.at(-1)];
    // A deeper B-tree costs a page or two per probe; anything more grows with history.
    expect({ question, flat: many <= few * 1.5 + 40, few, many }).toMatchObject({ flat: true });
  }
}, 600_000);

function table(found: Figures[]): string {
  const lines = found.map(
    ({ question, bookings, pages, milliseconds }) =>
      `${question.padEnd(38)} ${String(bookings).padStart(9)} bookings ${String(pages).padStart(6)} pages ${String(milliseconds).padStart(8)} ms`,
  );
  return ['', ...lines].join('\n');
}

it('finds a sequential scan when the index by site is gone (so the test above can fail)', async () => {
  await db.source.query('drop index occupation_site_start, occupation_resource_start');
  await db.source.query('alter table occupation drop constraint no_double_booking');
  const spy = new ExplainingDatabase(db.source);
  await new OccupancyQueries(spy).taken(siteId, halfHour, oasis.clock.now(), {});
  expect(spy.seen.flatMap((one) => one.scans)).toContain('occupation');
});

it('a booking is settled with as few pages among many lines of the wallet as among few', async () => {
  const [booking] = await db.read<{ id: string; membershipId: string }>(
    `insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, status, created_at, updated_at)
     select gen_random_uuid(), $1, $2, person_id, id, '2027-06-01T08:00:00Z', '2027-06-01T10:00:00Z', 'confirmed', now(), now()
     from membership where person_id = $3 returning id, membership_id as "membershipId"`,
    [siteId, resources[0], person.personId],
  );
  const pages = async (): Promise<number> => {
    const spy = new ExplainingDatabase(db.source);
    await spy.read('select settle_booking($1, $2)', [booking?.id, oasis.clock.now()]);
    return spy.seen[0]?.pages ?? NaN;
  };
  const few = await pages();
  await db.read(
    `with account as (
       insert into allowance_account (id, membership_id, kind, month, unlimited)
       values (gen_random_uuid(), $1, 'room_minutes', '2026-06-01', true) returning id
     )
     insert into allowance_entry (id, account_id, type, amount, cause, cause_id, key, at)
     select gen_random_uuid(), account.id, 'use', -1, 'booking', gen_random_uuid(), gen_random_uuid()::text, now()
     from account, generate_series(1, 20000)`,
    [booking?.membershipId],
  );
  await db.source.query('vacuum analyze allowance_entry');
  const many = await pages();
  // Read through, twenty thousand lines are more than four hundred pages.
  expect({ few, many, flat: many <= few + 60 }).toMatchObject({ flat: true });
});
