import fc from 'fast-check';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { ExtraQueries } from '../../src/bookings/extras/extra.queries';
import { broken, Promised } from '../../src/bookings/extras/extra.rules';
import { ExtraService } from '../../src/bookings/extras/extra.service';
import { HoldService } from '../../src/bookings/holds/hold.service';
import { PreviewQueries } from '../../src/bookings/preview.queries';
import { SeriesQueries } from '../../src/bookings/series/series.queries';
import { SeriesService } from '../../src/bookings/series/series.service';
import { Actor } from '../../src/kernel/actor';
import { Busy } from '../../src/kernel/errors';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aResource, aSite, desks } from '../support/house';
import { whileCareless } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let changes: BookingChangeService;
let life: BookingLifeService;
let extras: ExtraService;
let siteId: string;
let rooms: string[];
let aino: Actor;
let manager: Actor;
let projector: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  changes = oasis.get(BookingChangeService);
  life = oasis.get(BookingLifeService);
  extras = oasis.get(ExtraService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (
    await aSite(db, { fairShare: 100, rules: { room: { futureBookings: null }, desk: { futureBookings: null } } })
  ).id;
  rooms = [];
  for (let i = 0; i < 3; i++) rooms.push(await aResource(db, siteId, { kind: 'room', capacity: 8 }));
  aino = await anEntrepreneur(db, siteId);
  manager = await aManager(db, siteId);
  projector = (await extras.add(manager, siteId, { name: 'Projector', stock: 2 })).id;
});

const book = (room: number, from: string, to: string, count: number, actor = aino): Promise<BookingView> =>
  bookings.book(actor, {
    resourceId: rooms[room],
    start: at(from),
    end: at(to),
    extras: [{ extraId: projector, count }],
  });

const left = async (from: string, to: string): Promise<number | null> =>
  (await oasis.get(ExtraQueries).list(aino, siteId, { start: at(from), end: at(to) })).items[0]?.left ?? null;

/** The most that is taken of an extra at any instant, counted minute by minute from the rows themselves. */
async function busiest(extraId: string): Promise<number> {
  const rows = await db.read<{ start: Date; end: Date; count: number }>(
    `select b.starts_at as start, b.ends_at as "end", x.count from booking_extra x join booking b on b.id = x.booking_id
     where x.extra_id = $1 and x.withdrawn_at is null and b.status in ('requested', 'confirmed', 'checked_in')`,
    [extraId],
  );
  let most = 0;
  for (let minute = at('00:00').getTime(); minute < at('23:59').getTime(); minute += 60_000) {
    const taken = rows.filter(({ start, end }) => start.getTime() <= minute && end.getTime() > minute);
    most = Math.max(
      most,
      taken.reduce((sum, { count }) => sum + count, 0),
    );
  }
  return most;
}

describe('an extra', () => {
  it('is taken in the same act as the room, and shown with the booking', async () => {
    const booking = await book(0, '09:00', '11:00', 1);
    expect(booking.extras).toEqual([{ extraId: projector, name: 'Projector', count: 1 }]);
    expect(await left('10:00', '12:00')).toBe(1);
    expect(await left('11:00', '12:00')).toBe(2);
  });

  it('extra_stock: refuses the whole booking, room and all, and says what is left', async () => {
    await book(0, '09:00', '11:00', 2);
    const wish = {
      resourceId: rooms[1],
      start: at('10:00'),
      end: at('12:00'),
      extras: [{ extraId: projector, count: 1 }],
    };
    await expect(bookings.book(aino, wish)).rejects.toMatchObject({
      refusals: [{ code: 'extra_stock', facts: { extraId: projector, wanted: 1, left: 0, stock: 2 } }],
    });
    expect(await db.read('select 1 from booking where resource_id = $1', [rooms[1]])).toEqual([]);
    expect(await db.read('select 1 from occupation where resource_id = $1', [rooms[1]])).toEqual([]);
    const preview = await oasis.get(PreviewQueries).preview(aino, wish);
    expect(preview.refusals.map(({ code }) => code)).toEqual(['extra_stock']);
  });

  it('goes along to every date of a series, and where it is gone the date says so before and while it is booked', async () => {
    await bookings.book(aino, {
      resourceId: rooms[1],
      start: at('09:30', '2027-03-04'),
      end: at('10:00', '2027-03-04'),
      extras: [{ extraId: projector, count: 2 }],
    });
    const series = oasis.get(SeriesService);
    const wish = {
      resourceId: rooms[0] ?? '',
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=DAILY;COUNT=3',
      extras: [{ extraId: projector, count: 1 }],
    };
    const { occurrences } = await series.preview(aino, wish);
    expect(occurrences.map(({ status, refusals }) => [status, refusals.map(({ code }) => code)])).toEqual([
      ['free', []],
      ['refused', ['extra_stock']],
      ['free', []],
    ]);
    await expect(series.book(aino, wish)).rejects.toMatchObject({
      refusals: [{ code: 'extra_stock', facts: { date: '2027-03-04', left: 0 } }],
    });
    expect(await left('09:00', '10:00')).toBe(2);
    const booked = await series.book(aino, { ...wish, choices: [{ date: '2027-03-04', skip: true }] });
    expect(booked.bookings.map((one) => one.extras)).toEqual([
      [{ extraId: projector, name: 'Projector', count: 1 }],
      [{ extraId: projector, name: 'Projector', count: 1 }],
    ]);
    expect(await left('09:00', '10:00')).toBe(1);

    // A date that is added later takes along what the dates beside it do now, or what is said instead.
    const late = { date: '2027-03-04' };
    await expect(series.add(aino, booked.id, late)).rejects.toMatchObject({
      refusals: [{ code: 'extra_stock', facts: { date: '2027-03-04' } }],
    });
    const without = await series.add(aino, booked.id, { ...late, extras: [] });
    expect(without.bookings.map((one) => one.extras.length)).toEqual([1, 0, 1]);
  });

  it('goes along to a date of a series that is added later, as it does to the nearest that stands now', async () => {
    const series = oasis.get(SeriesService);
    const skipped = ['2027-03-04', '2027-03-05'];
    const booked = await series.book(aino, {
      resourceId: rooms[0] ?? '',
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=DAILY;COUNT=4',
      extras: [{ extraId: projector, count: 1 }],
      choices: skipped.map((date) => ({ date, skip: true })),
    });
    const counts = async (date: string): Promise<number[][]> =>
      (await series.add(aino, booked.id, { date })).bookings.map((one) => one.extras.map(({ count }) => count));
    const first = booked.bookings[0]?.id ?? '';
    await changes.change(aino, first, { extras: [{ extraId: projector, count: 2 }] }, 'any');
    expect(await counts('2027-03-04')).toEqual([[2], [2], [1]]);
    for (const { id } of (await oasis.get(SeriesQueries).one(aino, booked.id)).bookings.slice(0, 2)) {
      await life.cancel(aino, id);
    }
    expect((await counts('2027-03-05')).slice(2)).toEqual([[1], [1]]);
  });

  it('counts the busiest instant and not the sum of the period', async () => {
    await book(0, '09:00', '10:00', 2);
    await book(0, '10:00', '11:00', 1);
    await book(0, '11:00', '12:00', 1);
    expect(await left('10:00', '12:00')).toBe(1);
    expect(await codes(book(1, '10:00', '12:00', 1))).toEqual([]);
    expect(await codes(book(2, '09:30', '10:30', 1))).toEqual(['extra_stock']);
  });

  it('is refused together with every other rule that is broken', async () => {
    expect(await codes(book(0, '05:07', '06:00', 3))).toEqual(['time_grid', 'within_opening_hours', 'extra_stock']);
  });

  it('extra_available: of another site, of no site, or retired is not lent', async () => {
    const elsewhere = await aSite(db);
    const foreign = await extras.add(await aManager(db, elsewhere.id), elsewhere.id, { name: 'Lamp', stock: 9 });
    const wish = { resourceId: rooms[0], start: at('09:00'), end: at('10:00') };
    for (const extraId of [foreign.id, '01939c4e-0000-7000-8000-000000000000']) {
      expect(await codes(bookings.book(aino, { ...wish, extras: [{ extraId, count: 1 }] }))).toEqual([
        'extra_available',
      ]);
    }
    await extras.change(manager, projector, { status: 'retired' }, 1);
    expect(await codes(book(0, '09:00', '10:00', 1))).toEqual(['extra_available']);
    await expect(
      bookings.book(aino, { ...wish, extras: [1, 1].map((count) => ({ extraId: projector, count })) }),
    ).rejects.toMatchObject({ code: 'malformed' });
  });

  it('is free again when its booking is cancelled, moved, or left early', async () => {
    const cancelled = await book(0, '09:00', '10:00', 2);
    expect(await left('09:00', '10:00')).toBe(0);
    await life.cancel(aino, cancelled.id);
    expect(await left('09:00', '10:00')).toBe(2);

    const moved = await book(0, '09:00', '10:00', 2);
    const to = await changes.change(aino, moved.id, { start: at('12:00'), end: at('13:00') }, 1);
    expect(to.extras).toHaveLength(1);
    expect([await left('09:00', '10:00'), await left('12:00', '13:00')]).toEqual([2, 0]);

    const early = await book(1, '09:00', '11:00', 1);
    clock.set(at('09:00'));
    await life.checkIn(aino, early.id);
    clock.set(at('09:30'));
    await life.checkOut(aino, early.id);
    expect(await left('09:31', '11:00')).toBe(2);
  });

  it('does not let a booking move, or grow, to where there are none', async () => {
    await book(0, '12:00', '13:00', 2);
    const other = await book(1, '11:00', '12:00', 1);
    expect(await codes(changes.change(aino, other.id, { end: at('12:30') }, 1))).toEqual(['extra_stock']);
    expect(await codes(changes.change(aino, other.id, { end: at('12:30'), extras: [] }, 1))).toEqual([]);
  });

  it('can be added to a booking, changed and given back', async () => {
    const plain = await bookings.book(aino, { resourceId: rooms[0], start: at('09:00'), end: at('10:00') });
    expect(plain.extras).toEqual([]);
    const two = await changes.change(aino, plain.id, { extras: [{ extraId: projector, count: 2 }] }, 1);
    expect(two.extras).toMatchObject([{ count: 2 }]);
    expect(await codes(changes.change(aino, plain.id, { extras: [{ extraId: projector, count: 3 }] }, 2))).toEqual([
      'extra_stock',
    ]);
    expect((await changes.change(aino, plain.id, { title: 'Demo' }, 2)).extras).toMatchObject([{ count: 2 }]);
    expect((await changes.change(aino, plain.id, { extras: [] }, 3)).extras).toEqual([]);
  });

  it('comes along when a held place is booked', async () => {
    const hold = await oasis
      .get(HoldService)
      .hold(aino, { resourceId: rooms[0], start: at('09:00'), end: at('10:00') });
    const booked = await bookings.book(aino, { holdId: hold.id, extras: [{ extraId: projector, count: 1 }] });
    expect(booked.extras).toMatchObject([{ count: 1 }]);
  });

  describe('of which there are fewer now', () => {
    it('is taken from whoever booked last, who keeps the room; a preview says who, and changes nothing', async () => {
      const first = await book(0, '09:00', '11:00', 1);
      clock.advance(1);
      const boris = await anEntrepreneur(db, siteId);
      const last = await book(1, '10:00', '12:00', 1, boris);
      const later = await book(2, '11:00', '12:00', 1);

      const preview = await extras.preview(manager, projector, { stock: 1 });
      expect(preview.map(({ id }) => id)).toEqual([last.id]);
      expect(await left('10:00', '11:00')).toBe(0);

      expect(await extras.change(manager, projector, { stock: 1 }, 1)).toMatchObject({ stock: 1, version: 2 });
      const kept = await db.read<{ booking_id: string; withdrawn: boolean }>(
        'select booking_id, withdrawn_at is not null as withdrawn from booking_extra where extra_id = $1',
        [projector],
      );
      expect(new Map(kept.map((row) => [row.booking_id, row.withdrawn]))).toEqual(
        new Map([
          [first.id, false],
          [last.id, true],
          [later.id, false],
        ]),
      );
      expect(await db.read('select status, version from booking where id = $1', [last.id])).toEqual([
        { status: 'confirmed', version: 2 },
      ]);
      expect(await busiest(projector)).toBe(1);
    });

    it('keeps as many promises as brute force over instants says', () => {
      const promise = fc.record({
        from: fc.nat(20),
        length: fc.integer({ min: 1, max: 6 }),
        count: fc.integer({ min: 1, max: 3 }),
      });
      fc.assert(
        fc.property(fc.array(promise, { maxLength: 12 }), fc.nat(4), (drawn, stock) => {
          const promises = drawn.map(({ from, length, count }, index): Promised => ({
            bookingId: String(index).padStart(2, '0'),
            startsAt: new Date(from),
            endsAt: new Date(from + length),
            count,
            createdAt: new Date(index),
          }));
          const lost = new Set(broken(promises, stock));
          // First come, first kept, instant by instant.
          const taken = new Map<number, number>();
          for (const each of promises) {
            const instants = Array.from({ length: +each.endsAt - +each.startsAt }, (_, i) => +each.startsAt + i);
            const fits = instants.every((instant) => (taken.get(instant) ?? 0) + each.count <= stock);
            expect(lost.has(each)).toBe(!fits);
            if (fits) for (const instant of instants) taken.set(instant, (taken.get(instant) ?? 0) + each.count);
          }
        }),
      );
    });

    it('is changed by those who run the site only, and by nobody who read an older version', async () => {
      await expect(extras.change(aino, projector, { stock: 9 }, 1)).rejects.toMatchObject({ code: 'role_required' });
      await expect(extras.preview(aino, projector, { stock: 9 })).rejects.toMatchObject({ code: 'role_required' });
      await expect(extras.change(manager, projector, { stock: 9 }, undefined)).rejects.toMatchObject({
        code: 'if_match_required',
      });
      await expect(extras.change(manager, projector, { stock: 9 }, 7)).rejects.toMatchObject({ code: 'stale' });
      await expect(extras.add(manager, siteId, { name: 'Projector', stock: 1 })).rejects.toMatchObject({
        code: 'extra_name',
      });
    });
  });

  it('extra_peak: is what brute force over instants finds, for any bookings', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    await extras.change(manager, projector, { stock: 1000 }, 1);
    const span = fc.record({
      from: fc.nat(40),
      length: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { maxLength: 8 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 12 }),
        async (spans, from, length) => {
          const quarter = (index: number) => new Date(at('08:00').getTime() + index * 15 * 60_000);
          await db.read('delete from booking_extra');
          for (const each of spans) {
            await db.read(
              `with b as (
               insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
               values (gen_random_uuid(), $1, $2, $3, $4, $5, 'confirmed', $6, $6) returning id)
             insert into booking_extra (booking_id, extra_id, count) select id, $7, $8 from b`,
              [
                siteId,
                desk,
                aino.personId,
                quarter(each.from),
                quarter(each.from + each.length),
                now,
                projector,
                each.count,
              ],
            );
          }
          const [row] = await db.read<{ peak: number }>('select extra_peak($1, $2, $3, $4, null)::int as peak', [
            projector,
            siteId,
            quarter(from),
            quarter(from + length),
          ]);
          const brute = Math.max(
            ...Array.from({ length }, (_, i) => from + i).map((instant) =>
              spans
                .filter((s) => s.from <= instant && s.from + s.length > instant)
                .reduce((sum, s) => sum + s.count, 0),
            ),
          );
          expect(row?.peak).toBe(brute);
        },
      ),
      { numRuns: 40 },
    );
  });

  describe('on a path that forgot to ask', () => {
    /** A booking that takes projectors, written past every command. */
    const forced = (status: string, from: string, to: string, count: number) =>
      oasis.database.transaction(async (tx) => {
        const rows: { id: string }[] = await tx.query(
          `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $7) returning id`,
          [siteId, rooms[0], aino.personId, at(from), at(to), status, now],
        );
        await tx.query('insert into booking_extra (booking_id, extra_id, count) values ($1, $2, $3)', [
          rows[0]?.id,
          projector,
          count,
        ]);
        return rows[0]?.id ?? '';
      });

    it('extra_stock: the database has the last word, also when ten write at once, and when a booking lives again', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, () => forced('confirmed', '09:00', '10:00', 1)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      for (const result of results) {
        if (result.status === 'rejected')
          expect(result.reason).toMatchObject({ driverError: { constraint: 'extra_stock' } });
      }
      const off = await forced('cancelled', '09:00', '10:00', 2);
      await expect(db.read(`update booking set status = 'confirmed' where id = $1`, [off])).rejects.toMatchObject({
        driverError: { constraint: 'extra_stock' },
      });
      const after = await forced('confirmed', '10:00', '11:00', 1);
      await expect(
        db.read(`update booking set starts_at = $2 where id = $1`, [after, at('09:30')]),
      ).rejects.toMatchObject({
        driverError: { constraint: 'extra_stock' },
      });
      expect(await busiest(projector)).toBe(2);
    });

    it('extra_stock: is broken without it (so the test above can fail)', async () => {
      await db.read('alter table booking_extra disable trigger extra_stock');
      try {
        await Promise.all(Array.from({ length: 10 }, () => forced('confirmed', '09:00', '10:00', 1)));
        expect(await busiest(projector)).toBe(10);
      } finally {
        await db.read('alter table booking_extra enable trigger extra_stock');
      }
    });
  });

  describe('asked for by forty at once', () => {
    const crowd = 40;
    let people: Actor[];
    let places: string[];

    beforeEach(async () => {
      people = await Promise.all(Array.from({ length: crowd }, () => anEntrepreneur(db, siteId)));
      places = await desks(db, siteId, crowd);
      await extras.change(manager, projector, { stock: 5 }, 1);
    });

    const race = (size = crowd) =>
      Promise.all(
        people.slice(0, size).map((person, index) =>
          codes(
            bookings.book(person, {
              resourceId: places[index],
              start: at('09:00'),
              end: at(index % 2 ? '10:00' : '11:00'),
              extras: [{ extraId: projector, count: 1 }],
            }),
          ),
        ),
      );

    it('extra_stock: is never taken more often than it is there', async () => {
      const results = await race();
      expect(results.filter((codes) => codes.length === 0)).toHaveLength(5);
      expect(results.filter((codes) => codes.join() === 'extra_stock')).toHaveLength(35);
      expect(await busiest(projector)).toBe(5);
    });

    it('extra_stock: is not kept without the lock and the last word (so the test above can fail)', async () => {
      await db.read('alter table booking_extra disable trigger extra_stock');
      const eight = () => race(8);
      try {
        await whileCareless(
          db,
          'lock_extras(uuid[], uuid, timestamptz, timestamptz, uuid)',
          (careful) => careful.replace(/perform[^;]+for no key update;/, ''),
          () => whileLocked(db, noWriting('booking'), eight, 8),
        );
        expect(await busiest(projector)).toBe(8);
      } finally {
        await db.read('alter table booking_extra enable trigger extra_stock');
      }
    });

    it('is asked for together with another in either order, without a deadlock', async () => {
      const lamp = (await extras.add(manager, siteId, { name: 'Lamp', stock: 40 })).id;
      await extras.change(manager, projector, { stock: 40 }, 2);
      const results = await Promise.all(
        people.map((person, index) => {
          const both = [projector, lamp].map((extraId) => ({ extraId, count: 1 }));
          return codes(
            bookings.book(person, {
              resourceId: places[index],
              start: at('09:00'),
              end: at('10:00'),
              extras: index % 2 ? both : both.reverse(),
            }),
          );
        }),
      );
      expect(results.flat()).toEqual([]);
      expect(await busiest(projector)).toBe(40);
    });

    it('is kept while the stock is lowered at the same moment', async () => {
      // Who comes in between makes the change run again; after the third time it answers `busy`, and is asked again.
      const lower = (): Promise<unknown> =>
        extras.change(manager, projector, { stock: 2 }, 2).catch((error: unknown) => {
          if (error instanceof Busy) return lower();
          throw error;
        });
      await Promise.all([race(), lower()]);
      expect(await busiest(projector)).toBeLessThanOrEqual(2);
    });
  });
});
