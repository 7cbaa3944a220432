import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Rule } from '../../src/kernel/refusal';
import { TeamDepartureService } from '../../src/lifecycle/team-departure.service';
import { dutyRules } from '../../src/memberships/duty.rules';
import { companyRules } from '../../src/memberships/ventures/company.rules';
import { CompanyService } from '../../src/memberships/ventures/company.service';
import { MembershipVentureService } from '../../src/memberships/ventures/membership-venture.service';
import { MilestoneService } from '../../src/memberships/ventures/milestone.service';
import {
  approvalRules,
  proposalRules,
  stageDecisions,
  transitionStatuses,
} from '../../src/memberships/ventures/stage.rules';
import { StageService } from '../../src/memberships/ventures/stage.service';
import { StageTransitionView } from '../../src/memberships/ventures/stage.view';
import { TeamService } from '../../src/memberships/ventures/team.service';
import { VentureQueries } from '../../src/memberships/ventures/venture.queries';
import { mayDo, teamRules, VentureDeed } from '../../src/memberships/ventures/venture.rules';
import { VentureService } from '../../src/memberships/ventures/venture.service';
import { VentureTicks } from '../../src/memberships/ventures/venture.ticks';
import { VentureView } from '../../src/memberships/ventures/venture.view';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aMembership, anEntrepreneur, aPerson, aPlan, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const company = { name: 'Lumi Oy', businessId: '1234567-1', country: 'FI', registeredOn: '2027-03-01' };

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let ventures: VentureService;
let team: TeamService;
let departures: TeamDepartureService;
let steps: StageService;
let siteId: string;
let aino: Actor;
let boris: Actor;
let coach: Actor;
let manager: Actor;
let venture: VentureView;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  ventures = oasis.get(VentureService);
  team = oasis.get(TeamService);
  departures = oasis.get(TeamDepartureService);
  steps = oasis.get(StageService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(`${today}T08:00:00+02:00`);
  siteId = (await aSite(db)).id;
  [aino, boris] = [await anEntrepreneur(db, siteId), await anEntrepreneur(db, siteId)];
  coach = await aPerson(db, 'coach', siteId);
  manager = await aManager(db, siteId);
  venture = await ventures.begin(aino, { siteId, name: 'Lumi Tracks', sentence: 'Maps of ski tracks.' });
});

/** Every row that a command of this room could change. */
async function everything(): Promise<unknown> {
  const tables = ['venture', 'venture_member', 'stage_transition', 'milestone', 'company', 'membership', 'audit_event'];
  const contents = tables.map((table) => `(select jsonb_agg(t order by t::text) from ${table} t) as ${table}`);
  return db.read(`select ${contents.join(', ')}`);
}

/** Does something while a list of laws is empty. */
async function without<T>(laws: readonly Rule<never>[], work: () => Promise<T>): Promise<T> {
  const list = laws as Rule<never>[];
  const kept = list.splice(0);
  try {
    return await work();
  } finally {
    list.push(...kept);
  }
}

const read = () => oasis.get(VentureQueries).one(aino, venture.id);
const memberOf = (actor: Actor, { members }: VentureView = venture) =>
  members.find(({ personId }) => personId === actor.personId)!;
const joined = (actor: Actor, more: object = {}) => team.add(aino, venture.id, { personId: actor.personId, ...more });
const proposed = (toStage: 'problem_solution_fit' | 'mvp' | 'company_founded' = 'problem_solution_fit') =>
  steps.propose(aino, venture.id, { toStage, evidence: '15 talks' });

describe('a venture', () => {
  it('is led from today on by whoever writes it down', () => {
    expect(venture).toEqual({
      id: expect.any(String),
      siteId,
      name: 'Lumi Tracks',
      sentence: 'Maps of ski tracks.',
      sector: null,
      stage: 'idea',
      criteria: [{ code: 'customer_interviews', count: 15 }],
      startUpGrant: 'unknown',
      status: 'active',
      members: [
        {
          id: expect.any(String),
          personId: aino.personId,
          fullName: 'Aino Example',
          lead: true,
          startsOn: today,
          endsOn: null,
          current: true,
        },
      ],
      company: null,
      warnings: [],
      version: 1,
    });
  });

  it('is for those who belong to the site or apply there, and for sites that are in use', async () => {
    const wish = { siteId, name: 'Kelo', sentence: 'Tables.' };
    const saga = await aPerson(db);
    expect(await codes(ventures.begin(saga, wish))).toEqual(['role_required']);
    expect(await codes(ventures.begin(coach, wish))).toEqual(['role_required']);
    expect(await codes(ventures.begin(saga, { ...wish, siteId: newId() }))).toEqual(['missing']);
    await db.read(
      `insert into application (id, site_id, person_id, status, created_at, updated_at) values ($1, $2, $3, 'draft', $4, $4)`,
      [newId(), siteId, saga.personId, clock.now()],
    );
    await expect(ventures.begin(saga, wish)).resolves.toMatchObject({ name: 'Kelo' });
    await db.read(`update site set status = 'suspended' where id = $1`, [siteId]);
    expect(await codes(ventures.begin(aino, wish))).toEqual(['site_status']);
  });

  it('is known to its team and to those who work at its site, and to nobody else', async () => {
    const { id } = await aSite(db);
    const elsewhere = [await aPerson(db, 'coach', id), await aManager(db, id)];
    const queries = oasis.get(VentureQueries);
    for (const stranger of [boris, ...elsewhere, await aPerson(db, 'observer', siteId)]) {
      expect(await codes(queries.one(stranger, venture.id))).toEqual(['missing']);
      expect((await queries.list(stranger, {})).items).toEqual([]);
    }
    const administrator = await aPerson(db, 'administrator');
    for (const reader of [aino, coach, manager, administrator]) {
      expect(await queries.one(reader, venture.id)).toEqual(venture);
      expect((await queries.list(reader, { siteId })).items).toEqual([venture]);
    }
  });

  it('is known to a member from the first day to the last', async () => {
    const queries = oasis.get(VentureQueries);
    await joined(boris, { startsOn: tomorrow });
    expect(await codes(queries.one(boris, venture.id))).toEqual(['missing']);
    clock.set(`${tomorrow}T00:00:00+02:00`);
    const view = await queries.one(boris, venture.id);
    await departures.end(boris, venture.id, memberOf(boris, view).id, tomorrow);
    await expect(queries.one(boris, venture.id)).resolves.toMatchObject({ id: venture.id });
    clock.set('2027-03-04T00:00:00+02:00');
    expect(await codes(queries.one(boris, venture.id))).toEqual(['missing']);
  });

  it('is changed from the version that was read', async () => {
    const change = { name: 'Lumi', sector: 'outdoor', startUpGrant: 'waiting' as const };
    expect(await codes(ventures.change(aino, venture.id, change, undefined))).toEqual(['if_match_required']);
    expect(await codes(ventures.change(aino, venture.id, change, 2))).toEqual(['stale']);
    const changed = await ventures.change(aino, venture.id, change, 1);
    expect(changed).toEqual({ ...venture, ...change, version: 2 });
    expect(await ventures.change(manager, venture.id, { sector: null }, 2)).toMatchObject({ sector: null, version: 3 });
  });
});

describe('who may do what', () => {
  const deeds: Record<VentureDeed, (actor: Actor) => Promise<unknown>> = {
    change: (actor) => ventures.change(actor, venture.id, { name: 'Lumi' }, 'any'),
    'change-members': async (actor) => team.add(actor, venture.id, { personId: (await spare).personId }),
    'propose-stage': (actor) => steps.propose(actor, venture.id, { toStage: 'mvp' }),
    'decide-stage': async (actor) => steps.approve(actor, (await openStep()).id),
    plan: (actor) => oasis.get(MilestoneService).add(actor, venture.id, { title: 'Ten talks' }),
    'register-company': (actor) => oasis.get(CompanyService).enter(actor, venture.id, anotherCompany()),
  };
  let spare: Promise<Actor>;
  let step: Promise<StageTransitionView> | undefined;
  const openStep = () => (step ??= proposed());
  let count = 0;
  const anotherCompany = () => ({ ...company, country: 'SE', businessId: `5560-${++count}` });

  const cast = async (): Promise<[string, string[], Actor][]> => {
    const member = await anEntrepreneur(db, siteId);
    await joined(member);
    const foreign = (await aSite(db)).id;
    return [
      ['lead', ['member', 'lead'], aino],
      ['member', ['member'], member],
      ['coach', ['coach'], coach],
      ['manager', ['manager'], manager],
      ['stranger', [], boris],
      ['manager elsewhere', [], await aManager(db, foreign)],
    ];
  };

  it.each(Object.keys(deeds) as VentureDeed[])('%s: everybody, in both states of the venture', async (deed) => {
    const people = await cast();
    for (const status of ['stopped', 'active']) {
      for (const [name, roles, actor] of people) {
        spare = anEntrepreneur(db, siteId);
        await spare;
        step = undefined;
        await db.read(`delete from company where venture_id = $1`, [venture.id]);
        await db.read(`update venture set status = 'active' where id = $1`, [venture.id]);
        if (deed === 'decide-stage') await openStep();
        await db.read('update venture set status = $2 where id = $1', [venture.id, status]);
        const before = await everything();

        const told = await codes(deeds[deed](actor));

        const own = deed === 'decide-stage' && roles.includes('member');
        const may = mayDo[deed].some((role) => roles.includes(role));
        const expected =
          roles.length === 0
            ? ['missing']
            : own
              ? ['segregation_of_duties']
              : !may
                ? ['role_required']
                : status === 'stopped'
                  ? ['venture_stopped']
                  : [];
        expect({ name, status, told }).toEqual({ name, status, told: expected });
        if (expected.length > 0) expect(await everything()).toEqual(before);
        else expect(await everything()).not.toEqual(before);
        await settleSteps();
      }
    }
  });

  /** Answers what waits, so that the next round may propose again. */
  async function settleSteps(): Promise<void> {
    await db.read(
      `update stage_transition set status = 'returned', decided_by = $2, decided_at = $3, decision_reason = 'No'
       where venture_id = $1 and status = 'proposed'`,
      [venture.id, manager.personId, clock.now()],
    );
    await db.read(`update venture set stage = 'idea', status = 'active' where id = $1`, [venture.id]);
  }

  it('a stopped venture is taken up again', async () => {
    await ventures.change(aino, venture.id, { status: 'stopped' }, 'any');
    expect(await codes(ventures.change(aino, venture.id, { name: 'Lumi' }, 'any'))).toEqual(['venture_stopped']);
    expect(await ventures.change(aino, venture.id, { status: 'active' }, 'any')).toMatchObject({ status: 'active' });
  });
});

describe('a team', () => {
  it('takes in people of the site by id or by address, and tells nothing of others', async () => {
    const [{ email } = { email: '' }] = await db.read<{ email: string }>('select email from person where id = $1', [
      boris.personId,
    ]);
    const view = await team.add(aino, venture.id, { email });
    expect(memberOf(boris, view)).toMatchObject({ lead: false, startsOn: today, endsOn: null });
    const outsider = await aPerson(db);
    for (const wanted of [{ personId: outsider.personId }, { personId: newId() }, { email: 'no@people.example' }]) {
      const told = team.add(aino, venture.id, wanted);
      await expect(told).rejects.toMatchObject({ code: 'missing', message: 'There is no such person at this site.' });
    }
    expect(await codes(team.add(aino, venture.id, { email, personId: boris.personId }))).toEqual(['malformed']);
    expect(await codes(joined(boris, { startsOn: '2027-03-01' }))).toEqual(['in_the_past']);
  });

  it('venture_member_once', async () => {
    const told = await Promise.all(Array.from({ length: 4 }, () => codes(joined(boris))));
    expect(told.flat()).toEqual(Array(3).fill('venture_member_once'));
    const view = await read();
    await departures.end(aino, venture.id, memberOf(boris, view).id, today);
    expect(await codes(joined(boris))).toEqual(['venture_member_once']);
    expect(await codes(joined(boris, { startsOn: tomorrow }))).toEqual([]);

    await db.read('alter table venture_member drop constraint venture_member_once');
    try {
      expect(await codes(joined(boris))).toEqual([]);
    } finally {
      await db.read('delete from venture_member where person_id = $1', [boris.personId]);
      await db.read(`alter table venture_member add constraint venture_member_once exclude using gist
        (venture_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)`);
    }
  });

  it('venture_lead', async () => {
    const leaving = () => departures.end(aino, venture.id, memberOf(aino).id, tomorrow);
    const view = await joined(boris);
    const resigning = () => team.setLead(aino, venture.id, memberOf(aino).id, false);
    expect([await codes(leaving()), await codes(resigning())]).toEqual([['venture_lead'], ['venture_lead']]);
    await team.setLead(aino, venture.id, memberOf(boris, view).id, true);
    // Both leave at once: one stays.
    const told = await Promise.all([
      codes(leaving()),
      codes(departures.end(boris, venture.id, memberOf(boris, view).id, tomorrow)),
    ]);
    expect(told.flat()).toEqual(['venture_lead']);
    expect((await read()).members.filter(({ lead, endsOn }) => lead && endsOn === null)).toHaveLength(1);

    await without(teamRules, async () => {
      for (const { id } of (await read()).members) await departures.end(manager, venture.id, id, tomorrow);
    });
    expect((await read()).members.filter(({ endsOn }) => endsOn === null)).toEqual([]);
  });

  it('lets people leave by themselves, and only them and the leads', async () => {
    const otso = await anEntrepreneur(db, siteId);
    await joined(otso);
    const view = await joined(boris);
    const end = (actor: Actor, date = today) => departures.end(actor, venture.id, memberOf(boris, view).id, date);
    expect(await codes(end(otso))).toEqual(['role_required']);
    expect(await codes(end(boris, '2027-03-01'))).toEqual(['in_the_past']);
    expect(memberOf(boris, await end(boris))).toMatchObject({ endsOn: today, current: true });
    clock.set(`${tomorrow}T08:00:00+02:00`);
    expect(memberOf(boris, await read())).toMatchObject({ endsOn: today, current: false });
    expect(await codes(end(aino, tomorrow))).toEqual(['venture_member_ended']);
    expect(await codes(departures.end(aino, venture.id, newId(), tomorrow))).toEqual(['missing']);
  });

  it('forgets a time that is called off before its first day', async () => {
    const view = await joined(boris, { startsOn: '2027-04-01' });
    const after = await departures.end(aino, venture.id, memberOf(boris, view).id, today);
    expect(after.members).toHaveLength(1);
  });
});

describe('a step to another stage', () => {
  it('is taken when a coach approves it, and the venture is there at once', async () => {
    const step = await proposed();
    expect(step).toMatchObject({ status: 'proposed', fromStage: 'idea', toStage: 'problem_solution_fit' });
    expect(await steps.approve(coach, step.id)).toMatchObject({ status: 'approved', decidedBy: coach.personId });
    expect(await read()).toMatchObject({
      stage: 'problem_solution_fit',
      version: 2,
      criteria: [{ code: 'measurable_experiment', count: 1 }],
    });
  });

  it('is given back with a reason, and proposed again', async () => {
    const step = await proposed();
    expect(await steps.return(manager, step.id, 'Only nine talks')).toMatchObject({
      status: 'returned',
      decisionReason: 'Only nine talks',
    });
    expect(await read()).toMatchObject({ stage: 'idea', version: 1 });
    await expect(proposed()).resolves.toMatchObject({ status: 'proposed' });
  });

  it.each(
    transitionStatuses.flatMap((status) => ['approve' as const, 'return' as const].map((event) => [status, event])),
  )('when %s: %s by everybody changes exactly what the table says', async (status, event) => {
    const member = await anEntrepreneur(db, siteId);
    await joined(member);
    const cast: [string, Actor, string[]][] = [
      ['lead', aino, ['segregation_of_duties']],
      ['member', member, ['segregation_of_duties']],
      ['stranger', boris, ['missing']],
      ['coach elsewhere', await aPerson(db, 'coach', (await aSite(db)).id), ['missing']],
      ['coach', coach, []],
      ['manager', manager, []],
      ['administrator', await aPerson(db, 'administrator'), []],
    ];
    for (const [name, actor, refusal] of cast) {
      const step = await proposed();
      if (status === 'approved') await steps.approve(coach, step.id);
      if (status === 'returned') await steps.return(coach, step.id, 'No');
      const before = await everything();

      const told = await codes(
        event === 'approve' ? steps.approve(actor, step.id) : steps.return(actor, step.id, 'No'),
      );

      const isPossible = stageDecisions[event as 'approve'].from.includes(status as 'proposed');
      const expected = refusal.length > 0 ? refusal : isPossible ? [] : ['stage_transition_status'];
      expect({ name, told }).toEqual({ name, told: expected });
      if (expected.length > 0) expect(await everything()).toEqual(before);
      const [row] = await db.read<{ status: string; stage: string }>(
        'select t.status, v.stage from stage_transition t join venture v on v.id = t.venture_id where t.id = $1',
        [step.id],
      );
      const after = expected.length === 0 ? stageDecisions[event as 'approve'].to : status;
      expect(row).toEqual({ status: after, stage: after === 'approved' ? 'problem_solution_fit' : 'idea' });
      if (after === 'proposed') await steps.return(manager, step.id, 'Next');
      if (after === 'approved') {
        const back = await steps.propose(aino, venture.id, { toStage: 'idea', reason: 'Another problem' });
        await steps.approve(manager, back.id);
      }
    }
  });

  it('stage_reason', async () => {
    await steps.approve(coach, (await proposed('mvp')).id);
    const back = (reason?: string) => steps.propose(aino, venture.id, { toStage: 'idea', reason });
    expect(await codes(back())).toEqual(['stage_reason']);
    expect(await codes(steps.propose(aino, venture.id, { toStage: 'mvp' }))).toEqual(['stage_same']);
    const step = await back('Nobody wanted it');
    await steps.return(coach, step.id, 'Talk to me first');
    await without(proposalRules, () => back());
  });

  it('waits for one answer at a time, also when two propose at once', async () => {
    const told = await Promise.all([codes(proposed()), codes(proposed('mvp')), codes(proposed())]);
    expect(told.flat()).toEqual(['stage_transition_open', 'stage_transition_open']);
  });

  it('has one outcome when two decide at once', async () => {
    const { id } = await proposed();
    const told = await Promise.all([
      codes(steps.approve(coach, id)),
      codes(steps.return(manager, id, 'Not yet')),
      codes(steps.approve(manager, id)),
    ]);
    expect(told.flat()).toEqual(['stage_transition_status', 'stage_transition_status']);
    const audited = await db.read(
      `select 1 from audit_event where subject_id = $1 and action in ('stage.approve', 'stage.return')`,
      [venture.id],
    );
    expect(audited).toHaveLength(1);
  });

  it('segregation_of_duties', async () => {
    // A coach who is in the team, or was once, or has declared a conflict about somebody of it, or is declared about.
    const teaching = new Actor(boris.personId, null, [...boris.roles, { role: 'coach', siteId }]);
    const view = await joined(boris);
    await departures.end(aino, venture.id, memberOf(boris, view).id, today);
    clock.set('2027-04-01T08:00:00+03:00');
    const { id } = await proposed();
    const declare = (personId: string, aboutId: string) =>
      db.read(
        `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
        [newId(), personId, aboutId, clock.now()],
      );
    await declare(coach.personId, aino.personId);
    await declare(aino.personId, manager.personId);
    const before = await everything();
    for (const actor of [teaching, coach, manager]) {
      expect(await codes(steps.approve(actor, id))).toEqual(['segregation_of_duties']);
      expect(await codes(steps.return(actor, id, 'No'))).toEqual(['segregation_of_duties']);
    }
    expect(await everything()).toEqual(before);
    await db.read('update conflict_of_interest set ended_at = $1 where person_id = $2', [clock.now(), coach.personId]);
    expect(await codes(steps.return(coach, id, 'No'))).toEqual([]);

    const { id: next } = await proposed();
    await without(dutyRules, () => steps.approve(teaching, next));
  });

  it('reasoned_decision', async () => {
    const { id } = await proposed();
    const returned = (step: string) =>
      db.read(`update stage_transition set status = 'returned', decided_by = $2, decided_at = $3 where id = $1`, [
        step,
        coach.personId,
        clock.now(),
      ]);
    await expect(returned(id)).rejects.toMatchObject({ constraint: 'reasoned_decision' });
    await db.read('alter table stage_transition drop constraint reasoned_decision');
    try {
      await returned(id);
    } finally {
      await db.read(`alter table stage_transition add constraint reasoned_decision
        check (status <> 'returned' or decision_reason is not null) not valid`);
    }
  });

  it('stage_history_append_only', async () => {
    const { id } = await proposed();
    const rewrite = `update stage_transition set evidence = 'More' where id = $1`;
    await expect(db.read(rewrite, [id])).rejects.toMatchObject({ constraint: 'stage_history_append_only' });
    await steps.approve(coach, id);
    const tampering = [
      `update stage_transition set status = 'proposed', decided_by = null, decided_at = null where id = $1`,
      `update stage_transition set status = 'returned', decision_reason = 'No' where id = $1`,
      `update stage_transition set to_stage = 'mvp' where id = $1`,
      'delete from stage_transition where id = $1',
    ];
    for (const sql of [rewrite, ...tampering]) {
      await expect(db.read(sql, [id])).rejects.toMatchObject({ constraint: 'stage_history_append_only' });
    }
    // The present stage is always the last approved one.
    const behind = await db.read(
      `select v.id from venture v
       where v.site_id = $1 and v.stage <> coalesce((select t.to_stage from stage_transition t
         where t.venture_id = v.id and t.status = 'approved' order by t.decided_at desc, t.id desc limit 1), 'idea')`,
      [siteId],
    );
    expect(behind).toEqual([]);

    await db.read('alter table stage_transition disable trigger stage_history_append_only');
    try {
      await db.read('delete from stage_transition where id = $1', [id]);
    } finally {
      await db.read('alter table stage_transition enable trigger stage_history_append_only');
    }
  });
});

describe('a company', () => {
  const enter = (more: object = {}, ventureId = venture.id) =>
    oasis.get(CompanyService).enter(aino, ventureId, { ...company, ...more });

  it('company_facts', async () => {
    const { id } = await proposed('company_founded');
    expect(await codes(steps.approve(coach, id))).toEqual(['company_facts']);
    const wrong = [
      { businessId: '1234567-2' },
      { businessId: '234567-1' },
      { businessId: '12345671' },
      { businessId: '0000006-0' },
      { businessId: 'x', country: 'SE' },
      { registeredOn: tomorrow },
    ];
    for (const facts of wrong) expect(await codes(enter(facts))).toEqual(['company_facts']);
    expect((await enter()).company).toEqual(company);
    expect(await steps.approve(coach, id)).toMatchObject({ status: 'approved' });

    // No second venture enters the same company.
    const other = await ventures.begin(aino, { siteId, name: 'Kelo', sentence: 'Tables.' });
    expect(await codes(enter({}, other.id))).toEqual(['company_facts']);
    const step = await steps.propose(aino, other.id, { toStage: 'company_founded' });
    await without(approvalRules, () => steps.approve(coach, step.id));
    await without(companyRules, () => enter({ businessId: '1234567-2' }, other.id));
    await db.read('alter table company drop constraint company_facts');
    try {
      await enter({}, other.id);
    } finally {
      await db.read('delete from company where venture_id = $1', [other.id]);
      await db.read('alter table company add constraint company_facts unique (country, business_id)');
    }
  });

  it('is warned of as long as the start-up grant is not decided', async () => {
    const warning = [{ code: 'start_up_grant', detail: expect.any(String) }];
    const milestones = oasis.get(MilestoneService);
    expect((await milestones.add(aino, venture.id, { title: 'Ten talks' })).warnings).toEqual([]);
    expect((await read()).warnings).toEqual([]);
    const planned = await milestones.add(aino, venture.id, { title: 'Register', stage: 'company_founded' });
    expect(planned.warnings).toEqual(warning);
    expect((await read()).warnings).toEqual(warning);
    for (const [startUpGrant, told] of [
      ['waiting', warning],
      ['decided', []],
      ['not_applying', []],
      ['unknown', warning],
    ] as const) {
      expect((await ventures.change(aino, venture.id, { startUpGrant }, 'any')).warnings).toEqual(told);
    }
    expect((await enter({ businessId: '7654321-2' })).warnings).toEqual(warning);
    expect((await proposed('company_founded')).warnings).toEqual(warning);
    const step = await db.read<{ id: string }>(`select id from stage_transition where venture_id = $1`, [venture.id]);
    expect((await steps.approve(coach, step[0]!.id)).warnings).toEqual([]);
    expect((await read()).warnings).toEqual([]);
  });
});

describe('a milestone', () => {
  it('is set, ticked off once, kept when reached, and nobody else’s business', async () => {
    const milestones = oasis.get(MilestoneService);
    const { id, ...set } = await milestones.add(coach, venture.id, { title: 'Ten talks', dueOn: '2027-03-20' });
    expect(set).toEqual({
      ventureId: venture.id,
      stage: 'idea',
      title: 'Ten talks',
      dueOn: '2027-03-20',
      doneAt: null,
      evidence: null,
      warnings: [],
    });
    expect(await codes(milestones.change(boris, id, { done: true }))).toEqual(['missing']);
    expect(await codes(milestones.remove(boris, id))).toEqual(['missing']);
    const done = await milestones.change(aino, id, { done: true, evidence: 'Notes', dueOn: null });
    expect(done).toMatchObject({ doneAt: '2027-03-02T06:00:00Z', evidence: 'Notes', dueOn: null });
    clock.advance(60);
    expect(await milestones.change(aino, id, { done: true })).toEqual(done);
    expect(await codes(milestones.remove(aino, id))).toEqual(['milestone_done']);
    await milestones.change(aino, id, { done: false });
    await milestones.remove(aino, id);
    expect(await codes(milestones.remove(aino, id))).toEqual(['missing']);
  });
});

describe('the link from a membership', () => {
  const links = () => oasis.get(MembershipVentureService);
  const membershipOf = async ({ personId }: Actor) =>
    (await db.read<{ id: string }>('select id from membership where person_id = $1', [personId]))[0]!.id;

  it('is made by the member, to a venture of the own team at the same site', async () => {
    const id = await membershipOf(aino);
    const foreign = await aSite(db);
    await db.read(
      `insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, 'entrepreneur', $3, $4)`,
      [newId(), aino.personId, foreign.id, clock.now()],
    );
    const travelling = new Actor(aino.personId, null, [...aino.roles, { role: 'entrepreneur', siteId: foreign.id }]);
    const abroad = await ventures.begin(travelling, { siteId: foreign.id, name: 'Kelo', sentence: 'Tables.' });
    const others = await ventures.begin(boris, { siteId, name: 'Saimaa', sentence: 'Buoys.' });
    for (const ventureId of [abroad.id, others.id, newId()]) {
      expect(await codes(links().link(travelling, id, ventureId))).toEqual(['missing']);
    }
    expect(await codes(links().link(boris, id, venture.id))).toEqual(['missing']);
    expect(await codes(links().link(manager, id, venture.id))).toEqual(['missing']);
    expect(await links().link(aino, id, venture.id)).toEqual({ membershipId: id, ventureId: venture.id });
    expect(await links().link(aino, id, null)).toEqual({ membershipId: id, ventureId: null });
    await db.read(`update membership set status = 'ended', end_reason = 'resigned', ended_at = $2 where id = $1`, [
      id,
      clock.now(),
    ]);
    expect(await codes(links().link(aino, id, venture.id))).toEqual(['membership_status']);
  });

  it('leads to the wallet that team seats share, and stays while they do', async () => {
    const lead = await membershipOf(aino);
    const leadMembership = () => db.transaction((tx) => oasis.get(VentureQueries).leadMembershipOf(tx, venture.id));
    expect(await leadMembership()).toBeUndefined();
    await links().link(aino, lead, venture.id);
    await joined(boris);
    await links().link(boris, await membershipOf(boris), venture.id);
    expect(await leadMembership()).toBe(lead);

    const otso = await aPerson(db, 'entrepreneur', siteId);
    await joined(otso);
    const plan = await aPlan(db, siteId, { needs: 'lead_membership', allowances: {} });
    const seat = await aMembership(db, siteId, otso.personId, plan, { ventureId: venture.id, leadMembershipId: lead });
    expect(await codes(links().link(aino, lead, null))).toEqual(['shared_wallet']);
    expect(await codes(links().link(otso, seat, null))).toEqual(['shared_wallet']);
    await db.read(`update membership set status = 'paused' where id = $1`, [lead]);
    expect(await leadMembership()).toBeUndefined();
  });

  it('ends with the last day in the team', async () => {
    const tick = () => oasis.get(VentureTicks).unlink(clock.now());
    const [lead, second] = [await membershipOf(aino), await membershipOf(boris)];
    const view = await joined(boris);
    await links().link(aino, lead, venture.id);
    await links().link(boris, second, venture.id);
    await departures.end(boris, venture.id, memberOf(boris, view).id, today);
    clock.set(`${today}T23:59:59+02:00`);
    expect(await tick()).toBe(0);
    clock.set('2027-03-05T00:00:00+02:00');
    expect((await Promise.all([tick(), tick()])).reduce((sum, count) => sum + count)).toBe(1);
    const rows = await db.read('select id, venture_id as "ventureId" from membership where id = any ($1) order by id', [
      [lead, second],
    ]);
    expect(rows).toEqual(
      [
        { id: lead, ventureId: venture.id },
        { id: second, ventureId: null },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
});
