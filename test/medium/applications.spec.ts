import { Actor } from '../../src/kernel/actor';
import { ApplicationQueries } from '../../src/memberships/intake/application.queries';
import { approvalRules, decisionRules, submissionRules } from '../../src/memberships/intake/application.rules';
import { ApplicationService } from '../../src/memberships/intake/application.service';
import { ApplicationTicks } from '../../src/memberships/intake/application.ticks';
import { ConflictsOfInterest } from '../../src/memberships/intake/conflict-of-interest.service';
import { Consents } from '../../src/memberships/intake/consent.service';
import { DecisionService } from '../../src/memberships/intake/decision.service';
import { EligibilityService } from '../../src/memberships/intake/eligibility.service';
import { ReviewService } from '../../src/memberships/intake/review.service';
import { PlanService } from '../../src/memberships/plans/plan.service';
import { PersonalRecords } from '../../src/people/personal-records';
import { dutyRules } from '../../src/memberships/duty.rules';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aPerson } from '../support/house';
import { anApplication, aResult, aSiteWithPlan, launch, wholeAnswers } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
let db: Database;
let applications: ApplicationService;
let queries: ApplicationQueries;
let decisions: DecisionService;
let reviews: ReviewService;
let eligibility: EligibilityService;
let conflicts: ConflictsOfInterest;
let siteId: string;
let planId: string;
let planVersionId: string;
let applicant: Actor;
let manager: Actor;
let other: Actor;
let coach: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  applications = oasis.get(ApplicationService);
  queries = oasis.get(ApplicationQueries);
  decisions = oasis.get(DecisionService);
  reviews = oasis.get(ReviewService);
  eligibility = oasis.get(EligibilityService);
  conflicts = oasis.get(ConflictsOfInterest);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  oasis.clock.set('2027-03-02T06:00:00Z');
  ({ siteId, planId, planVersionId } = await aSiteWithPlan(db, { places: 2 }));
  applicant = await aPerson(db);
  manager = await aManager(db, siteId);
  other = await aManager(db, siteId);
  coach = await aPerson(db, 'coach', siteId);
});

/** Does something while some rules are off. */
async function without<T>(rules: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const list = rules as unknown[];
  const kept = list.splice(0);
  try {
    return await work();
  } finally {
    list.push(...kept);
  }
}

const statusOf = async (id: string) =>
  (await db.read<{ status: string }>('select status from application where id = $1', [id]))[0]?.status;

const scores = { team: 4, problem: 4, novelty: 3, feasibility: 3, fit: 5, need: 5 };
const review = { scores, recommendation: 'approve' as const };
const approval = () => ({ planVersionId, startsOn: '2027-04-01', reason: 'Both agreed by phone.' });
const apply = (options = {}) => anApplication(db, siteId, applicant.personId, { planId, ...options });

describe('an application', () => {
  it('application_open: is one at a time at a site, however often somebody begins', async () => {
    const began = await Promise.all([1, 2, 3, 4].map(() => codes(applications.begin(applicant, siteId, {}))));
    expect(began.filter((said) => said.length === 0)).toHaveLength(1);
    expect(began.flat()).toEqual(['application_open', 'application_open', 'application_open']);
    const [own] = (await queries.list(applicant, {})).items;
    await applications.withdraw(applicant, own!.id);
    expect(await codes(applications.begin(applicant, siteId, {}))).toEqual([]);
  });

  it('is filled in bit by bit: what is not mentioned stays, null takes back, and an old version changes nothing', async () => {
    const { id } = await applications.begin(applicant, siteId, { answers: { idea: 'Kites.', weeklyDays: 2 } });
    await applications.edit(applicant, id, { answers: { sector: 'energy', weeklyDays: null }, planId }, 1);
    expect(await queries.one(applicant, id)).toMatchObject({
      planId,
      version: 2,
      answers: { idea: 'Kites.', sector: 'energy' },
    });
    expect(await codes(applications.edit(applicant, id, { noOwnOffice: true }, 1))).toEqual(['stale']);
    expect(await codes(applications.edit(applicant, id, { noOwnOffice: true }, undefined))).toEqual([
      'if_match_required',
    ]);
  });

  it('complete_application: is handed in when nothing is missing, and says what is', async () => {
    const { id } = await applications.begin(applicant, siteId, { noOwnOffice: true, answers: { idea: 'Kites.' } });
    await expect(applications.submit(applicant, id)).rejects.toMatchObject({
      refusals: [
        {
          code: 'complete_application',
          facts: {
            missing: expect.arrayContaining(['/planId', '/startsOn', '/answers/problem']) as unknown,
          },
        },
      ],
    });
    await applications.edit(applicant, id, { planId, startsOn: '2027-04-01', answers: { ...wholeAnswers } }, 1);
    expect(await applications.submit(applicant, id)).toMatchObject({ status: 'submitted' });
  });

  it('site_active: is not taken at a site that is suspended', async () => {
    await db.read(`update site set status = 'suspended' where id = $1`, [siteId]);
    expect(await codes(applications.begin(applicant, siteId, {}))).toEqual(['site_active']);
  });

  it('is nobody else’s business while it is a draft', async () => {
    const { id } = await applications.begin(applicant, siteId, {});
    for (const stranger of [manager, coach, await aPerson(db, 'administrator')]) {
      expect(await codes(queries.one(stranger, id))).toEqual(['missing']);
      expect((await queries.list(stranger, { siteId })).items).toEqual([]);
    }
  });

  it('expires when it was returned and not completed in time, also after days without a worker', async () => {
    const id = await apply({ status: 'submitted' });
    await decisions.return(manager, id, 'Who would pay?');
    expect((await queries.one(applicant, id)).returnDeadline).toBe('2027-03-16T06:00:00Z');
    const ticks = oasis.get(ApplicationTicks);
    expect(await ticks.expire(new Date('2027-03-16T05:59:59Z'))).toBe(0);
    oasis.clock.set('2027-03-19T06:00:00Z');
    // The deadline counts, not the moment in which somebody notices that it has passed.
    expect(await codes(applications.submit(applicant, id))).toEqual(['application_state']);
    expect(await ticks.expire(oasis.clock.now())).toBe(1);
    expect(await ticks.expire(oasis.clock.now())).toBe(0);
    expect(await statusOf(id)).toBe('expired');
  });

  it('is judged anew when it is handed in again', async () => {
    await eligibility.setRules(manager, siteId, [
      { code: 'age', check: 'minimum_age', parameters: { years: 18 }, active: true },
    ]);
    const id = await apply({ status: 'draft', answers: { ...wholeAnswers, ageBand: 'under_18' } });
    await applications.submit(applicant, id);
    expect((await queries.one(manager, id)).eligibility).toMatchObject([{ code: 'age', outcome: 'fail' }]);
    await decisions.return(manager, id, 'Is the age right?');
    await applications.edit(applicant, id, { answers: { ageBand: '18_24' } }, 'any');
    await applications.submit(applicant, id);
    expect((await queries.one(manager, id)).eligibility).toMatchObject([{ code: 'age', outcome: 'pass' }]);
  });
});

describe('no_own_office', () => {
  it('must be declared', async () => {
    const id = await apply({ status: 'draft' });
    await db.read('update application set no_own_office = false where id = $1', [id]);
    expect(await codes(applications.submit(applicant, id))).toEqual(['no_own_office']);
  });

  it('is kept by the database when the rule is off, and by nobody without either (so the test above can fail)', async () => {
    const id = await apply({ status: 'draft' });
    await db.read('update application set no_own_office = false where id = $1', [id]);
    await without(submissionRules, async () => {
      expect(await codes(applications.submit(applicant, id))).toEqual(['no_own_office']);
      await db.read('alter table application drop constraint no_own_office');
      try {
        expect(await codes(applications.submit(applicant, id))).toEqual([]);
      } finally {
        await db.read('update application set no_own_office = true');
        await db.read(
          `alter table application add constraint no_own_office
             check (status in ('draft', 'withdrawn', 'expired') or no_own_office)`,
        );
      }
    });
  });

  it('cannot be taken back of an application that was handed in', async () => {
    const id = await apply({ status: 'returned' });
    expect(await codes(applications.edit(applicant, id, { noOwnOffice: false }, 1))).toEqual(['no_own_office']);
  });
});

describe('segregation_of_duties', () => {
  const duties: [string, (actor: Actor, id: string) => Promise<unknown>][] = [
    ['review', (actor, id) => reviews.review(actor, id, review)],
    ['override', (actor, id) => eligibility.override(actor, id, 'age', 'pass', 'Seen the passport.')],
    ['approve', (actor, id) => decisions.approve(actor, id, approval())],
    ['waitlist', (actor, id) => decisions.waitlist(actor, id, {})],
    ['reject', (actor, id) => decisions.reject(actor, id, { reason: 'No.' })],
  ];

  it.each(duties)('nobody decides about themselves: %s', async (_, deal) => {
    const id = await anApplication(db, siteId, manager.personId, { planId });
    expect(await codes(deal(manager, id))).toEqual(['segregation_of_duties']);
  });

  it.each(duties)('nor where a conflict of interest is declared, by either, while it is open: %s', async (_, deal) => {
    const id = await apply();
    await aResult(db, id, 'age', 'manual');
    const declared = await conflicts.declare(manager, { aboutPersonId: applicant.personId, kind: 'family' });
    await conflicts.declare(applicant, { aboutPersonId: other.personId, kind: 'competitor' });
    expect(await codes(deal(manager, id))).toEqual(['segregation_of_duties']);
    expect(await codes(deal(other, id))).toEqual(['segregation_of_duties']);
    await conflicts.end(manager, declared.id);
    expect(await codes(deal(manager, id))).toEqual([]);
  });

  it('would let them without the rule (so the tests above can fail)', async () => {
    const id = await anApplication(db, siteId, manager.personId, { planId });
    await without(dutyRules, () => decisions.approve(manager, id, approval()));
    expect(await statusOf(id)).toBe('approved');
  });

  it('keeps a coach with a conflict from reading it, and a manager from reading the reviews', async () => {
    const id = await apply();
    await reviews.review(other, id, review);
    await reviews.review(coach, id, review);
    expect((await queries.one(manager, id)).reviews).toHaveLength(2);
    await conflicts.declare(manager, { aboutPersonId: applicant.personId, kind: 'family' });
    await conflicts.declare(coach, { aboutPersonId: applicant.personId, kind: 'competitor' });
    expect((await queries.one(manager, id)).reviews).toBeNull();
    expect(await codes(queries.one(coach, id))).toEqual(['missing']);
    expect((await queries.list(coach, { siteId })).items).toEqual([]);
  });
});

describe('reviews', () => {
  it('are written by each alone: others’ are seen after one’s own, and never by the applicant', async () => {
    const id = await apply();
    const seenBy = async (actor: Actor) => (await queries.one(actor, id)).reviews?.length ?? null;
    await reviews.review(coach, id, { ...review, comment: 'Has sold before building.' });
    expect([await seenBy(manager), await seenBy(coach), await seenBy(applicant)]).toEqual([null, 1, null]);
    expect((await queries.one(manager, id)).reviewCount).toBe(1);
    await reviews.review(manager, id, review);
    expect([await seenBy(manager), await seenBy(coach)]).toEqual([2, 2]);
    // Who decides sees them when there are as many as a decision needs.
    expect(await seenBy(other)).toBe(2);
    expect(await codes(reviews.review(coach, id, review))).toEqual(['application_review_once']);
  });

  it('two_reviews: are two before an approval, or there is a reason', async () => {
    const id = await apply();
    const wanted = { planVersionId, startsOn: '2027-04-01' };
    await reviews.review(coach, id, review);
    expect(await codes(decisions.approve(manager, id, wanted))).toEqual(['two_reviews']);
    await reviews.review(other, id, review);
    expect(await codes(decisions.approve(manager, id, wanted))).toEqual([]);
  });
});

describe('eligible', () => {
  it('an approval waits for rules that say no, until a manager says otherwise with a reason', async () => {
    const id = await apply();
    await aResult(db, id, 'company', 'fail');
    await aResult(db, id, 'region', 'manual');
    await expect(decisions.approve(manager, id, approval())).rejects.toMatchObject({
      refusals: [{ code: 'eligible', facts: { failing: ['company'] } }],
    });
    expect(await codes(eligibility.override(manager, id, 'company', 'pass', ' '))).toEqual(['reasoned_decision']);
    expect(await codes(eligibility.override(manager, id, 'moon', 'pass', 'Full.'))).toEqual(['missing']);
    await eligibility.override(manager, id, 'company', 'pass', 'It was registered for another purpose.');
    expect((await queries.one(applicant, id)).eligibility[0]).toMatchObject({
      outcome: 'fail',
      override: { outcome: 'pass', reason: 'It was registered for another purpose.' },
      counts: 'pass',
    });
    expect(await codes(decisions.approve(manager, id, approval()))).toEqual([]);
  });
});

describe('reasoned_decision', () => {
  const drop = `alter table application drop constraint reasoned_decision`;
  const add = `alter table application add constraint reasoned_decision
    check (status <> 'rejected' or decision_reason is not null)`;

  it.each(['', '  ', undefined])('a no has a reason: %j', async (reason) => {
    const id = await apply();
    expect(await codes(decisions.reject(manager, id, { reason }))).toEqual(['reasoned_decision']);
    expect(await statusOf(id)).toBe('under_review');
  });

  it('can be read by the person', async () => {
    const id = await apply();
    await decisions.reject(manager, id, { reason: 'You need a workshop more than a desk.' });
    expect(await queries.one(applicant, id)).toMatchObject({
      status: 'rejected',
      decisionReason: 'You need a workshop more than a desk.',
    });
  });

  it('is kept by the database when the rule is off, and by nobody without either (so the tests above can fail)', async () => {
    const id = await apply();
    await without(decisionRules, async () => {
      expect(await codes(decisions.reject(manager, id, {}))).toEqual(['reasoned_decision']);
      await db.read(drop);
      try {
        expect(await codes(decisions.reject(manager, id, {}))).toEqual([]);
      } finally {
        await db.read(`update application set decision_reason = 'None.' where decision_reason is null`);
        await db.read(add);
      }
    });
  });
});

describe('a decision', () => {
  it('approves: offers a membership that is pinned to the plan version', async () => {
    const id = await apply();
    const { membershipId } = await decisions.approve(manager, id, approval());
    const rows = await db.read(
      `select status, plan_version_id as "planVersionId", person_id as "personId", starts_on as "startsOn"
       from membership where id = $1 and application_id = $2`,
      [membershipId, id],
    );
    expect(rows).toEqual([{ status: 'offered', planVersionId, personId: applicant.personId, startsOn: '2027-04-01' }]);
  });

  it('is made once, when two managers decide at once', async () => {
    for (let round = 0; round < 10; round++) {
      const person = await aPerson(db);
      const id = await anApplication(db, siteId, person.personId, { planId });
      const said = await Promise.all([
        codes(decisions.approve(manager, id, approval())),
        codes(decisions.reject(other, id, { reason: 'No need for a place.' })),
        codes(decisions.waitlist(manager, id, {})),
      ]);
      expect(said.filter((each) => each.length === 0).length).toBeGreaterThanOrEqual(1);
      const memberships = await db.read('select 1 from membership where application_id = $1', [id]);
      const status = await statusOf(id);
      expect(memberships).toHaveLength(status === 'approved' ? 1 : 0);
      // Only from the waiting list can a second decision follow; whatever lost says that the state has changed.
      const decidedTwice = said.filter((each) => each.length === 0).length === 2;
      expect(decidedTwice ? said[2] : []).toEqual([]);
      expect(said.flat().every((code) => code === 'application_state')).toBe(true);
      await db.read('delete from membership where application_id = $1', [id]);
    }
  });

  it('application_state: one of two approvals wins, the other is told so', async () => {
    const id = await apply();
    const said = await Promise.all([manager, other].map((each) => codes(decisions.approve(each, id, approval()))));
    expect(said.flat()).toEqual(['application_state']);
    expect(await db.read('select 1 from membership where application_id = $1', [id])).toHaveLength(1);
  });

  it('plan_version_latest, plan_offered, in_the_past: offers what is on offer, from today on', async () => {
    const id = await apply();
    expect(await codes(decisions.approve(manager, id, { ...approval(), startsOn: '2027-03-01' }))).toEqual([
      'in_the_past',
    ]);
    await oasis.get(PlanService).publish(manager, planId, launch);
    expect(await codes(decisions.approve(manager, id, approval()))).toEqual(['plan_version_latest']);
    await db.read(`update plan set status = 'retired' where id = $1`, [planId]);
    const gone = { ...approval(), startsOn: '2027-03-01' };
    expect(await codes(decisions.approve(manager, id, gone))).toEqual([
      'plan_offered',
      'plan_version_latest',
      'in_the_past',
    ]);
    const elsewhere = await aSiteWithPlan(db);
    const wanted = { ...approval(), planVersionId: elsewhere.planVersionId };
    expect(await codes(decisions.approve(manager, id, wanted))).toEqual(['missing']);
  });
});

describe('place_available', () => {
  const approveAll = async (count: number) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      ids.push(await anApplication(db, siteId, (await aPerson(db)).personId, { planId }));
    }
    return Promise.all(ids.map((id) => codes(decisions.approve(manager, id, approval()))));
  };

  it('two places are given twice, however many are approved at once; the others can wait', async () => {
    const said = await approveAll(8);
    expect(said.filter((each) => each.length === 0)).toHaveLength(2);
    expect(said.flat()).toEqual(Array.from({ length: 6 }, () => 'place_available'));
    const waiting = await apply();
    expect(await codes(decisions.waitlist(manager, waiting, {}))).toEqual([]);
    await db.read(`update membership set status = 'lapsed' where plan_id = $1`, [planId]);
    expect(await codes(decisions.approve(manager, waiting, approval()))).toEqual([]);
  });

  it('would give more without the rule (so the test above can fail)', async () => {
    const said = await without(approvalRules, () => approveAll(4));
    expect(said.flat()).toEqual([]);
  });

  it('lists who waits, the oldest submission first', async () => {
    const wait = async (day: string) =>
      anApplication(db, siteId, (await aPerson(db)).personId, {
        status: 'waitlisted',
        submittedAt: new Date(`2027-02-${day}T10:00:00Z`),
      });
    const [late, early, middle] = [await wait('20'), await wait('10'), await wait('15')];
    const first = await queries.list(manager, { siteId, status: 'waitlisted', limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([early, middle]);
    const rest = await queries.list(manager, { siteId, status: 'waitlisted', cursor: first.next! });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[late], null]);
  });
});

describe('decision and notification', () => {
  it('are two facts: until told, the applicant sees an application under review and nothing of an offer', async () => {
    const id = await apply();
    await decisions.approve(manager, id, { ...approval(), notify: false });
    const hidden = { status: 'under_review', decidedAt: null, decisionReason: null, membershipId: null };
    expect(await queries.one(applicant, id)).toMatchObject(hidden);
    expect((await queries.list(applicant, { status: 'approved' })).items).toEqual([]);
    expect((await queries.list(applicant, { status: 'under_review' })).items).toHaveLength(1);
    expect(await queries.one(manager, id)).toMatchObject({ status: 'approved', notifiedAt: null });
    await expect(applications.withdraw(applicant, id)).rejects.toMatchObject({ extra: { state: 'under_review' } });
    const kept = (await oasis.get(PersonalRecords).about(applicant.personId))['applications'];
    expect(kept).toMatchObject([{ status: 'under_review', decisionReason: null }]);

    oasis.clock.set('2027-03-12T06:00:00Z');
    await decisions.notify(other, id);
    const { status, notifiedAt, membershipId } = await queries.one(applicant, id);
    expect([status, notifiedAt]).toEqual(['approved', '2027-03-12T06:00:00Z']);
    // The days for an answer begin when the person hears of it.
    const [offer] = await db.read('select offer_expires_at as expires from membership where id = $1', [membershipId]);
    expect(offer).toEqual({ expires: new Date('2027-03-26T06:00:00Z') });
    expect(await codes(decisions.notify(manager, id))).toEqual(['application_notified']);
  });

  it('are released together, or not at all', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const id = await anApplication(db, siteId, (await aPerson(db)).personId, { planId });
      await decisions.reject(manager, id, { reason: 'There were better ones.', notify: false });
      ids.push(id);
    }
    const open = await apply();
    expect(await codes(decisions.notifyAll(manager, [...ids, open]))).toEqual(['application_state']);
    const told = () => db.read('select 1 from application where id = any ($1) and notified_at is not null', [ids]);
    expect(await told()).toHaveLength(0);
    const views = await decisions.notifyAll(manager, ids);
    expect(views.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await told()).toHaveLength(3);
  });
});

describe('rules of eligibility', () => {
  it('are set by whoever runs the site, each with what it needs', async () => {
    const rule = { code: 'region', check: 'region' as const, parameters: {}, active: true };
    expect(await codes(eligibility.setRules(manager, siteId, [rule, rule]))).toEqual([
      'eligibility_rule_once',
      'eligibility_parameters',
    ]);
    expect(await codes(eligibility.setRules(coach, siteId, []))).toEqual(['role_required']);
    const sound = { ...rule, parameters: { municipalities: ['Imatra'] } };
    expect(await eligibility.setRules(manager, siteId, [sound])).toEqual([sound]);
    expect(await eligibility.rules(siteId)).toEqual([sound]);
  });

  it('know how full the plan is, and who was sent away', async () => {
    await eligibility.setRules(manager, siteId, [
      { code: 'place', check: 'place_available', parameters: {}, active: true },
      { code: 'exclusion', check: 'not_excluded', parameters: {}, active: true },
    ]);
    const first = await apply();
    const { membershipId } = await decisions.approve(manager, first, approval());
    await db.read(
      `update membership set status = 'ended', end_reason = 'terminated_for_cause', end_note = 'Rules.', starts_on = '2027-01-01',
         ends_on = '2027-02-01', ended_at = $2, accepted_at = $2, acceptance_hash = 'hash'
       where id = $1`,
      [membershipId, oasis.clock.now()],
    );
    await db.read('update plan set places = 1 where id = $1', [planId]);
    const taken = await anApplication(db, siteId, (await aPerson(db)).personId, { planId });
    await decisions.approve(manager, taken, approval());
    const again = await apply({ status: 'draft' });
    const { eligibility: said } = await applications.submit(applicant, again);
    expect(said.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['exclusion', 'fail'],
      ['place', 'manual'],
    ]);
  });
});

describe('consents', () => {
  it('are given and taken back each for itself, and each is a fact with its time', async () => {
    const consents = oasis.get(Consents);
    await consents.set(applicant, ['newsletter', 'who_is_in']);
    oasis.clock.advance(60);
    await Promise.all([1, 2, 3].map(() => consents.set(applicant, ['newsletter', 'research'])));
    const given = (await consents.of(applicant)).filter((each) => each.given).map(({ purpose }) => purpose);
    expect(given).toEqual(['newsletter', 'research']);
    const kept = (await oasis.get(PersonalRecords).about(applicant.personId))['consents'];
    expect(kept).toMatchObject([
      { purpose: 'newsletter', givenAt: new Date('2027-03-02T06:00:00Z'), withdrawnAt: null },
      { purpose: 'who_is_in', withdrawnAt: new Date('2027-03-02T07:00:00Z') },
      { purpose: 'research', withdrawnAt: null },
    ]);
  });
});

describe('conflicts of interest', () => {
  it('are seen by whoever declared them and by managers of the site, and ended by nobody else', async () => {
    const declared = await conflicts.declare(coach, { aboutPersonId: applicant.personId, kind: 'supplier_or_client' });
    const seenBy = async (actor: Actor) => (await conflicts.list(actor)).items.map(({ id }) => id);
    expect(await seenBy(coach)).toEqual([declared.id]);
    expect(await seenBy(manager)).toEqual([declared.id]);
    expect(await seenBy(applicant)).toEqual([]);
    expect(await codes(conflicts.end(manager, declared.id))).toEqual(['missing']);
    expect(await codes(conflicts.end(coach, declared.id))).toEqual([]);
    expect(await codes(conflicts.end(coach, declared.id))).toEqual(['conflict_of_interest_over']);
    expect(await codes(conflicts.declare(coach, { aboutPersonId: coach.personId, kind: 'other' }))).toEqual([
      'conflict_of_interest_self',
    ]);
  });
});
