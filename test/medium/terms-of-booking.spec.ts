import { BookingService } from '../../src/bookings/booking.service';
import { PreviewQueries } from '../../src/bookings/preview.queries';
import { BookingCase, bookingRules } from '../../src/bookings/booking.rules';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Rule } from '../../src/kernel/refusal';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import {
  aMembership,
  anEntrepreneur,
  aPerson,
  aPlan,
  aResource,
  aSite,
  desks,
  MembershipOptions,
  TermsOptions,
} from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

/** Tables of cases in the clock of Helsinki: 2 March 2027, 08:00, is now. */
let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
});
afterAll(() => oasis.stop());
beforeEach(async () => {
  clock.set(new Date('2027-03-02T06:00:00Z'));
  siteId = (
    await aSite(db, { rules: { desk: { horizonDays: 365 }, room: { horizonDays: 365, futureBookings: null } } })
  ).id;
});

async function member(
  terms: TermsOptions = {},
  options: MembershipOptions = {},
): Promise<{ actor: Actor; membershipId: string }> {
  const actor = await aPerson(db, 'entrepreneur', siteId);
  const plan = await aPlan(db, siteId, terms);
  return { actor, membershipId: await aMembership(db, siteId, actor.personId, plan, options) };
}

const book = (actor: Actor, resourceId: string, date: string, from: string, to: string) =>
  bookings.book(actor, { resourceId, date, from, to });

describe('covered_by_membership', () => {
  it.each<[string, MembershipOptions, string, string[]]>([
    [
      'on the first day of the term',
      { startsOn: '2027-03-10', endsOn: '2027-09-09', status: 'scheduled' },
      '2027-03-10',
      [],
    ],
    [
      'on the day before it',
      { startsOn: '2027-03-10', endsOn: '2027-09-09', status: 'scheduled' },
      '2027-03-09',
      ['covered_by_membership'],
    ],
    ['on the last day of the term', { endsOn: '2027-03-10' }, '2027-03-10', []],
    ['on the day after it', { endsOn: '2027-03-10' }, '2027-03-11', ['covered_by_membership']],
    ['while suspended', { status: 'suspended' }, '2027-03-10', ['covered_by_membership']],
    ['under an offer that is not accepted', { status: 'offered' }, '2027-03-10', ['covered_by_membership']],
  ])('%s', async (_, options, date, expected) => {
    const { actor } = await member({}, options);
    expect(await codes(book(actor, await aResource(db, siteId), date, '09:00', '10:00'))).toEqual(expected);
  });

  it('a booking over the midnight that ends the term is not covered, one that ends at it is', async () => {
    const night = await aSite(db, { open: ['00:00', '24:00'], rules: { desk: { horizonDays: 365 } } });
    const actor = await aPerson(db, 'entrepreneur', night.id);
    await aMembership(db, night.id, actor.personId, await aPlan(db, night.id, { access: 'all_day' }), {
      endsOn: '2027-03-10',
    });
    const desk = await aResource(db, night.id);
    const at = (iso: string) => new Date(iso);
    const over = bookings.book(actor, {
      resourceId: desk,
      start: at('2027-03-10T21:00:00Z'),
      end: at('2027-03-10T22:30:00Z'),
    });
    expect(await codes(over)).toEqual(['covered_by_membership']);
    const until = bookings.book(actor, {
      resourceId: desk,
      start: at('2027-03-10T21:00:00Z'),
      end: at('2027-03-10T22:00:00Z'),
    });
    expect(await codes(until)).toEqual([]);
  });

  it.each([
    ['before the pause', '2027-03-09', []],
    ['on its first day', '2027-03-10', ['covered_by_membership']],
    ['on its last day', '2027-03-20', ['covered_by_membership']],
    ['after it', '2027-03-21', []],
  ])('%s', async (_, date, expected) => {
    const { actor, membershipId } = await member();
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at) values ($1, $2, '2027-03-10', '2027-03-20', 'approved', now())`,
      [newId(), membershipId],
    );
    expect(await codes(book(actor, await aResource(db, siteId), date, '09:00', '10:00'))).toEqual(expected);
  });

  it('a member of a partner site books as a visitor, within the visitor plan of the site', async () => {
    const home = await aSite(db);
    const visitor = await anEntrepreneur(db, home.id);
    const desk = await aResource(db, siteId);
    expect(await codes(book(visitor, desk, '2027-03-03', '09:00', '10:00'))).toEqual(['covered_by_membership']);
    await aPlan(db, siteId, { needs: 'home_membership', allowances: { desk_days: 1 } });
    expect(await codes(book(visitor, desk, '2027-03-03', '09:00', '10:00'))).toEqual([]);
    expect(await codes(book(visitor, desk, '2027-03-04', '09:00', '10:00'))).toEqual(['ledger_balance']);
    expect(await db.read('select visiting, used::int as used from allowance_account')).toContainEqual({
      visiting: true,
      used: 1,
    });
  });
});

describe('with its rule switched off', () => {
  /** Runs something while one rule of a booking is not judged. */
  async function without(name: string, run: () => Promise<void>): Promise<void> {
    const rules = bookingRules as Rule<BookingCase>[];
    const index = rules.findIndex((rule) => rule.name === name);
    const [rule] = rules.splice(index, 1);
    try {
      await run();
    } finally {
      if (rule) rules.splice(index, 0, rule);
    }
  }

  it('covered_by_membership: a suspended member books (so the tests above can fail)', async () => {
    const { actor } = await member({}, { status: 'suspended' });
    const desk = await aResource(db, siteId);
    await without('covered_by_membership', async () => {
      expect(await codes(book(actor, desk, '2027-03-10', '09:00', '10:00'))).toEqual([]);
    });
  });

  it('fair_share: as many desks as there are', async () => {
    const { actor } = await member();
    const places = await desks(db, siteId, 10);
    await book(actor, places[0] ?? '', '2027-03-03', '09:00', '10:00');
    expect(await codes(book(actor, places[1] ?? '', '2027-03-03', '09:00', '10:00'))).toEqual(['fair_share']);
    await without('fair_share', async () => {
      expect(await codes(book(actor, places[1] ?? '', '2027-03-03', '09:00', '10:00'))).toEqual([]);
    });
  });

  it('ledger_balance: the constraint of that name still says no', async () => {
    const { actor } = await member({ allowances: { room_minutes: 30 } });
    const room = await aResource(db, siteId, { kind: 'room' });
    await without('ledger_balance', async () => {
      expect(await codes(book(actor, room, '2027-03-03', '09:00', '10:00'))).toEqual(['ledger_balance']);
    });
  });
});

describe('the limits of the plan stand in place of those of the site', () => {
  it.each<[string, TermsOptions, 'desk' | 'room', [string, string, string], string[]]>([
    ['desks 7 days ahead', { deskHorizonDays: 7 }, 'desk', ['2027-03-10', '09:00', '10:00'], ['booking_horizon']],
    ['rooms 21 days ahead', { roomHorizonDays: 21 }, 'room', ['2027-03-24', '09:00', '10:00'], ['booking_horizon']],
    ['rooms for two hours', { roomLongestMinutes: 120 }, 'room', ['2027-03-03', '09:00', '11:15'], ['booking_length']],
    ['inside the opening hours', {}, 'desk', ['2027-03-03', '19:00', '21:00'], ['within_opening_hours']],
    ['evenings to 22:00', { access: 'evenings', eveningCloses: '22:00' }, 'desk', ['2027-03-03', '19:00', '22:00'], []],
    [
      'not beyond',
      { access: 'evenings', eveningCloses: '22:00' },
      'desk',
      ['2027-03-03', '21:00', '22:15'],
      ['within_opening_hours'],
    ],
    [
      'not before opening',
      { access: 'evenings', eveningCloses: '22:00' },
      'desk',
      ['2027-03-03', '06:00', '07:00'],
      ['within_opening_hours'],
    ],
    ['at any hour', { access: 'all_day' }, 'desk', ['2027-03-03', '02:00', '05:00'], []],
  ])('%s', async (_, terms, kind, [date, from, to], expected) => {
    const { actor } = await member({ allowances: { desk_days: null, room_minutes: null }, ...terms });
    expect(await codes(book(actor, await aResource(db, siteId, { kind }), date, from, to))).toEqual(expected);
  });

  it('a closure holds for plans of all day, too', async () => {
    const { actor } = await member({ access: 'all_day' });
    await db.read(
      `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_at)
       values ($1, $2, '2027-03-03', '2027-03-03', 'Painting', 'manager', 'confirmed', now())`,
      [newId(), siteId],
    );
    expect(await codes(book(actor, await aResource(db, siteId), '2027-03-03', '02:00', '05:00'))).toEqual([
      'within_opening_hours',
    ]);
  });

  it.each<[string, TermsOptions, 'desk' | 'room', [string, string, string], object]>([
    ['booking_horizon', { deskHorizonDays: 7 }, 'desk', ['2027-03-10', '09:00', '10:00'], { setBy: 'plan' }],
    ['booking_horizon', {}, 'desk', ['2028-03-10', '09:00', '10:00'], { setBy: 'site' }],
    ['booking_length', { roomLongestMinutes: 120 }, 'room', ['2027-03-03', '09:00', '11:15'], { setBy: 'plan' }],
    ['booking_length', { roomLongestMinutes: 120 }, 'room', ['2027-03-03', '09:00', '09:15'], { setBy: 'site' }],
    ['booking_length', {}, 'room', ['2027-03-03', '09:00', '13:15'], { setBy: 'site' }],
  ])('and %s says whose number it is, under %j for a %s', async (code, terms, kind, [date, from, to], facts) => {
    const { actor } = await member({ allowances: { desk_days: null, room_minutes: null }, ...terms });
    const place = await aResource(db, siteId, { kind });
    await expect(book(actor, place, date, from, to)).rejects.toMatchObject({
      refusals: expect.arrayContaining([expect.objectContaining({ code, facts: expect.objectContaining(facts) })]),
    });
  });

  it('future_bookings: two rooms ahead', async () => {
    const { actor } = await member({ roomFutureBookings: 2 });
    const room = await aResource(db, siteId, { kind: 'room' });
    await book(actor, room, '2027-03-03', '09:00', '10:00');
    await book(actor, room, '2027-03-03', '10:00', '11:00');
    await expect(book(actor, room, '2027-03-03', '11:00', '12:00')).rejects.toMatchObject({
      refusals: [{ code: 'future_bookings', facts: { ahead: 2, most: 2, setBy: 'plan' } }],
    });
  });
});

describe('fair_share', () => {
  it('one venture holds at most 15 % of the desks at any instant, however many of its members book at once', async () => {
    const places = await desks(db, siteId, 20);
    const ventureId = newId();
    await db.read(
      `insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'Norppa Oy', now(), now())`,
      [ventureId, siteId],
    );
    const team = await Promise.all(Array.from({ length: 8 }, () => member({}, { ventureId })));
    const results = await Promise.all(
      team.map(({ actor }, i) => codes(book(actor, places[i] ?? '', '2027-03-03', '09:00', '17:00'))),
    );
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(3);
    expect(results.filter((codes) => codes.join() === 'fair_share')).toHaveLength(5);
    const { actor } = await member();
    expect(await codes(book(actor, places[9] ?? '', '2027-03-03', '09:00', '17:00'))).toEqual([]);
  });

  it('is what the administrators of the site have made it', async () => {
    const places = await desks(db, siteId, 10);
    const { actor } = await member();
    await db.read('update site set fair_share_percent = 20 where id = $1', [siteId]);
    await book(actor, places[0] ?? '', '2027-03-03', '09:00', '10:00');
    expect(await codes(book(actor, places[1] ?? '', '2027-03-03', '09:00', '10:00'))).toEqual([]);
    expect(await codes(book(actor, places[2] ?? '', '2027-03-03', '09:00', '10:00'))).toEqual(['fair_share']);
  });

  it('counts the busiest instant, not the day: desks one after the other are one desk', async () => {
    const places = await desks(db, siteId, 20);
    const { actor } = await member();
    for (let i = 0; i < 5; i++) {
      const times = [`${String(9 + i).padStart(2, '0')}:00`, `${String(10 + i).padStart(2, '0')}:00`] as const;
      expect(await codes(book(actor, places[i] ?? '', '2027-03-03', ...times))).toEqual([]);
    }
  });

  it('is not kept without the lock of the venture (so the test above can fail)', async () => {
    const places = await desks(db, siteId, 20);
    const ventureId = newId();
    await db.read(
      `insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'Ilves Oy', now(), now())`,
      [ventureId, siteId],
    );
    const team = await Promise.all(Array.from({ length: 8 }, () => member({}, { ventureId })));
    const all = () =>
      Promise.all(team.map(({ actor }, i) => codes(book(actor, places[i] ?? '', '2027-03-03', '09:00', '17:00'))));
    const results = await withoutLocks(db, () => whileLocked(db, noWriting('booking'), all, team.length));
    expect(results).toEqual(team.map(() => []));
  });
});

describe('no_show_block', () => {
  it('three no-shows in sixty days leave only the same day, for a fortnight; forgiven and old ones do not count', async () => {
    const { actor } = await member();
    const desk = await aResource(db, siteId);
    const strike = async (day: string, forgiven = false) => {
      const bookingId = newId();
      await db.read(
        `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 hour', 'no_show', $5, $5)`,
        [bookingId, siteId, desk, actor.personId, `${day}T08:00:00Z`],
      );
      await db.read(
        `insert into no_show_strike (id, person_id, site_id, booking_id, at, forgiven_at, forgiven_reason) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          newId(),
          actor.personId,
          siteId,
          bookingId,
          `${day}T08:15:00Z`,
          forgiven ? `${day}T09:00:00Z` : null,
          forgiven ? 'grace' : null,
        ],
      );
    };
    await strike('2026-12-01');
    await strike('2027-02-20', true);
    await strike('2027-02-22');
    await strike('2027-02-24');
    expect(await codes(book(actor, desk, '2027-03-05', '09:00', '10:00'))).toEqual([]);
    await strike('2027-02-26');
    expect(await codes(book(actor, desk, '2027-03-06', '09:00', '10:00'))).toEqual(['no_show_block']);
    expect(await codes(book(actor, desk, '2027-03-02', '09:00', '10:00'))).toEqual([]);
    clock.set(new Date('2027-03-12T08:16:00Z'));
    expect(await codes(book(actor, desk, '2027-03-16', '09:00', '10:00'))).toEqual([]);
  });
});

describe('before booking', () => {
  it('tells what it costs, what remains and what stands in the way, and changes nothing', async () => {
    const { actor } = await member({ allowances: { room_minutes: 90 } });
    const room = await aResource(db, siteId, { kind: 'room', name: 'Vuoksi' });
    const previews = oasis.get(PreviewQueries);
    const preview = (from: string, to: string) =>
      previews.preview(actor, { resourceId: room, date: '2027-03-03', from, to });
    expect(await preview('09:00', '10:00')).toEqual({
      resource: { id: room, name: 'Vuoksi', kind: 'room' },
      start: '2027-03-03T07:00:00Z',
      end: '2027-03-03T08:00:00Z',
      timeZone: 'Europe/Helsinki',
      free: true,
      needsApproval: false,
      charges: [{ kind: 'room_minutes', month: '2027-03', amount: 60, left: 90, leftAfter: 30 }],
      refusals: [],
      alternatives: [],
    });
    expect((await preview('09:00', '11:00')).refusals.map(({ code }) => code)).toEqual(['ledger_balance']);
    expect(await db.read('select 1 from booking where site_id = $1', [siteId])).toEqual([]);
    await book(actor, room, '2027-03-03', '09:00', '10:00');
    expect(await preview('09:30', '10:00')).toMatchObject({
      free: false,
      charges: [{ left: 30 }],
      alternatives: [{ resourceId: room }, {}, {}],
    });
    const any = await previews.preview(actor, { siteId, kind: 'room', date: '2027-03-03', from: '10:00', to: '10:30' });
    expect(any).toMatchObject({ resource: { id: room }, free: true });
  });
});
