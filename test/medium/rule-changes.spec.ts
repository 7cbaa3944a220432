import pg from 'pg';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { Actor } from '../../src/kernel/actor';
import { Conflict } from '../../src/kernel/errors';
import { OpeningHoursService } from '../../src/lifecycle/opening-hours.service';
import { newId } from '../../src/kernel/id';
import { PlaceChangeService } from '../../src/lifecycle/rule-change-place.service';
import { TermsChangeService } from '../../src/lifecycle/rule-change-terms.service';
import { Decision } from '../../src/lifecycle/rule-change.rules';
import { RuleChangePreviewView, RuleOutcomeView } from '../../src/lifecycle/rule-change.view';
import { Database } from '../../src/platform/database/database';
import { BookingTerms, defaultRules } from '../../src/sites/resource.rules';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite, desks, TermsOptions } from '../support/house';
import { everything } from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const dayAfter = '2027-03-04';
const at = (time: string, date = tomorrow) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let hours: OpeningHoursService;
let terms: TermsChangeService;
let siteId: string;
let desk: string;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  hours = oasis.get(OpeningHoursService);
  terms = oasis.get(TermsChangeService);
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

const week = (opens: string, closes: string, validFrom = tomorrow) => ({
  validFrom,
  openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes })),
});

const rule = (kind: string, change: Partial<BookingTerms>): BookingTerms[] =>
  defaultRules.filter((each) => each.kind === kind).map((each) => ({ ...each, ...change }));

const idsOf = ({ affectedBookings }: RuleChangePreviewView) => affectedBookings.map(({ id }) => id);
const fatesOf = ({ outcomes }: { outcomes: RuleOutcomeView[] }) =>
  Object.fromEntries(outcomes.map(({ outcome, booking }) => [booking.id, outcome]));
const lawsOf = ({ effects }: RuleChangePreviewView) =>
  Object.fromEntries(effects.map(({ bookingId, because }) => [bookingId, because.map(({ code }) => code)]));

const rowOf = async (id: string) =>
  (
    await db.read<{ status: string; reason: string | null; startsAt: Date; endsAt: Date; resourceId: string }>(
      `select status, reason, starts_at as "startsAt", ends_at as "endsAt", resource_id as "resourceId"
       from booking where id = $1`,
      [id],
    )
  )[0];
const exemptions = async () =>
  (
    await db.read<{ id: string; law: string }>('select cause_id as id, law from rule_exemption where site_id = $1', [
      siteId,
    ])
  ).map(({ id, law }) => [id, law]);
const usedBy = async ({ personId }: Actor) =>
  (
    await db.read<{ kind: string; used: number }>(
      `select a.kind, a.used::float8 as used from allowance_account a join membership m on m.id = a.membership_id
       where m.person_id = $1`,
      [personId],
    )
  ).map(({ used }) => used);

describe('new opening hours', () => {
  it('are previewed with the bookings outside them, their laws and a way out, and change nothing', async () => {
    const late = await book('18:00', '20:00');
    await book('09:00', '11:00');
    const before = await everything(db);

    const preview = await hours.preview(manager, siteId, week('08:00', '18:00'));

    expect(idsOf(preview)).toEqual([late.id]);
    expect(lawsOf(preview)).toEqual({ [late.id]: ['within_opening_hours'] });
    expect(preview.effects[0]?.rebooking).toMatchObject({
      resourceId: desk,
      start: at('16:00').toISOString().replace('.000', ''),
      end: at('18:00').toISOString().replace('.000', ''),
    });
    expect(await everything(db)).toEqual(before);
  });

  it('let bookings stand unless it is decided otherwise, and remember that', async () => {
    const late = await book('18:00', '20:00');

    const changed = await hours.set(manager, siteId, week('08:00', '18:00'), 'any');

    expect(fatesOf(changed)).toEqual({ [late.id]: 'exempted' });
    expect(await rowOf(late.id)).toMatchObject({ status: 'confirmed', startsAt: at('18:00') });
    expect(await exemptions()).toEqual([[late.id, 'within_opening_hours']]);
    // Wider and then narrower again: what was let stand stands, and no later preview names it.
    await hours.set(manager, siteId, week('08:00', '20:00'), 'any');
    expect(idsOf(await hours.preview(manager, siteId, week('08:00', '17:00')))).toEqual([]);
    await db.read('delete from rule_exemption where site_id = $1', [siteId]);
    expect(idsOf(await hours.preview(manager, siteId, week('08:00', '17:00')))).toEqual([late.id]);
  });

  it('cancel with a reason and give the allowance back, when that is decided', async () => {
    const late = await book('18:00', '20:00');
    expect(await usedBy(aino)).toEqual([1]);
    const { seen } = await hours.preview(manager, siteId, week('08:00', '18:00'));

    const changed = await hours.set(manager, siteId, week('08:00', '18:00'), 'any', {
      onConflict: 'apply',
      seen,
      reason: 'We save light',
    });

    expect(fatesOf(changed)).toEqual({ [late.id]: 'cancelled' });
    expect(await rowOf(late.id)).toMatchObject({ status: 'cancelled', reason: 'We save light' });
    expect(await usedBy(aino)).toEqual([0]);
    expect(await db.read('select 1 from occupation where cause_id = $1', [late.id])).toEqual([]);
  });

  it('move to the nearest time, when that is decided, and no two to the same', async () => {
    const [late, later] = [await book('17:30', '18:30'), await book('18:30', '20:00')];
    const [early] = [await book('15:00', '17:30')];
    const wanted = week('08:00', '18:00');
    const preview = await hours.preview(manager, siteId, wanted);

    const changed = await hours.set(manager, siteId, wanted, 'any', { onConflict: 'rebook', seen: preview.seen });

    expect(fatesOf(changed)).toEqual({ [late.id]: 'moved', [later.id]: 'moved' });
    const rows = await Promise.all([late, later, early].map(({ id }) => rowOf(id)));
    expect(rows.map((row) => [row?.startsAt.toISOString(), row?.endsAt.toISOString()])).toEqual(
      [
        ['14:00', '15:00'],
        ['12:30', '14:00'],
        ['15:00', '17:30'],
      ].map(([from = '', to = '']) => [at(from).toISOString(), at(to).toISOString()]),
    );
    const shown = preview.effects.map(({ rebooking }) => rebooking?.start);
    expect(changed.outcomes.map(({ booking }) => booking.start)).toEqual(shown);
  });

  it('seek other times for many with as many questions as for one', async () => {
    const sent = jest.spyOn(pg.Client.prototype, 'query');
    const questionsOf = async (opens: string): Promise<number> => {
      sent.mockClear();
      const { effects } = await hours.preview(manager, siteId, week('08:00', opens));
      expect(effects.map(({ rebooking }) => rebooking)).not.toContain(null);
      const times = effects.map(({ rebooking }) => `${rebooking?.resourceId} ${rebooking?.start}`);
      expect(new Set(times).size).toBe(times.length);
      // BullMQ's own statements begin with a comment.
      return sent.mock.calls.filter(([sql]) => !sql.startsWith('--')).length;
    };
    await book('18:00', '19:00');
    const forOne = await questionsOf('18:00');
    const eino = await anEntrepreneur(db, siteId);
    await book('19:00', '20:00', tomorrow, desk, eino);
    await book('18:00', '19:00', dayAfter, desk, eino);
    await book('19:00', '20:00', dayAfter);
    expect(await questionsOf('18:00')).toBe(forOne);
    sent.mockRestore();
  });

  it('are decided on for each booking by itself', async () => {
    const [one, two, three] = [
      await book('18:00', '19:00'),
      await book('19:00', '20:00'),
      await book('18:00', '20:00', dayAfter),
    ];
    const { seen } = await hours.preview(manager, siteId, week('08:00', '18:00'));

    const changed = await hours.set(manager, siteId, week('08:00', '18:00'), 'any', {
      onConflict: 'exempt',
      seen,
      choices: [
        { bookingId: one.id, do: 'apply' },
        { bookingId: two.id, do: 'rebook' },
      ],
    });

    expect(fatesOf(changed)).toEqual({ [one.id]: 'cancelled', [two.id]: 'moved', [three.id]: 'exempted' });
  });

  it('do as told with what cannot be rebooked', async () => {
    const all = [await book('08:00', '20:00')];
    const closing = { validFrom: today, openingHours: [{ weekday: 1, opens: '08:00', closes: '08:15' }] };
    const { seen, effects } = await hours.preview(manager, siteId, closing);
    expect(effects[0]?.rebooking).toBeNull();

    const changed = await hours.set(manager, siteId, closing, 'any', {
      onConflict: 'rebook',
      otherwise: 'apply',
      seen,
    });

    expect(fatesOf(changed)).toEqual({ [all[0]?.id ?? '']: 'cancelled' });
  });

  it('know the evenings of a plan', async () => {
    const evenings: TermsOptions = { access: 'evenings', eveningCloses: '22:00' };
    const eve = await anEntrepreneur(db, siteId, evenings);
    const late = await book('18:00', '20:00', tomorrow, desk, eve);

    expect(idsOf(await hours.preview(manager, siteId, week('08:00', '18:00')))).toEqual([]);
    expect(idsOf(await hours.preview(manager, siteId, week('18:30', '20:00')))).toEqual([late.id]);
  });

  it.each<Decision>([
    { onConflict: 'apply' },
    { onConflict: 'rebook' },
    { onConflict: 'apply', seen: 'something else' },
  ])('touch nobody whom the manager has not seen: %j', async (decision) => {
    await book('18:00', '20:00');
    const before = await everything(db);

    const error = await hours
      .set(manager, siteId, week('08:00', '18:00'), 'any', decision)
      .catch((reason: unknown) => reason as Conflict);

    expect(error).toMatchObject({ code: 'affected_changed', extra: { affectedBookings: [{}], effects: [{}] } });
    expect(await everything(db)).toEqual(before);
  });

  it('are not applied to a booking that came between the preview and the decision', async () => {
    const seenOne = await book('18:00', '19:00');
    const { seen } = await hours.preview(manager, siteId, week('08:00', '18:00'));
    const unseen = await book('19:00', '20:00');

    const error = await hours
      .set(manager, siteId, week('08:00', '18:00'), 'any', { onConflict: 'apply', seen })
      .catch((reason: unknown) => reason as Conflict);

    expect(error).toMatchObject({ code: 'affected_changed' });
    const { extra } = error as Conflict & { extra: { seen: string; affectedBookings: BookingView[] } };
    expect(extra.affectedBookings.map(({ id }) => id)).toEqual([seenOne.id, unseen.id]);
    expect(await rowOf(seenOne.id)).toMatchObject({ status: 'confirmed' });
    // What the refusal shows is a preview itself.
    const again = { onConflict: 'apply' as const, seen: extra.seen };
    expect(fatesOf(await hours.set(manager, siteId, week('08:00', '18:00'), 'any', again))).toEqual({
      [seenOne.id]: 'cancelled',
      [unseen.id]: 'cancelled',
    });
  });

  it('and bookings at the same moment: each is either refused, or seen, or let stand', async () => {
    const places = await desks(db, (siteId = (await aSite(db)).id), 12);
    manager = await aManager(db, siteId);
    const people = await Promise.all(places.map(() => anEntrepreneur(db, siteId)));
    const { seen } = await hours.preview(manager, siteId, week('08:00', '18:00'));

    const [changed, ...booked] = await Promise.all([
      codes(hours.set(manager, siteId, week('08:00', '18:00'), 'any', { onConflict: 'apply', seen })),
      ...places.map((place, index) => codes(book('18:00', '20:00', tomorrow, place, people[index]))),
    ]);

    const standing = await db.read(`select 1 from booking where site_id = $1 and status = 'confirmed'`, [siteId]);
    if (changed?.length === 0) expect(standing).toEqual([]);
    else expect(changed).toEqual(['affected_changed']);
    expect(standing).toHaveLength(booked.filter((refusals) => refusals.length === 0).length);
  });

  it('on the night the clocks go forward: what lies in the hours that are left stays', async () => {
    clock.set(new Date('2027-03-26T08:00:00Z'));
    siteId = (await aSite(db, { open: ['00:00', '24:00'] })).id;
    manager = await aManager(db, siteId);
    aino = await anEntrepreneur(db, siteId);
    desk = (await desks(db, siteId, 1))[0] ?? '';
    // Sunday 28 March 2027: 03:00 becomes 04:00. 02:00 to 05:00 is two hours long.
    const night = await bookings.book(aino, {
      resourceId: desk,
      start: new Date('2027-03-28T02:00:00+02:00'),
      end: new Date('2027-03-28T05:00:00+03:00'),
    });

    expect(idsOf(await hours.preview(manager, siteId, week('03:30', '24:00', '2027-03-28')))).toEqual([night.id]);
    expect(idsOf(await hours.preview(manager, siteId, week('02:00', '05:00', '2027-03-28')))).toEqual([]);
    const wanted = week('03:30', '24:00', '2027-03-28');
    const { seen } = await hours.preview(manager, siteId, wanted);
    await hours.set(manager, siteId, wanted, 'any', { onConflict: 'rebook', seen });
    // 03:30 does not exist that night; the site opens when the gap ends.
    expect(await rowOf(night.id)).toMatchObject({
      startsAt: new Date('2027-03-28T04:00:00+03:00'),
      endsAt: new Date('2027-03-28T06:00:00+03:00'),
    });
  });
});

describe('new terms of a kind', () => {
  const preview = (change: Partial<BookingTerms>, kind = 'desk') => terms.preview(manager, siteId, rule(kind, change));

  it.each<[string, Partial<BookingTerms>, [string, string, string]]>([
    ['booking_length', { longestMinutes: 60 }, ['09:00', '11:00', tomorrow]],
    ['booking_length', { shortestMinutes: 180 }, ['09:00', '11:00', tomorrow]],
    ['time_grid', { gridMinutes: 60, shortestMinutes: 60 }, ['09:30', '11:00', tomorrow]],
    ['booking_horizon', { horizonDays: 1 }, ['09:00', '11:00', dayAfter]],
    ['minimum_notice', { noticeMinutes: 1441 * 2 }, ['09:00', '11:00', tomorrow]],
  ])('%s: %j', async (law, change, [from, to, date]) => {
    const hit = await book(from, to, date);
    const far = law === 'minimum_notice' ? undefined : await book('12:00', '14:00', tomorrow);

    const broken = lawsOf(await preview(change));

    expect(broken[hit.id]).toEqual([law]);
    if (far && law !== 'booking_length') expect(broken[far.id]).toBeUndefined();
  });

  it('future_bookings: the first stay, by their start', async () => {
    const room = await aResource(db, siteId, { kind: 'room' });
    const third = (await book('09:00', '10:00', dayAfter, room)).id;
    await book('09:00', '10:00', tomorrow, room);

    expect(lawsOf(await preview({ futureBookings: 1 }, 'room'))).toEqual({ [third]: ['future_bookings'] });
  });

  it('judge what stands under the limits of its plan', async () => {
    const room = await aResource(db, siteId, { kind: 'room' });
    const planned = await anEntrepreneur(db, siteId, { roomLongestMinutes: 240 });
    await book('09:00', '13:00', tomorrow, room, planned);

    expect(idsOf(await preview({ longestMinutes: 60 }, 'room'))).toEqual([]);
  });

  it('cleaning_time: who begins while the place is cleaned is in the way, and who stays is cleaned after', async () => {
    const [first, second, third] = [
      await book('09:00', '10:00'),
      await book('10:00', '11:00'),
      await book('11:00', '12:00'),
    ];
    const found = await preview({ bufferMinutes: 15 });
    expect(lawsOf(found)).toEqual({ [second.id]: ['cleaning_time'] });

    const changed = await terms.set(manager, siteId, rule('desk', { bufferMinutes: 15 }), {
      onConflict: 'apply',
      seen: found.seen,
    });

    expect(fatesOf(changed)).toEqual({ [second.id]: 'cancelled' });
    const rows = await db.read<{ id: string; minutes: number; end: Date }>(
      `select cause_id as id, buffer_minutes as minutes, ends_at as "end" from occupation where resource_id = $1
       order by starts_at`,
      [desk],
    );
    expect(rows).toEqual([
      { id: first.id, minutes: 15, end: at('10:15') },
      { id: third.id, minutes: 15, end: at('12:15') },
    ]);
    expect(await codes(book('10:00', '11:00'))).toEqual(['no_double_booking']);
    // Shorter cleaning frees what it no longer needs.
    await terms.set(manager, siteId, rule('desk', { bufferMinutes: 0 }));
    expect(await codes(book('10:00', '11:00'))).toEqual([]);
  });

  it('cleaning_time: what is let stand keeps its neighbours as they are', async () => {
    const [first, second] = [await book('09:00', '10:00'), await book('10:00', '11:00')];

    await terms.set(manager, siteId, rule('desk', { bufferMinutes: 15 }));

    const rows = await db.read<{ id: string; minutes: number }>(
      `select cause_id as id, buffer_minutes as minutes from occupation where resource_id = $1 order by starts_at`,
      [desk],
    );
    expect(rows).toEqual([
      { id: first.id, minutes: 0 },
      { id: second.id, minutes: 15 },
    ]);
  });

  it('rebook what has become too long as long as it may be', async () => {
    const long = await book('09:00', '13:00');
    const wanted = rule('desk', { longestMinutes: 120 });
    const { seen } = await terms.preview(manager, siteId, wanted);

    await terms.set(manager, siteId, wanted, { onConflict: 'rebook', seen });

    expect(await rowOf(long.id)).toMatchObject({ startsAt: at('09:00'), endsAt: at('11:00') });
  });

  it('let an exempt booking become shorter, and no other than it was agreed', async () => {
    const long = await book('09:00', '13:00');
    await terms.set(manager, siteId, rule('desk', { longestMinutes: 60 }));
    const changes = oasis.get(BookingChangeService);

    expect(await codes(changes.change(aino, long.id, { end: at('12:00') }, 'any'))).toEqual([]);
    expect(await codes(changes.change(aino, long.id, { end: at('14:00') }, 'any'))).toEqual(['booking_length']);
    await db.read('delete from rule_exemption where site_id = $1', [siteId]);
    expect(await codes(changes.change(aino, long.id, { end: at('11:00') }, 'any'))).toEqual(['booking_length']);
  });

  it('never rebook into a place that is taken, nor into an empty wallet', async () => {
    const other = await anEntrepreneur(db, siteId);
    const poor = await anEntrepreneur(db, siteId, { allowances: { desk_days: 1 } });
    const late = await book('18:00', '20:00', tomorrow, desk, poor);
    await book('08:00', '17:00', tomorrow, desk, other);
    // She stays that day at another desk, too, so moving away would give nothing back.
    await book('08:00', '18:00', tomorrow, await aResource(db, siteId), poor);
    const wanted = week('08:00', '18:00');
    const preview = await hours.preview(manager, siteId, wanted);
    // The desk is taken until 17:00, and on any other day she would need a second day of desks.
    expect(preview.effects[0]?.rebooking).toBeNull();

    const changed = await hours.set(manager, siteId, wanted, 'any', { onConflict: 'rebook', seen: preview.seen });

    expect(fatesOf(changed)).toEqual({ [late.id]: 'exempted' });
    expect(await usedBy(poor)).toEqual([1]);
  });

  it('are for those who run the site', async () => {
    const stranger = await aManager(db, (await aSite(db)).id);
    for (const actor of [stranger, aino]) {
      expect(await codes(terms.preview(actor, siteId, rule('desk', {})))).toEqual(['role_required']);
      expect(await codes(terms.set(actor, siteId, rule('desk', {})))).toEqual(['role_required']);
    }
  });
});

describe('a place that becomes another', () => {
  const places = () => oasis.get(PlaceChangeService);
  let room: string;

  beforeEach(async () => {
    room = await aResource(db, siteId, { kind: 'room', capacity: 6, features: ['screen', 'whiteboard'] });
  });

  it('drives away meetings whose guests have no seats left, and moves them to a place as good', async () => {
    const meeting = await book('09:00', '11:00', tomorrow, room);
    await book('12:00', '13:00', tomorrow, room);
    for (const name of ['Bo', 'Cai', 'Dag']) {
      await db.read(
        `insert into booking_guest (id, booking_id, name, email, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
        [newId(), meeting.id, name, `${name}@guests.example`, clock.now()],
      );
    }
    const asGood = await aResource(db, siteId, { kind: 'room', capacity: 6, features: ['screen', 'whiteboard'] });
    await aResource(db, siteId, { kind: 'room', capacity: 2 });
    expect(idsOf(await places().preview(manager, room, { capacity: 4 }))).toEqual([]);

    const preview = await places().preview(manager, room, { capacity: 3 });

    expect(lawsOf(preview)).toEqual({ [meeting.id]: ['guest_seats'] });
    expect(preview.effects[0]?.rebooking).toMatchObject({ resourceId: asGood, start: meeting.start });
    const { seen } = preview;
    await places().change(manager, room, { capacity: 3 }, 1, { onConflict: 'rebook', seen });
    expect(await rowOf(meeting.id)).toMatchObject({ resourceId: asGood, startsAt: at('09:00') });
  });

  it('names all that counted on a feature that is gone, once', async () => {
    const meeting = await book('09:00', '11:00', tomorrow, room);
    const change = { features: ['whiteboard'] };
    expect(lawsOf(await places().preview(manager, room, change))).toEqual({ [meeting.id]: ['resource_features'] });

    expect(fatesOf(await places().change(manager, room, change, 1))).toEqual({ [meeting.id]: 'exempted' });

    expect(idsOf(await places().preview(manager, room, { features: [] }))).toEqual([]);
  });

  it('touches nobody by its name, and only as it was read', async () => {
    await book('09:00', '11:00', tomorrow, room);
    expect(await codes(places().change(manager, room, { name: 'Saimaa' }, 1, { onConflict: 'apply' }))).toEqual([]);
    expect(await codes(places().change(manager, room, { features: [] }, 1))).toEqual(['stale']);
    expect(await codes(places().change(manager, room, { features: [] }, 2, { onConflict: 'apply' }))).toEqual([
      'affected_changed',
    ]);
    expect(await codes(places().change(aino, room, { features: [] }, 2))).toEqual(['role_required']);
    expect(await codes(places().preview(aino, room, { features: [] }))).toEqual(['role_required']);
  });
});

describe('coaching sessions', () => {
  it('outside new hours are shown, let stand, and not shown again', async () => {
    const room = await aResource(db, siteId, { kind: 'room' });
    const coach = await aPerson(db, 'coach', siteId);
    await db.read(
      `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'UTC', 3, $2, $2)`,
      [coach.personId, clock.now()],
    );
    const [inside, outside] = [newId(), newId()];
    for (const [id, from, to] of [
      [inside, '10:00', '11:00'],
      [outside, '18:00', '19:00'],
    ] as const) {
      await db.read(
        `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, starts_at, ends_at, status, created_at, updated_at)
         values ($1, $2, 'office_hour', $3, 'on_site', $4, $5, $6, 'confirmed', $7, $7)`,
        [id, siteId, coach.personId, room, at(from), at(to), clock.now()],
      );
    }
    const wanted = week('08:00', '18:00');

    const { affectedSessions } = await hours.preview(manager, siteId, wanted);

    expect(affectedSessions).toMatchObject([{ sessionId: outside, because: [{ code: 'within_opening_hours' }] }]);
    await hours.set(manager, siteId, wanted, 'any');
    expect(await exemptions()).toEqual([[outside, 'within_opening_hours']]);
    await hours.set(manager, siteId, week('08:00', '20:00'), 'any');
    expect((await hours.preview(manager, siteId, wanted)).affectedSessions).toEqual([]);

    // Called off only when that is said, and only as it was seen.
    await db.read('delete from rule_exemption where site_id = $1', [siteId]);
    const again = await hours.preview(manager, siteId, wanted);
    expect(await codes(hours.set(manager, siteId, wanted, 'any', { sessions: 'apply' }))).toEqual(['affected_changed']);
    await hours.set(manager, siteId, wanted, 'any', { sessions: 'apply', seen: again.seen });
    expect(
      await db.read('select status from coaching_session where id = any($1) order by starts_at', [[inside, outside]]),
    ).toEqual([{ status: 'confirmed' }, { status: 'cancelled' }]);
  });
});
