import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { ReplacementAnswersService } from '../../src/bookings/replacements/replacement-answers.service';
import { ReplacementQueries } from '../../src/bookings/replacements/replacement.queries';
import { ReplacementTicks } from '../../src/bookings/replacements/replacement.ticks';
import { ReplacementView } from '../../src/bookings/replacements/replacement.view';
import { WaitingListService } from '../../src/bookings/waiting-list/waiting-list.service';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { ClosureService } from '../../src/lifecycle/closure.service';
import { MaintenanceService } from '../../src/lifecycle/maintenance.service';
import { RetirementService } from '../../src/lifecycle/retirement.service';
import { SiteChangeService } from '../../src/lifecycle/site-change.service';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 07:00 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const dayAfter = '2027-03-04';
const at = (time: string, date = tomorrow) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let answers: ReplacementAnswersService;
let siteId: string;
let room: string;
let equal: string;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  answers = oasis.get(ReplacementAnswersService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('07:00', today));
  siteId = (await aSite(db, { fairShare: 100 })).id;
  room = await aResource(db, siteId, { kind: 'room', name: 'Saimaa', capacity: 6, features: ['screen'] });
  // Too small, without the screen, of another kind, retired, elsewhere: none of them is an equal place.
  await aResource(db, siteId, { kind: 'room', capacity: 4, features: ['screen'] });
  await aResource(db, siteId, { kind: 'room', capacity: 8 });
  await aResource(db, siteId, { kind: 'booth', capacity: 8, features: ['screen'] });
  await aResource(db, siteId, { kind: 'room', capacity: 8, features: ['screen'], status: 'retired' });
  await aResource(db, siteId, { kind: 'room', capacity: 8, features: ['screen'], needsApproval: true });
  await aResource(db, (await aSite(db)).id, { kind: 'room', capacity: 8, features: ['screen'] });
  equal = await aResource(db, siteId, { kind: 'room', name: 'Vuoksi', capacity: 8, features: ['screen', 'board'] });
  manager = await aManager(db, siteId);
  aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 5, room_minutes: 600 } });
});

const book = (from: string, to: string, actor = aino, resourceId = room, date = tomorrow): Promise<BookingView> =>
  bookings.book(actor, { resourceId, start: at(from, date), end: at(to, date) });

const maintain = (from = '08:00', to = '20:00', resourceId = room, date = tomorrow) =>
  oasis.get(MaintenanceService).begin(manager, resourceId, {
    start: at(from, date),
    end: at(to, date),
    reason: 'Water in the wall',
  });

const close = (startsOn = tomorrow, endsOn = startsOn, hours: { opens?: string; closes?: string } = {}) =>
  oasis.get(ClosureService).announce(manager, siteId, { startsOn, endsOn, reason: 'Storm', ...hours });

const mine = async (actor = aino, status?: string): Promise<ReplacementView[]> =>
  (await oasis.get(ReplacementQueries).list(actor, { status })).items;

const onlyOffer = async (actor = aino): Promise<ReplacementView> => {
  const [offer, ...more] = await mine(actor, 'offered');
  expect(more).toEqual([]);
  return offer!;
};

const stateOf = async (id: string) =>
  (
    await db.read<{ status: string; reason: string | null; version: number; resourceId: string; start: Date }>(
      `select status, reason, version, resource_id as "resourceId", starts_at as start from booking where id = $1`,
      [id],
    )
  )[0]!;

async function anExtra(name: string, stock: number): Promise<string> {
  const id = newId();
  await db.read(
    `insert into extra (id, site_id, name, stock, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
    [id, siteId, name, stock, clock.now()],
  );
  return id;
}

/** What the wallet says of the minutes of rooms: its sums, and whether its lines say the same. */
async function wallet(actor = aino): Promise<{ held: number; used: number }> {
  const [sums] = await db.read<{ held: number; used: number; agrees: boolean }>(
    `select a.held::float8 as held, a.used::float8 as used,
       a.granted - a.held - a.used = (select sum(e.amount) from allowance_entry e where e.account_id = a.id) as agrees
     from allowance_account a join membership m on m.id = a.membership_id
     where m.person_id = $1 and a.kind = 'room_minutes'`,
    [actor.personId],
  );
  expect(sums?.agrees).toBe(true);
  return { held: sums!.held, used: sums!.used };
}

describe('a room that is closed', () => {
  it('is announced with an equal place, held in the same transaction', async () => {
    const booking = await book('09:00', '11:00');
    const preview = await oasis
      .get(MaintenanceService)
      .preview(manager, room, { start: at('08:00'), end: at('20:00'), reason: 'Water' });
    expect(await stateOf(booking.id)).toMatchObject({ status: 'confirmed' });
    expect(await mine()).toEqual([]);

    const begun = await maintain();

    expect(begun.affectedBookings).toMatchObject([{ id: booking.id, status: 'cancelled' }]);
    expect(begun.replacements).toEqual([
      {
        bookingId: booking.id,
        resource: { id: equal, name: 'Vuoksi', kind: 'room' },
        start: booking.start,
        end: booking.end,
        // A day and two hours ahead: two hours of quiet before the start.
        expiresAt: '2027-03-03T05:00:00Z',
      },
    ]);
    expect(preview).toEqual({ affectedBookings: [booking], replacements: begun.replacements, affectedSessions: [] });
    expect(await onlyOffer()).toMatchObject({
      bookingId: booking.id,
      status: 'offered',
      cause: 'maintenance',
      causeId: begun.id,
      reason: 'Water in the wall',
      instead: { resource: { id: room }, start: booking.start },
      offered: { resource: { id: equal }, start: booking.start },
    });
    expect(await wallet()).toEqual({ held: 120, used: 0 });
  });

  it('no_double_booking: nobody else can have the place that is held', async () => {
    await book('09:00', '11:00');
    await maintain();
    const boris = await anEntrepreneur(db, siteId);

    expect(await codes(book('10:00', '12:00', boris, equal))).toEqual(['no_double_booking']);
    // The constraint does it: without the row in the ledger the place is anybody's.
    await db.read('delete from occupation where cause_id = $1', [(await onlyOffer()).id]);
    expect(await codes(book('10:00', '12:00', boris, equal))).toEqual([]);
    expect(await codes(answers.accept(aino, (await onlyOffer()).id))).toEqual(['no_double_booking']);
  });

  it('offers nothing where nothing is equal, and says so by cancelling', async () => {
    await book('09:00', '11:00', await anEntrepreneur(db, siteId), equal);
    const booking = await book('09:00', '11:00');

    const begun = await maintain();

    expect(begun.replacements).toEqual([]);
    expect(await stateOf(booking.id)).toMatchObject({ status: 'cancelled', reason: 'Water in the wall' });
    expect(await wallet()).toEqual({ held: 0, used: 0 });
  });

  it('gives one equal place to one of two, and the other nothing', async () => {
    const boris = await anEntrepreneur(db, siteId);
    const [first, second] = [await book('09:00', '11:00'), await book('11:00', '13:00', boris)];
    const third = await book('13:00', '15:00', boris, equal);

    const { replacements } = await maintain('08:00', '20:00');

    expect(replacements.map(({ bookingId }) => bookingId)).toEqual([first.id, second.id]);
    // Vuoksi has closed as well: what was offered there is withdrawn, and there is no other.
    const again = await maintain('08:00', '20:00', equal);
    expect(again).toMatchObject({ affectedBookings: [{ id: third.id }], replacements: [] });
    expect((await mine()).map(({ status }) => status)).toEqual(['withdrawn']);
    expect(await wallet()).toEqual({ held: 0, used: 0 });
  });

  it('offers another place instead of one that is taken away as well', async () => {
    const booking = await book('09:00', '11:00');
    await maintain();
    const spare = await aResource(db, siteId, {
      kind: 'room',
      name: 'Kymi',
      capacity: 9,
      features: ['screen', 'board'],
    });

    const again = await oasis.get(RetirementService).retire(manager, equal, 'Sold');

    expect(again.replacements).toMatchObject([{ bookingId: booking.id, resource: { id: spare } }]);
    expect((await mine()).map(({ status, cause }) => [status, cause]).sort()).toEqual([
      ['offered', 'retirement'],
      ['withdrawn', 'maintenance'],
    ]);
    expect(await wallet()).toEqual({ held: 120, used: 0 });
    await answers.accept(aino, (await onlyOffer()).id);
    expect(await wallet()).toEqual({ held: 0, used: 120 });
  });

  it('takes back what was offered to those who wait, and they wait on', async () => {
    const boris = await anEntrepreneur(db, siteId);
    const booking = await book('09:00', '11:00');
    const entry = await oasis
      .get(WaitingListService)
      .join(boris, { resourceId: room, start: at('09:00'), end: at('11:00') });
    await db.transaction((tx) => tx.query('delete from occupation where cause_id = $1', [booking.id]));
    await db.read(`update booking set status = 'cancelled' where id = $1`, [booking.id]);
    await db.read('select offer_place($1, $2, 0::smallint, $3, $4)', [entry.id, room, clock.now(), at('07:00')]);

    await maintain();

    expect(
      await db.read('select status, offer_expires_at as until from waiting_list_entry where id = $1', [entry.id]),
    ).toEqual([{ status: 'waiting', until: null }]);
  });
});

describe('an offered place', () => {
  let booking: BookingView;
  let id: string;

  beforeEach(async () => {
    booking = await book('09:00', '11:00');
    await maintain();
    id = (await onlyOffer()).id;
  });

  it('becomes the place of the same booking when it is accepted', async () => {
    const moved = await answers.accept(aino, id);

    expect(moved).toMatchObject({
      id: booking.id,
      status: 'confirmed',
      resource: { id: equal },
      start: booking.start,
      reason: null,
      allowance: { kind: 'room_minutes', amount: 120 },
    });
    // It has been cancelled and moved since: calendars follow.
    expect(moved.version).toBe(booking.version + 2);
    expect(await wallet()).toEqual({ held: 0, used: 120 });
    expect(await db.read('select cause, cause_id as id from occupation where resource_id = $1', [equal])).toEqual([
      { cause: 'booking', id: booking.id },
    ]);
    expect(await codes(answers.accept(aino, id))).toEqual(['replacement_state']);
    expect(await codes(answers.decline(aino, id))).toEqual(['replacement_state']);
    const trail = await db.read<{ action: string }>(
      'select action from audit_event where subject_id = $1 order by id',
      [booking.id],
    );
    expect(trail.map(({ action }) => action).sort()).toEqual(['booking.book', 'booking.cancel', 'booking.change']);
  });

  it('is released when it is declined: the allowance is free, and those who wait have the place', async () => {
    const boris = await anEntrepreneur(db, siteId);
    const entry = await oasis
      .get(WaitingListService)
      .join(boris, { resourceId: equal, start: at('09:00'), end: at('10:00') });

    expect(await answers.decline(aino, id)).toMatchObject({ status: 'declined' });

    expect(await stateOf(booking.id)).toMatchObject({ status: 'cancelled', reason: 'Water in the wall' });
    expect(await wallet()).toEqual({ held: 0, used: 0 });
    expect(await db.read('select status from waiting_list_entry where id = $1', [entry.id])).toEqual([
      { status: 'offered' },
    ]);
  });

  it('replacement_expired: is released by itself when nobody answers, to the instant', async () => {
    clock.set(new Date(at('07:00').getTime() - 1));
    await oasis.get(ReplacementTicks).expire(clock.now());
    expect(await mine(aino, 'offered')).toHaveLength(1);
    clock.set(at('07:00'));
    expect(await codes(answers.accept(aino, id))).toEqual(['replacement_expired']);
    expect(await oasis.get(ReplacementTicks).expire(clock.now())).toBeGreaterThan(0);

    expect((await mine()).map(({ status }) => status)).toEqual(['expired']);
    expect(await codes(answers.accept(aino, id))).toEqual(['replacement_expired']);
    expect(await wallet()).toEqual({ held: 0, used: 0 });
    expect(await db.read('select 1 from occupation where cause_id = $1', [id])).toEqual([]);
    expect(await stateOf(booking.id)).toMatchObject({ status: 'cancelled' });
    expect(await oasis.get(ReplacementTicks).expire(clock.now())).toBe(0);
  });

  it('is only its holder’s; managers read the answers of their site', async () => {
    const boris = await anEntrepreneur(db, siteId);
    expect(await codes(answers.accept(boris, id))).toEqual(['missing']);
    expect(await codes(answers.decline(manager, id))).toEqual(['missing']);
    const queries = oasis.get(ReplacementQueries);
    expect(await codes(queries.one(boris, id))).toEqual(['missing']);
    expect(await codes(queries.list(boris, { siteId }))).toEqual(['missing']);
    const offer = await queries.one(manager, id);
    expect(offer).toMatchObject({ fullName: 'Aino Example', personId: aino.personId });
    expect((await queries.list(manager, { siteId, causeId: offer.causeId })).items).toEqual([offer]);
    expect((await queries.list(manager, { siteId, causeId: siteId })).items).toEqual([]);
  });

  it('is judged as things stand when it is accepted', async () => {
    await db.read(
      `update membership set status = 'suspended', suspended_reason = 'x', review_on = '2039-01-01' where person_id = $1`,
      [aino.personId],
    );
    expect(await codes(answers.accept(aino, id))).toEqual(['covered_by_membership']);
    expect(await mine(aino, 'offered')).toHaveLength(1);
    expect(await wallet()).toEqual({ held: 120, used: 0 });
  });

  it('brings along what is still there, and says what is not', async () => {
    const boris = await anEntrepreneur(db, siteId);
    const [projector, board] = [await anExtra('Projector', 1), await anExtra('Board', 1)];
    const more = await bookings.book(aino, {
      resourceId: equal,
      start: at('13:00'),
      end: at('15:00'),
      extras: [projector, board].map((extraId) => ({ extraId, count: 1 })),
    });
    await aResource(db, siteId, { kind: 'room', name: 'Kymi', capacity: 9, features: ['screen', 'board'] });
    await maintain('12:00', '20:00', equal);
    const offer = (await mine(aino, 'offered')).find(({ bookingId }) => bookingId === more.id);
    await bookings.book(boris, {
      resourceId: await aResource(db, siteId, { kind: 'booth' }),
      start: at('14:00'),
      end: at('15:00'),
      extras: [{ extraId: board, count: 1 }],
    });

    expect(await answers.accept(aino, offer?.id ?? '')).toMatchObject({ extras: [{ extraId: projector, count: 1 }] });
    expect(
      await db.read('select extra_id as id from booking_extra where booking_id = $1 and withdrawn_at is not null', [
        more.id,
      ]),
    ).toEqual([{ id: board }]);
  });

  it('keeps its price in the wallet: nobody can spend it meanwhile', async () => {
    expect(await codes(book('08:00', '16:30', aino, equal, dayAfter))).toContain('ledger_balance');
    expect(await codes(answers.accept(aino, id))).toEqual([]);
  });

  it('never ends after it would begin', async () => {
    await expect(
      db.read(`update replacement set expires_at = starts_at + interval '1 second' where id = $1`, [id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'replacement_in_time' } });
    await db
      .transaction(async (tx) => {
        await tx.query('alter table replacement drop constraint replacement_in_time');
        await tx.query(`update replacement set expires_at = starts_at + interval '1 second' where id = $1`, [id]);
        throw new Error('undone');
      })
      .catch((error: unknown) => expect(error).toMatchObject({ message: 'undone' }));
  });
});

describe('a site that closes', () => {
  it('offers the nearest time of the same day that is left', async () => {
    const booking = await book('09:00', '11:00');

    const announced = await close(tomorrow, tomorrow, { opens: '10:00', closes: '14:00' });

    expect(announced.replacements).toMatchObject([
      { bookingId: booking.id, resource: { id: room }, start: '2027-03-03T08:00:00Z', end: '2027-03-03T10:00:00Z' },
    ]);
    expect(await codes(answers.accept(aino, (await onlyOffer()).id))).toEqual([]);
  });

  it('offers the same hours of the next day on which it opens and its holder is free', async () => {
    const booking = await book('09:00', '11:00');
    await book('09:00', '11:00', aino, room, dayAfter);
    await close('2027-03-05');

    const announced = await close();

    expect(announced.replacements).toMatchObject([{ bookingId: booking.id, start: '2027-03-06T07:00:00Z' }]);
    // That day closes too: the offer moves on, to the next.
    const again = await close('2027-03-06');
    expect(again).toMatchObject({
      affectedBookings: [],
      replacements: [{ bookingId: booking.id, start: '2027-03-07T07:00:00Z' }],
    });
    expect(await answers.accept(aino, (await onlyOffer()).id)).toMatchObject({
      id: booking.id,
      start: '2027-03-07T07:00:00Z',
    });
    expect(await wallet()).toEqual({ held: 0, used: 240 });
  });

  it('offers nothing later than two weeks', async () => {
    await book('09:00', '11:00');
    expect((await close(tomorrow, '2027-03-18')).replacements).toEqual([]);
  });

  it('keeps the clock of the site across a change of the clock', async () => {
    clock.set(at('07:00', '2027-03-20'));
    const booking = await book('09:00', '11:00', aino, room, '2027-03-27');
    // Sunday the 28th: the clock is put forward.
    expect((await close('2027-03-27')).replacements).toMatchObject([
      { bookingId: booking.id, start: '2027-03-28T06:00:00Z', end: '2027-03-28T08:00:00Z' },
    ]);
  });

  it('for good releases everything with the reason, offers included', async () => {
    const administrator = await aPerson(db, 'administrator');
    const [moved, standing] = [await book('09:00', '11:00'), await book('12:00', '13:00', aino, equal)];
    await maintain();
    const changes = oasis.get(SiteChangeService);
    const preview = await changes.preview(administrator, siteId, { status: 'suspended' });
    expect(preview.affectedBookings.map(({ id }) => id)).toEqual([standing.id]);
    expect(await stateOf(standing.id)).toMatchObject({ status: 'confirmed' });

    await changes.change(administrator, siteId, { status: 'suspended' }, 'any', 'The house is sold');

    expect(await stateOf(standing.id)).toMatchObject({ status: 'cancelled', reason: 'The house is sold' });
    expect(await stateOf(moved.id)).toMatchObject({ status: 'cancelled' });
    expect((await mine()).map(({ status }) => status)).toEqual(['withdrawn']);
    expect(await wallet()).toEqual({ held: 0, used: 0 });
    expect(await db.read(`select 1 from occupation where site_id = $1 and cause <> 'maintenance'`, [siteId])).toEqual(
      [],
    );
  });
});
