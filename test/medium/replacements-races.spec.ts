import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingService } from '../../src/bookings/booking.service';
import { ReplacementAnswersService } from '../../src/bookings/replacements/replacement-answers.service';
import { ReplacementQueries } from '../../src/bookings/replacements/replacement.queries';
import { ReplacementTicks } from '../../src/bookings/replacements/replacement.ticks';
import { Actor } from '../../src/kernel/actor';
import { Busy, DomainError } from '../../src/kernel/errors';
import { ClosureService } from '../../src/lifecycle/closure.service';
import { MaintenanceService } from '../../src/lifecycle/maintenance.service';
import { RetirementService } from '../../src/lifecycle/retirement.service';
import { Database } from '../../src/platform/database/database';
import { aManager, anEntrepreneur, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

/** Full size is 100 rounds: `OASIS_ROUNDS=100`. */
const rounds = Number(process.env['OASIS_ROUNDS'] ?? 5);
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis?.stop());
beforeEach(() => clock.set(at('07:00', '2027-03-02')));

interface House {
  siteId: string;
  rooms: string[];
  people: Actor[];
  manager: Actor;
}

/** A site with equal rooms, half of them booked by somebody each. */
async function house(rooms: number): Promise<House> {
  const siteId = (await aSite(db, { fairShare: 100 })).id;
  const places: string[] = [];
  for (let i = 0; i < rooms; i++) places.push(await aResource(db, siteId, { kind: 'room', capacity: 4 }));
  const people: Actor[] = [];
  for (let i = 0; i < rooms / 2; i++) {
    const person = await anEntrepreneur(db, siteId, { allowances: { desk_days: 5, room_minutes: 360 } });
    await book(person, places[i] ?? '');
    people.push(person);
  }
  return { siteId, rooms: places, people, manager: await aManager(db, siteId) };
}

const book = (actor: Actor, resourceId: string, from = '09:00', to = '11:00', date = '2027-03-03') =>
  oasis.get(BookingService).book(actor, { resourceId, start: at(from, date), end: at(to, date) });

const open = async (actor: Actor) =>
  (await oasis.get(ReplacementQueries).list(actor, { status: 'offered' })).items.map(({ id }) => id);

/** What must be true at any moment, whatever happened at once: rows that break it. */
const wrong = `
  select 'booking without its place' as what, b.id from booking b
  where b.site_id = $1 and b.status in ('requested', 'confirmed')
    and not exists (select 1 from occupation o where o.cause = 'booking' and o.cause_id = b.id and o.resource_id = b.resource_id
                      and o.starts_at = b.starts_at)
  union all
  select 'place without its booking', o.cause_id from occupation o
  where o.site_id = $1 and o.cause = 'booking'
    and not exists (select 1 from booking b where b.id = o.cause_id and b.status in ('requested', 'confirmed', 'checked_in', 'completed'))
  union all
  select 'offer without its place', p.id from replacement p
  where p.site_id = $1 and p.status = 'offered' and p.expires_at > $2
    and not exists (select 1 from occupation o where o.cause = 'hold' and o.cause_id = p.id and o.resource_id = p.resource_id)
  union all
  select 'held for an offer that is over', p.id from replacement p join occupation o on o.cause_id = p.id
  where p.site_id = $1 and p.status <> 'offered'
  union all
  select 'offered and booked at once', p.id from replacement p join booking b on b.id = p.booking_id
  where p.site_id = $1 and p.status = 'offered' and b.status <> 'cancelled'
  union all
  select 'two offers for one booking', (array_agg(p.id))[1] from replacement p
  where p.site_id = $1 and p.status = 'offered' group by p.booking_id having count(*) > 1
  union all
  select 'wallet and bookings differ', a.id
  from allowance_account a join membership m on m.id = a.membership_id
  where m.site_id = $1 and a.kind = 'room_minutes'
    and (a.used <> (select coalesce(sum(extract(epoch from b.ends_at - b.starts_at) / 60), 0) from booking b
                    where b.membership_id = m.id and b.status in ('confirmed', 'checked_in', 'completed'))
      or a.held <> (select coalesce(sum(extract(epoch from p.ends_at - p.starts_at) / 60), 0) from replacement p
                    where p.person_id = m.person_id and p.status = 'offered')
      or a.granted - a.held - a.used <> (select sum(e.amount) from allowance_entry e where e.account_id = a.id))`;

const wrongs = (siteId: string) => db.read(wrong, [siteId, clock.now()]);

/** Runs all at once. Answers how many succeeded; refusals of the house are answers, anything else is a mistake. */
async function atOnce(works: (() => Promise<unknown>)[]): Promise<{ done: number; crashed: unknown[]; busy: number }> {
  const results = await Promise.allSettled(works.map((work) => work()));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  return {
    done: results.filter(({ status }) => status === 'fulfilled').length,
    crashed: reasons.filter((reason) => !(reason instanceof DomainError)),
    busy: reasons.filter((reason) => reason instanceof Busy).length,
  };
}

const maintain = ({ manager }: House, room: string) =>
  oasis.get(MaintenanceService).begin(manager, room, { start: at('08:00'), end: at('20:00'), reason: 'Water' });

it('two closures that cross while people book and answer: nobody twice, nothing lost', async () => {
  for (let round = 0; round < rounds; round++) {
    const all = await house(6);
    const { siteId, rooms, people, manager } = all;
    await maintain(all, rooms[0] ?? '');
    const [early = ''] = await open(people[0] as Actor);

    const { crashed, busy } = await atOnce([
      () => maintain(all, rooms[1] ?? ''),
      () => maintain(all, rooms[3] ?? ''),
      () => oasis.get(RetirementService).retire(manager, rooms[2] ?? ''),
      () =>
        oasis
          .get(ClosureService)
          .announce(manager, siteId, { startsOn: '2027-03-04', endsOn: '2027-03-04', reason: 'Storm' }),
      () => oasis.get(ReplacementAnswersService).accept(people[0] as Actor, early),
      () => book(people[1] as Actor, rooms[4] ?? ''),
      () => book(people[2] as Actor, rooms[5] ?? '', '09:00', '11:00', '2027-03-04'),
    ]);

    expect({ crashed, busy, wrong: await wrongs(siteId) }).toEqual({ crashed: [], busy: 0, wrong: [] });
  }
}, 300_000);

it('accepted, declined and expired at once: one of the three', async () => {
  for (let round = 0; round < rounds; round++) {
    clock.set(at('07:00', '2027-03-02'));
    const all = await house(2);
    await maintain(all, all.rooms[0] ?? '');
    const [person] = all.people as [Actor];
    const [id = ''] = await open(person);
    const answers = oasis.get(ReplacementAnswersService);
    // On the last instant of every other round the offer still stands.
    clock.set(new Date(at('07:00').getTime() - (round % 2)));

    const { done, crashed } = await atOnce([
      () => answers.accept(person, id),
      () => answers.decline(person, id),
      async () => {
        if (!(await answers.expire(id))) throw new DomainErrorOfNobody();
      },
    ]);

    expect({ done, crashed, wrong: await wrongs(all.siteId) }).toEqual({ done: 1, crashed: [], wrong: [] });
  }
}, 120_000);

class DomainErrorOfNobody extends DomainError {
  constructor() {
    super('nothing', 'The offer was answered before.');
  }
}

it('a booking that is made during the announcement is never left behind', async () => {
  for (let round = 0; round < rounds; round++) {
    const all = await house(6);
    const [, , , free = ''] = all.rooms;
    const { crashed } = await atOnce([
      () => maintain(all, free),
      ...all.people.map((person, index) => () => book(person, free, `${12 + index}:00`, `${13 + index}:00`)),
    ]);
    const left = await db.read(
      `select 1 from booking where resource_id = $1 and status in ('requested', 'confirmed')`,
      [free],
    );
    expect({ crashed, left, wrong: await wrongs(all.siteId) }).toEqual({ crashed: [], left: [], wrong: [] });
  }
}, 120_000);

it('goes red when the law is off: without the constraint on the ledger, offers and bookings share a place', async () => {
  const all = await house(2);
  await maintain(all, all.rooms[0] ?? '');
  const stranger = await anEntrepreneur(db, all.siteId);
  const equal = all.rooms[1] ?? '';
  const mine = await book(stranger, equal, '13:00', '15:00');
  const move = () =>
    oasis.get(BookingChangeService).change(stranger, mine.id, { start: at('09:00'), end: at('11:00') }, 'any');
  await expect(move()).rejects.toMatchObject({ code: 'no_double_booking' });
  const constraint = await db.read<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'no_double_booking'`,
  );
  await db.read('alter table occupation drop constraint no_double_booking');
  await move();
  const twice = await db.read('select 1 from occupation where resource_id = $1', [equal]);
  expect(twice).toHaveLength(2);
  await db.read(`delete from occupation where holder_id = $1`, [stranger.personId]);
  await db.read(`alter table occupation add constraint no_double_booking ${constraint[0]?.definition}`);
});

it('expires what is due once, however many processes look', async () => {
  const all = await house(20);
  for (const room of all.rooms.slice(0, 10)) await maintain(all, room);
  clock.set(at('07:00'));
  const ticks = oasis.get(ReplacementTicks);
  const runs = await Promise.all([1, 2, 3].map(() => ticks.expire(clock.now())));
  const expired = await db.read(`select 1 from replacement where site_id = $1 and status = 'expired'`, [all.siteId]);
  expect(expired).toHaveLength(10);
  expect(runs.reduce((sum, done) => sum + done, 0)).toBeGreaterThanOrEqual(10);
  expect(await wrongs(all.siteId)).toEqual([]);
}, 60_000);
