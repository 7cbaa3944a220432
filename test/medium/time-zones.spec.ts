import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { SeriesService } from '../../src/bookings/series/series.service';
import { Actor } from '../../src/kernel/actor';
import { Conflict } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { MaintenanceService } from '../../src/lifecycle/maintenance.service';
import { SiteChangeService } from '../../src/lifecycle/site-change.service';
import { TimeZoneService } from '../../src/lifecycle/time-zone.service';
import { TimeZonePreviewView } from '../../src/lifecycle/time-zone.view';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { anEntrepreneur, aPerson, aResource, aSite, desks } from '../support/house';
import { everything } from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2); Moscow is UTC+3 all year.
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const at = (time: string, date = tomorrow, offset = '+02:00') => new Date(`${date}T${time}:00${offset}`);
const moscow = 'Europe/Moscow';

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let zones: TimeZoneService;
let siteId: string;
let desk: string;
let administrator: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  zones = oasis.get(TimeZoneService);
  administrator = await aPerson(db, 'administrator');
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('07:00', today));
  await house('Europe/Helsinki');
});

async function house(timeZone: string, open: [string, string] = ['08:00', '20:00']): Promise<void> {
  siteId = (await aSite(db, { timeZone, open })).id;
  [desk = ''] = await desks(db, siteId, 1);
  aino = await anEntrepreneur(db, siteId);
}

const book = (from: string, to: string, date = tomorrow, actor = aino): Promise<BookingView> =>
  bookings.book(actor, { resourceId: desk, start: at(from, date), end: at(to, date) });
const preview = (keep: 'instant' | 'local_time', timeZone = moscow) =>
  zones.preview(administrator, siteId, { timeZone, keep });
const becauseOf = ({ items }: TimeZonePreviewView) =>
  Object.fromEntries(items.map(({ id, because }) => [id, because.map(({ code }) => code)]));
const periodOf = async (id: string) =>
  (
    await db.read<{ start: Date; end: Date; status: string }>(
      'select starts_at as start, ends_at as "end", status from booking where id = $1',
      [id],
    )
  )[0];
const ledger = () =>
  db.read<{ id: string; start: Date; end: Date }>(
    `select cause_id as id, starts_at as start, ends_at as "end" from occupation where site_id = $1 order by starts_at`,
    [siteId],
  );

describe('another time zone', () => {
  it.each(['instant', 'local_time'] as const)(
    'is previewed with both readings, keeping %s, and changes nothing',
    async (keep) => {
      const booking = await book('09:00', '11:00');
      const closed = newId();
      await db.read(
        `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_at)
       values ($1, $2, '2027-05-01', '2027-05-02', 'May Day', 'manager', 'confirmed', $3)`,
        [closed, siteId, clock.now()],
      );
      const before = await everything(db);

      const found = await preview(keep);

      const was = { start: '2027-03-03T07:00:00Z', localStart: '2027-03-03T09:00', localEnd: '2027-03-03T11:00' };
      expect(found).toMatchObject({ from: 'Europe/Helsinki', to: moscow, keep });
      expect(found.items).toHaveLength(1);
      expect(found.items[0]).toMatchObject({ kind: 'booking', id: booking.id, before: was, because: [] });
      expect(found.items[0]?.after).toMatchObject(
        keep === 'instant'
          ? { start: '2027-03-03T07:00:00Z', localStart: '2027-03-03T10:00', localEnd: '2027-03-03T12:00' }
          : { start: '2027-03-03T06:00:00Z', localStart: '2027-03-03T09:00', localEnd: '2027-03-03T11:00' },
      );
      expect(found.closures).toMatchObject([
        { closureId: closed, before: { start: '2027-04-30T21:00:00Z' }, after: { start: '2027-04-30T21:00:00Z' } },
      ]);
      expect(await everything(db)).toEqual(before);
    },
  );

  it('moves nothing while anybody could miss it: not without the mark of the preview, nor by the back door', async () => {
    await book('09:00', '11:00');
    const before = await everything(db);

    for (const keep of ['instant', 'local_time'] as const) {
      expect(await codes(zones.set(administrator, siteId, { timeZone: moscow, keep }))).toEqual(['affected_changed']);
      const { seen } = await preview(keep === 'instant' ? 'local_time' : 'instant');
      expect(await codes(zones.set(administrator, siteId, { timeZone: moscow, keep }, { seen }))).toEqual([
        'affected_changed',
      ]);
    }
    const direct = oasis.get(SiteChangeService).change(administrator, siteId, { timeZone: moscow }, 'any');
    expect(await codes(direct)).toEqual(['time_zone_fixed']);
    expect(await everything(db)).toEqual(before);
  });

  it('keeping instants: every instant stays, and what falls out of the hours is decided on', async () => {
    const [morning, evening] = [await book('09:00', '11:00'), await book('18:30', '20:00')];
    const wanted = { timeZone: moscow, keep: 'instant' as const };
    const found = await preview('instant');
    expect(becauseOf(found)).toEqual({ [morning.id]: [], [evening.id]: ['within_opening_hours'] });
    expect(found.effects).toMatchObject([{ bookingId: evening.id, rebooking: { start: '2027-03-03T15:30:00Z' } }]);
    expect(await codes(zones.set(administrator, siteId, wanted, { seen: found.seen }))).toEqual(['choice_needed']);

    const changed = await zones.set(administrator, siteId, wanted, {
      seen: found.seen,
      choices: [{ bookingId: evening.id, do: 'exempt' }],
    });

    expect(changed).toMatchObject({ timeZone: moscow, moved: 0, outcomes: [{ outcome: 'exempted' }] });
    expect(await periodOf(morning.id)).toMatchObject({ start: at('09:00'), end: at('11:00') });
    expect(await periodOf(evening.id)).toMatchObject({ start: at('18:30'), end: at('20:00'), status: 'confirmed' });
    expect(await db.read('select law from rule_exemption where cause_id = $1', [evening.id])).toEqual([
      { law: 'within_opening_hours' },
    ]);
  });

  it('keeping local times: all move at once, one into the place of the other, and the ledger with them', async () => {
    const ids = [];
    for (const hour of [8, 9, 10, 11]) {
      const two = (value: number) => `${String(value).padStart(2, '0')}:00`;
      ids.push((await book(two(hour), two(hour + 1))).id);
    }
    const { seen, items } = await preview('local_time');
    expect(items.every(({ because }) => because.length === 0)).toBe(true);

    const changed = await zones.set(administrator, siteId, { timeZone: moscow, keep: 'local_time' }, { seen });

    expect(changed).toMatchObject({ timeZone: moscow, moved: 4, outcomes: [] });
    expect(await ledger()).toEqual(
      ids.map((id, index) => ({
        id,
        start: new Date(at('07:00').getTime() + index * 3_600_000),
        end: new Date(at('08:00').getTime() + index * 3_600_000),
      })),
    );
    expect(await periodOf(ids[0] ?? '')).toMatchObject({ start: at('07:00'), end: at('08:00') });
    const told = await db.read(
      `select 1 from audit_event where site_id = $1 and action = 'booking.change' and facts -> 'from' <> facts -> 'to'`,
      [siteId],
    );
    expect(told).toHaveLength(4);
  });

  it('keeping local times: what is under way stays, and what would meet it or the past needs a choice', async () => {
    const begun = await book('08:00', '12:00', today);
    const next = await book('12:00', '14:00', today);
    const after = await book('14:00', '16:00', today);
    const bo = await anEntrepreneur(db, siteId);
    const other = (await desks(db, (siteId = begun.siteId), 0))[0];
    expect(other).toBeUndefined();
    clock.set(at('09:00', today));
    await oasis
      .get(BookingLifeService)
      .checkIn(aino, begun.id)
      .catch(() => undefined);
    const second = await aResource(db, siteId, { kind: 'desk' });
    const soon = await bookings.book(bo, { resourceId: second, start: at('09:30', today), end: at('10:30', today) });

    const found = await preview('local_time');

    // 12:00 would be 11:00 as now, while the desk is still taken; what follows would meet that one then.
    expect(becauseOf(found)).toEqual({
      [begun.id]: [],
      [soon.id]: ['in_the_past'],
      [next.id]: ['no_double_booking'],
      [after.id]: ['no_double_booking'],
    });
    const changed = await zones.set(
      administrator,
      siteId,
      { timeZone: moscow, keep: 'local_time' },
      { seen: found.seen, onConflict: 'exempt', choices: [{ bookingId: next.id, do: 'apply' }] },
    );
    expect(changed.moved).toBe(0);
    expect(await periodOf(begun.id)).toMatchObject({ start: at('08:00', today) });
    expect(await periodOf(next.id)).toMatchObject({ status: 'cancelled' });
    expect(await periodOf(after.id)).toMatchObject({ start: at('14:00', today), status: 'confirmed' });
  });

  it('keeping local times on a clock-change night: a time that does not exist is reported and needs a choice', async () => {
    clock.set(new Date('2027-03-26T08:00:00Z'));
    await house(moscow, ['00:00', '24:00']);
    const start = new Date('2027-03-28T03:30:00+03:00');
    const night = await bookings.book(aino, { resourceId: desk, start, end: new Date('2027-03-28T06:00:00+03:00') });
    const found = await preview('local_time', 'Europe/Helsinki');
    expect(becauseOf(found)).toEqual({ [night.id]: ['local_time_exists'] });
    const wanted = { timeZone: 'Europe/Helsinki', keep: 'local_time' as const };

    expect(await codes(zones.set(administrator, siteId, wanted, { seen: found.seen }))).toEqual(['choice_needed']);
    const moved = await zones.set(administrator, siteId, wanted, { seen: found.seen, onConflict: 'rebook' });

    expect(moved.outcomes).toMatchObject([{ outcome: 'moved', booking: { timeZone: 'Europe/Helsinki' } }]);
    // The nearest is where it was: its own instant, which is 02:30 of the new clock.
    expect((await ledger())[0]?.start).toEqual(start);
  });

  it('keeping local times in autumn: an hour that comes twice is its first, and nothing is taken twice', async () => {
    clock.set(new Date('2027-10-29T08:00:00Z'));
    await house(moscow, ['00:00', '24:00']);
    const ids = [];
    for (const [from, to] of [
      ['02:00', '03:00'],
      ['03:00', '04:00'],
      ['04:00', '05:00'],
    ] as const) {
      const day = '2027-10-31';
      const wish = { resourceId: desk, start: at(from, day, '+03:00'), end: at(to, day, '+03:00') };
      ids.push((await bookings.book(aino, wish)).id);
    }
    const { seen, items } = await preview('local_time', 'Europe/Helsinki');
    expect(items.map(({ because }) => because)).toEqual([[], [], []]);

    await zones.set(administrator, siteId, { timeZone: 'Europe/Helsinki', keep: 'local_time' }, { seen });

    const hours = (await ledger()).map(({ start, end }) => (end.getTime() - start.getTime()) / 3_600_000);
    // 03:00 to 04:00 lasts two hours on that night.
    expect(hours).toEqual([1, 2, 1]);
  });

  it('moves sessions with everybody in them, maintenance and what is waited for', async () => {
    const [room, coach] = [await aResource(db, siteId, { kind: 'room' }), await aPerson(db, 'coach', siteId)];
    const session = newId();
    await db.read(
      `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'UTC', 3, $2, $2)`,
      [coach.personId, clock.now()],
    );
    await db.read(
      `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, 'office_hour', $3, 'on_site', $4, $5, $6, 'confirmed', $7, $7)`,
      [session, siteId, coach.personId, room, at('10:00'), at('11:00'), clock.now()],
    );
    await db.read(`insert into session_participant (session_id, person_id) values ($1, $2)`, [session, aino.personId]);
    for (const [resource, person, until] of [
      [room, null, '11:00'],
      [null, coach.personId, '11:15'],
      [null, aino.personId, '11:00'],
    ]) {
      await db.read(
        `insert into occupation (id, cause, cause_id, resource_id, person_id, site_id, starts_at, ends_at, buffer_minutes)
         values ($1, 'session', $2, $3, $4, $5, $6, $7, 0)`,
        [newId(), session, resource, person, siteId, at('10:00'), at(until ?? '')],
      );
    }
    const manager = new Actor(administrator.personId, null, [{ role: 'administrator', siteId: null }]);
    await oasis
      .get(MaintenanceService)
      .begin(manager, desk, { start: at('09:00'), end: at('09:00', '2027-03-05'), reason: 'Paint' });

    const { seen, items } = await preview('local_time');
    expect(items.map(({ kind }) => kind).sort()).toEqual(['maintenance', 'session']);
    await zones.set(administrator, siteId, { timeZone: moscow, keep: 'local_time' }, { seen });

    const rows = await db.read<{ start: Date; end: Date }>(
      'select starts_at as start, ends_at as "end" from occupation where cause_id = $1 order by ends_at',
      [session],
    );
    expect(rows.map(({ start, end }) => [start, end])).toEqual([
      [at('09:00'), at('10:00')],
      [at('09:00'), at('10:00')],
      [at('09:00'), at('10:15')],
    ]);
    // By this everybody in them is told of the other instant.
    const trail = await db.read('select action from audit_event where subject_id = $1', [session]);
    expect(trail).toEqual([{ action: 'coaching_session.move' }]);
    expect(await db.read('select starts_at as start, version from coaching_session where id = $1', [session])).toEqual([
      { start: at('09:00'), version: 2 },
    ]);
    const painted = await db.read<{ minutes: number }>(
      `select (extract(epoch from ends_at - starts_at) / 60)::int as minutes from occupation where resource_id = $1`,
      [desk],
    );
    expect(painted.map(({ minutes }) => minutes)).toEqual([1440, 1440]);
  });

  it('does not move a session onto something that its coach has elsewhere', async () => {
    const [room, coach, session] = [
      await aResource(db, siteId, { kind: 'room' }),
      await aPerson(db, 'coach', siteId),
      newId(),
    ];
    await db.read(
      `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'UTC', 3, $2, $2)`,
      [coach.personId, clock.now()],
    );
    await db.read(
      `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, 'office_hour', $3, 'on_site', $4, $5, $6, 'confirmed', $7, $7)`,
      [session, siteId, coach.personId, room, at('10:00'), at('11:00'), clock.now()],
    );
    const elsewhere = await aSite(db);
    for (const [cause, from, to, at_site] of [
      [session, '10:00', '11:00', siteId],
      [newId(), '09:00', '10:00', elsewhere.id],
    ] as const) {
      await db.read(
        `insert into occupation (id, cause, cause_id, person_id, site_id, starts_at, ends_at)
         values ($1, 'session', $2, $3, $4, $5, $6)`,
        [newId(), cause, coach.personId, at_site, at(from), at(to)],
      );
    }

    expect(becauseOf(await preview('local_time'))).toEqual({ [session]: ['no_double_booking'] });
  });

  it('keeping instants lets a series say what its dates read', async () => {
    await oasis.get(SeriesService).book(aino, {
      resourceId: desk,
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=DAILY;COUNT=3',
      onClash: 'fail',
    } as never);
    const found = await preview('instant');
    expect(found.series).toMatchObject([{ localStart: '09:00', localStartAfter: '10:00' }]);

    await zones.set(administrator, siteId, { timeZone: moscow, keep: 'instant' }, { seen: found.seen });

    expect(await db.read('select starts::text, ends::text from booking_series where site_id = $1', [siteId])).toEqual([
      { starts: '10:00:00', ends: '11:00:00' },
    ]);
  });

  it('is not set behind a booking that came after the preview', async () => {
    await book('09:00', '10:00');
    const { seen } = await preview('local_time');
    const unseen = await book('10:00', '11:00');

    const error = await zones
      .set(administrator, siteId, { timeZone: moscow, keep: 'local_time' }, { seen })
      .catch((reason: unknown) => reason as Conflict & { extra: TimeZonePreviewView });

    expect(error).toMatchObject({ code: 'affected_changed' });
    expect((error as { extra: TimeZonePreviewView }).extra.items.map(({ id }) => id)).toContain(unseen.id);
    expect(await periodOf(unseen.id)).toMatchObject({ start: at('10:00') });
  });

  it('and twelve bookings at the same moment: no instant is moved that was not seen', async () => {
    const places = await desks(db, siteId, 0);
    for (let i = 0; i < 12; i++) places.push(await aResource(db, siteId));
    const people = await Promise.all(places.map(() => anEntrepreneur(db, siteId)));
    const { seen } = await preview('local_time');

    const [set, ...booked] = await Promise.all([
      codes(zones.set(administrator, siteId, { timeZone: moscow, keep: 'local_time' }, { seen })),
      ...places.map((place, index) =>
        codes(bookings.book(people[index]!, { resourceId: place, start: at('10:00'), end: at('11:00') })),
      ),
    ]);

    expect([[], ['affected_changed'], ['busy']]).toContainEqual(set);
    const moved = await db.read('select 1 from booking where site_id = $1 and starts_at <> $2', [siteId, at('10:00')]);
    expect(moved).toEqual([]);
    expect(booked.flat()).toEqual([]);
  });

  it('is for administrators', async () => {
    const manager = await aPerson(db, 'manager', siteId);
    expect(await codes(zones.preview(manager, siteId, { timeZone: moscow, keep: 'instant' }))).toEqual([
      'role_required',
    ]);
    expect(await codes(zones.set(manager, siteId, { timeZone: moscow, keep: 'instant' }))).toEqual(['role_required']);
    expect(await codes(zones.set(administrator, siteId, { timeZone: 'Europe/Helsinki', keep: 'instant' }))).toEqual([
      'malformed',
    ]);
  });
});
