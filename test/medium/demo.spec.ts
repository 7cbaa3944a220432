import { Actor } from '../../src/kernel/actor';
import { BookingService } from '../../src/bookings/booking.service';
import { isEmpty, loadDemo } from '../../src/demo/demo';
import { demoPeople } from '../../src/demo/demo-people';
import { Database } from '../../src/platform/database/database';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
let db: Database;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
});
afterAll(() => oasis.stop());

it('is loaded once into an empty house, also when several processes try at once', async () => {
  expect(await isEmpty(db)).toBe(true);
  const tries = await Promise.all([1, 2, 3, 4, 5].map(() => loadDemo(db, oasis.clock.now())));
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await isEmpty(db)).toBe(false);
  const counts = await db.read(
    `select (select count(*) from person) as people, (select count(*) from site) as sites,
            (select count(*) from booking) > 100 as busy`,
  );
  expect(counts).toEqual([{ people: demoPeople.length, sites: 5, busy: true }]);
});

it('has bookings that the rules of the house would have allowed', async () => {
  const wrong = await db.read(
    `select b.id from booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id
     where s.status <> 'active'
        or not exists (
          select 1 from opening_hours h
          where h.site_id = s.id and h.weekday = extract(isodow from b.starts_at at time zone s.time_zone)
            and (b.starts_at at time zone s.time_zone)::date between h.valid_from and coalesce(h.valid_until, 'infinity')
            and (b.starts_at at time zone s.time_zone)::time >= h.opens
            and (b.ends_at at time zone s.time_zone)::time <= h.closes)
        or not exists (select 1 from occupation o where o.cause_id = b.id)
        or b.created_at > $1::timestamptz - interval '2 days'`,
    [oasis.clock.now()],
  );
  expect(wrong).toEqual([]);
});

it('leaves its entrepreneurs room to try: a desk tomorrow can be booked', async () => {
  const [aino] = await db.read<{ id: string; siteId: string }>(
    `select p.id, g.site_id as "siteId" from person p join role_grant g on g.person_id = p.id
     where p.email = 'entrepreneur@oasis.example'`,
  );
  const actor = new Actor(aino?.id ?? '', null, [{ role: 'entrepreneur', siteId: aino?.siteId ?? '' }]);
  const wish = { siteId: aino?.siteId, kind: 'desk', date: '2027-03-03', from: '09:00', to: '11:00' };
  await expect(oasis.get(BookingService).book(actor, wish)).resolves.toMatchObject({ status: 'confirmed' });
});
