import { newId } from '../../src/kernel/id';
import { Actor, theHouse } from '../../src/kernel/actor';
import { AssignmentLife } from '../../src/coaching/assignments/assignment-life.service';
import { AssignmentQueries } from '../../src/coaching/assignments/assignment.queries';
import { AssignmentService } from '../../src/coaching/assignments/assignment.service';
import { AssignmentTicks } from '../../src/coaching/assignments/assignment.ticks';
import { WantedOffer } from '../../src/coaching/assignments/assignment-offers.service';
import { WishService } from '../../src/coaching/assignments/wish.service';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { MembershipSuspensionService } from '../../src/lifecycle/membership-suspension.service';
import { MembershipLifeService } from '../../src/memberships/terms/membership-life.service';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aMembership, aPerson, aPlan, aSite } from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';
import { aCoachOf, aFounderOf, CoachOptions, FounderOptions, speaks } from '../support/pairs';

/** Tuesday 2 March 2027, 08:00 in Helsinki. */
const start = '2027-03-02T06:00:00Z';
const clock = new TestClock(start);
let oasis: Oasis;
let db: Database;
let assignments: AssignmentService;
let ticks: AssignmentTicks;
let siteId: string;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis({ clock });
  db = oasis.database;
  assignments = oasis.get(AssignmentService);
  ticks = oasis.get(AssignmentTicks);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(start);
  siteId = (await aSite(db)).id;
  manager = await aManager(db, siteId);
});

const aCoach = (options?: CoachOptions) => aCoachOf(db, siteId, options);
const aFounder = (options?: FounderOptions) => aFounderOf(db, siteId, options);

function offer(membershipId: string, coach: Actor, more: Partial<WantedOffer> = {}, by = manager) {
  return assignments.offer(by, { membershipId, coachId: coach.personId, kind: 'lead', ...more });
}

async function accepted(membershipId: string, coach: Actor, more: Partial<WantedOffer> = {}): Promise<string> {
  const { id } = await offer(membershipId, coach, more);
  await assignments.accept(coach, id);
  return id;
}

async function allOf(membershipId: string): Promise<{ coachId: string; status: string; parted: boolean }[]> {
  return db.read(
    `select coach_id as "coachId", status, parted from coaching_assignment where membership_id = $1 order by created_at, id`,
    [membershipId],
  );
}

/** The codes of some answers, each once. A machine that is slow today may say so; nothing was changed then. */
const refusalsOf = (results: string[][]): string[] => [...new Set(results.flat())].filter((code) => code !== 'busy');

describe('an offer', () => {
  it('is to be answered within three working days of the site', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    // Of the week after, Wednesday is closed; Thursday has shorter hours and is a working day.
    await db.read(
      `insert into closure (id, site_id, starts_on, ends_on, opens, closes, reason, source, status, created_by, created_at)
       values ($1, $3, '2027-03-03', '2027-03-03', null, null, 'x', 'manager', 'confirmed', $4, $5),
              ($2, $3, '2027-03-04', '2027-03-04', '10:00', '12:00', 'x', 'manager', 'confirmed', $4, $5)`,
      [newId(), newId(), siteId, manager.personId, clock.now()],
    );
    const view = await offer(membershipId, coach);
    expect(view).toMatchObject({
      status: 'offered',
      weight: 1,
      coach: { id: coach.personId },
      entrepreneur: { id: actor.personId },
      answerBy: '2027-03-06T22:00:00Z',
      possible: ['end'],
    });
    expect(await db.read('select action from audit_event where subject_id = $1', [view.id])).toEqual([
      { action: 'assignment.offer' },
    ]);
  });

  it('lasts over the weekend where the site is closed on it, and over the night of the clock change', async () => {
    await db.read('delete from opening_hours where site_id = $1 and weekday >= 6', [siteId]);
    clock.set('2027-03-25T10:00:00Z');
    const { membershipId } = await aFounder();
    // Friday 26, Monday 29, Tuesday 30; summer time began on the 28th.
    expect(await offer(membershipId, await aCoach())).toMatchObject({ answerBy: '2027-03-30T21:00:00Z' });
  });

  it('counts weekdays where no hours are set', async () => {
    await db.read('delete from opening_hours where site_id = $1', [siteId]);
    clock.set('2027-03-05T10:00:00Z');
    const { membershipId } = await aFounder();
    expect(await offer(membershipId, await aCoach())).toMatchObject({ answerBy: '2027-03-10T22:00:00Z' });
  });

  it('is refused with every rule that is against it', async () => {
    const { membershipId, actor } = await aFounder({
      languages: { fi: 'native', en: 'B1' },
      answers: { ageBand: 'under_18', stage: 'idea' },
    });
    const coach = await aCoach({
      status: 'away',
      places: 0,
      qualifiedUntil: '2027-03-01',
      stages: ['mvp'],
      onSite: false,
    });
    await db.read(
      `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
      [newId(), actor.personId, coach.personId, clock.now()],
    );
    const all = [
      'no_conflict_of_interest',
      'coach_capacity',
      'cleared_for_minors',
      'coach_active',
      'coach_qualified',
      'common_language',
      'serves_site',
      'stage_in_range',
    ];
    expect(await codes(offer(membershipId, coach))).toEqual(all);
    // A reason lifts those that a program obeys and a person need not; never conflict, capacity or the young.
    expect(await codes(offer(membershipId, coach, { overrideReason: 'The only one in town' }))).toEqual(
      all.slice(0, 3),
    );
  });

  it('can be made against what a program obeys, with a reason that is kept', async () => {
    const { membershipId } = await aFounder({ languages: { fi: 'native' } });
    const coach = await aCoach();
    expect(await codes(offer(membershipId, coach))).toEqual(['common_language']);
    expect(await offer(membershipId, coach, { overrideReason: 'They bring an interpreter' })).toMatchObject({
      overrideReason: 'They bring an interpreter',
      overridden: ['common_language'],
    });
  });

  it('coach_not_self: a coach who is a member finds somebody else', async () => {
    const coach = await aCoach();
    const membershipId = await aMembership(db, siteId, coach.personId, await aPlan(db, siteId));
    expect(await codes(offer(membershipId, coach))).toEqual(['coach_not_self']);
    expect(await codes(offer(membershipId, await aCoach()))).toEqual([]);
  });

  it('no_conflict_of_interest: also with somebody of the team, whoever declared it', async () => {
    const { membershipId } = await aFounder();
    const mate = await aPerson(db);
    const ventureId = newId();
    await db.read(`insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'V', $3, $3)`, [
      ventureId,
      siteId,
      clock.now(),
    ]);
    await db.read(`update membership set venture_id = $2 where id = $1`, [membershipId, ventureId]);
    await db.read(
      `insert into venture_member (id, venture_id, person_id, starts_on) values ($1, $2, $3, '2026-01-01')`,
      [newId(), ventureId, mate.personId],
    );
    const coach = await aCoach();
    const conflict = newId();
    await db.read(
      `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'competitor', $4)`,
      [conflict, coach.personId, mate.personId, clock.now()],
    );
    expect(await codes(offer(membershipId, coach))).toEqual(['no_conflict_of_interest']);
    await db.read('update conflict_of_interest set ended_at = $2 where id = $1', [conflict, clock.now()]);
    expect(await codes(offer(membershipId, coach))).toEqual([]);
  });

  it('needs a manager of the site without a stake of their own', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const elsewhere = await aManager(db, (await aSite(db)).id);
    expect(await codes(offer(membershipId, coach, {}, elsewhere))).toEqual(['missing']);
    expect(await codes(offer(membershipId, coach, {}, actor))).toEqual(['role_required']);
    const own = await aFounder();
    const both = new Actor(own.actor.personId, null, [...own.actor.roles, { role: 'manager', siteId }]);
    expect(await codes(offer(own.membershipId, coach, {}, both))).toEqual(['segregation_of_duties']);
    expect(await codes(offer(newId(), coach))).toEqual(['missing']);
    expect(await codes(offer(membershipId, manager))).toEqual(['missing']);
    expect(await codes(offer(own.membershipId, await aCoach()))).toEqual([]);
  });

  it('one_lead_coach: the index decides among twenty managers at once', async () => {
    const { membershipId } = await aFounder();
    const coaches = await Promise.all(Array.from({ length: 20 }, () => aCoach()));
    const results = await Promise.all(coaches.map((coach) => codes(offer(membershipId, coach))));
    expect(results.filter((codesOfOne) => codesOfOne.length === 0)).toHaveLength(1);
    expect(refusalsOf(results)).toEqual(['one_lead_coach']);
    await db.read('alter index one_lead_coach rename to set_aside');
    await db.read('drop index set_aside');
    try {
      expect(await codes(offer(membershipId, coaches[0] ?? manager))).not.toContain('one_lead_coach');
    } finally {
      await db.read(`delete from coaching_assignment where membership_id = $1`, [membershipId]);
      await db.read(
        `create unique index one_lead_coach on coaching_assignment (membership_id)
         where kind = 'lead' and status in ('offered', 'active', 'on_hold')`,
      );
    }
  });

  it('one_open_assignment: the index decides when eight ask for the same pair at once', async () => {
    const { membershipId } = await aFounder();
    const coach = await aCoach();
    const ask = () => codes(offer(membershipId, coach, { kind: 'specialist' }));
    const results = await Promise.all(Array.from({ length: 8 }, ask));
    expect(results.filter((codesOfOne) => codesOfOne.length === 0)).toHaveLength(1);
    expect(refusalsOf(results)).toEqual(['assigned_already']);
    const again = db.read(
      `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at, answer_by, created_at, updated_at)
       select $1, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at, answer_by, created_at, updated_at
       from coaching_assignment where membership_id = $2`,
      [newId(), membershipId],
    );
    // On a path that forgot to ask.
    await expect(again).rejects.toThrow('one_open_assignment');
  });

  it('with the same key twice is one offer', async () => {
    const { membershipId } = await aFounder();
    const coach = await aCoach();
    const wanted = { membershipId, coachId: coach.personId, kind: 'lead' as const };
    const key = { key: 'k1', hash: Buffer.alloc(32) };
    const views = await Promise.all([1, 2, 3].map(() => assignments.offer(manager, wanted, key)));
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect(await allOf(membershipId)).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is the coach’s alone', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const { id } = await offer(membershipId, coach);
    expect(await codes(assignments.accept(manager, id))).toEqual(['role_required']);
    expect(await codes(assignments.accept(actor, id))).toEqual(['role_required']);
    expect(await codes(assignments.accept(await aCoach(), id))).toEqual(['missing']);
    expect(await codes(assignments.accept(coach, newId()))).toEqual(['missing']);
    expect(await assignments.accept(coach, id)).toMatchObject({ status: 'active', answeredAt: '2027-03-02T06:00:00Z' });
    expect(await codes(assignments.accept(coach, id))).toEqual(['assignment_state']);
    expect(await codes(assignments.decline(coach, id, 'x'))).toEqual(['assignment_state']);
  });

  it('is judged as of now, not as of the offer', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const { id } = await offer(membershipId, coach);
    await db.read(
      `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
      [newId(), coach.personId, actor.personId, clock.now()],
    );
    await db.read(`update coach_profile set places = 0 where person_id = $1`, [coach.personId]);
    expect(await codes(assignments.accept(coach, id))).toEqual(['no_conflict_of_interest', 'coach_capacity']);
  });

  it('answer_late: from its deadline on, and passes on by itself', async () => {
    const { membershipId } = await aFounder();
    const [first, second] = [await aCoach(), await aCoach()];
    const { id, answerBy } = await offer(membershipId, first, { alternates: [second.personId] });
    clock.set(new Date(new Date(answerBy).getTime() - 1));
    await ticks.expire(clock.now());
    clock.set(answerBy);
    expect(await codes(assignments.accept(first, id))).toEqual(['answer_late']);
    await Promise.all([1, 2, 3].map(() => ticks.expire(clock.now())));
    const written = `select 1 from audit_event where subject_id = $1 and action = 'assignment.expire'`;
    expect(await db.read(written, [id])).toHaveLength(1);
    expect(await allOf(membershipId)).toMatchObject([
      { coachId: first.personId, status: 'expired' },
      { coachId: second.personId, status: 'offered' },
    ]);
    expect(await codes(assignments.accept(first, id))).toEqual(['answer_late']);
  });

  it('that is no asks the next alternate who still can, in the same act', async () => {
    const { membershipId, actor } = await aFounder();
    const [first, full, stranger, last] = [
      await aCoach(),
      await aCoach({ places: 0 }),
      await aPerson(db),
      await aCoach(),
    ];
    const alternates = [full, stranger, last].map(({ personId }) => personId);
    const { id } = await offer(membershipId, first, { alternates });
    await assignments.decline(first, id, 'No time this spring');
    expect(await allOf(membershipId)).toMatchObject([
      { coachId: first.personId, status: 'declined' },
      { coachId: last.personId, status: 'offered' },
    ]);
    const { items } = await oasis.get(AssignmentQueries).list(actor, {});
    expect(items.map(({ status, reason }) => ({ status, reason }))).toEqual([
      { status: 'offered', reason: null },
      { status: 'declined', reason: null },
    ]);
    expect(await oasis.get(AssignmentQueries).one(manager, id)).toMatchObject({ reason: 'No time this spring' });
    await assignments.decline(last, items[0]?.id ?? '', 'Neither');
    expect(await allOf(membershipId)).toHaveLength(2);
  });

  it('yes and no at once is one of the two', async () => {
    const { membershipId } = await aFounder();
    const coach = await aCoach();
    const { id } = await offer(membershipId, coach);
    const results = await Promise.all([
      codes(assignments.accept(coach, id)),
      codes(assignments.decline(coach, id, 'No')),
    ]);
    expect(results.filter((each) => each.length === 0)).toHaveLength(1);
    expect(results.flat()).toEqual(['assignment_state']);
  });
});

describe('coach_capacity', () => {
  async function offers(count: number, places: number) {
    const coach = await aCoach({ places });
    const plan = await aPlan(db, siteId);
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const { membershipId } = await aFounderOf(db, siteId, {}, plan);
      ids.push((await offer(membershipId, coach)).id);
    }
    return { coach, ids };
  }
  const activeOf = async (coach: Actor) =>
    (await db.read(`select 1 from coaching_assignment where coach_id = $1 and status = 'active'`, [coach.personId]))
      .length;

  it('is exact when forty are accepted at once on five places', async () => {
    const { coach, ids } = await offers(40, 5);
    const results = await Promise.all(ids.map((id) => codes(assignments.accept(coach, id))));
    expect(results.filter((each) => each.length === 0)).toHaveLength(5);
    expect(new Set(results.flat())).toEqual(new Set(['coach_capacity']));
    expect(await activeOf(coach)).toBe(5);
  });

  it('lets eight of eight in on five places without the lock of the coach (so the test above can fail)', async () => {
    const { coach, ids } = await offers(8, 5);
    const all = () => Promise.all(ids.map((id) => codes(assignments.accept(coach, id))));
    const results = await withoutLocks(db, () => whileLocked(db, noWriting('coaching_assignment'), all, ids.length));
    expect(results).toEqual(ids.map(() => []));
    expect(await activeOf(coach)).toBe(8);
  });

  it('counts a specialist half, and what rests as taken', async () => {
    const coach = await aCoach({ places: 1 });
    const first = await accepted((await aFounder()).membershipId, coach, { kind: 'specialist' });
    await assignments.hold(coach, first, {});
    await accepted((await aFounder()).membershipId, coach, { kind: 'specialist' });
    const third = await aFounder();
    expect(await codes(offer(third.membershipId, coach, { kind: 'specialist' }))).toEqual(['coach_capacity']);
    await assignments.end(manager, first, {});
    expect(await codes(offer(third.membershipId, coach, { kind: 'specialist' }))).toEqual([]);
  });
});

describe('a pair', () => {
  it('never_again: once one of the two has ended it, in the rules and in the table', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const id = await accepted(membershipId, coach);
    expect(await assignments.end(actor, id, {})).toMatchObject({ status: 'ended_early', neverAgain: true });
    expect(await codes(offer(membershipId, coach, { overrideReason: 'They made peace' }))).toEqual(['never_again']);
    const again = () =>
      db.read(
        `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at, answer_by, created_at, updated_at)
         select $1, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, 'offered', offered_at, answer_by, created_at, updated_at
         from coaching_assignment where id = $2`,
        [newId(), id],
      );
    await expect(again()).rejects.toThrow('never_again');
    await db.read('alter table coaching_assignment drop constraint never_again');
    try {
      await expect(again()).resolves.toEqual([]);
    } finally {
      await db.read(`delete from coaching_assignment where membership_id = $1`, [membershipId]);
      await db.read(
        `alter table coaching_assignment add constraint never_again exclude using gist
           (coach_id with =, entrepreneur_id with =, (parted::integer) with <>)
           where (parted or status in ('offered', 'active', 'on_hold'))`,
      );
    }
  });

  it('is not parted by a manager, unless the manager says so', async () => {
    const { membershipId } = await aFounder();
    const coach = await aCoach();
    await assignments.end(manager, await accepted(membershipId, coach), { reason: 'Other plans' });
    await assignments.end(manager, await accepted(membershipId, coach), { neverAgain: true });
    expect(await codes(offer(membershipId, coach))).toEqual(['never_again']);
  });

  it('ends before it began when the entrepreneur does not want the coach; the next is asked', async () => {
    const { membershipId, actor } = await aFounder();
    const [first, second] = [await aCoach(), await aCoach()];
    const { id } = await offer(membershipId, first, { alternates: [second.personId] });
    await assignments.end(actor, id, {});
    expect(await allOf(membershipId)).toMatchObject([
      { coachId: first.personId, status: 'ended_early', parted: true },
      { coachId: second.personId, status: 'offered' },
    ]);
  });

  it('rests and goes on, by hand or when the day has passed, and is completed', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const id = await accepted(membershipId, coach);
    expect(await codes(assignments.hold(actor, id, { until: '2027-03-01' }))).toEqual(['in_the_past']);
    expect(await assignments.hold(actor, id, { until: '2027-03-04' })).toMatchObject({
      status: 'on_hold',
      heldFrom: '2027-03-02',
      heldUntil: '2027-03-04',
    });
    clock.set('2027-03-04T21:59:00Z');
    expect(await ticks.resume(clock.now())).toBe(0);
    clock.set('2027-03-04T22:00:00Z');
    expect(await ticks.resume(clock.now())).toBe(1);
    expect(await codes(assignments.resume(coach, id))).toEqual(['assignment_state']);
    expect(await codes(assignments.complete(actor, id))).toEqual(['role_required']);
    expect(await assignments.complete(coach, id)).toMatchObject({ status: 'completed', possible: [] });
    // What was completed can begin again.
    expect(await codes(offer(membershipId, coach))).toEqual([]);
  });

  it('is seen by the two and by the managers of the site, and by nobody else', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const { id } = await offer(membershipId, coach, { alternates: [(await aCoach()).personId] });
    const queries = oasis.get(AssignmentQueries);
    for (const reader of [actor, coach]) {
      expect((await queries.list(reader, {})).items).toMatchObject([{ id, alternates: [] }]);
    }
    const { items } = await queries.list(manager, { siteId });
    expect(items).toMatchObject([{ id }]);
    expect(items[0]?.alternates).toHaveLength(1);
    const elsewhere = await aManager(db, (await aSite(db)).id);
    expect(await codes(queries.one(elsewhere, id))).toEqual(['missing']);
    expect(await codes(queries.list(elsewhere, { siteId }))).toEqual(['missing']);
    expect((await queries.list(elsewhere, {})).items).toEqual([]);
    expect(await codes(assignments.end(elsewhere, id, {}))).toEqual(['missing']);
  });

  it('is seen in the team of the venture as long as it is under way, without reasons and without a say', async () => {
    const { membershipId, actor } = await aFounder();
    const coach = await aCoach();
    const [mate, former] = [await aFounder(), await aFounder()];
    const ventureId = await db
      .read<{ id: string }>(
        `insert into venture (id, site_id, name, stage, status, created_at, updated_at)
         values (gen_random_uuid(), $1, 'Norppa', 'idea', 'active', $2, $2) returning id`,
        [siteId, clock.now()],
      )
      .then(([row]) => row?.id ?? '');
    await db.read('update membership set venture_id = $2 where id = $1', [membershipId, ventureId]);
    await db.read(
      `insert into venture_member (id, venture_id, person_id, lead, starts_on, ends_on) values
         (gen_random_uuid(), $1, $2, true, '2027-01-01', null), (gen_random_uuid(), $1, $3, false, '2027-01-01', null),
         (gen_random_uuid(), $1, $4, false, '2027-01-01', '2027-03-01')`,
      [ventureId, actor.personId, mate.actor.personId, former.actor.personId],
    );
    const queries = oasis.get(AssignmentQueries);
    const { id } = await offer(membershipId, coach);
    expect((await queries.list(mate.actor, {})).items).toEqual([]);
    await assignments.accept(coach, id);
    expect((await queries.list(mate.actor, {})).items).toMatchObject([{ id, possible: [] }]);
    expect(await queries.one(mate.actor, id)).toMatchObject({ id, reason: null });
    for (const reader of [coach, actor, mate.actor, manager]) {
      expect((await queries.team(reader, id)).map((one) => one.id)).toEqual([actor.personId, mate.actor.personId]);
    }
    expect((await queries.list(former.actor, {})).items).toEqual([]);
    expect(await codes(queries.one(former.actor, id))).toEqual(['missing']);
    expect(await codes(queries.team(former.actor, id))).toEqual(['missing']);
    expect(await codes(assignments.end(mate.actor, id, {}))).toEqual(['missing']);
    await assignments.end(actor, id, { reason: 'We did not get on' });
    expect((await queries.list(mate.actor, {})).items).toEqual([]);
  });
});

describe('a membership', () => {
  const turn = (membershipId: string, what: 'pause' | 'return' | 'complete' | 'end') =>
    db.transaction((tx) =>
      oasis.get(AssignmentLife).forMembership(tx, membershipId, what, { actor: theHouse, now: clock.now() }),
    );

  it('that pauses lets its coaching rest, and takes up only what it put to rest', async () => {
    const { membershipId } = await aFounder();
    const [lead, expert] = [await aCoach(), await aCoach()];
    await accepted(membershipId, lead);
    const other = await accepted(membershipId, expert, { kind: 'specialist' });
    await assignments.hold(expert, other, {});
    await turn(membershipId, 'pause');
    expect((await allOf(membershipId)).map(({ status }) => status)).toEqual(['on_hold', 'on_hold']);
    await turn(membershipId, 'return');
    expect((await allOf(membershipId)).map(({ status }) => status)).toEqual(['active', 'on_hold']);
  });

  it('in its pause begins a coaching that rests', async () => {
    const { membershipId } = await aFounder();
    const coach = await aCoach();
    const { id } = await offer(membershipId, coach);
    await db.read(`update membership set status = 'paused' where id = $1`, [membershipId]);
    expect(await assignments.accept(coach, id)).toMatchObject({ status: 'on_hold' });
    expect(await codes(assignments.resume(coach, id))).toEqual(['membership_state']);
    await turn(membershipId, 'return');
    expect(await allOf(membershipId)).toMatchObject([{ status: 'active' }]);
  });

  it('that is over ends its coaching, parts nobody and asks nobody', async () => {
    const { membershipId } = await aFounder();
    const [lead, expert, next] = [await aCoach(), await aCoach(), await aCoach()];
    await accepted(membershipId, lead);
    await offer(membershipId, expert, { kind: 'specialist', alternates: [next.personId] });
    await turn(membershipId, 'complete');
    expect(await allOf(membershipId)).toMatchObject([
      { status: 'completed', parted: false },
      { status: 'ended_early', parted: false },
    ]);
    await db.read(`update membership set status = 'ended', end_reason = 'resigned', ended_at = $2 where id = $1`, [
      membershipId,
      clock.now(),
    ]);
    expect(await codes(offer(membershipId, next))).toEqual(['covered_by_membership']);
  });
});

describe('the stories of a membership', () => {
  const statusOf = async (membershipId: string) => (await allOf(membershipId)).map(({ status }) => status);

  /** A session that is agreed upon, written as the booking of one writes it. */
  async function aSession(assignmentId: string, start: string): Promise<string> {
    const id = newId();
    await db.read(
      `insert into coaching_session (id, site_id, type, assignment_id, coach_id, mode, starts_at, ends_at, status, created_at, updated_at)
       select $1, site_id, 'one_to_one', id, coach_id, 'remote', $3, $3::timestamptz + interval '1 hour', 'confirmed', $4, $4
       from coaching_assignment where id = $2`,
      [id, assignmentId, start, clock.now()],
    );
    await db.read(
      `insert into session_participant (session_id, person_id)
       select $1, entrepreneur_id from coaching_assignment where id = $2`,
      [id, assignmentId],
    );
    await db.read(
      `insert into occupation (id, cause, cause_id, person_id, site_id, holder_id, starts_at, ends_at)
       select gen_random_uuid(), 'session', $1, p.id, a.site_id, a.entrepreneur_id, $3, $3::timestamptz + interval '1 hour'
       from coaching_assignment a cross join lateral (values (a.coach_id), (a.entrepreneur_id)) as p (id) where a.id = $2`,
      [id, assignmentId, start],
    );
    return id;
  }
  const sessions = (...ids: string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const [row] = await db.read<{ status: string; taken: number }>(
          `select status, (select count(*)::int from occupation where cause_id = s.id) as taken from coaching_session s where id = $1`,
          [id],
        );
        return row && `${row.status} ${row.taken}`;
      }),
    );

  it('suspended it rests, reinstated it goes on; ended in order it is completed', async () => {
    const { membershipId } = await aFounder();
    await accepted(membershipId, await aCoach());
    const suspension = { reason: 'House rules', reviewOn: '2027-04-01' };
    await oasis.get(MembershipSuspensionService).suspend(manager, membershipId, suspension);
    expect(await statusOf(membershipId)).toEqual(['on_hold']);
    await oasis.get(MembershipLifeService).reinstate(manager, membershipId);
    await ticks.follow(clock.now());
    expect(await statusOf(membershipId)).toEqual(['active']);
    await oasis.get(MembershipEndService).end(manager, membershipId, { reason: 'graduated' });
    expect(await statusOf(membershipId)).toEqual(['completed']);
  });

  it('whatever way it ended, what is still open is found', async () => {
    const { membershipId } = await aFounder();
    await accepted(membershipId, await aCoach());
    await db.read(
      `update membership set status = 'ended', end_reason = 'resigned', ended_at = $2, ends_on = '2027-03-01' where id = $1`,
      [membershipId, clock.now()],
    );
    expect(await ticks.follow(clock.now())).toBe(1);
    expect(await ticks.follow(clock.now())).toBe(0);
    expect(await statusOf(membershipId)).toEqual(['ended_early']);
  });

  it('sessions fall with an end, and until its last day with a rest', async () => {
    const { membershipId, actor } = await aFounder();
    const id = await accepted(membershipId, await aCoach());
    const ids = [await aSession(id, '2027-03-05T09:00:00Z'), await aSession(id, '2027-03-12T09:00:00Z')];
    await assignments.hold(actor, id, { until: '2027-03-06' });
    expect(await sessions(...ids)).toEqual(['cancelled 0', 'confirmed 2']);
    await assignments.end(actor, id, {});
    expect(await sessions(...ids)).toEqual(['cancelled 0', 'cancelled 0']);
  });
});

describe('wishes', () => {
  it('are for coaches, and a coach’s for entrepreneurs of the coach’s sites; the last word counts', async () => {
    const wishes = oasis.get(WishService);
    const { actor } = await aFounder();
    const [one, two] = [await aCoach(), await aCoach()];
    await wishes.set(actor, [one.personId, two.personId]);
    await wishes.set(actor, [two.personId, one.personId]);
    expect(await wishes.read(actor)).toEqual({ personIds: [two.personId, one.personId] });
    await wishes.set(one, [actor.personId]);
    const elsewhere = (await aSite(db)).id;
    const far = (await aFounderOf(db, elsewhere)).actor;
    expect(await codes(wishes.set(one, [far.personId]))).toEqual(['missing']);
    expect(await codes(wishes.set(actor, [far.personId]))).toEqual(['missing']);
    expect(await codes(wishes.set(actor, [actor.personId]))).toEqual(['missing']);
    expect(await wishes.set(actor, [])).toEqual({ personIds: [] });
  });
});

describe('languages', () => {
  it('are what the person says, or what the application said', async () => {
    const answers = { languages: [{ code: 'fi', level: 'native' }] };
    const { membershipId, actor } = await aFounder({ languages: {}, answers });
    const coach = await aCoach({ languages: { fi: 'B2' } });
    expect(await codes(offer(membershipId, coach))).toEqual([]);
    await speaks(db, actor.personId, { sv: 'native' });
    expect(await codes(offer((await aFounder({ languages: { sv: 'C2' }, answers })).membershipId, coach))).toEqual([
      'common_language',
    ]);
  });
});
