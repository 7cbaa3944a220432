import { Actor } from '../../src/kernel/actor';
import { Refused } from '../../src/kernel/errors';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingService } from '../../src/bookings/booking.service';
import { SeriesChangeService } from '../../src/bookings/series/series-change.service';
import { SeriesQueries } from '../../src/bookings/series/series.queries';
import { SeriesService, SeriesWish } from '../../src/bookings/series/series.service';
import { WaitingListService } from '../../src/bookings/waiting-list/waiting-list.service';
import { Database } from '../../src/platform/database/database';
import { aManager, anEntrepreneur, aResource, aSite, desks, SiteOptions, TermsOptions } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2, and UTC+3 from 28 March on).
const at = (time: string, date: string) => new Date(`${date}T${time}:00+02:00`);
const wednesdays = ['2027-03-03', '2027-03-10', '2027-03-17'];
const far = { horizonDays: 365, futureBookings: 60 };

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let series: SeriesService;
let changes: SeriesChangeService;
let siteId: string;
let aino: Actor;
let boris: Actor;
let desk: string;
let other: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  series = oasis.get(SeriesService);
  changes = oasis.get(SeriesChangeService);
});
afterAll(() => oasis.stop());
beforeEach(() => house());

/** A site with two desks and two entrepreneurs who may book far ahead. */
async function house(options: SiteOptions = {}, terms: TermsOptions = {}): Promise<void> {
  clock.set(at('08:00', '2027-03-02'));
  siteId = (
    await aSite(db, { fairShare: 100, ...options, rules: { desk: far, room: far, booth: far, ...options.rules } })
  ).id;
  [aino, boris] = [await anEntrepreneur(db, siteId, terms), await anEntrepreneur(db, siteId)];
  [desk = '', other = ''] = await desks(db, siteId, 2);
}

const wish = (options: Partial<SeriesWish> = {}): SeriesWish => ({
  resourceId: desk,
  start: at('09:00', '2027-03-03'),
  end: at('11:00', '2027-03-03'),
  rule: 'FREQ=WEEKLY;COUNT=3',
  onClash: 'fail',
  ...options,
});

const takeDesk = (date: string, resourceId = desk) =>
  oasis.get(BookingService).book(boris, { resourceId, start: at('10:00', date), end: at('12:00', date) });

/** Everything that a series could leave behind at the site. */
async function traces(): Promise<Record<string, number>> {
  const rows = await db.read<Record<string, number>>(
    `select (select count(*)::int from booking where site_id = $1) as bookings,
            (select count(*)::int from occupation where site_id = $1) as taken,
            (select count(*)::int from booking_series where site_id = $1) as series,
            (select count(*)::int from audit_event where site_id = $1) as trail,
            (select count(*)::int from allowance_entry e join allowance_account a on a.id = e.account_id
             join membership m on m.id = a.membership_id where m.site_id = $1) as lines`,
    [siteId],
  );
  return rows[0] ?? {};
}

async function refusalsOf(attempt: Promise<unknown>): Promise<[string, unknown][]> {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(({ code, facts }) => [code, facts['date']]);
  }
}

describe('a preview of a series', () => {
  it('says of each date whether it is free, taken (with a substitute), refused or skipped, and changes nothing', async () => {
    await house({ timeZone: 'Europe/Helsinki', open: ['00:00', '24:00'] });
    // Every Sunday at 03:30; on 28 March the clock goes from 03:00 to 04:00.
    const start = at('03:30', '2027-03-07');
    await oasis
      .get(BookingService)
      .book(boris, { resourceId: desk, start: at('03:00', '2027-03-14'), end: at('05:00', '2027-03-14') });
    const before = await traces();
    const { occurrences } = await series.preview(
      aino,
      wish({ start, end: at('04:30', '2027-03-07'), rule: 'FREQ=WEEKLY;COUNT=5' }),
    );
    expect(occurrences.map(({ date, status, substitute }) => [date, status, substitute?.resourceId])).toEqual([
      ['2027-03-07', 'free', undefined],
      ['2027-03-14', 'clash', other],
      ['2027-03-21', 'free', undefined],
      ['2027-03-28', 'skipped', undefined],
      ['2027-04-04', 'free', undefined],
    ]);
    expect(occurrences.map((one) => one.start)).toEqual([
      '2027-03-07T01:30:00Z',
      '2027-03-14T01:30:00Z',
      '2027-03-21T01:30:00Z',
      null,
      '2027-04-04T00:30:00Z',
    ]);
    expect(await traces()).toEqual(before);
  });

  it('counts the dates before: allowance, future_bookings and horizon', async () => {
    await house({ rules: { desk: { ...far, horizonDays: 30, futureBookings: 4 } } }, { allowances: { desk_days: 2 } });
    const { occurrences, totals } = await series.preview(aino, wish({ rule: 'FREQ=WEEKLY;COUNT=6' }));
    expect(
      occurrences.map(({ date, status, refusals }) => [date, status, ...refusals.map(({ code }) => code)]),
    ).toEqual([
      ['2027-03-03', 'free'],
      ['2027-03-10', 'free'],
      ['2027-03-17', 'refused', 'ledger_balance'],
      ['2027-03-24', 'refused', 'ledger_balance'],
      ['2027-03-31', 'refused', 'ledger_balance'],
      ['2027-04-07', 'refused', 'booking_horizon'],
    ]);
    expect(totals).toEqual([{ kind: 'desk_days', month: '2027-03', amount: 2, left: 2, leftAfter: 0 }]);
    expect((await traces())['lines']).toBe(0);
  });

  it('waits for nobody who has the place in hand', async () => {
    const statuses = await db.transaction(async (tx) => {
      await tx.query('select 1 from resource where id = $1 for update', [other]);
      await tx.query('select 1 from resource where id = $1 for no key update', [desk]);
      return (await series.preview(aino, wish({ onClash: 'substitute' }))).occurrences.map(({ status }) => status);
    });
    expect(statuses).toEqual(['free', 'free', 'free']);
  });

  it('future_bookings: counts the dates before', async () => {
    await house({ rules: { desk: { ...far, futureBookings: 2 } } });
    const { occurrences } = await series.preview(aino, wish());
    expect(occurrences.map(({ status }) => status)).toEqual(['free', 'free', 'refused']);
    expect(await refusalsOf(series.book(aino, wish()))).toEqual([['future_bookings', '2027-03-17']]);
  });
});

describe('booking a series', () => {
  it('takes every date in one act, with the trail, the wallet and the series beside', async () => {
    await house({}, { allowances: { desk_days: 5 } });
    const booked = await series.book(aino, wish({ title: 'Team day' }));
    expect(booked).toMatchObject({
      siteId,
      personId: aino.personId,
      rule: 'FREQ=WEEKLY;COUNT=3',
      firstDate: '2027-03-03',
      startTime: '09:00',
      endTime: '11:00',
      title: 'Team day',
      skipped: [],
      version: 1,
    });
    expect(
      booked.bookings.map(({ start, status, seriesId, allowance }) => [start, status, seriesId, allowance?.amount]),
    ).toEqual(wednesdays.map((date) => [`${date}T07:00:00Z`, 'confirmed', booked.id, 1]));
    expect(await traces()).toMatchObject({ bookings: 3, taken: 3, series: 1, trail: 4 });
    const [wallet] = await db.read<{ used: number }>(
      `select a.used::int as used from allowance_account a join membership m on m.id = a.membership_id where m.person_id = $1`,
      [aino.personId],
    );
    expect(wallet?.used).toBe(3);
  });

  it('keeps the local times across a clock change', async () => {
    const booked = await series.book(
      aino,
      wish({ start: at('09:00', '2027-03-24'), end: at('11:00', '2027-03-24'), rule: 'FREQ=WEEKLY;COUNT=2' }),
    );
    expect(booked.bookings.map(({ start, end }) => [start, end])).toEqual([
      ['2027-03-24T07:00:00Z', '2027-03-24T09:00:00Z'],
      ['2027-03-31T06:00:00Z', '2027-03-31T08:00:00Z'],
    ]);
  });

  it('no_double_booking: books nothing when one date is taken, and says which, with a substitute', async () => {
    await takeDesk('2027-03-10');
    const before = await traces();
    await expect(series.book(aino, wish())).rejects.toMatchObject({
      code: 'no_double_booking',
      extra: {
        clashes: [
          {
            date: '2027-03-10',
            start: '2027-03-10T07:00:00Z',
            end: '2027-03-10T09:00:00Z',
            substitute: { resourceId: other, name: 'Desk 02' },
          },
        ],
      },
    });
    expect(await traces()).toEqual(before);
  });

  it('books nothing when one date breaks a rule, and says which', async () => {
    await house({ rules: { desk: { ...far, horizonDays: 10 } } });
    expect(await refusalsOf(series.book(aino, wish()))).toEqual([['booking_horizon', '2027-03-17']]);
    expect(await traces()).toMatchObject({ bookings: 0, taken: 0, series: 0 });
  });

  it('leaves out what is taken when told to skip, and lets it be added later', async () => {
    const inTheWay = await takeDesk('2027-03-10');
    const booked = await series.book(aino, wish({ onClash: 'skip' }));
    expect(booked.bookings).toHaveLength(2);
    expect(booked.skipped).toEqual([{ date: '2027-03-10', reason: 'clash' }]);

    await expect(series.add(aino, booked.id, { date: '2027-03-10' })).rejects.toMatchObject({
      code: 'no_double_booking',
    });
    await expect(series.add(aino, booked.id, { date: '2027-03-11' })).rejects.toMatchObject({ code: 'missing' });
    await expect(series.add(boris, booked.id, { date: '2027-03-10' })).rejects.toMatchObject({ code: 'missing' });
    await oasis
      .get(BookingChangeService)
      .change(boris, inTheWay.id, { start: at('14:00', '2027-03-10'), end: at('15:00', '2027-03-10') }, 1);
    const whole = await series.add(aino, booked.id, { date: '2027-03-10' });
    expect(whole.bookings.map(({ start }) => start)).toEqual(wednesdays.map((date) => `${date}T07:00:00Z`));
    expect(whole).toMatchObject({ skipped: [], version: 2 });
  });

  it('takes a skipped date later from another start, also from a manager of the site', async () => {
    const booked = await series.book(
      aino,
      wish({
        choices: [
          { date: '2027-03-10', skip: true },
          { date: '2027-03-17', skip: true },
        ],
      }),
    );
    const manager = await aManager(db, siteId);
    const stranger = await aManager(db, (await aSite(db)).id);
    await expect(series.add(stranger, booked.id, { date: '2027-03-10' })).rejects.toMatchObject({ code: 'missing' });
    await expect(series.add(aino, booked.id, {})).rejects.toMatchObject({ code: 'malformed' });
    await expect(
      series.add(aino, booked.id, { date: '2027-03-10', start: at('14:00', '2027-03-17') }),
    ).rejects.toMatchObject({ code: 'malformed' });

    await series.add(aino, booked.id, { start: at('14:00', '2027-03-10') });
    const whole = await series.add(manager, booked.id, { date: '2027-03-17' });

    expect(whole.bookings.map(({ start, end, personId }) => [start, end, personId])).toEqual([
      ['2027-03-03T07:00:00Z', '2027-03-03T09:00:00Z', aino.personId],
      ['2027-03-10T12:00:00Z', '2027-03-10T14:00:00Z', aino.personId],
      ['2027-03-17T07:00:00Z', '2027-03-17T09:00:00Z', aino.personId],
    ]);
    // The holder's membership covers it and pays; the trail names who did it.
    expect(whole.bookings[2]).toMatchObject({ allowance: { kind: 'desk_days', amount: 1 } });
    expect(
      await db.read('select actor_id as id from audit_event where subject_id = $1', [whole.bookings[2]?.id]),
    ).toEqual([{ id: manager.personId }]);
    expect((await oasis.get(SeriesQueries).list(manager, { siteId })).items).toEqual([whole]);
    await expect(oasis.get(SeriesQueries).list(aino, { siteId })).rejects.toMatchObject({ code: 'missing' });
  });

  it('is judged by the standing of its holder when a manager adds a date', async () => {
    const booked = await series.book(aino, wish({ choices: [{ date: '2027-03-10', skip: true }] }));
    await db.read(
      `update membership set status = 'suspended', suspended_reason = 'x', review_on = '2039-01-01' where person_id = $1`,
      [aino.personId],
    );
    expect(await refusalsOf(series.add(await aManager(db, siteId), booked.id, { date: '2027-03-10' }))).toEqual([
      ['covered_by_membership', '2027-03-10'],
    ]);
  });

  it('is changed and cancelled by managers of the site, in one instant', async () => {
    const booked = await series.book(aino, wish());
    const manager = await aManager(db, siteId);
    const moved = await changes.change(
      manager,
      booked.id,
      { from: '2027-03-10', startTime: '12:00', endTime: '14:00' },
      1,
    );
    expect(moved.bookings[1]).toMatchObject({ start: '2027-03-10T10:00:00Z' });
    await changes.cancel(manager, booked.id, {}, 'Painting');
    expect(
      await db.read(
        `select count(distinct updated_at)::int as instants, count(*)::int as bookings from booking
         where series_id = $1 and status = 'cancelled' and reason = 'Painting'`,
        [booked.id],
      ),
    ).toEqual([{ instants: 1, bookings: 3 }]);
  });

  it('booking_series_id_fkey: a booking points at a series that is there', async () => {
    const { id } = await oasis
      .get(BookingService)
      .book(aino, { resourceId: desk, start: wish().start, end: wish().end });
    await expect(db.read('update booking set series_id = gen_random_uuid() where id = $1', [id])).rejects.toMatchObject(
      {
        driverError: { constraint: 'booking_series_id_fkey' },
      },
    );
  });

  it('takes another place of the kind when told to, and the one that was chosen before any other', async () => {
    const third = await aResource(db, siteId, { name: 'Desk 03' });
    await takeDesk('2027-03-10');
    const booked = await series.book(
      aino,
      wish({
        onClash: 'substitute',
        choices: [{ date: '2027-03-17', resourceId: third }],
        rule: 'FREQ=WEEKLY;COUNT=4',
      }),
    );
    expect(booked.bookings.map(({ resource }) => resource.name)).toEqual(['Desk 01', 'Desk 02', 'Desk 03', 'Desk 01']);
  });

  it('leaves out what was chosen to be left out, even where a rule says no', async () => {
    await house({ rules: { desk: { ...far, horizonDays: 10 } } });
    const booked = await series.book(aino, wish({ choices: [{ date: '2027-03-17', skip: true }] }));
    expect(booked.bookings).toHaveLength(2);
    expect(booked.skipped).toEqual([{ date: '2027-03-17', reason: 'chosen' }]);
  });

  it('refuses a substitute of another kind or site, and a choice for a date that is none', async () => {
    const room = await aResource(db, siteId, { kind: 'room' });
    const elsewhere = await aResource(db, (await aSite(db)).id);
    for (const resourceId of [room, elsewhere]) {
      const refusals = await refusalsOf(series.book(aino, wish({ choices: [{ date: '2027-03-10', resourceId }] })));
      expect(refusals).toContainEqual(['resource_available', '2027-03-10']);
    }
    await expect(series.book(aino, wish({ choices: [{ date: '2027-03-11', skip: true }] }))).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  it('series_length, series_empty: has an end, at most 52 dates, and at least one', async () => {
    expect(await refusalsOf(series.book(aino, wish({ rule: 'FREQ=DAILY;COUNT=53' })))).toEqual([
      ['series_length', undefined],
    ]);
    expect(await refusalsOf(series.book(aino, wish({ rule: 'FREQ=DAILY' })))).toEqual([['series_length', undefined]]);
    for (const date of wednesdays) await takeDesk(date);
    expect(await refusalsOf(series.book(aino, wish({ onClash: 'skip' })))).toEqual([['series_empty', undefined]]);
  });

  it('books 52 dates at once', async () => {
    const booked = await series.book(aino, wish({ rule: 'FREQ=WEEKLY;COUNT=52' }));
    expect(booked.bookings).toHaveLength(52);
  });

  it('is the same series for the same Idempotency-Key', async () => {
    const key = { key: 'once', hash: Buffer.from('same') };
    const first = await series.book(aino, wish(), key);
    expect(await series.book(aino, wish(), key)).toEqual(first);
    expect(await traces()).toMatchObject({ series: 1, bookings: 3 });
  });
});

describe('cancelling a series', () => {
  const statuses = async (id: string) =>
    (await oasis.get(SeriesQueries).one(aino, id)).bookings.map(({ status }) => status);

  it.each([
    [{ only: '2027-03-10' }, ['confirmed', 'cancelled', 'confirmed']],
    [{ from: '2027-03-10' }, ['confirmed', 'cancelled', 'cancelled']],
    [{}, ['cancelled', 'cancelled', 'cancelled']],
  ])('%j cancels what is meant, frees the place and gives the allowance back', async (reach, expected) => {
    await house({}, { allowances: { desk_days: 5 } });
    const { id } = await series.book(aino, wish());
    const cancelled = await changes.cancel(aino, id, reach, 'No need');
    expect(cancelled.bookings.map(({ status }) => status)).toEqual(expected);
    const left = expected.filter((status) => status === 'confirmed').length;
    expect(await traces()).toMatchObject({ taken: left });
    const [wallet] = await db.read<{ used: number }>(
      `select sum(a.used)::int as used from allowance_account a join membership m on m.id = a.membership_id where m.person_id = $1`,
      [aino.personId],
    );
    expect(wallet?.used).toBe(left);
  });

  it('offers each place that it frees to those who wait for it', async () => {
    const { id } = await series.book(aino, wish());
    for (const date of wednesdays.slice(1)) {
      await oasis
        .get(WaitingListService)
        .join(boris, { resourceId: desk, start: at('09:00', date), end: at('11:00', date) });
    }
    await changes.cancel(aino, id, { only: '2027-03-10' });
    await changes.change(aino, id, { only: '2027-03-17', startTime: '14:00', endTime: '15:00' }, 'any');
    const offers = await db.read(`select status from waiting_list_entry where person_id = $1`, [boris.personId]);
    expect(offers).toEqual([{ status: 'offered' }, { status: 'offered' }]);
  });

  it('leaves what is over, and says so when nothing is ahead', async () => {
    const { id } = await series.book(aino, wish());
    clock.set(at('12:00', '2027-03-10'));
    await changes.cancel(aino, id, {});
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'cancelled']);
    await expect(changes.cancel(aino, id, {})).rejects.toMatchObject({ code: 'booking_state' });
  });

  it('is for the holder and the managers of the site; for others there is no such series', async () => {
    const { id } = await series.book(aino, wish());
    await expect(changes.cancel(boris, id, {})).rejects.toMatchObject({ code: 'missing' });
    await expect(oasis.get(SeriesQueries).one(boris, id)).rejects.toMatchObject({ code: 'missing' });
    await changes.cancel(await aManager(db, siteId), id, { only: '2027-03-10' }, 'Fire drill');
    expect(await statuses(id)).toEqual(['confirmed', 'cancelled', 'confirmed']);
  });
});

describe('changing a series', () => {
  const hours = (view: { bookings: { start: string; end: string }[] }) =>
    view.bookings.map(({ start, end }) => `${start.slice(11, 16)}-${end.slice(11, 16)}`);

  it.each([
    [{ only: '2027-03-10' }, ['07:00-09:00', '08:00-10:30', '07:00-09:00'], '09:00'],
    [{ from: '2027-03-10' }, ['07:00-09:00', '08:00-10:30', '08:00-10:30'], '10:00'],
    [{}, ['08:00-10:30', '08:00-10:30', '08:00-10:30'], '10:00'],
  ])('%j moves what is meant', async (reach, expected, startTime) => {
    const { id } = await series.book(aino, wish());
    const moved = await changes.change(aino, id, { ...reach, startTime: '10:00', endTime: '12:30' }, 1);
    expect(hours(moved)).toEqual(expected);
    expect(moved).toMatchObject({ version: 2, startTime });
    expect(await traces()).toMatchObject({ taken: 3 });
  });

  it('moves nothing when one date is taken or breaks a rule, and says which', async () => {
    const { id } = await series.book(aino, wish({ end: at('10:00', '2027-03-03') }));
    await takeDesk('2027-03-10');
    const before = await traces();
    await expect(changes.change(aino, id, { startTime: '10:00', endTime: '11:00' }, 1)).rejects.toMatchObject({
      code: 'no_double_booking',
      extra: { clashes: [{ date: '2027-03-10' }] },
    });
    expect(await refusalsOf(changes.change(aino, id, { startTime: '06:00' }, 1))).toContainEqual([
      'within_opening_hours',
      '2027-03-03',
    ]);
    expect(await traces()).toEqual(before);
  });

  it('moves a date to where the next one lay, later and earlier', async () => {
    await house({ open: ['00:00', '24:00'] });
    const nights = { start: at('20:00', '2027-03-03'), end: at('08:00', '2027-03-04'), rule: 'FREQ=DAILY;COUNT=3' };
    await db.read('update resource_rule set longest_minutes = 1440 where site_id = $1', [siteId]);
    const { id } = await series.book(aino, wish(nights));
    const earlier = await changes.change(aino, id, { startTime: '05:00', endTime: '21:00' }, 1);
    expect(hours(earlier)).toEqual(['03:00-19:00', '03:00-19:00', '03:00-19:00']);
    const later = await changes.change(aino, id, { startTime: '22:00', endTime: '10:00' }, 2);
    expect(hours(later)).toEqual(['20:00-08:00', '20:00-08:00', '20:00-08:00']);
    const back = await changes.change(aino, id, { startTime: '00:00', endTime: '12:00' }, 3);
    expect(hours(back)).toEqual(['22:00-10:00', '22:00-10:00', '22:00-10:00']);
    expect(await traces()).toMatchObject({ taken: 3 });
  });

  it('keeps the place of a date that is where it is to be already', async () => {
    const { id } = await series.book(aino, wish());
    await changes.change(aino, id, { only: '2027-03-10', startTime: '10:00' }, 1);
    await changes.change(aino, id, { startTime: '10:00' }, 2);
    expect(await traces()).toMatchObject({ bookings: 3, taken: 3 });
    await expect(takeDesk('2027-03-10')).rejects.toMatchObject({ code: 'no_double_booking' });
  });

  it('moves to another place of the kind, and to no other', async () => {
    const { id } = await series.book(aino, wish());
    const moved = await changes.change(aino, id, { from: '2027-03-10', resourceId: other }, 1);
    expect(moved.bookings.map(({ resource }) => resource.name)).toEqual(['Desk 01', 'Desk 02', 'Desk 02']);
    const room = await aResource(db, siteId, { kind: 'room' });
    expect(await refusalsOf(changes.change(aino, id, { resourceId: room }, 2))).toEqual([
      ['resource_available', undefined],
    ]);
  });

  it('is refused for an older version, and without one', async () => {
    const { id } = await series.book(aino, wish());
    await changes.cancel(aino, id, { only: '2027-03-10' });
    await expect(changes.change(aino, id, { startTime: '10:00' }, 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(changes.change(aino, id, { startTime: '10:00' }, undefined)).rejects.toMatchObject({
      code: 'if_match_required',
    });
    await expect(changes.change(aino, id, {}, 2)).rejects.toMatchObject({ code: 'malformed' });
  });
});

it("lists one's own series, the newest first, page by page", async () => {
  const first = await series.book(aino, wish());
  clock.advance(1);
  const second = await series.book(
    aino,
    wish({ resourceId: other, start: at('14:00', '2027-03-03'), end: at('15:00', '2027-03-03') }),
  );
  await series.book(boris, wish({ resourceId: other }));
  const queries = oasis.get(SeriesQueries);
  const page = await queries.list(aino, { limit: 1 });
  expect(page.items).toEqual([second]);
  expect((await queries.list(aino, { limit: 1, cursor: page.next ?? '' })).items).toEqual([first]);
});
