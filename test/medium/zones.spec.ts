import { instantOf, localDate, localTime } from '../../src/kernel/site-time';
import { Database } from '../../src/platform/database/database';
import { Oasis, startOasis } from '../support/oasis';

/** The zones of our sites and the ones in which clocks do what nobody expects. */
const zones = [
  'Europe/Helsinki',
  'Europe/Moscow',
  'Europe/Paris',
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

let oasis: Oasis;
let db: Database;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
});
afterAll(() => oasis.stop());

/** Every twelve hours of some years. */
function* instants(first: number, last: number): Generator<Date> {
  const step = 12 * 60 * 60_000;
  for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last + 1, 0, 1); at += step) yield new Date(at);
}

describe('the clocks of the software and of the database', () => {
  it.each(zones)('show the same local time in %s, around every change of ten years', async (zone) => {
    const all = [...instants(2020, 2029)];
    const rows = await db.read<{ local: string }>(
      `select to_char(t at time zone $2, 'YYYY-MM-DD HH24:MI') as local
       from unnest($1::timestamptz[]) with ordinality as u (t, place) order by place`,
      [all, zone],
    );
    const differing = all.flatMap((at, index) => {
      const ours = `${localDate(at, zone)} ${localTime(at, zone)}`;
      return ours === rows[index]?.local ? [] : [`${at.toISOString()}: ${ours}, ${rows[index]?.local ?? 'nothing'}`];
    });
    expect(differing).toEqual([]);
  });

  it('agree on the day that never was', async () => {
    const noon = new Date('2011-12-30T22:00:00Z');
    const [row] = await db.read<{ local: string }>(
      `select to_char($1::timestamptz at time zone 'Pacific/Apia', 'YYYY-MM-DD') as local`,
      [noon],
    );
    expect(localDate(noon, 'Pacific/Apia')).toBe('2011-12-31');
    expect(row?.local).toBe('2011-12-31');
  });

  it('know that a day is not always 24 hours: a date later is the same time by the clock', async () => {
    const evening = instantOf('2027-03-27', '18:00', 'Europe/Helsinki');
    const [row] = await db.read<{ day: Date; hours: Date }>(
      `select (($1::timestamptz at time zone 'Europe/Helsinki') + interval '1 day') at time zone 'Europe/Helsinki' as day,
              $1::timestamptz + interval '24 hours' as hours`,
      [evening],
    );
    expect(row?.day).toEqual(instantOf('2027-03-28', '18:00', 'Europe/Helsinki'));
    expect(row?.hours.getTime()).toBe((row?.day.getTime() ?? 0) + 60 * 60_000);
  });
});
