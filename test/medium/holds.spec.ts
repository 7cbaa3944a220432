import { BookingService } from '../../src/bookings/booking.service';
import { HoldQueries } from '../../src/bookings/holds/hold.queries';
import { HoldService } from '../../src/bookings/holds/hold.service';
import { Actor } from '../../src/kernel/actor';
import { OccupancyQueries } from '../../src/occupancy/occupancy.queries';
import { OccupancyTicks } from '../../src/occupancy/occupancy.ticks';
import { Period } from '../../src/kernel/period';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { anEntrepreneur, aPerson, aResource, aSite } from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);
const morning = { start: at('09:00'), end: at('11:00') };

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let holds: HoldService;
let bookings: BookingService;
let siteId: string;
let desk: string;
let aino: Actor;
let boris: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  holds = oasis.get(HoldService);
  bookings = oasis.get(BookingService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db, { fairShare: 100 })).id;
  desk = await aResource(db, siteId);
  [aino, boris] = [
    await anEntrepreneur(db, siteId, { allowances: { desk_days: 5 } }),
    await anEntrepreneur(db, siteId),
  ];
});

const taken = () => db.read<{ cause: string }>('select cause from occupation where resource_id = $1', [desk]);
const charged = () =>
  db.read(
    `select e.amount from allowance_entry e join allowance_account a on a.id = e.account_id
     join membership m on m.id = a.membership_id where m.person_id = $1 and e.cause = 'booking'`,
    [aino.personId],
  );

describe('a hold', () => {
  it('keeps a place for five minutes, and costs nothing', async () => {
    const hold = await holds.hold(aino, { resourceId: desk, ...morning });
    expect(hold).toMatchObject({
      siteId,
      resource: { id: desk, kind: 'desk' },
      start: '2027-03-03T07:00:00Z',
      end: '2027-03-03T09:00:00Z',
      timeZone: 'Europe/Helsinki',
      expiresAt: '2027-03-02T06:05:00Z',
    });
    await expect(bookings.book(boris, { resourceId: desk, ...morning })).rejects.toMatchObject({
      code: 'no_double_booking',
    });
    expect(await charged()).toEqual([]);
    expect(await oasis.get(HoldQueries).own(aino)).toEqual({ items: [hold] });
    expect(await oasis.get(HoldQueries).own(boris)).toEqual({ items: [] });
    expect(await db.read('select action from audit_event where subject_id = $1', [hold.id])).toEqual([
      { action: 'hold.take' },
    ]);
  });

  it('is given any free place of a kind, and keeps the time for cleaning with it', async () => {
    const tidy = await aSite(db, { rules: { room: { bufferMinutes: 15 } } });
    const room = await aResource(db, tidy.id, { kind: 'room' });
    const person = await anEntrepreneur(db, tidy.id);
    const hold = await holds.hold(person, { siteId: tidy.id, kind: 'room', ...morning });
    expect(hold).toMatchObject({ resource: { id: room }, end: '2027-03-03T09:00:00Z' });
    expect(await db.read('select ends_at from occupation where id = $1', [hold.id])).toEqual([
      { ends_at: at('11:15') },
    ]);
    expect(await bookings.book(person, { holdId: hold.id })).toMatchObject({ end: '2027-03-03T09:00:00Z' });
  });

  it('is judged by the rules of the booking that it is to become', async () => {
    const stranger = await aPerson(db);
    expect(await codes(holds.hold(stranger, { resourceId: desk, start: at('05:07'), end: at('06:00') }))).toEqual([
      'covered_by_membership',
      'time_grid',
      'within_opening_hours',
    ]);
  });

  it('holds_per_person: two at once, also when twenty are asked for at once', async () => {
    const places = await Promise.all(Array.from({ length: 20 }, () => aResource(db, siteId)));
    const results = await Promise.all(places.map((resourceId) => codes(holds.hold(boris, { resourceId, ...morning }))));
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(2);
    expect(results.filter((codes) => codes.join() === 'holds_per_person')).toHaveLength(18);
    clock.advance(5);
    expect(await codes(holds.hold(boris, { resourceId: desk, ...morning }))).toEqual([]);
  });

  it('holds_per_person is not kept without the lock (so the test above can fail)', async () => {
    const places = await Promise.all(Array.from({ length: 8 }, () => aResource(db, siteId)));
    const all = () => Promise.all(places.map((resourceId) => codes(holds.hold(boris, { resourceId, ...morning }))));
    const results = await withoutLocks(db, () => whileLocked(db, noWriting('audit_event'), all, places.length));
    expect(results).toEqual(places.map(() => []));
  });

  it('is let go by its holder only', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    await expect(holds.release(boris, id)).rejects.toMatchObject({ code: 'missing' });
    await holds.release(aino, id);
    await expect(holds.release(aino, id)).rejects.toMatchObject({ code: 'missing' });
    await expect(bookings.book(boris, { resourceId: desk, ...morning })).resolves.toMatchObject({
      status: 'confirmed',
    });
  });

  it('blocks nobody from the instant of its end, though nobody has cleared it away', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    const free = () => oasis.get(OccupancyQueries).free(siteId, Period.of(morning.start, morning.end), {}, clock.now());
    clock.set(new Date(now.getTime() + 5 * 60_000 - 1));
    expect(await free()).toEqual([]);
    await expect(bookings.book(boris, { resourceId: desk, ...morning })).rejects.toMatchObject({
      code: 'no_double_booking',
    });
    clock.set(new Date(now.getTime() + 5 * 60_000));
    expect(await free()).toMatchObject([{ id: desk }]);
    expect(await oasis.get(HoldQueries).own(aino)).toEqual({ items: [] });
    await expect(holds.release(aino, id)).rejects.toMatchObject({ code: 'missing' });
    await expect(bookings.book(boris, { siteId, kind: 'desk', ...morning })).resolves.toMatchObject({
      resource: { id: desk },
    });
  });

  it('is cleared away by itself when nobody asks for the place', async () => {
    await holds.hold(aino, { resourceId: desk, ...morning });
    clock.advance(5);
    expect(await oasis.get(OccupancyTicks).expire(clock.now())).toBeGreaterThan(0);
    expect(await taken()).toEqual([]);
  });
});

describe('a hold becomes a booking', () => {
  it('in one act, under the rules and from the wallet', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    expect(await bookings.book(aino, { holdId: id, title: 'Write the plan' })).toMatchObject({
      resource: { id: desk },
      start: '2027-03-03T07:00:00Z',
      title: 'Write the plan',
      status: 'confirmed',
      allowance: { kind: 'desk_days', amount: 1 },
    });
    expect(await taken()).toEqual([{ cause: 'booking' }]);
    expect(await charged()).toHaveLength(1);
    await expect(bookings.book(aino, { holdId: id })).rejects.toMatchObject({ code: 'hold_expired' });
  });

  it('for its holder only, and only while it lasts', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    await expect(bookings.book(boris, { holdId: id })).rejects.toMatchObject({ code: 'hold_expired' });
    clock.advance(5);
    await expect(bookings.book(aino, { holdId: id })).rejects.toMatchObject({ code: 'hold_expired' });
    expect(await db.read('select 1 from booking where resource_id = $1', [desk])).toEqual([]);
  });

  it('not when the rules have come to say no; the place stays held', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    await db.read(
      `update membership set status = 'suspended', suspended_reason = 'x', review_on = '2039-01-01' where person_id = $1`,
      [aino.personId],
    );
    expect(await codes(bookings.book(aino, { holdId: id }))).toEqual(['covered_by_membership']);
    expect(await taken()).toEqual([{ cause: 'hold' }]);
  });

  it('says place and time by itself', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    await expect(bookings.book(aino, { holdId: id, resourceId: desk })).rejects.toMatchObject({
      errors: [{ pointer: '/resourceId' }],
    });
  });

  it('once per Idempotency-Key', async () => {
    const { id } = await holds.hold(aino, { resourceId: desk, ...morning });
    const key = { key: 'once', hash: Buffer.alloc(32) };
    const first = await bookings.book(aino, { holdId: id }, key);
    expect(await bookings.book(aino, { holdId: id }, key)).toEqual(first);
  });
});

describe('fifty on one hold that expires', () => {
  const rounds = Number(process.env['OASIS_ROUNDS'] ?? 10);

  it(`have one winner in each of ${rounds} rounds`, async () => {
    const crowd = await Promise.all(Array.from({ length: 49 }, () => anEntrepreneur(db, siteId)));
    const wins = { holder: 0, booker: 0, holding: 0 };
    for (let round = 0; round < rounds; round++) {
      clock.set(now);
      const place = await aResource(db, siteId);
      const wish = { resourceId: place, ...morning };
      const { id } = await holds.hold(boris, wish);
      // In every other round the holder is in time by a millisecond.
      clock.set(new Date(now.getTime() + 5 * 60_000 - (round % 2)));
      const holder = bookings.book(boris, { holdId: id }).then(() => 'holder' as const);
      const others = crowd.map((person, i) =>
        i % 2 === 0
          ? bookings.book(person, wish).then(() => 'booker' as const)
          : holds.hold(person, wish).then(() => 'holding' as const),
      );
      const results = await Promise.allSettled([...others, holder]);
      const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(won).toHaveLength(1);
      for (const name of won) wins[name]++;
      if (round % 2 === 1) expect(won).toEqual(['holder']);
      for (const result of results) {
        if (result.status === 'rejected') {
          expect(['no_double_booking', 'hold_expired']).toContain((result.reason as { code: string }).code);
        }
      }
      await db.read('delete from occupation where resource_id = $1', [place]);
      await db.read(`update booking set status = 'cancelled' where resource_id = $1`, [place]);
    }
    process.stdout.write(`holds: 50 clients x ${rounds} rounds, one winner each: ${JSON.stringify(wins)}\n`);
  }, 600_000);
});
