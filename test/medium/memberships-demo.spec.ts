import { loadDemo } from '../../src/demo/demo';
import { demoPeople } from '../../src/demo/demo-people';
import { MembershipTicks } from '../../src/lifecycle/membership.ticks';
import { sectors } from '../../src/memberships/intake/answers.rules';
import { Database } from '../../src/platform/database/database';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
let db: Database;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  await loadDemo(db, oasis.clock.now());
});
afterAll(() => oasis?.stop());

it('every entrepreneur of the demonstration is a member, and somebody is in every situation', async () => {
  const states = await db.read<{ status: string; count: number }>(
    `select status, count(*)::int as count from membership group by status order by status`,
  );
  const entrepreneurs = demoPeople.filter(({ roles }) => roles.some(({ role }) => role === 'entrepreneur'));
  expect(states).toEqual([
    { status: 'active', count: entrepreneurs.length - 1 },
    { status: 'offered', count: 1 },
    { status: 'paused', count: 1 },
  ]);
  const wishes = await db.read(
    `select (select count(*)::int from pause where status = 'requested') as pauses,
            (select count(*)::int from renewal_request where status = 'requested') as renewals,
            (select count(*)::int from membership where notice_given_on is not null) as leaving,
            (select count(*)::int from membership where lead_membership_id is not null) as seats`,
  );
  expect(wishes).toEqual([{ pauses: 1, renewals: 1, leaving: 1, seats: 1 }]);
});

it('nothing of it is due on the day of loading', async () => {
  const ticks = oasis.get(MembershipTicks);

  for (const line of ['lapse', 'start', 'pauses', 'end'] as const) expect(await ticks[line](oasis.clock.now())).toBe(0);
});

it('every booking is covered by a term outside pauses, and every wallet is the sum of its entries', async () => {
  const uncovered = await db.read(
    `select b.id from booking b join site s on s.id = b.site_id
     where not exists (
         select 1 from membership_term t where t.membership_id = b.membership_id
           and (b.starts_at at time zone s.time_zone)::date between t.starts_on and t.ends_on)
       or exists (
         select 1 from pause p where p.membership_id = b.membership_id and p.status = 'approved'
           and (b.starts_at at time zone s.time_zone)::date between p.starts_on and p.ends_on)`,
  );
  expect(uncovered).toEqual([]);
  const wrong = await db.read(
    `select a.id from allowance_account a
     where a.granted - a.held - a.used <> (select coalesce(sum(amount), 0) from allowance_entry e where e.account_id = a.id)`,
  );
  expect(wrong).toEqual([]);
  const [used] = await db.read<{ rooms: number }>(
    `select sum(used)::int as rooms from allowance_account where kind = 'room_minutes'`,
  );
  expect(used?.rooms).toBeGreaterThan(0);
});

it('its applications answer with words that the form knows', async () => {
  const told = await db.read<{ sector: string }>(
    `select distinct answers ->> 'sector' as sector from application where answers ->> 'sector' is not null`,
  );
  expect(told.length).toBeGreaterThan(3);
  expect(told.map(({ sector }) => sector).filter((sector) => !sectors.includes(sector as never))).toEqual([]);
});
