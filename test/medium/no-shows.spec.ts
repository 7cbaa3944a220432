import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingTicks } from '../../src/bookings/booking.ticks';
import { BookingView } from '../../src/bookings/booking.view';
import { NoShowQueries } from '../../src/bookings/no-show.queries';
import { NoShowEvent, noShowStates, noShowTransitions } from '../../src/bookings/no-show.rules';
import { NoShowService } from '../../src/bookings/no-show.service';
import { NoShowTicks } from '../../src/bookings/no-show.ticks';
import { NoShowView } from '../../src/bookings/no-show.view';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Rule } from '../../src/kernel/refusal';
import { plusDays } from '../../src/kernel/site-time';
import { dutyRules } from '../../src/memberships/duty.rules';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite, desks } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let life: BookingLifeService;
let noShows: NoShowService;
let siteId: string;
let desk: string;
let aino: Actor;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  [bookings, life, noShows] = [oasis.get(BookingService), oasis.get(BookingLifeService), oasis.get(NoShowService)];
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('08:00'));
  await db.read(`update booking set status = 'cancelled' where status in ('requested', 'confirmed', 'checked_in')`);
  siteId = (await aSite(db, { rules: { desk: { horizonDays: 365 } } })).id;
  [desk = ''] = await desks(db, siteId, 1);
  aino = await anEntrepreneur(db, siteId, { allowances: { desk_days: 20, room_minutes: 600 } });
  manager = await aManager(db, siteId);
});

const book = (from = '09:00', to = '11:00', date = today, actor = aino, resourceId = desk): Promise<BookingView> =>
  bookings.book(actor, { resourceId, start: at(from, date), end: at(to, date) });
const tick = () => oasis.get(NoShowTicks).mark(clock.now());
const complete = () => oasis.get(BookingTicks).complete(clock.now());
const own = async (actor = aino) => (await oasis.get(NoShowQueries).own(actor, {})).items;
const statusOf = async ({ id }: { id: string }) =>
  (await db.read<{ status: string }>('select status from booking where id = $1', [id]))[0]?.status;

/** A booking of a day that nobody came to. */
async function missed(date = today, actor = aino): Promise<NoShowView> {
  clock.set(at('08:00', date));
  const booking = await book('09:00', '11:00', date, actor);
  clock.set(at('09:31', date));
  expect(await tick()).toBe(1);
  return (await own(actor)).find(({ bookingId }) => bookingId === booking.id)!;
}

describe('a booking that nobody comes to', () => {
  it('is missed when the time for checking in has passed; its place is free at once and what it took stays taken', async () => {
    const booking = await book();
    const entries = () =>
      db.read(`select type, amount from allowance_entry where cause_id = $1 order by type`, [booking.id]);
    const charged = await entries();
    expect(charged).toEqual([{ type: 'use', amount: expect.anything() }]);
    clock.set(at('09:30'));
    expect(await tick()).toBe(0);
    clock.set(new Date(at('09:30').getTime() + 1));
    expect(await tick()).toBe(1);
    expect(await tick()).toBe(0);

    const [row] = await db.read('select status, ends_at as "endsAt", version from booking where id = $1', [booking.id]);
    expect(row).toEqual({ status: 'no_show', endsAt: at('11:00'), version: 2 });
    expect(await db.read('select 1 from occupation where cause_id = $1', [booking.id])).toEqual([]);
    expect(await entries()).toEqual(charged);
    const boris = await anEntrepreneur(db, siteId);
    await expect(book('09:30', '11:00', today, boris)).resolves.toMatchObject({ status: 'confirmed' });
    await expect(life.checkIn(aino, booking.id)).rejects.toMatchObject({ code: 'booking_state' });
    const [deed] = await db.read(
      'select action, actor_id as "actorId" from audit_event where subject_id = $1 order by at desc limit 1',
      [booking.id],
    );
    expect(deed).toEqual({ action: 'booking.miss', actorId: null });
  });

  it('is never missed by whoever has checked in, cancelled, or asked for it only', async () => {
    const room = await aResource(db, siteId, { kind: 'room', needsApproval: true });
    const here = await book('09:00', '10:00');
    const [gone, asked] = [await book('10:00', '11:00'), await book('11:00', '12:00', today, aino, room)];
    await life.cancel(aino, gone.id);
    clock.set(at('09:00'));
    await life.checkIn(aino, here.id);
    clock.set(at('18:00'));
    expect(await tick()).toBe(0);
    expect([await statusOf(here), await statusOf(gone), await statusOf(asked)]).toEqual([
      'checked_in',
      'cancelled',
      'requested',
    ]);
    expect(await own()).toEqual([]);
  });

  it('is completed and not missed where nobody is asked to check in', async () => {
    await db.read('update resource_rule set check_in_after_minutes = 0 where site_id = $1', [siteId]);
    const booking = await book();
    clock.set(at('12:00'));
    expect(await tick()).toBe(0);
    expect(await complete()).toBe(1);
    expect(await statusOf(booking)).toBe('completed');
  });

  it('is missed and not completed after days without a run, whichever line runs first', async () => {
    const booked = [await book('09:00', '09:30'), await book('10:00', '12:00')];
    clock.set(at('08:00', '2027-03-05'));
    expect(await complete()).toBe(0);
    expect(await tick()).toBe(2);
    expect(await complete()).toBe(0);
    for (const booking of booked) expect(await statusOf(booking)).toBe('no_show');
    // The strikes stand on the days on which they happened, the first of them forgiven.
    expect((await own()).map(({ at: when, state }) => [when, state])).toEqual([
      ['2027-03-02T08:30:00Z', 'standing'],
      ['2027-03-02T07:30:00Z', 'forgiven'],
    ]);
  });

  it('ends one way when somebody checks in at the last moment, or several workers look at once', async () => {
    const booking = await book();
    clock.set(new Date(at('09:30').getTime() + 1));
    const marks = Array.from({ length: 4 }, () => noShows.mark(booking.id));
    const [checkedIn, ...marked] = await Promise.all([codes(life.checkIn(aino, booking.id)), ...marks]);
    expect(checkedIn).toHaveLength(1);
    expect(marked.filter(Boolean)).toHaveLength(1);
    expect(await own()).toHaveLength(1);

    const other = await book('12:00', '14:00');
    clock.set(at('12:30'));
    const cancel = codes(life.cancel(aino, other.id));
    clock.advance(1);
    const [told, ...found] = await Promise.all([cancel, noShows.mark(other.id), noShows.mark(other.id)]);
    const lost = found.filter(Boolean).length;
    expect([told.length, lost]).toEqual(lost === 1 ? [1, 1] : [0, 0]);
    expect(await statusOf(other)).toBe(lost === 1 ? 'no_show' : 'cancelled');
  });
});

describe('the strikes', () => {
  it('the first in a while is forgiven by the house, and the next one after a while again', async () => {
    const first = await missed('2027-03-02');
    expect(first).toMatchObject({
      state: 'forgiven',
      forgivenReason: 'grace',
      counts: false,
      forgottenAt: '2027-05-01T07:30:00Z',
    });
    const second = await missed('2027-03-03');
    expect(second).toMatchObject({ state: 'standing', forgivenReason: null, counts: true });
    await noShows.forgive(manager, second.id, 'The train stood still');
    // What a manager forgave is not held against the person; what the house forgave is used up.
    expect((await missed('2027-04-30')).state).toBe('standing');
    expect((await missed('2027-07-05')).state).toBe('forgiven');
  });

  it('are of one person at one site', async () => {
    await missed();
    const boris = await anEntrepreneur(db, siteId);
    expect((await missed('2027-03-03', boris)).state).toBe('forgiven');
    expect(await own()).toHaveLength(1);
  });

  it('no_show_block', async () => {
    const first = await missed('2027-03-02');
    expect(first.state).toBe('forgiven');
    const counted: NoShowView[] = [];
    for (const day of ['2027-03-03', '2027-03-04', '2027-03-05']) {
      expect(await codes(book('09:00', '10:00', plusDays(day, 7)))).toEqual([]);
      counted.push(await missed(day));
    }
    const blockedUntil = async () => {
      const [row] = await db.read<{ until: Date | null }>('select no_show_block($1, $2, $3) as until', [
        aino.personId,
        siteId,
        clock.now(),
      ]);
      return row?.until?.toISOString();
    };
    expect(await blockedUntil()).toBe('2027-03-19T07:30:00.000Z');
    expect(await codes(book('09:00', '10:00', '2027-03-08'))).toEqual(['no_show_block']);
    expect(await codes(book('12:00', '13:00', '2027-03-05'))).toEqual([]);

    // Forgiving one opens the door at once.
    await noShows.appeal(aino, counted[0]!.id, 'I was in hospital');
    await noShows.forgive(manager, counted[0]!.id, 'Get well');
    expect(await blockedUntil()).toBeUndefined();
    expect(await codes(book('09:00', '10:00', '2027-03-08'))).toEqual([]);
  });

  it('are forgotten by themselves', async () => {
    await missed('2027-03-02');
    await missed('2027-03-03');
    clock.set(at('09:29', '2027-05-02'));
    expect((await own())[0]).toMatchObject({ counts: true });
    clock.set('2027-05-02T07:30:00Z');
    expect((await own())[0]).toMatchObject({ counts: false, state: 'standing' });
  });
});

describe('what becomes of a no-show', () => {
  const events: Record<NoShowEvent, (actor: Actor, id: string) => Promise<NoShowView>> = {
    appeal: (actor, id) => noShows.appeal(actor, id, 'The train'),
    forgive: (actor, id) => noShows.forgive(actor, id, 'It happens'),
    uphold: (actor, id) => noShows.uphold(actor, id, 'There was another one'),
  };

  async function inState(state: (typeof noShowStates)[number], date: string): Promise<NoShowView> {
    const noShow = await missed(date);
    if (noShow.state === 'forgiven' && state !== 'forgiven') throw new Error('the house forgave it');
    if (state === 'appealed' || state === 'upheld') await events.appeal(aino, noShow.id);
    if (state === 'upheld') await events.uphold(manager, noShow.id);
    if (state === 'forgiven') await events.forgive(manager, noShow.id);
    return (await own()).find(({ id }) => id === noShow.id)!;
  }

  async function everything(): Promise<unknown> {
    return db.read(
      `select (select jsonb_agg(t order by id) from no_show_strike t) as strikes,
              (select count(*) from audit_event) as deeds, (select jsonb_agg(b order by id) from booking b) as bookings`,
    );
  }

  it.each(noShowStates.flatMap((state) => Object.keys(events).map((event) => [state, event as NoShowEvent] as const)))(
    'when %s: %s by everybody changes exactly what the table says',
    async (state, event) => {
      await missed(today);
      const { from, to, who } = noShowTransitions[event];
      const cast: [string, Actor, string[]][] = [
        ['holder', aino, ['holder']],
        ['manager', manager, ['manager']],
        ['administrator', await aPerson(db, 'administrator'), ['manager']],
        ['other member', await anEntrepreneur(db, siteId), []],
        ['coach', await aPerson(db, 'coach', siteId), []],
        ['manager elsewhere', await aManager(db, (await aSite(db)).id), []],
      ];
      let date = today;
      for (const [name, actor, roles] of cast) {
        date = plusDays(date, 1);
        const noShow = await inState(state, date);
        const before = await everything();

        const told = await codes(events[event](actor, noShow.id));

        const expected =
          roles.length === 0
            ? ['missing']
            : !who.some((role) => roles.includes(role))
              ? ['role_required']
              : from.includes(state)
                ? []
                : ['no_show_state'];
        expect({ name, told }).toEqual({ name, told: expected });
        if (expected.length > 0) expect(await everything()).toEqual(before);
        const after = (await own()).find(({ id }) => id === noShow.id);
        expect(after?.state).toBe(expected.length > 0 ? state : to);
        // Keeps the next day open: three that stand would end booking ahead, though never on the same day.
        await db.read(`update no_show_strike set at = at - interval '1 year' where id = $1`, [noShow.id]);
        await db.read(`update no_show_strike set at = $2 where person_id = $1 and forgiven_reason = 'grace'`, [
          aino.personId,
          clock.now(),
        ]);
      }
    },
  );

  it('segregation_of_duties', async () => {
    const working = new Actor(aino.personId, null, [...aino.roles, { role: 'manager', siteId }]);
    await missed('2027-03-02');
    const { id } = await missed('2027-03-03');
    await noShows.appeal(aino, id, 'The train');
    await db.read(
      `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
      [newId(), manager.personId, aino.personId, clock.now()],
    );
    const before = await everything();
    for (const actor of [working, manager]) {
      expect(await codes(noShows.forgive(actor, id, 'Why not'))).toEqual(['segregation_of_duties']);
      expect(await codes(noShows.uphold(actor, id, 'Why not'))).toEqual(['segregation_of_duties']);
    }
    expect(await everything()).toEqual(before);

    const kept = (dutyRules as Rule<never>[]).splice(0);
    try {
      await noShows.forgive(working, id, 'Why not');
    } finally {
      (dutyRules as Rule<never>[]).push(...kept);
    }
    expect((await own())[0]).toMatchObject({ id, state: 'forgiven' });
  });

  it('has one answer when two managers give one at once', async () => {
    await missed('2027-03-02');
    const { id } = await missed('2027-03-03');
    await noShows.appeal(aino, id, 'The train');
    const other = await aManager(db, siteId);
    const told = await Promise.all([
      codes(noShows.uphold(manager, id, 'No')),
      codes(noShows.uphold(other, id, 'No')),
      codes(noShows.appeal(aino, id, 'Again')),
    ]);
    expect(told.flat()).toEqual(['no_show_state', 'no_show_state']);
  });

  it('is read by the person and by the managers of the site, the newest first, page by page', async () => {
    const [first, second] = [await missed('2027-03-02'), await missed('2027-03-03')];
    await noShows.appeal(aino, second.id, 'The train');
    const queries = oasis.get(NoShowQueries);
    const page = await queries.ofSite(manager, siteId, { limit: 1 });
    expect(page).toMatchObject({ items: [{ id: second.id, appeal: 'The train' }], next: expect.any(String) });
    const rest = await queries.ofSite(manager, siteId, { limit: 1, cursor: page.next! });
    expect(rest).toMatchObject({ items: [{ id: first.id }], next: null });
    expect((await queries.ofSite(manager, siteId, { waiting: true })).items).toMatchObject([{ id: second.id }]);
    const elsewhere = await aManager(db, (await aSite(db)).id);
    expect(await codes(queries.ofSite(elsewhere, siteId, {}))).toEqual(['missing']);
    expect(await own(elsewhere)).toEqual([]);
  });
});
