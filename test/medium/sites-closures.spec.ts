import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { Actor } from '../../src/kernel/actor';
import { Conflict, Refused } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { ClosureService } from '../../src/lifecycle/closure.service';
import { MaintenanceQueries } from '../../src/lifecycle/maintenance.queries';
import { MaintenanceService } from '../../src/lifecycle/maintenance.service';
import { OpeningHoursService } from '../../src/lifecycle/opening-hours.service';
import { RetirementService } from '../../src/lifecycle/retirement.service';
import { SiteChangeService } from '../../src/lifecycle/site-change.service';
import { Database } from '../../src/platform/database/database';
import { SiteCalendarService } from '../../src/sites/site-calendar.service';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite, desks } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const dayAfter = '2027-03-04';
const at = (time: string, date = tomorrow) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let closures: ClosureService;
let bookings: BookingService;
let siteId: string;
let desk: string;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  closures = oasis.get(ClosureService);
  bookings = oasis.get(BookingService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('07:00', today));
  siteId = (await aSite(db)).id;
  [desk = ''] = await desks(db, siteId, 1);
  manager = await aManager(db, siteId);
  aino = await anEntrepreneur(db, siteId);
});

const book = (from: string, to: string, date = tomorrow, resourceId = desk, actor = aino): Promise<BookingView> =>
  bookings.book(actor, { resourceId, start: at(from, date), end: at(to, date) });

/** Every row that a command of this house could change. */
async function everything(): Promise<unknown> {
  const tables = [
    'booking',
    'occupation',
    'closure',
    'opening_hours',
    'resource',
    'site',
    'maintenance',
    'audit_event',
  ];
  const contents = tables.map((table) => `(select jsonb_agg(t order by t::text) from ${table} t) as ${table}`);
  return db.read(`select ${contents.join(', ')}`);
}

const stateOf = async (id: string) =>
  (
    await db.read<{ status: string; reason: string | null }>('select status, reason from booking where id = $1', [id])
  )[0];

const idsOf = ({ affectedBookings }: { affectedBookings: BookingView[] }) => affectedBookings.map(({ id }) => id);

const flood = { startsOn: tomorrow, endsOn: tomorrow, reason: 'Water in the cellar' };

describe('a closure', () => {
  it('cancels the bookings of its days with its reason, and gives their places back', async () => {
    const hit = await book('09:00', '11:00');
    const spared = await book('09:00', '11:00', dayAfter);

    const announced = await closures.announce(manager, siteId, flood);

    expect(announced).toMatchObject({ ...flood, siteId, status: 'confirmed', source: 'manager', opens: null });
    expect(idsOf(announced)).toEqual([hit.id]);
    expect(announced.affectedBookings[0]).toMatchObject({ status: 'cancelled', reason: flood.reason });
    expect(await stateOf(hit.id)).toEqual({ status: 'cancelled', reason: flood.reason });
    expect(await stateOf(spared.id)).toMatchObject({ status: 'confirmed' });
    const taken = await db.read<{ causeId: string }>(
      `select cause_id as "causeId" from occupation where resource_id = $1 and cause = 'booking'`,
      [desk],
    );
    expect(taken).toEqual([{ causeId: spared.id }]);
    const events = await db.read<{ action: string }>(
      'select action from audit_event where site_id = $1 and actor_id = $2 order by id',
      [siteId, manager.personId],
    );
    expect(events.map(({ action }) => action)).toEqual(['closure.add', 'booking.cancel', 'replacement.offer']);
  });

  it('is refused to bookings from then on', async () => {
    await closures.announce(manager, siteId, flood);

    expect(await codes(book('09:00', '11:00'))).toEqual(['within_opening_hours']);
    expect(await codes(book('09:00', '11:00', dayAfter))).toEqual([]);
  });

  it('with hours spares what lies within them', async () => {
    const [early, late] = [await book('08:00', '09:00'), await book('11:00', '12:00')];

    const announced = await closures.announce(manager, siteId, { ...flood, opens: '10:00', closes: '14:00' });

    expect(idsOf(announced)).toEqual([early.id]);
    expect(await stateOf(late.id)).toMatchObject({ status: 'confirmed' });
  });

  it('with hours opens the site on a day on which it is closed', async () => {
    await db.read('delete from opening_hours where site_id = $1', [siteId]);
    expect(await codes(book('11:00', '12:00'))).toEqual(['within_opening_hours']);

    await closures.announce(manager, siteId, { ...flood, opens: '10:00', closes: '14:00' });

    expect(await codes(book('11:00', '12:00'))).toEqual([]);
  });

  it('leaves alone who is there already, and what is over', async () => {
    const [over, here, coming] = [
      await book('08:00', '09:00', today),
      await book('09:00', '12:00', today),
      await book('12:00', '13:00', today),
    ];
    clock.set(at('09:05', today));
    await oasis.get(BookingLifeService).checkIn(aino, here.id);

    const announced = await closures.announce(manager, siteId, { ...flood, startsOn: today });

    expect(idsOf(announced)).toEqual([coming.id]);
    expect(await stateOf(here.id)).toMatchObject({ status: 'checked_in' });
    expect(await stateOf(over.id)).toMatchObject({ status: 'confirmed' });
  });

  it('concerns its own site only', async () => {
    const other = await aSite(db);
    const elsewhere = await aResource(db, other.id);
    const booking = await book('09:00', '11:00', tomorrow, elsewhere, await anEntrepreneur(db, other.id));

    await closures.announce(manager, siteId, flood);

    expect(await stateOf(booking.id)).toMatchObject({ status: 'confirmed' });
  });

  it('is announced once, however often the request is repeated', async () => {
    const hit = await book('09:00', '11:00');
    const key = { key: newId(), hash: Buffer.from('the same request') };

    const first = await closures.announce(manager, siteId, flood, key);
    const second = await closures.announce(manager, siteId, flood, key);

    expect(idsOf(first)).toEqual([hit.id]);
    expect(second).toEqual(first);
    expect(await db.read('select id from closure where site_id = $1', [siteId])).toHaveLength(1);
  });

  it.each([
    ['closure_dates', { startsOn: dayAfter, endsOn: tomorrow }],
    ['closure_dates', { startsOn: tomorrow, endsOn: '2028-03-04' }],
    ['closure_hours', { opens: '10:00' }],
    ['closure_hours', { opens: '14:00', closes: '10:00' }],
    ['in_the_past', { startsOn: '2027-02-27', endsOn: '2027-03-01' }],
  ])('keeps to %s: %j', async (law, change) => {
    expect(await codes(closures.announce(manager, siteId, { ...flood, ...change }))).toEqual([law]);
    expect(await codes(closures.preview(manager, siteId, { ...flood, ...change }))).toEqual([law]);
  });

  it('that is dismissed opens the site again; what was cancelled stays cancelled', async () => {
    const hit = await book('09:00', '11:00');
    const { id } = await closures.announce(manager, siteId, flood);
    const calendar = oasis.get(SiteCalendarService);

    await calendar.dismiss(manager, id);

    expect(await stateOf(hit.id)).toMatchObject({ status: 'cancelled' });
    expect(await codes(book('09:00', '11:00'))).toEqual([]);
    expect(await codes(calendar.dismiss(manager, id))).toEqual(['closure_status']);
  });

  it('that has passed is history', async () => {
    const { id } = await closures.announce(manager, siteId, flood);
    clock.set(at('00:00', dayAfter));

    expect(await codes(oasis.get(SiteCalendarService).dismiss(manager, id))).toEqual(['closure_over']);
  });
});

describe('a preview', () => {
  it('of a closure names what would be cancelled, and changes nothing', async () => {
    const hit = await book('09:00', '11:00');
    await book('09:00', '11:00', dayAfter);
    const before = await everything();

    const preview = await closures.preview(manager, siteId, flood);

    expect(idsOf(preview)).toEqual([hit.id]);
    expect(preview.affectedBookings[0]).toEqual(hit);
    expect(await everything()).toEqual(before);
    expect(idsOf(await closures.announce(manager, siteId, flood))).toEqual(idsOf(preview));
  });

  it('of new hours names what would lie outside them, and changes nothing; the change keeps it', async () => {
    const hours = oasis.get(OpeningHoursService);
    const late = await book('18:00', '20:00', dayAfter);
    await book('18:00', '20:00', tomorrow);
    await book('09:00', '11:00', dayAfter);
    const week = {
      validFrom: dayAfter,
      openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })),
    };
    const before = await everything();

    expect(idsOf(await hours.preview(manager, siteId, week))).toEqual([late.id]);
    expect(await everything()).toEqual(before);

    await hours.set(manager, siteId, week, 'any');
    expect(await stateOf(late.id)).toMatchObject({ status: 'confirmed' });
    expect(await codes(book('18:00', '19:00', '2027-03-05'))).toEqual(['within_opening_hours']);
    // What was kept outside the hours is not named again when the hours change once more.
    expect(idsOf(await hours.preview(manager, siteId, week))).toEqual([]);
    // A closure ends it all the same.
    expect(idsOf(await closures.preview(manager, siteId, { ...flood, endsOn: dayAfter }))).toContain(late.id);
  });
});

describe('a proposed holiday', () => {
  it('has the consequences of a closure when it is confirmed, and none before', async () => {
    clock.set(at('08:00', '2027-12-20'));
    const booking = await book('09:00', '11:00', '2027-12-24');
    const proposed = await oasis.get(SiteCalendarService).propose(manager, siteId, 2027);
    const eve = proposed.find(({ startsOn }) => startsOn === '2027-12-24');
    const before = await everything();

    expect(idsOf(await closures.previewConfirmation(manager, eve!.id))).toEqual([booking.id]);
    expect(await everything()).toEqual(before);
    const confirmed = await closures.confirm(manager, eve!.id);

    expect(confirmed).toMatchObject({ id: eve!.id, status: 'confirmed', source: 'holiday' });
    expect(await stateOf(booking.id)).toEqual({ status: 'cancelled', reason: 'Christmas Eve' });
    expect(await codes(closures.confirm(manager, eve!.id))).toEqual(['closure_status']);
  });
});

describe('a booking and a closure at once', () => {
  it('never leave a booking standing on a closed day', async () => {
    for (let round = 0; round < 10; round++) {
      const site = await aSite(db);
      const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => anEntrepreneur(db, site.id)));
      const places = await desks(db, site.id, people.length);
      const runs = await aManager(db, site.id);

      const results = await Promise.allSettled([
        ...people.map((person, index) => book('09:00', '11:00', tomorrow, places[index], person)),
        closures.announce(runs, site.id, flood),
      ]);

      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      expect(failures.filter((reason) => !(reason instanceof Refused))).toEqual([]);
      const standing = await db.read(`select id from booking where site_id = $1 and status <> 'cancelled'`, [site.id]);
      expect(standing).toEqual([]);
    }
  });

  it('holds for a resource that appears in the same moment', async () => {
    await db.transaction(async (tx) => {
      await oasis.get(SiteCalendarService).lock(tx, manager, siteId);
      const waiting = db.transaction(async (other) => {
        await other.query(`set local lock_timeout = '100ms'`);
        await other.query('select 1 from site where id = $1 for no key update', [siteId]);
      });

      await expect(waiting).rejects.toMatchObject({ code: 'busy' });
    });
  });
});

describe('maintenance', () => {
  const maintenance = () => oasis.get(MaintenanceService);
  const rowsOf = (id: string) =>
    db.read<{ minutes: number }>(
      `select extract(epoch from ends_at - starts_at)::int / 60 as minutes from occupation
       where cause_id = $1 and cause = 'maintenance' order by starts_at`,
      [id],
    );

  it('takes the resource out of what can be booked', async () => {
    const begun = await maintenance().begin(manager, desk, {
      start: at('10:00'),
      end: at('12:00'),
      reason: 'New lamp',
    });

    expect(begun).toMatchObject({ resourceId: desk, siteId, reason: 'New lamp', timeZone: 'Europe/Helsinki' });
    expect(await codes(book('11:00', '13:00'))).toEqual(['no_double_booking']);
    expect(await codes(book('12:00', '13:00'))).toEqual([]);
  });

  it('of three days and an hour stands in the ledger in four rows', async () => {
    const { id } = await maintenance().begin(manager, desk, {
      start: at('10:00'),
      end: at('11:00', '2027-03-06'),
      reason: 'Paint',
    });

    expect((await rowsOf(id)).map(({ minutes }) => minutes)).toEqual([1440, 1440, 1440, 60]);
  });

  it('cancels the bookings in its way with its reason, and never whoever is there', async () => {
    const booking = await book('09:00', '11:00');
    const wanted = { start: at('10:00'), end: at('12:00'), reason: 'New lamp' };

    expect(idsOf(await maintenance().preview(manager, desk, wanted))).toEqual([booking.id]);
    expect(await db.read('select id from maintenance where resource_id = $1', [desk])).toEqual([]);
    expect(await maintenance().begin(manager, desk, wanted)).toMatchObject({
      affectedBookings: [{ id: booking.id, status: 'cancelled', reason: 'New lamp' }],
    });
    expect(await stateOf(booking.id)).toEqual({ status: 'cancelled', reason: 'New lamp' });

    const there = await book('13:00', '15:00');
    clock.set(at('13:00'));
    await oasis.get(BookingLifeService).checkIn(aino, there.id);
    const error = await maintenance()
      .begin(manager, desk, { ...wanted, start: at('14:00'), end: at('16:00') })
      .catch((reason: unknown) => reason as Conflict);
    expect(error).toMatchObject({ code: 'no_double_booking', extra: { affectedBookings: [{ id: there.id }] } });
  });

  it('clashes with other maintenance, and leaves nothing half written', async () => {
    const wanted = { start: at('10:00'), end: at('12:00', dayAfter), reason: 'New lamp' };
    await maintenance().begin(manager, desk, { ...wanted, start: at('11:00', dayAfter) });

    expect(await codes(maintenance().begin(manager, desk, wanted))).toEqual(['no_double_booking']);
    expect(await db.read('select id from maintenance where resource_id = $1', [desk])).toHaveLength(1);
    expect(await db.read('select id from occupation where resource_id = $1', [desk])).toHaveLength(1);
  });

  it('that is to come is called off without a trace in the ledger', async () => {
    const { id } = await maintenance().begin(manager, desk, { start: at('10:00'), end: at('12:00'), reason: 'Lamp' });

    await maintenance().end(manager, id);

    expect(await rowsOf(id)).toEqual([]);
    expect(await codes(book('11:00', '13:00'))).toEqual([]);
    expect(await codes(maintenance().end(manager, id))).toEqual(['missing']);
  });

  it('under way for days ends now, and the rest is free', async () => {
    const wanted = { start: at('10:00'), end: at('10:00', '2027-03-08'), reason: 'Paint' };
    const { id } = await maintenance().begin(manager, desk, wanted);
    clock.set(at('12:00', dayAfter));

    await maintenance().end(manager, id);

    expect((await rowsOf(id)).map(({ minutes }) => minutes)).toEqual([1440, 120]);
    expect(await codes(book('12:00', '13:00', dayAfter))).toEqual([]);
    expect(await codes(maintenance().end(manager, id))).toEqual(['maintenance_over']);
  });

  it('is listed until it is over, page by page', async () => {
    for (const hour of ['09', '11', '13']) {
      const times = { start: at(`${hour}:00`), end: at(`${hour}:30`) };
      await maintenance().begin(manager, desk, { ...times, reason: `At ${hour}` });
    }
    clock.set(at('10:00'));
    const list = oasis.get(MaintenanceQueries);

    const first = await list.ofResource(desk, { limit: 1 });
    const second = await list.ofResource(desk, { limit: 1, cursor: first.next! });

    expect([...first.items, ...second.items].map(({ reason }) => reason)).toEqual(['At 11', 'At 13']);
    expect(second.next).toBeNull();
  });

  it.each([
    ['in_the_past', at('05:00', today), at('07:00', today)],
    ['maintenance_length', at('10:00'), at('10:00', '2028-03-10')],
    ['malformed', at('10:00'), at('10:00')],
  ])('keeps to %s', async (law, start, end) => {
    expect(await codes(maintenance().begin(manager, desk, { start, end, reason: 'Paint' }))).toEqual([law]);
  });

  it('is for those who run the site', async () => {
    const { id } = await maintenance().begin(manager, desk, { start: at('10:00'), end: at('12:00'), reason: 'Lamp' });
    const stranger = await aManager(db, (await aSite(db)).id);
    const before = await everything();

    for (const actor of [stranger, aino]) {
      const wanted = { start: at('13:00'), end: at('14:00'), reason: 'Mine' };
      expect(await codes(maintenance().begin(actor, desk, wanted))).toEqual(['role_required']);
      expect(await codes(maintenance().end(actor, id))).toEqual(['role_required']);
      expect(await codes(closures.announce(actor, siteId, flood))).toEqual(['role_required']);
      expect(await codes(closures.preview(actor, siteId, flood))).toEqual(['role_required']);
    }

    expect(await everything()).toEqual(before);
  });
});

describe('while something is booked', () => {
  it('a resource is retired with its bookings, unless somebody is there', async () => {
    const booking = await book('09:00', '11:00');
    const retirement = oasis.get(RetirementService);
    clock.set(at('09:00'));
    await oasis.get(BookingLifeService).checkIn(aino, booking.id);

    const error = await retirement.retire(manager, desk).catch((reason: unknown) => reason as Conflict);
    expect(error).toMatchObject({ code: 'resource_in_use', extra: { affectedBookings: [{ id: booking.id }] } });

    await oasis.get(BookingLifeService).checkOut(aino, booking.id);
    const later = await book('13:00', '15:00');
    expect(idsOf(await retirement.preview(manager, desk))).toEqual([later.id]);
    expect(await stateOf(later.id)).toMatchObject({ status: 'confirmed' });
    expect(await retirement.retire(manager, desk, 'Sold')).toMatchObject({
      status: 'retired',
      affectedBookings: [{ id: later.id, status: 'cancelled', reason: 'Sold' }],
      replacements: [],
    });
    expect(await codes(book('16:00', '17:00'))).toEqual(['resource_available']);
  });

  it('a site keeps its clock, and changes everything else', async () => {
    await book('09:00', '11:00');
    const changes = oasis.get(SiteChangeService);
    const administrator = await aPerson(db, 'administrator');

    expect(await codes(changes.change(administrator, siteId, { timeZone: 'Europe/Moscow' }, 'any'))).toEqual([
      'time_zone_fixed',
    ]);
    expect(
      await codes(changes.change(administrator, siteId, { timeZone: 'Europe/Helsinki', name: 'New' }, 'any')),
    ).toEqual([]);
  });
});
