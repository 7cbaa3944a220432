import pg from 'pg';
import { Actor } from '../../src/kernel/actor';
import { AlternativesQueries } from '../../src/bookings/alternatives.queries';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingTicks } from '../../src/bookings/booking.ticks';
import { BookingView } from '../../src/bookings/booking.view';
import { Period } from '../../src/kernel/period';
import { inWords } from '../../src/kernel/why';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite, desks } from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const at = (time: string, date = tomorrow) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let changes: BookingChangeService;
let life: BookingLifeService;
let siteId: string;
let aino: Actor;
let boris: Actor;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  changes = oasis.get(BookingChangeService);
  life = oasis.get(BookingLifeService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(at('08:00', today));
  siteId = (await aSite(db)).id;
  [aino, boris, manager] = [
    await anEntrepreneur(db, siteId),
    await anEntrepreneur(db, siteId),
    await aManager(db, siteId),
  ];
});

const book = (actor: Actor, resourceId: string, from: string, to: string, date = tomorrow) =>
  bookings.book(actor, { resourceId, start: at(from, date), end: at(to, date) });

async function statuses(): Promise<{ status: string; count: number }[]> {
  return db.read(`select status, count(*) as count from booking where site_id = $1 group by status order by status`, [
    siteId,
  ]);
}

describe('booking', () => {
  it('takes the place, writes the trail, and shows what was booked', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    const booking = await bookings.book(aino, {
      resourceId: desk,
      start: at('09:00'),
      end: at('11:00'),
      title: 'Write the plan',
    });
    expect(booking).toMatchObject({
      siteId,
      resource: { id: desk, name: 'Desk 01', kind: 'desk' },
      personId: aino.personId,
      start: '2027-03-03T07:00:00Z',
      end: '2027-03-03T09:00:00Z',
      timeZone: 'Europe/Helsinki',
      title: 'Write the plan',
      status: 'confirmed',
      version: 1,
    });
    expect(await db.read('select 1 from occupation where cause_id = $1', [booking.id])).toHaveLength(1);
    expect(await db.read('select action from audit_event where subject_id = $1', [booking.id])).toEqual([
      { action: 'booking.book' },
    ]);
  });

  it('takes no more than four statements after the wish is read', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    const sent = jest.spyOn(pg.Client.prototype, 'query');
    await book(aino, desk, '09:00', '11:00');
    const statements = sent.mock.calls
      .map(([asked]) => asked as string | { text: string })
      .map((asked) => (typeof asked === 'string' ? asked : asked.text).trim().split(/\s+/, 2).join(' '))
      // The bell that an earlier booking has rung: BullMQ's statements begin with a comment.
      .filter((statement) => !statement.startsWith('--'));
    sent.mockRestore();
    expect(statements).toEqual(['begin', 'select open_booking($1,', 'select write_booking($1,', 'commit']);
  });

  it('asks for three things when the place is taken: what was wanted, what is free then, and the day', async () => {
    const [desk = ''] = await desks(db, siteId, 2);
    await book(aino, desk, '09:00', '11:00');
    const sent = jest.spyOn(db, 'read');
    await expect(book(boris, desk, '09:00', '11:00')).rejects.toMatchObject({ code: 'no_double_booking' });
    const names = new Set(sent.mock.calls.map(([, , name]) => name));
    sent.mockRestore();
    // The clock of the site and the texts of its places may have to be learnt first.
    names.delete('place_texts');
    expect([...names]).toEqual(['wanted_place', 'free_of_site', 'taken_on_day']);
  });

  it('asks once for what many ask at the same moment, and anew for whoever asks later', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    const alternatives = oasis.get(AlternativesQueries);
    const period = Period.of(at('09:00'), at('10:00'));
    const ask = () => alternatives.to({ resourceId: desk }, period, clock.now());
    const [first, second, other] = [
      ask(),
      ask(),
      alternatives.to({ resourceId: desk }, Period.of(at('10:00'), at('11:00')), clock.now()),
    ];
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    await Promise.all([first, other]);
    await book(boris, desk, '10:00', '11:00');
    const later = ask();
    expect(later).not.toBe(first);
    expect((await later).map(({ start }) => start)).not.toContain('2027-03-03T08:00:00Z');
  });

  it('no_double_booking: says no with free places beside it, same time elsewhere and same place nearby', async () => {
    const [first = '', second] = await desks(db, siteId, 2);
    await book(aino, first, '09:00', '11:00');
    await expect(book(boris, first, '10:00', '12:00')).rejects.toMatchObject({
      code: 'no_double_booking',
      extra: {
        alternatives: [
          { resourceId: second, name: 'Desk 02', start: '2027-03-03T08:00:00Z', end: '2027-03-03T10:00:00Z' },
          { resourceId: first, name: 'Desk 01', start: '2027-03-03T09:00:00Z', end: '2027-03-03T11:00:00Z' },
          { resourceId: first, name: 'Desk 01', start: '2027-03-03T09:15:00Z', end: '2027-03-03T11:15:00Z' },
        ],
      },
    });
    expect(await statuses()).toEqual([{ status: 'confirmed', count: 1 }]);
  });

  it('says no at once when the place is taken, however long others stand in line for it', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    await book(aino, desk, '09:00', '11:00');
    await db.transaction(async (tx) => {
      await tx.query('select 1 from resource where id = $1 for update', [desk]);
      await expect(book(boris, desk, '10:00', '12:00')).rejects.toMatchObject({ code: 'no_double_booking' });
    });
  });

  it('lets one booking begin where another ends', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    await book(aino, desk, '09:00', '11:00');
    await expect(book(boris, desk, '11:00', '12:00')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('keeps the time for cleaning between two bookings, and does not show it', async () => {
    const buffered = await aSite(db, { rules: { room: { bufferMinutes: 15 } } });
    const person = await anEntrepreneur(db, buffered.id);
    const room = await aResource(db, buffered.id, { kind: 'room' });
    expect(await book(person, room, '09:00', '10:00')).toMatchObject({ end: '2027-03-03T08:00:00Z' });
    await expect(book(person, room, '10:00', '11:00')).rejects.toMatchObject({ code: 'no_double_booking' });
    await expect(book(person, room, '10:15', '11:15')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('gives any free one of a kind, the smallest that fits, until none is left', async () => {
    const small = await aResource(db, siteId, { kind: 'room', name: 'Vuoksi', capacity: 4, features: ['screen'] });
    const large = await aResource(db, siteId, {
      kind: 'room',
      name: 'Saimaa',
      capacity: 10,
      features: ['screen', 'camera'],
    });
    const any = { siteId, kind: 'room', start: at('09:00'), end: at('10:00') };
    expect((await bookings.book(aino, { ...any, capacity: 2 })).resource.id).toBe(small);
    expect((await bookings.book(boris, any)).resource.id).toBe(large);
    await expect(bookings.book(manager, any)).rejects.toMatchObject({ code: 'no_double_booking' });
    await expect(bookings.book(manager, { ...any, features: ['sauna'] })).rejects.toMatchObject({ code: 'missing' });
  });

  it('gives forty people who want any of twenty desks at once one desk each, and twenty a clear no', async () => {
    await desks(db, siteId, 20);
    const people = await Promise.all(Array.from({ length: 40 }, () => anEntrepreneur(db, siteId)));
    const results = await Promise.allSettled(
      people.map((person) => bookings.book(person, { siteId, kind: 'desk', start: at('09:00'), end: at('17:00') })),
    );
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.resource.id] : []));
    expect(new Set(given).size).toBe(20);
    expect(given).toHaveLength(20);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'no_double_booking' });
    }
  }, 20_000);

  it('understands a date and times by the clock of the site', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    expect(await bookings.book(aino, { resourceId: desk, date: tomorrow, from: '09:00', to: '11:00' })).toMatchObject({
      start: '2027-03-03T07:00:00Z',
      end: '2027-03-03T09:00:00Z',
    });
  });

  it('a local time that the clock skips is refused; one that comes twice is the first of the two', async () => {
    const night = await aSite(db, { open: ['00:00', '24:00'], rules: { desk: { horizonDays: 365 } } });
    const owl = await anEntrepreneur(db, night.id);
    const desk = await aResource(db, night.id);
    const at0330 = (date: string) => bookings.book(owl, { resourceId: desk, date, from: '03:30', to: '05:00' });
    expect(await codes(at0330('2027-03-28'))).toEqual(['local_time_exists']);
    expect(await at0330('2027-10-31')).toMatchObject({ start: '2027-10-31T00:30:00Z', end: '2027-10-31T03:00:00Z' });
  });
});

describe('each rule refuses under its own name', () => {
  let desk: string;
  beforeEach(async () => {
    desk = await aResource(db, siteId);
  });

  it('covered_by_membership: somebody who does not belong to the site', async () => {
    expect(await codes(book(await aPerson(db), desk, '09:00', '10:00'))).toEqual(['covered_by_membership']);
  });

  it('covered_by_membership: a member of another site', async () => {
    const elsewhere = await anEntrepreneur(db, (await aSite(db)).id);
    expect(await codes(book(elsewhere, desk, '09:00', '10:00'))).toEqual(['covered_by_membership']);
  });

  it('resource_available: a retired place, and a suspended site', async () => {
    const retired = await aResource(db, siteId, { status: 'retired' });
    expect(await codes(book(aino, retired, '09:00', '10:00'))).toEqual(['resource_available']);
    const suspended = await aSite(db, { status: 'suspended' });
    const there = await aResource(db, suspended.id);
    expect(await codes(book(await anEntrepreneur(db, suspended.id), there, '09:00', '10:00'))).toEqual([
      'resource_available',
    ]);
  });

  it('in_the_past: before now, but the running step of the grid may still be taken', async () => {
    clock.set(at('10:07', today));
    expect(await codes(book(aino, desk, '09:45', '11:00', today))).toEqual(['in_the_past']);
    expect(await codes(book(aino, desk, '09:00', '10:00', '2027-03-01'))).toEqual(['in_the_past']);
    expect(await codes(book(aino, desk, '10:00', '11:00', today))).toEqual([]);
  });

  it('time_grid: a start between two steps, with the nearest that fit', async () => {
    const attempt = book(aino, desk, '09:07', '10:10');
    await expect(attempt).rejects.toMatchObject({
      refusals: [
        {
          code: 'time_grid',
          facts: { gridMinutes: 15, nearest: { start: '2027-03-03T07:00:00Z', end: '2027-03-03T08:15:00Z' } },
        },
      ],
    });
  });

  it('booking_length: too short and too long', async () => {
    expect(await codes(book(aino, desk, '09:00', '09:15'))).toEqual(['booking_length']);
    const room = await aResource(db, siteId, { kind: 'room' });
    expect(await codes(book(aino, room, '09:00', '13:15'))).toEqual(['booking_length']);
  });

  it('minimum_notice: too close to now', async () => {
    const strict = await aSite(db, { rules: { desk: { noticeMinutes: 120 } } });
    const person = await anEntrepreneur(db, strict.id);
    const there = await aResource(db, strict.id);
    expect(await codes(book(person, there, '09:00', '10:00', today))).toEqual(['minimum_notice']);
    expect(await codes(book(person, there, '10:00', '11:00', today))).toEqual([]);
  });

  it('booking_horizon: further ahead than the kind allows, counted in dates of the site', async () => {
    expect(await codes(book(aino, desk, '09:00', '10:00', '2027-03-10'))).toEqual(['booking_horizon']);
    expect(await codes(book(aino, desk, '09:00', '10:00', '2027-03-09'))).toEqual([]);
  });

  it('within_opening_hours: before opening, after closing, on a closed day, with the nearest that fits', async () => {
    await expect(book(aino, desk, '07:00', '09:00')).rejects.toMatchObject({
      refusals: [
        {
          code: 'within_opening_hours',
          facts: { nearest: { start: '2027-03-03T06:00:00Z', end: '2027-03-03T08:00:00Z' } },
        },
      ],
    });
    expect(await codes(book(aino, desk, '19:00', '21:00'))).toEqual(['within_opening_hours']);
    await db.read(
      `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_at)
       values (gen_random_uuid(), $1, $2, $2, 'Painting', 'manager', 'confirmed', now())`,
      [siteId, tomorrow],
    );
    expect(await codes(book(aino, desk, '09:00', '10:00'))).toEqual(['within_opening_hours']);
  });

  it('future_bookings: one more than a person may have ahead, also when forty are asked for at once', async () => {
    const rooms = await Promise.all(Array.from({ length: 40 }, () => aResource(db, siteId, { kind: 'room' })));
    const results = await Promise.all(rooms.map((room) => codes(book(aino, room, '09:00', '10:00'))));
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(2);
    expect(results.filter((codes) => codes.join() === 'future_bookings')).toHaveLength(38);
  }, 20_000);

  it('future_bookings is not kept without the lock (so the test above can fail)', async () => {
    const rooms = await Promise.all(Array.from({ length: 8 }, () => aResource(db, siteId, { kind: 'room' })));
    const all = () => Promise.all(rooms.map((room) => codes(book(aino, room, '09:00', '10:00'))));
    const results = await withoutLocks(db, () => whileLocked(db, noWriting('booking'), all, rooms.length));
    expect(results).toEqual(rooms.map(() => []));
  });

  it('names all of them at once', async () => {
    const stranger = await aPerson(db);
    expect(await codes(book(stranger, desk, '05:07', '05:17', '2027-04-20'))).toEqual([
      'covered_by_membership',
      'time_grid',
      'booking_length',
      'booking_horizon',
      'within_opening_hours',
    ]);
    expect(await statuses()).toEqual([]);
  });
});

describe('the life of a booking', () => {
  let booking: BookingView;
  beforeEach(async () => {
    booking = await book(aino, await aResource(db, siteId), '09:00', '11:00');
  });
  const occupied = () =>
    db.read<{ endsAt: Date }>('select ends_at as "endsAt" from occupation where cause_id = $1', [booking.id]);

  it('cancelling frees the place; after the deadline it is marked as late', async () => {
    expect(await life.cancel(aino, booking.id, 'Ill')).toMatchObject({
      status: 'cancelled',
      late: false,
      reason: 'Ill',
      version: 2,
    });
    expect(await occupied()).toEqual([]);
    const next = await book(boris, booking.resource.id, '09:00', '11:00');
    clock.set(at('07:30'));
    expect(await life.cancel(boris, next.id)).toMatchObject({ status: 'cancelled', late: true });
  });

  it('cannot be cancelled twice, nor by anybody else; a manager of the site can', async () => {
    await expect(life.cancel(boris, booking.id)).rejects.toMatchObject({ code: 'missing' });
    expect(await life.cancel(manager, booking.id, 'Water damage')).toMatchObject({ status: 'cancelled' });
    await expect(life.cancel(aino, booking.id)).rejects.toMatchObject({ code: 'booking_state' });
  });

  it('two who cancel at once: one does, the other is told', async () => {
    const results = await Promise.allSettled([life.cancel(aino, booking.id), life.cancel(manager, booking.id)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('checks in within the window only', async () => {
    clock.set(at('08:44'));
    expect(await codes(life.checkIn(aino, booking.id))).toEqual(['check_in_window']);
    clock.set(at('09:31'));
    expect(await codes(life.checkIn(aino, booking.id))).toEqual(['check_in_window']);
    clock.set(at('08:45'));
    expect(await life.checkIn(aino, booking.id)).toMatchObject({
      status: 'checked_in',
      checkedInAt: '2027-03-03T06:45:00Z',
    });
  });

  it('leaving early gives the rest back at once', async () => {
    clock.set(at('09:00'));
    await life.checkIn(aino, booking.id);
    clock.set(new Date('2027-03-03T07:29:20Z'));
    expect(await life.checkOut(aino, booking.id)).toMatchObject({ status: 'completed', end: '2027-03-03T07:30:00Z' });
    expect(await occupied()).toEqual([{ endsAt: new Date('2027-03-03T07:30:00Z') }]);
    await expect(book(boris, booking.resource.id, '09:30', '11:00')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('ends by itself when its time is over, also after days without a run', async () => {
    clock.set(at('09:00'));
    await life.checkIn(aino, booking.id);
    clock.set(at('10:59'));
    await oasis.get(BookingTicks).complete(clock.now());
    expect(await statuses()).toEqual([{ status: 'checked_in', count: 1 }]);
    clock.set(new Date('2027-03-06T00:00:00Z'));
    await oasis.get(BookingTicks).complete(clock.now());
    expect(await statuses()).toEqual([{ status: 'completed', count: 1 }]);
    expect(await oasis.get(BookingTicks).complete(clock.now())).toBe(0);
  });

  it('a place that needs approval is held while it is asked for, and free again when declined or forgotten', async () => {
    const room = await aResource(db, siteId, { kind: 'room', needsApproval: true });
    const asked = await book(aino, room, '09:00', '10:00');
    expect(asked.status).toBe('requested');
    await expect(book(boris, room, '09:00', '10:00')).rejects.toMatchObject({ code: 'no_double_booking' });
    await expect(life.approve(aino, asked.id)).rejects.toMatchObject({ code: 'role_required' });
    expect(await life.approve(manager, asked.id)).toMatchObject({ status: 'confirmed' });
    const second = await book(boris, room, '10:00', '11:00');
    expect(await life.reject(manager, second.id, 'The room is needed')).toMatchObject({
      status: 'rejected',
      reason: 'The room is needed',
    });
    const third = await book(boris, room, '10:00', '11:00');
    clock.set(at('10:00'));
    await oasis.get(BookingTicks).complete(clock.now());
    expect(await db.read('select status from booking where id = $1', [third.id])).toEqual([{ status: 'rejected' }]);
    expect(await db.read('select 1 from occupation where cause_id = $1', [third.id])).toEqual([]);
  });

  it('is cancelled by the house with its reason, in the transaction of the house', async () => {
    const cancelled = await db.transaction((tx) =>
      life.cancelForHouse(tx, [booking.id], inWords('The site is closed'), manager),
    );
    expect(cancelled).toEqual([booking.id]);
    expect(await occupied()).toEqual([]);
    expect(await db.transaction((tx) => life.cancelForHouse(tx, [booking.id], inWords('Again'), manager))).toEqual([]);
  });
});

describe('changing a booking', () => {
  let booking: BookingView;
  let other: string;
  beforeEach(async () => {
    booking = await book(aino, await aResource(db, siteId), '09:00', '11:00');
    other = await aResource(db, siteId);
  });

  it('moves in time and place under the same law, and says what is free when it cannot', async () => {
    await book(boris, other, '09:00', '11:00');
    await expect(changes.change(aino, booking.id, { resourceId: other }, 1)).rejects.toMatchObject({
      code: 'no_double_booking',
      extra: { alternatives: expect.arrayContaining([expect.objectContaining({ resourceId: other })]) as unknown },
    });
    expect(
      await changes.change(aino, booking.id, { resourceId: other, start: at('12:00'), end: at('13:00') }, 1),
    ).toMatchObject({
      resource: { id: other },
      start: '2027-03-03T10:00:00Z',
      version: 2,
    });
    await expect(book(manager, booking.resource.id, '09:00', '11:00')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('may overlap with itself: extends and shifts by a little', async () => {
    expect(await changes.change(aino, booking.id, { end: at('12:00') }, 1)).toMatchObject({
      end: '2027-03-03T10:00:00Z',
    });
    expect(await changes.change(aino, booking.id, { start: at('09:30') }, 2)).toMatchObject({
      start: '2027-03-03T07:30:00Z',
    });
  });

  it('insists on the version that was read', async () => {
    await changes.change(aino, booking.id, { title: 'First' }, 1);
    await expect(changes.change(aino, booking.id, { title: 'Second' }, 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(changes.change(aino, booking.id, { title: 'Second' }, undefined)).rejects.toMatchObject({
      code: 'if_match_required',
    });
  });

  it('two stale editors at once: one wins', async () => {
    const results = await Promise.allSettled([
      changes.change(aino, booking.id, { title: 'A' }, 1),
      changes.change(aino, booking.id, { title: 'B' }, 1),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is judged like a new booking, but not for what stays as it is', async () => {
    expect(await codes(changes.change(aino, booking.id, { start: at('19:00'), end: at('21:00') }, 1))).toEqual([
      'within_opening_hours',
    ]);
    clock.set(at('09:20'));
    await life.checkIn(aino, booking.id);
    expect(await changes.change(aino, booking.id, { end: at('10:00') }, 2)).toMatchObject({
      end: '2027-03-03T08:00:00Z',
      status: 'checked_in',
    });
    await expect(changes.change(aino, booking.id, { start: at('09:30') }, 3)).rejects.toMatchObject({
      code: 'booking_state',
    });
  });

  it('two people who swap places at once never deadlock', async () => {
    const mine = await book(boris, other, '09:00', '11:00');
    for (let round = 0; round < 10; round++) {
      const results = await Promise.allSettled([
        changes.change(aino, booking.id, { resourceId: other }, 'any'),
        changes.change(boris, mine.id, { resourceId: booking.resource.id }, 'any'),
      ]);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'no_double_booking' });
      }
    }
  });
});
