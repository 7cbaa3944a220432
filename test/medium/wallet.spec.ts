import fc from 'fast-check';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingTicks } from '../../src/bookings/booking.ticks';
import { BookingView } from '../../src/bookings/booking.view';
import { Actor } from '../../src/kernel/actor';
import { DomainError } from '../../src/kernel/errors';
import { WalletQueries } from '../../src/memberships/wallet/wallet.queries';
import { WalletTicks } from '../../src/memberships/wallet/wallet.ticks';
import { inWords } from '../../src/kernel/why';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import {
  aManager,
  aMembership,
  anEntrepreneur,
  aPerson,
  aPlan,
  aResource,
  aSite,
  desks,
  TermsOptions,
} from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let changes: BookingChangeService;
let life: BookingLifeService;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  changes = oasis.get(BookingChangeService);
  life = oasis.get(BookingLifeService);
});
afterAll(() => oasis.stop());
beforeEach(async () => {
  clock.set(at('08:00', '2027-03-02'));
  siteId = (await aSite(db, { rules: { room: { futureBookings: null, horizonDays: 60 }, desk: { horizonDays: 60 } } }))
    .id;
});

const book = (actor: Actor, resourceId: string, from: string, to: string, date = '2027-03-03'): Promise<BookingView> =>
  bookings.book(actor, { resourceId, start: at(from, date), end: at(to, date) });

async function membershipOf(actor: Actor): Promise<string> {
  const [row] = await db.read<{ id: string }>('select id from membership where person_id = $1', [actor.personId]);
  return row?.id ?? '';
}

/** `granted used held left` of a kind in a month. */
async function balance(actor: Actor, kind: string, month = '2027-03'): Promise<(number | null)[]> {
  const { balances } = await oasis.get(WalletQueries).month(actor, await membershipOf(actor), month);
  const found = balances.find((one) => one.kind === kind && !one.visiting);
  return found ? [found.granted, found.used, found.held, found.left] : [];
}

async function linesOf(actor: Actor, month = '2027-03'): Promise<string[]> {
  const { entries } = await oasis.get(WalletQueries).month(actor, await membershipOf(actor), month);
  return entries.map(({ type, amount }) => `${type} ${amount}`);
}

describe('a wallet that is used up', () => {
  it('lets a desk change its day: what it leaves is given back before the new one is taken', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 1 } });
    const desk = await aResource(db, siteId, { kind: 'desk' });
    const booking = await book(aino, desk, '09:00', '11:00', '2027-03-04');
    expect(await balance(aino, 'desk_days')).toEqual([1, 1, 0, 0]);
    await changes.change(aino, booking.id, { start: at('09:00', '2027-03-05'), end: at('11:00', '2027-03-05') }, 'any');
    expect(await balance(aino, 'desk_days')).toEqual([1, 1, 0, 0]);
    await expect(book(aino, desk, '09:00', '11:00', '2027-03-04')).rejects.toMatchObject({
      refusals: [{ code: 'ledger_balance', facts: { needed: 1, left: 0 } }],
    });
  });

  it('does not count back a day on which another desk stays', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 1 } });
    const desk = await aResource(db, siteId, { kind: 'desk' });
    const other = await aResource(db, siteId, { kind: 'desk' });
    await book(aino, desk, '09:00', '11:00', '2027-03-04');
    const second = await book(aino, other, '12:00', '13:00', '2027-03-04');
    const move = changes.change(
      aino,
      second.id,
      { start: at('12:00', '2027-03-05'), end: at('13:00', '2027-03-05') },
      'any',
    );
    await expect(move).rejects.toMatchObject({ refusals: [{ code: 'ledger_balance' }] });
    expect(await balance(aino, 'desk_days')).toEqual([1, 1, 0, 0]);
  });
});

describe('room minutes', () => {
  let aino: Actor;
  let room: string;
  beforeEach(async () => {
    aino = await anEntrepreneur(db, siteId, { allowances: { room_minutes: 300, desk_days: 8 } });
    room = await aResource(db, siteId, { kind: 'room' });
  });

  it('are used by a booking, shown with it, and given back when it is cancelled in time', async () => {
    const booking = await book(aino, room, '09:00', '10:30', '2027-03-10');
    expect(booking.allowance).toEqual({ kind: 'room_minutes', amount: 90 });
    expect(await balance(aino, 'room_minutes')).toEqual([300, 90, 0, 210]);
    expect(await life.cancel(aino, booking.id)).toMatchObject({ allowance: { kind: 'room_minutes', amount: 0 } });
    expect(await balance(aino, 'room_minutes')).toEqual([300, 0, 0, 300]);
    expect(await linesOf(aino)).toEqual(['grant 300', 'use -90', 'refund 90']);
  });

  it('stay used when it is cancelled late, unless the house cancels', async () => {
    const booking = await book(aino, room, '13:00', '14:00', '2027-03-02');
    await life.cancel(aino, booking.id);
    expect(await balance(aino, 'room_minutes')).toEqual([300, 60, 0, 240]);
    const other = await book(aino, room, '15:00', '16:00', '2027-03-02');
    await db.transaction((tx) => life.cancelForHouse(tx, [other.id], inWords('Water damage'), aino));
    expect(await balance(aino, 'room_minutes')).toEqual([300, 60, 0, 240]);
  });

  it('are held while a booking is asked for, used when it is granted, released when it is declined', async () => {
    const stage = await aResource(db, siteId, { kind: 'room', needsApproval: true });
    const manager = await aManager(db, siteId);
    const first = await book(aino, stage, '09:00', '11:00', '2027-03-10');
    expect(await balance(aino, 'room_minutes')).toEqual([300, 0, 120, 180]);
    await life.approve(manager, first.id);
    expect(await balance(aino, 'room_minutes')).toEqual([300, 120, 0, 180]);
    const second = await book(aino, stage, '12:00', '13:00', '2027-03-10');
    await life.reject(manager, second.id, 'Needed by others');
    expect(await balance(aino, 'room_minutes')).toEqual([300, 120, 0, 180]);
  });

  it('are given back for the rest when somebody leaves early, and follow a booking that moves', async () => {
    const booking = await book(aino, room, '09:00', '11:00');
    await changes.change(aino, booking.id, { end: at('12:00') }, 'any');
    expect(await balance(aino, 'room_minutes')).toEqual([300, 180, 0, 120]);
    clock.set(at('09:00'));
    await life.checkIn(aino, booking.id);
    clock.set(at('09:40'));
    await life.checkOut(aino, booking.id);
    expect(await balance(aino, 'room_minutes')).toEqual([300, 40, 0, 260]);
  });

  it('ledger_balance: what is not left is refused, with what is', async () => {
    await book(aino, room, '09:00', '13:00', '2027-03-10');
    await expect(book(aino, room, '09:00', '10:15', '2027-03-11')).rejects.toMatchObject({
      refusals: [{ code: 'ledger_balance', facts: { kind: 'room_minutes', month: '2027-03', needed: 75, left: 60 } }],
    });
    await expect(book(aino, room, '09:00', '10:00', '2027-03-11')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('of the month in which each minute lies: a booking at night over the end of a month takes from both', async () => {
    const night = await aSite(db, {
      open: ['00:00', '24:00'],
      rules: { room: { horizonDays: 60, futureBookings: null } },
    });
    const owl = await anEntrepreneur(db, night.id, { allowances: { room_minutes: 60 }, access: 'all_day' });
    const den = await aResource(db, night.id, { kind: 'room' });
    await bookings.book(owl, {
      resourceId: den,
      start: new Date('2027-03-31T20:15:00Z'),
      end: new Date('2027-03-31T21:30:00Z'),
    });
    expect(await balance(owl, 'room_minutes', '2027-03')).toEqual([60, 45, 0, 15]);
    expect(await balance(owl, 'room_minutes', '2027-04')).toEqual([60, 30, 0, 30]);
  });

  it('count elapsed time on the night the clock is put back: 02:30 to 04:00 is two hours and a half', async () => {
    const night = await aSite(db, { open: ['00:00', '24:00'], rules: { room: { horizonDays: 365 } } });
    const owl = await anEntrepreneur(db, night.id, { allowances: { room_minutes: 200 }, access: 'all_day' });
    const den = await aResource(db, night.id, { kind: 'room' });
    await bookings.book(owl, { resourceId: den, date: '2027-10-31', from: '02:30', to: '04:00' });
    expect(await balance(owl, 'room_minutes', '2027-10')).toEqual([200, 150, 0, 50]);
  });
});

describe('desk days', () => {
  it('count once a date, however many desk bookings lie in it, and until the last of them is gone', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 8 } });
    const [one = '', two = ''] = await desks(db, siteId, 2);
    const morning = await book(aino, one, '09:00', '11:00', '2027-03-10');
    const noon = await book(aino, two, '11:00', '13:00', '2027-03-10');
    expect([morning.allowance, noon.allowance]).toEqual([
      { kind: 'desk_days', amount: 1 },
      { kind: 'desk_days', amount: 0 },
    ]);
    expect(await balance(aino, 'desk_days')).toEqual([8, 1, 0, 7]);
    await life.cancel(aino, morning.id);
    expect(await balance(aino, 'desk_days')).toEqual([8, 1, 0, 7]);
    await changes.change(aino, noon.id, { start: at('11:00', '2027-03-12'), end: at('13:00', '2027-03-12') }, 'any');
    expect(await balance(aino, 'desk_days')).toEqual([8, 1, 0, 7]);
    await life.cancel(aino, noon.id);
    expect(await balance(aino, 'desk_days')).toEqual([8, 0, 0, 8]);
  });

  it('is given back by the last of its date, also when that one never was charged itself', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 8 } });
    const [one = '', two = ''] = await desks(db, siteId, 2);
    const morning = await book(aino, one, '09:00', '11:00', '2027-03-10');
    const noon = await book(aino, two, '11:00', '13:00', '2027-03-10');
    await life.cancel(aino, morning.id);
    await db.transaction((tx) => life.cancelForHouse(tx, [noon.id], inWords('Water damage'), aino));
    expect(await balance(aino, 'desk_days')).toEqual([8, 0, 0, 8]);
  });

  it('are halved only when the plan knows half days', async () => {
    const [one = ''] = await desks(db, siteId, 1);
    const half = await anEntrepreneur(db, siteId, { allowances: { desk_days: 8 }, halfDays: true });
    await book(half, one, '09:00', '14:00', '2027-03-10');
    expect(await balance(half, 'desk_days')).toEqual([8, 0.5, 0, 7.5]);
    await book(half, one, '14:00', '14:30', '2027-03-10');
    expect(await balance(half, 'desk_days')).toEqual([8, 1, 0, 7]);
  });

  it('unlimited is a word of the plan: used is counted, nothing runs out', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: null } });
    const [one = ''] = await desks(db, siteId, 1);
    await book(aino, one, '09:00', '17:00');
    expect(await balance(aino, 'desk_days')).toEqual([null, 1, 0, null]);
  });
});

describe('many at once', () => {
  it('ledger_balance: forty parallel bookings against an allowance for five: five pass', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { room_minutes: 300 } });
    const rooms = await Promise.all(Array.from({ length: 40 }, () => aResource(db, siteId, { kind: 'room' })));
    const results = await Promise.all(rooms.map((room) => codes(book(aino, room, '09:00', '10:00', '2027-03-10'))));
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(5);
    expect(results.filter((codes) => codes.join() === 'ledger_balance')).toHaveLength(35);
    expect(await balance(aino, 'room_minutes')).toEqual([300, 300, 0, 0]);
  }, 20_000);

  it('lets eight of eight pass without lock and constraint (so the test above can fail)', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { room_minutes: 300 } });
    await db.read('alter table allowance_account drop constraint ledger_balance');
    try {
      const rooms = await Promise.all(Array.from({ length: 8 }, () => aResource(db, siteId, { kind: 'room' })));
      const all = () => Promise.all(rooms.map((room) => codes(book(aino, room, '09:00', '10:00', '2027-03-10'))));
      const results = await withoutLocks(db, () => whileLocked(db, noWriting('booking'), all, rooms.length));
      expect(results).toEqual(rooms.map(() => []));
    } finally {
      await db.read('truncate allowance_entry, allowance_account');
      await db.read(
        'alter table allowance_account add constraint ledger_balance check (unlimited or held + used <= granted)',
      );
    }
  }, 20_000);

  it('a team that shares a wallet never overdraws it, whoever books', async () => {
    const plan = await aPlan(db, siteId, { allowances: { room_minutes: 300 } });
    const lead = await aPerson(db, 'entrepreneur', siteId);
    const leadMembershipId = await aMembership(db, siteId, lead.personId, plan);
    const seat = await aPlan(db, siteId, {
      allowances: { room_minutes: null },
      shared: ['room_minutes'],
      needs: 'lead_membership',
    });
    const team = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const person = await aPerson(db, 'entrepreneur', siteId);
        await aMembership(db, siteId, person.personId, seat, { leadMembershipId });
        return person;
      }),
    );
    const rooms = await Promise.all(Array.from({ length: 20 }, () => aResource(db, siteId, { kind: 'room' })));
    const results = await Promise.all(
      rooms.map((room, i) => codes(book(team[i % 5] as Actor, room, '09:00', '10:00', '2027-03-10'))),
    );
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(5);
    expect(await balance(lead, 'room_minutes')).toEqual([300, 300, 0, 0]);
  }, 20_000);
});

/** What the lines say, what the sums say, and what the bookings say, must be the same. */
async function differences(): Promise<unknown[]> {
  return db.read(
    `with recount as (
       select b.membership_id, 'room_minutes' as kind, date_trunc('month', b.starts_at at time zone s.time_zone)::date as month,
              sum(extract(epoch from b.ends_at - b.starts_at) / 60) filter (where b.status = 'requested') as held,
              sum(extract(epoch from b.ends_at - b.starts_at) / 60) filter (
                where b.status in ('confirmed', 'checked_in', 'completed', 'no_show') or b.status = 'cancelled' and b.late) as used
       from booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id
       where r.kind = 'room' group by 1, 2, 3
       union all
       select membership_id, 'desk_days', date_trunc('month', day)::date,
              count(*) filter (where held and not used), count(*) filter (where used)
       from (select b.membership_id, (b.starts_at at time zone s.time_zone)::date as day, bool_or(b.status = 'requested') as held,
                    bool_or(b.status in ('confirmed', 'checked_in', 'completed', 'no_show') or b.status = 'cancelled' and b.late) as used
             from booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id
             where r.kind = 'desk' group by 1, 2) days
       group by 1, 2, 3
     ), lines as (
       select account_id, sum(amount) as left,
              coalesce(-sum(amount) filter (where type in ('hold', 'release')), 0) as held,
              coalesce(-sum(amount) filter (where type in ('use', 'refund')), 0) as used
       from allowance_entry group by account_id
     )
     select a.*, l.left, l.held as line_held, l.used as line_used, r.held as booked_held, r.used as booked_used
     from allowance_account a
     join lines l on l.account_id = a.id
     full join recount r on r.membership_id = a.membership_id and r.kind = a.kind and r.month = a.month
     where l.held <> a.held or l.used <> a.used or l.left <> a.granted - a.held - a.used
        or coalesce(r.held, 0) <> coalesce(a.held, 0) or coalesce(r.used, 0) <> coalesce(a.used, 0)`,
  );
}

describe('a storm of bookings, moves, cancellations, arrivals and departures', () => {
  it('never loses or invents a minute: lines, sums and a recount from the bookings agree', async () => {
    const terms: TermsOptions = { allowances: { room_minutes: 600, desk_days: 5 } };
    await db.read('truncate allowance_entry, allowance_account');
    await db.read('delete from occupation');
    await db.read('truncate booking cascade');
    const people = [await anEntrepreneur(db, siteId, terms), await anEntrepreneur(db, siteId, terms)];
    const manager = await aManager(db, siteId);
    const places = [
      ...(await desks(db, siteId, 10)),
      await aResource(db, siteId, { kind: 'room' }),
      await aResource(db, siteId, { kind: 'room', needsApproval: true }),
    ];
    const step = fc.record({
      deed: fc.constantFrom(
        'book',
        'book',
        'book',
        'cancel',
        'move',
        'lengthen',
        'approve',
        'reject',
        'arrive',
        'leave',
      ),
      person: fc.nat(1),
      place: fc.nat(places.length - 1),
      day: fc.constantFrom('2027-03-02', '2027-03-03', '2027-03-04', '2027-04-01'),
      hour: fc.integer({ min: 8, max: 18 }),
      length: fc.constantFrom(30, 60, 120),
      which: fc.nat(30),
    });
    const made: string[] = [];
    let done = 0;

    const perform = async (s: {
      deed: string;
      person: number;
      place: number;
      day: string;
      hour: number;
      length: number;
      which: number;
    }) => {
      const actor = people[s.person] as Actor;
      const start = at(`${String(s.hour).padStart(2, '0')}:00`, s.day);
      const end = new Date(start.getTime() + s.length * 60_000);
      const id = made.length > 0 ? (made[s.which % made.length] ?? '') : '';
      try {
        if (s.deed === 'book') made.push((await bookings.book(actor, { resourceId: places[s.place], start, end })).id);
        else if (id === '') return;
        else if (s.deed === 'cancel') await life.cancel(manager, id);
        else if (s.deed === 'move')
          await changes.change(manager, id, { resourceId: places[s.place], start, end }, 'any');
        else if (s.deed === 'lengthen') await changes.change(manager, id, { end }, 'any');
        else if (s.deed === 'approve') await life.approve(manager, id);
        else if (s.deed === 'reject') await life.reject(manager, id, 'No');
        else if (s.deed === 'arrive') await life.checkIn(manager, id);
        else await life.checkOut(manager, id);
        done++;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    };

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 4, maxLength: 8 }), { minLength: 4, maxLength: 8 }),
        async (waves) => {
          for (const wave of waves) await Promise.all(wave.map(perform));
          clock.advance(7);
          expect(await differences()).toEqual([]);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    clock.set(at('08:00', '2027-04-05'));
    await oasis.get(BookingTicks).complete(clock.now());
    expect(await differences()).toEqual([]);
    expect(done).toBeGreaterThan(50);
  }, 120_000);
});

describe('by the passing of time', () => {
  it("the month is granted once at the site's own midnight, and what is left of the last one lapses", async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { room_minutes: 300, coaching_minutes: 120 } });
    const ticks = oasis.get(WalletTicks);
    // 23:59 on 31 March in Helsinki (UTC+3 by then).
    clock.set(new Date('2027-03-31T20:59:00Z'));
    await ticks.grant(clock.now());
    expect(await linesOf(aino, '2027-04')).toEqual([]);
    clock.set(new Date('2027-03-31T21:00:00Z'));
    await Promise.all([ticks.grant(clock.now()), ticks.grant(clock.now()), ticks.lapse(clock.now())]);
    await ticks.grant(clock.now());
    await ticks.lapse(clock.now());
    expect((await linesOf(aino, '2027-04')).sort()).toEqual(['grant 120', 'grant 300']);
    expect((await linesOf(aino, '2027-03')).sort()).toEqual(['grant 120', 'grant 300', 'lapse -120', 'lapse -300']);
    expect(await balance(aino, 'room_minutes', '2027-03')).toEqual([0, 0, 0, 0]);
  });

  it('after three days without a worker the month is granted once all the same', async () => {
    const aino = await anEntrepreneur(db, siteId, { allowances: { room_minutes: 300 } });
    clock.set(at('12:00', '2027-05-04'));
    for (let i = 0; i < 3; i++) await oasis.get(WalletTicks).grant(clock.now());
    expect(await linesOf(aino, '2027-05')).toEqual(['grant 300']);
  });
});
