import { BookingService } from '../../src/bookings/booking.service';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Rule } from '../../src/kernel/refusal';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { endRules } from '../../src/lifecycle/membership-end.rules';
import { MembershipSuspensionService } from '../../src/lifecycle/membership-suspension.service';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { decisions } from '../../src/memberships/terms/membership.rules';
import { MembershipLifeService } from '../../src/memberships/terms/membership-life.service';
import { MembershipsQueries } from '../../src/memberships/terms/memberships.queries';
import { MembershipView } from '../../src/memberships/terms/membership.view';
import { PausesService } from '../../src/memberships/terms/pauses.service';
import { RenewalsService } from '../../src/memberships/terms/renewals.service';
import { pauseRules, renewalRules, stayRules } from '../../src/memberships/terms/term.rules';
import { TermsService } from '../../src/memberships/terms/terms.service';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import {
  aLaunchPlan,
  anAccepted,
  anOffer,
  everything,
  PlanOptions,
  publish,
  publishDocuments,
} from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let siteId: string;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('08:00'));
  siteId = (await aSite(db)).id;
  await publishDocuments(db, siteId);
  manager = await aManager(db, siteId);
  aino = await aPerson(db);
});

const accepted = async (options: PlanOptions = {}, startsOn = today, person = aino, ventureId: string | null = null) =>
  anAccepted(oasis, siteId, person, await aLaunchPlan(db, siteId, options), { startsOn, ventureId });

const pauses = () => oasis.get(PausesService);
const renewals = () => oasis.get(RenewalsService);
const request = (id: string, startsOn: string, endsOn: string) => pauses().request(aino, id, { startsOn, endsOn });
const approve = (id: string, actor = manager) => oasis.get(PauseStoryService).approve(actor, id);
const wish = { noOwnOffice: true, progress: 'Twenty interviews, one prototype.' };
const reviewed = 'The interviews are real, the prototype runs.';

/** Does something as if a list of rules lacked one law. */
async function without<T>(rules: readonly Rule<never>[], law: string, work: () => Promise<T>): Promise<T> {
  const list = rules as Rule<never>[];
  const all = [...list];
  const kept = all.filter((rule) => rule.name !== law);
  expect(kept).toHaveLength(all.length - 1);
  list.splice(0, list.length, ...kept);
  try {
    return await work();
  } finally {
    list.splice(0, list.length, ...all);
  }
}

describe('no_overlapping_terms', () => {
  it('lets nobody hold two memberships of a site that are not over, whoever offers at once', async () => {
    const plan = await aLaunchPlan(db, siteId);
    const offers = [1, 2, 3, 4, 5, 6].map(() =>
      codes(anOffer(oasis, siteId, aino.personId, plan, { startsOn: today })),
    );

    const answers = (await Promise.all(offers)).flat();

    expect(answers).toEqual(Array.from({ length: 5 }, () => 'no_overlapping_terms'));
  });

  it('lets no term begin on a day that an earlier one covers', async () => {
    const { id } = await accepted();
    await oasis.get(MembershipEndService).end(manager, id, { reason: 'stopped_idea' });

    expect(await codes(accepted())).toEqual(['no_overlapping_terms']);
    clock.set(at('08:00', '2027-03-03'));
    const [open] = await db.read<{ id: string }>(
      `select id from membership where status = 'offered' and site_id = $1`,
      [siteId],
    );
    await oasis.get(TermsService).decline(aino, open!.id);
    expect(await codes(accepted({}, '2027-03-03'))).toEqual([]);
  });

  it('is the constraints: without them there are two at once', async () => {
    const alone = await startOasis();
    try {
      await alone.database.read('drop index membership_open');
      await alone.database.read('alter table membership_term drop constraint no_overlapping_terms');
      const site = (await aSite(alone.database)).id;
      await publishDocuments(alone.database, site);
      const plan = await aLaunchPlan(alone.database, site);
      const person = await aPerson(alone.database);

      await anAccepted(alone, site, person, plan, { startsOn: today });
      await anAccepted(alone, site, person, plan, { startsOn: today });

      const [row] = await alone.database.read<{ count: number }>(
        'select count(*)::int as count from membership_term where person_id = $1',
        [person.personId],
      );
      expect(row?.count).toBe(2);
    } finally {
      await alone.stop();
    }
  });
});

describe('pinned_terms', () => {
  it('binds a member to what was accepted, whatever is published later, until a renewal', async () => {
    const view = await accepted();
    await publish(db, siteId, 'agreement');
    await db.read(
      `insert into plan_version (id, plan_id, version, published_at, texts, term_months, max_renewals, total_months, price_cents,
         normal_price_cents, max_pauses, pause_days, access)
       select $1, plan_id, 2, $2, texts, 3, 0, 3, 9000, 16000, 0, 0, access from plan_version where id = $3`,
      [newId(), clock.now(), view.plan.id],
    );
    const read = () => oasis.get(MembershipsQueries).one(aino, view.id);

    expect(await read()).toMatchObject({ plan: view.plan, agreement: view.agreement, endsOn: view.endsOn });

    expect(await codes(renewals().request(aino, view.id, wish))).toEqual(['agreement_version']);
    await renewals().request(aino, view.id, { ...wish, agreementVersion: 2 });
    expect(await read()).toMatchObject({ agreement: { version: 1 } });
    await renewals().renew(manager, view.id, reviewed);
    expect(await read()).toMatchObject({ plan: view.plan, agreement: { version: 2 } });
    const kept = await db.read<{ version: number }>(
      `select d.version from acceptance a join document_version d on d.id = a.agreement_version_id
       where a.membership_id = $1 order by d.version`,
      [view.id],
    );
    expect(kept.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is the trigger: what was published cannot be changed or removed', async () => {
    const view = await accepted();

    for (const change of [
      `update plan_version set price_cents = 0 where id = '${view.plan.id}'`,
      `delete from plan_allowance where plan_version_id = '${view.plan.id}'`,
      `update document_version set hash = 'other' where id = '${view.agreement.id}'`,
    ]) {
      await expect(db.read(change)).rejects.toMatchObject({ driverError: { constraint: 'pinned_terms' } });
    }
  });

  it('when switched off lets the price of a running membership change', async () => {
    const view = await accepted();
    await db.read('alter table plan_version disable trigger pinned_terms');
    try {
      await db.read('update plan_version set price_cents = 1 where id = $1', [view.plan.id]);
      expect((await oasis.get(MembershipsQueries).one(aino, view.id)).plan.priceCents).toBe(1);
    } finally {
      await db.read('alter table plan_version enable trigger pinned_terms');
    }
  });
});

describe('total_stay_cap', () => {
  const short = { termMonths: 3, totalMonths: 6, maxRenewals: 5, noticeDays: 0, maxPauses: 2, pauseDays: 30 };

  async function renewed(view: MembershipView): Promise<MembershipView> {
    await renewals().request(aino, view.id, wish);
    return renewals().renew(manager, view.id, reviewed);
  }

  it('lets a person stay as long as the plan says in all, and not a day more', async () => {
    const view = await renewed(await accepted(short));

    expect(view.endsOn).toBe('2027-09-01');
    expect(await codes(renewals().request(aino, view.id, wish))).toEqual(['total_stay_cap']);
  });

  it('counts earlier memberships at the site, under whatever plan', async () => {
    const { id } = await accepted({ termMonths: 4, totalMonths: 12 });
    clock.set(at('08:00', '2027-06-30'));
    await oasis.get(MembershipEndService).end(manager, id, { reason: 'transferred' });
    clock.set(at('08:00', '2027-07-01'));

    // Four months less a day are used up: three more do not fit into six.
    expect(await codes(accepted(short, '2027-07-01'))).toEqual(['total_stay_cap']);
    expect(await codes(accepted({ ...short, totalMonths: 7 }, '2027-07-01'))).toEqual([]);
  });

  it('does not count paused days', async () => {
    const first = await accepted({ ...short, pauseExtendsTerm: false });
    await request(first.id, '2027-04-01', '2027-04-30');
    await approve(first.id);
    const view = await renewed(first);
    expect(view.endsOn).toBe('2027-09-01');
    clock.set(at('08:00', '2027-09-01'));
    await oasis.get(MembershipEndService).giveNotice(aino, first.id);

    // Thirty days are left of six months.
    clock.set(at('08:00', '2027-09-02'));
    await oasis.get(MembershipEndService).end(manager, first.id, { reason: 'term_expired' });
    const oneMonth = { termMonths: 1, totalMonths: 6 };
    expect(await codes(accepted(oneMonth, '2027-10-01'))).toEqual(['total_stay_cap']);
    expect(await codes(accepted(oneMonth, '2028-02-01'))).toEqual([]);
  });

  it('counts a date once for a venture, however many of its members are in', async () => {
    const ventureId = newId();
    await db.read(`insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'Saima', $3, $3)`, [
      ventureId,
      siteId,
      clock.now(),
    ]);
    const one = { termMonths: 3, totalMonths: 4 };
    await accepted(one, today, await aPerson(db), ventureId);

    expect(await codes(accepted(one, today, aino, ventureId))).toEqual([]);
    expect(await codes(accepted(one, '2027-06-02', await aPerson(db), ventureId))).toEqual(['total_stay_cap']);
    expect(await codes(accepted(one, '2027-06-02', await aPerson(db)))).toEqual([]);
  });

  it('when switched off lets a stay go on and on', async () => {
    await without(stayRules as Rule<never>[], 'total_stay_cap', async () => {
      let view = await accepted(short);
      for (let i = 0; i < 4; i++) view = await renewed(view);
      expect(view.endsOn).toBe('2028-06-01');
    });
  });
});

describe('pause_limits', () => {
  const open = { maxPauses: 2, pauseDays: 20, pauseEdgeDays: 7 };

  it.each([
    ['before the first days are over', '2027-03-08', '2027-03-12'],
    ['into the last days', '2027-08-20', '2027-08-26'],
    ['longer than the plan allows', '2027-04-01', '2027-04-21'],
    ['beyond the term', '2027-08-20', '2027-09-05'],
  ])('allow no pause %s', async (_, from, to) => {
    const { id } = await accepted(open);
    const before = await everything(db);

    expect(await codes(request(id, from, to))).toEqual(['pause_limits']);
    expect(await everything(db)).toEqual(before);
  });

  it.each([
    ['the first day that is free', '2027-03-09', '2027-03-09'],
    ['the last day that is free', '2027-08-25', '2027-08-25'],
    ['as many days as there are', '2027-04-01', '2027-04-20'],
  ])('allow %s', async (_, from, to) => {
    const { id } = await accepted(open);

    expect(await codes(request(id, from, to))).toEqual([]);
  });

  it('count all pauses of the term, and let none overlap another', async () => {
    const { id } = await accepted(open);
    await request(id, '2027-04-01', '2027-04-10');
    await approve(id);

    expect(await codes(request(id, '2027-04-10', '2027-04-12'))).toEqual(['pause_limits']);
    expect(await codes(request(id, '2027-05-01', '2027-05-11'))).toEqual(['pause_limits']);
    await request(id, '2027-05-01', '2027-05-10');
    await approve(id);
    expect(await codes(request(id, '2027-06-01', '2027-06-01'))).toEqual(['pause_limits']);
  });

  it('begin anew with each term', async () => {
    const { id } = await accepted({ ...open, maxPauses: 1, maxRenewals: 1 });
    await request(id, '2027-04-01', '2027-04-20');
    await approve(id);
    await renewals().request(aino, id, wish);
    const renewed = await renewals().renew(manager, id, reviewed);

    expect(renewed.terms.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      [today, '2027-09-21'],
      ['2027-09-22', '2028-03-21'],
    ]);
    expect(await codes(request(id, '2027-11-01', '2027-11-20'))).toEqual([]);
  });

  it('hold when the manager approves, too', async () => {
    const { id } = await accepted(open);
    await request(id, '2027-04-01', '2027-04-10');
    clock.set(at('08:00', '2027-04-02'));

    expect(await codes(approve(id))).toEqual(['in_the_past']);
  });

  it('when switched off let a membership rest from the first day to the last', async () => {
    const { id } = await accepted(open);

    await without(pauseRules as Rule<never>[], 'pause_limits', async () => {
      await request(id, today, '2027-09-01');
      expect(await approve(id)).toMatchObject({ status: 'paused' });
    });
  });

  it('are kept from two overlapping pauses by a constraint', async () => {
    const { id } = await accepted(open);
    await request(id, '2027-04-01', '2027-04-10');
    await approve(id);

    await expect(
      db.read(
        `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
         values ($1, $2, '2027-04-10', '2027-04-12', 'approved', $3)`,
        [newId(), id, clock.now()],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'pause_once' } });
  });
});

describe('renewal_cap', () => {
  it('allows as many renewals as the plan says', async () => {
    const { id } = await accepted({ maxRenewals: 1, totalMonths: 60 });
    await renewals().request(aino, id, wish);
    await renewals().renew(manager, id, reviewed);

    expect(await codes(renewals().request(aino, id, wish))).toEqual(['renewal_cap']);
  });

  it('asks for a new declaration of having no office, and for a review', async () => {
    const { id } = await accepted();
    expect(await codes(renewals().request(aino, id, { ...wish, noOwnOffice: false }))).toEqual(['no_own_office']);
    expect(await codes(renewals().renew(manager, id, reviewed))).toEqual(['renewal_not_requested']);

    await renewals().request(aino, id, wish);

    await expect(
      db.read(`update renewal_request set status = 'approved' where membership_id = $1`, [id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'renewal_cap' } });
    expect(await codes(renewals().request(aino, id, wish))).toEqual(['renewal_requested']);
  });

  it('gives no renewal to who is leaving', async () => {
    const { id } = await accepted();
    await renewals().request(aino, id, wish);
    const left = await oasis.get(MembershipEndService).giveNotice(aino, id);

    expect(left.renewals).toEqual([expect.objectContaining({ status: 'cancelled' })]);
    expect(await codes(renewals().request(aino, id, wish))).toEqual(['membership_leaving']);
  });

  it('when switched off lets a membership be renewed again and again', async () => {
    const { id } = await accepted({ maxRenewals: 0, totalMonths: 60 });

    await without(renewalRules as Rule<never>[], 'renewal_cap', async () => {
      for (let i = 0; i < 3; i++) {
        await renewals().request(aino, id, wish);
        await renewals().renew(manager, id, reviewed);
      }
      expect((await oasis.get(MembershipsQueries).one(aino, id)).terms).toHaveLength(4);
    });
  });
});

describe('segregation_of_duties', () => {
  const suspension = { reason: 'Door left open', reviewOn: '2027-03-09' };
  const deciding: [string, (actor: Actor, id: string) => Promise<unknown>][] = [
    ['approve-pause', (actor, id) => approve(id, actor)],
    ['refuse-pause', (actor, id) => pauses().refuse(actor, id, 'No')],
    ['renew', (actor, id) => renewals().renew(actor, id, reviewed)],
    ['refuse-renewal', (actor, id) => renewals().refuse(actor, id, 'No')],
    ['suspend', (actor, id) => oasis.get(MembershipSuspensionService).suspend(actor, id, suspension)],
    ['reinstate', (actor, id) => oasis.get(MembershipLifeService).reinstate(actor, id)],
    ['end', (actor, id) => oasis.get(MembershipEndService).end(actor, id, { reason: 'graduated' })],
  ];

  it('knows all decisions', () => {
    expect(deciding.map(([name]) => name)).toEqual(decisions);
  });

  it.each(deciding)('lets nobody %s on their own membership', async (_, decide) => {
    const own = await accepted({}, today, manager);
    const before = await everything(db);

    expect(await codes(decide(manager, own.id))).toEqual(['segregation_of_duties']);
    expect(await everything(db)).toEqual(before);
  });

  it.each(deciding)('lets nobody %s where a conflict is declared, until it is over', async (_, decide) => {
    const { id } = await accepted();
    const conflict = newId();
    await db.read(
      `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
      [conflict, manager.personId, aino.personId, clock.now()],
    );
    expect(await codes(decide(manager, id))).toEqual(['segregation_of_duties']);

    await db.read('update conflict_of_interest set ended_at = $2 where id = $1', [conflict, clock.now()]);
    expect(await codes(decide(manager, id))).not.toContain('segregation_of_duties');
  });

  it('when switched off lets a manager end their own membership as a graduate', async () => {
    const own = await accepted({}, today, manager);
    const list = decisions as string[];
    const all = list.splice(0, list.length);
    try {
      expect(await codes(oasis.get(MembershipEndService).end(manager, own.id, { reason: 'graduated' }))).toEqual([]);
    } finally {
      list.push(...all);
    }
  });
});

describe('reasoned_decision', () => {
  it('lets nobody be sent away, suspended or refused without words that they can read', async () => {
    const { id } = await accepted();
    await request(id, '2027-04-01', '2027-04-10');
    await renewals().request(aino, id, wish);

    expect(await codes(oasis.get(MembershipEndService).end(manager, id, { reason: 'terminated_for_cause' }))).toEqual([
      'reasoned_decision',
    ]);
    await pauses().refuse(manager, id, 'The fair is in April.');
    await renewals().refuse(manager, id, 'Too few interviews.');
    const suspended = await oasis
      .get(MembershipSuspensionService)
      .suspend(manager, id, { reason: 'Door left open', reviewOn: '2027-03-09' });

    expect(suspended).toMatchObject({
      pauses: [{ status: 'refused', answer: 'The fair is in April.' }],
      renewals: [{ status: 'refused', reason: 'Too few interviews.' }],
      suspension: { reason: 'Door left open' },
    });
    const ended = await oasis
      .get(MembershipEndService)
      .end(manager, id, { reason: 'terminated_for_cause', note: 'The door again.' });
    expect(ended.end).toMatchObject({ note: 'The door again.' });
  });

  it.each([
    [`update membership set status = 'suspended' where id = $1`],
    [`update membership set end_reason = 'terminated_for_cause' where id = $1`],
    [
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
      values (gen_random_uuid(), $1, '2027-04-01', '2027-04-02', 'refused', now())`,
    ],
    [`update renewal_request set status = 'refused' where membership_id = $1`],
  ])('is a constraint: %s', async (change) => {
    const { id } = await accepted();
    await renewals().request(aino, id, wish);

    await expect(db.read(change, [id])).rejects.toMatchObject({ driverError: { constraint: 'reasoned_decision' } });
  });

  it('as a rule switched off leaves the constraint, which lets nothing pass', async () => {
    const { id } = await accepted();

    await without(endRules as Rule<never>[], 'reasoned_decision', async () => {
      const end = oasis.get(MembershipEndService).end(manager, id, { reason: 'terminated_for_cause' });
      await expect(end).rejects.toMatchObject({ driverError: { constraint: 'reasoned_decision' } });
    });
  });
});

describe('covered_by_membership', () => {
  it('follows the state: nobody books in a pause, after the end, or while suspended', async () => {
    const { id } = await accepted({ noticeDays: 10 });
    const desk = await aResource(db, siteId);
    const book = (date: string) =>
      codes(
        oasis.get(BookingService).book(aino, { resourceId: desk, start: at('10:00', date), end: at('12:00', date) }),
      );
    await request(id, '2027-03-10', '2027-03-12');
    await approve(id);
    clock.set(at('08:00', '2027-03-05'));
    expect(await book('2027-03-09')).toEqual([]);
    expect(await book('2027-03-10')).toEqual(['covered_by_membership']);
    clock.set(at('08:00', '2027-03-08'));
    await oasis.get(MembershipEndService).giveNotice(aino, id);

    expect(await book('2027-03-15')).toEqual([]);
    clock.set(at('08:00', '2027-03-13'));
    expect(await book('2027-03-18')).toEqual([]);
    expect(await book('2027-03-19')).toEqual(['covered_by_membership']);

    await oasis
      .get(MembershipSuspensionService)
      .suspend(manager, id, { reason: 'Door left open', reviewOn: '2027-03-18' });
    expect(await book('2027-03-17')).toEqual(['covered_by_membership']);
  });
});
