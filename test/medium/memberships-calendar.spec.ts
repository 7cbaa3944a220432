import { BookingService } from '../../src/bookings/booking.service';
import { Actor } from '../../src/kernel/actor';
import { MembershipCalendarService } from '../../src/lifecycle/membership-calendar.service';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { MembershipSuspensionService } from '../../src/lifecycle/membership-suspension.service';
import { MembershipTicks } from '../../src/lifecycle/membership.ticks';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { MembershipLifeService } from '../../src/memberships/terms/membership-life.service';
import { MembershipsQueries } from '../../src/memberships/terms/memberships.queries';
import { PausesService } from '../../src/memberships/terms/pauses.service';
import { WalletTicks } from '../../src/memberships/wallet/wallet.ticks';
import { Database } from '../../src/platform/database/database';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import { aLaunchPlan, anAccepted, anOffer, everything, publishDocuments, TestPlan } from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2; UTC+3 from 28 March on).
const today = '2027-03-02';
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);
const midnightInHelsinki = (date: string) => new Date(`${date}T00:00:00+03:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let ticks: MembershipTicks;
let siteId: string;
let plan: TestPlan;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  ticks = oasis.get(MembershipTicks);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  // Ticks look at the whole house: what earlier tests left must not become due here.
  await db.read('truncate membership, occupation cascade');
  clock.set(at('08:00'));
  siteId = (await aSite(db)).id;
  plan = await aLaunchPlan(db, siteId);
  await publishDocuments(db, siteId);
  manager = await aManager(db, siteId);
  aino = await aPerson(db);
});

const accepted = (startsOn = today, person = aino) => anAccepted(oasis, siteId, person, plan, { startsOn });
const read = (id: string) => oasis.get(MembershipsQueries).one(manager, id);
const statusOf = async (id: string) => (await read(id)).status;

async function paused(id: string, startsOn: string, endsOn: string): Promise<void> {
  await oasis.get(PausesService).request(aino, id, { startsOn, endsOn });
  await oasis.get(PauseStoryService).approve(manager, id);
}

const lines = ['lapse', 'start', 'pauses', 'end'] as const;
async function runAll(order: readonly (typeof lines)[number][] = lines): Promise<number> {
  let done = 0;
  for (const line of order) done += await ticks[line](clock.now());
  return done;
}

describe('an offer', () => {
  it('lapses at its deadline, not a moment before', async () => {
    const id = await anOffer(oasis, siteId, aino.personId, plan, { startsOn: today });
    clock.set('2027-03-16T05:59:59.999Z');
    expect(await ticks.lapse(clock.now())).toBe(0);

    clock.set('2027-03-16T06:00:00Z');
    expect(await ticks.lapse(clock.now())).toBe(1);

    expect(await statusOf(id)).toBe('lapsed');
    expect(await ticks.lapse(clock.now())).toBe(0);
  });
});

describe('a membership', () => {
  it("starts at midnight by the site's clock, with the month's grant", async () => {
    const { id } = await accepted('2027-04-01');
    clock.set(new Date(midnightInHelsinki('2027-04-01').getTime() - 1));
    expect(await ticks.start(clock.now())).toBe(0);

    clock.set(midnightInHelsinki('2027-04-01'));
    expect(await ticks.start(clock.now())).toBe(1);

    expect(await statusOf(id)).toBe('active');
    const accounts = await db.read('select kind, month from allowance_account where membership_id = $1 order by kind', [
      id,
    ]);
    expect(accounts).toEqual([
      { kind: 'desk_days', month: '2027-04-01' },
      { kind: 'room_minutes', month: '2027-04-01' },
    ]);
  });

  it('ends when its last day has passed, and takes along what is booked and the role', async () => {
    const { id, endsOn } = await accepted();
    expect(endsOn).toBe('2027-09-01');
    clock.set('2027-08-31T09:00:00Z');
    const desk = await aResource(db, siteId);
    const start = new Date('2027-09-01T09:00:00Z');
    const booking = await oasis
      .get(BookingService)
      .book(aino, { resourceId: desk, start, end: new Date('2027-09-01T12:00:00Z') });
    // Kept beyond the end, as a change made by hand might.
    await db.read(
      `update booking set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' where id = $1`,
      [booking.id],
    );
    clock.set('2027-09-01T20:59:59Z');
    expect(await ticks.end(clock.now())).toBe(0);

    clock.set('2027-09-01T21:00:00Z');
    expect(await ticks.end(clock.now())).toBe(1);

    expect(await read(id)).toMatchObject({ status: 'ended', endsOn, end: { reason: 'term_expired' } });
    const [role] = await db.read<{ endsAt: Date }>('select ends_at as "endsAt" from role_grant where person_id = $1', [
      aino.personId,
    ]);
    expect(role?.endsAt).toEqual(clock.now());
    expect(await db.read('select status from booking where id = $1', [booking.id])).toEqual([{ status: 'cancelled' }]);
  });

  it('ends as resigned after notice, and with the reason that a manager planned', async () => {
    const [{ id: resigned }, other] = [await accepted(), await aPerson(db)];
    const { id: planned } = await accepted(today, other);
    const ends = oasis.get(MembershipEndService);
    await ends.giveNotice(aino, resigned);
    await ends.end(manager, planned, { reason: 'graduated', endsOn: '2027-03-20', note: 'On to the next.' });
    clock.set('2027-04-02T00:00:00Z');

    await runAll();

    expect(await read(resigned)).toMatchObject({ status: 'ended', endsOn: '2027-04-01', end: { reason: 'resigned' } });
    expect(await read(planned)).toMatchObject({
      status: 'ended',
      endsOn: '2027-03-20',
      end: { reason: 'graduated', note: 'On to the next.' },
    });
  });

  it('rests in its pause and comes back by itself, at midnight', async () => {
    const { id } = await accepted();
    await paused(id, '2027-04-10', '2027-04-20');
    const states: [string, string][] = [];
    for (const date of ['2027-04-09', '2027-04-10', '2027-04-20', '2027-04-21']) {
      clock.set(midnightInHelsinki(date));
      await ticks.pauses(clock.now());
      states.push([date, await statusOf(id)]);
    }

    expect(states).toEqual([
      ['2027-04-09', 'active'],
      ['2027-04-10', 'paused'],
      ['2027-04-20', 'paused'],
      ['2027-04-21', 'active'],
    ]);
  });

  it('that was let in again in the middle of its pause goes on resting', async () => {
    const { id } = await accepted();
    await paused(id, '2027-04-10', '2027-04-20');
    clock.set(midnightInHelsinki('2027-04-12'));
    await ticks.pauses(clock.now());
    await oasis.get(MembershipSuspensionService).suspend(manager, id, { reason: 'Door', reviewOn: '2027-04-13' });
    await ticks.pauses(clock.now());
    expect(await statusOf(id)).toBe('suspended');
    await oasis.get(MembershipLifeService).reinstate(manager, id);

    await ticks.pauses(clock.now());

    expect(await statusOf(id)).toBe('paused');
  });

  it('loses a wish for a pause that nobody answered in time', async () => {
    const { id } = await accepted();
    await oasis.get(PausesService).request(aino, id, { startsOn: '2027-04-10', endsOn: '2027-04-20' });
    clock.set(midnightInHelsinki('2027-04-10'));
    expect(await ticks.pauses(clock.now())).toBe(0);
    clock.set(midnightInHelsinki('2027-04-11'));
    expect(await ticks.pauses(clock.now())).toBe(1);

    expect((await read(id)).pauses).toEqual([expect.objectContaining({ status: 'cancelled' })]);
  });

  it('that hangs on another ends with it', async () => {
    const away = (await aSite(db)).id;
    await publishDocuments(db, away);
    const home = await accepted();
    const visits = await aLaunchPlan(db, away, { needs: 'home_membership' });
    const { id } = await anAccepted(oasis, away, aino, visits, { startsOn: today });
    clock.set(at('09:00', '2027-03-05'));
    await oasis.get(MembershipEndService).end(manager, home.id, { reason: 'stopped_idea' });
    clock.set(at('00:00', '2027-03-06'));

    expect(await ticks.end(clock.now())).toBe(1);

    expect(await oasis.get(MembershipsQueries).one(aino, id)).toMatchObject({ status: 'ended', endsOn: '2027-03-05' });
  });
});

describe('a worker that stood still', () => {
  /** Memberships in every situation in which something becomes due; each with the state it must have by then. */
  async function situations(): Promise<Record<string, string>> {
    const people = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => aPerson(db)));
    const [offered, scheduled, resting, back, leaving, ending, far] = people as [
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    const pause = async (person: Actor, id: string, startsOn: string, endsOn: string) => {
      await oasis.get(PausesService).request(person, id, { startsOn, endsOn });
      await oasis.get(PauseStoryService).approve(manager, id);
    };
    clock.set(at('08:00', '2027-02-20'));
    const ids = {
      lapsed: await anOffer(oasis, siteId, offered.personId, plan, { startsOn: '2027-03-01' }),
      active: (await accepted('2027-03-04', scheduled)).id,
      paused: (await accepted('2027-02-20', resting)).id,
      back: (await accepted('2027-02-20', back)).id,
      resigned: (await accepted('2027-02-20', leaving)).id,
      ended: (await accepted('2027-02-20', ending)).id,
      waiting: (await accepted('2027-07-01', far)).id,
    };
    await pause(resting, ids.paused, '2027-03-05', '2027-03-20');
    await pause(back, ids.back, '2027-03-04', '2027-03-05');
    clock.set(at('08:00'));
    const ends = oasis.get(MembershipEndService);
    await db.read(`update membership set offer_expires_at = '2027-03-04T00:00:00Z' where id = $1`, [ids.lapsed]);
    await ends.end(manager, ids.resigned, { reason: 'graduated', endsOn: '2027-03-04' });
    await ends.end(manager, ids.ended, { reason: 'transferred', endsOn: '2027-03-03' });
    return ids;
  }

  const orders = [lines, [...lines].reverse(), ['pauses', 'end', 'lapse', 'start']] as const;

  it.each(orders.map((order) => [order.join(', '), order] as const))(
    'for three days brings every membership to where it belongs in one round: %s',
    async (_, order) => {
      const ids = await situations();
      clock.set(at('08:00', '2027-03-06'));

      expect(await runAll(order)).toBeGreaterThanOrEqual(5);

      const states = Object.fromEntries(
        await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await statusOf(id)] as const)),
      );
      expect(states).toEqual({
        lapsed: 'lapsed',
        active: 'active',
        paused: 'paused',
        back: 'active',
        resigned: 'ended',
        ended: 'ended',
        waiting: 'scheduled',
      });
      const settled = await everything(db);
      expect(await runAll(order)).toBe(0);
      expect(await everything(db)).toEqual(settled);
    },
  );

  it('for three days grants a month once', async () => {
    const { id } = await accepted('2027-03-30');
    clock.set(midnightInHelsinki('2027-04-02'));

    await Promise.all([runAll(), runAll(), oasis.get(WalletTicks).grant(clock.now())]);
    await oasis.get(WalletTicks).grant(clock.now());
    await runAll();

    const grants = await db.read(
      `select a.month, e.amount from allowance_entry e join allowance_account a on a.id = e.account_id
       where a.membership_id = $1 and e.type = 'grant'`,
      [id],
    );
    expect(grants).toEqual([{ month: '2027-04-01', amount: '600.0' }]);
  });

  it.each(orders.map((order) => [order.join(', '), order] as const))(
    'for a year ends what began and ended meanwhile, without a grant for it: %s',
    async (_, order) => {
      const { id } = await accepted('2027-03-10');
      clock.set(at('08:00', '2028-03-02'));

      await runAll(order);

      expect(await read(id)).toMatchObject({ status: 'ended', endsOn: '2027-09-09', end: { reason: 'term_expired' } });
      expect(await db.read('select id from allowance_account where membership_id = $1', [id])).toEqual([]);
      const trail = await db.read<{ action: string }>(
        'select action from audit_event where subject_id = $1 order by at, id',
        [id],
      );
      expect(trail.map(({ action }) => action)).toEqual([
        'membership.offer',
        'membership.accept',
        'membership.start',
        'membership.end',
      ]);
    },
  );

  it('for three months: a pause that came and went leaves nothing behind but its days', async () => {
    const { id } = await accepted();
    await paused(id, '2027-04-10', '2027-04-20');
    clock.set(at('08:00', '2027-06-02'));

    expect(await runAll()).toBe(0);

    expect(await read(id)).toMatchObject({ status: 'active', endsOn: '2027-09-12' });
  });

  it('is not stopped by one bad row', async () => {
    const others = [await aPerson(db), await aPerson(db)];
    const ids = [];
    for (const person of others) ids.push((await accepted('2027-03-04', person)).id);
    const bad = ids[0]!;
    await db.read(
      `create function sabotage() returns trigger language plpgsql as $$ begin
         if new.id = '${bad}' then raise exception 'no'; end if; return new; end $$`,
    );
    await db.read('create trigger sabotage before update on membership for each row execute function sabotage()');
    clock.set(at('08:00', '2027-03-05'));
    try {
      expect(await ticks.start(clock.now())).toBe(1);
      expect(await Promise.all(ids.map(statusOf))).toEqual(['scheduled', 'active']);
    } finally {
      await db.read('drop trigger sabotage on membership');
      await db.read('drop function sabotage()');
    }
    expect(await ticks.start(clock.now())).toBe(1);
  });
});

describe('several workers at once', () => {
  it('do each thing once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push((await accepted('2027-03-04', await aPerson(db))).id);
    clock.set(at('08:00', '2027-03-05'));

    const done = await Promise.all([1, 2, 3, 4].map(() => ticks.start(clock.now())));

    expect(done.reduce((sum, count) => sum + count, 0)).toBe(6);
    for (const id of ids) {
      const started = await db.read(`select 1 from audit_event where subject_id = $1 and action = 'membership.start'`, [
        id,
      ]);
      expect(started).toHaveLength(1);
    }
  });
});

it('changes nothing of a membership for which nothing is due', async () => {
  const { id } = await accepted();
  const before = await everything(db);

  expect(await oasis.get(MembershipCalendarService).bringUpToDate(id, clock.now())).toBe(false);
  expect(await everything(db)).toEqual(before);
});
