import type { Response } from 'supertest';
import {
  ApplicationEvent,
  ApplicationStatus,
  applicationStatuses,
} from '../../src/memberships/intake/application.rules';
import { ApplicationTicks } from '../../src/memberships/intake/application.ticks';
import { Database } from '../../src/platform/database/database';
import { aCaller, anApplication, aResult, aSiteWithPlan, Caller } from '../support/intake';
import { aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { checkProblem } from '../support/problem';

/** Every state x every event x everybody: what the table allows happens exactly so, and nothing else happens at all. */
const callers = [
  'applicant',
  'manager',
  'administrator',
  'coach',
  'manager elsewhere',
  'manager with a conflict',
  'coach with a conflict',
  'stranger',
] as const;
type Who = (typeof callers)[number];

type Event = Exclude<ApplicationEvent, 'expire'>;

/** The life of an application once more, in the words of the API: out of which states, and into which. */
const life: Record<Event, [from: string, to: ApplicationStatus | 'same']> = {
  edit: ['draft returned', 'same'],
  submit: ['draft returned', 'submitted'],
  withdraw: ['draft submitted returned under_review waitlisted', 'withdrawn'],
  return: ['submitted', 'returned'],
  'start-review': ['submitted', 'under_review'],
  review: ['under_review', 'same'],
  override: ['submitted under_review waitlisted', 'same'],
  approve: ['under_review waitlisted', 'approved'],
  waitlist: ['under_review', 'waitlisted'],
  reject: ['under_review waitlisted', 'rejected'],
  notify: ['approved waitlisted rejected', 'same'],
};
const events = Object.keys(life) as Event[];
const isPossible = (event: Event, from: ApplicationStatus) => life[event][0].split(' ').includes(from);

let oasis: Oasis;
let db: Database;
let siteId: string;
let planId: string;
let planVersionId: string;
let people: Record<Who, Caller>;
let elder: Caller;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  ({ siteId, planId, planVersionId } = await aSiteWithPlan(db));
  const { id: elsewhere } = await aSite(db);
  const at = (role: 'manager' | 'coach', site = siteId) => aCaller(oasis, [{ role, siteId: site }]);
  people = {
    // Also runs the site: the hardest case of somebody who must not decide about themselves.
    applicant: await at('manager'),
    manager: await at('manager'),
    administrator: await aCaller(oasis, [{ role: 'administrator', siteId: null }]),
    coach: await at('coach'),
    'manager elsewhere': await at('manager', elsewhere),
    'manager with a conflict': await at('manager'),
    'coach with a conflict': await at('coach'),
    stranger: await aCaller(oasis, [{ role: 'entrepreneur', siteId }]),
  };
  elder = await at('manager');
  const declare = (from: Caller, about: Caller) =>
    from.post('/conflicts-of-interest', { aboutPersonId: about.id, kind: 'competitor' });
  // It does not matter which of the two declared it.
  await declare(people['manager with a conflict'], people.applicant);
  await declare(people.applicant, people['coach with a conflict']);
});
afterAll(() => oasis?.stop());

let id: string;

async function lay(status: ApplicationStatus): Promise<void> {
  for (const table of ['eligibility_result', 'application_review', 'membership', 'audit_event']) {
    await db.read(`delete from ${table}`);
  }
  await db.read('delete from application');
  id = await anApplication(db, siteId, people.applicant.id, { status, planId, decidedBy: elder.id });
  await aResult(db, id, 'region', 'manual');
}

interface Contents {
  application: Record<string, unknown>;
  results: object[];
  reviews: object[];
  memberships: object[];
  trail: { action: string }[];
}

async function contents(): Promise<Contents> {
  const rows = (table: string) => db.read<Record<string, unknown>>(`select * from ${table} order by 1`);
  const [application = {}] = await rows('application');
  return {
    application,
    results: await rows('eligibility_result'),
    reviews: await rows('application_review'),
    memberships: await rows('membership'),
    trail: await db.read<{ action: string }>('select action from audit_event order by action'),
  };
}

const scores = { team: 4, problem: 4, novelty: 3, feasibility: 3, fit: 5, need: 5 };

/** How somebody makes it happen. */
const requests: Record<Event, (who: Caller) => Promise<Response>> = {
  edit: (who) => who.send('patch', `/applications/${id}`, { answers: { novelty: 'New.' } }, { 'if-match': '"1"' }),
  submit: (who) => who.post(`/applications/${id}/submit`),
  withdraw: (who) => who.post(`/applications/${id}/withdraw`),
  return: (who) => who.post(`/applications/${id}/return`, { reason: 'Say more.' }),
  'start-review': (who) => who.post(`/applications/${id}/start-review`),
  review: (who) => who.post(`/applications/${id}/reviews`, { scores, recommendation: 'approve' }),
  override: (who) => who.post(`/applications/${id}/eligibility/region/override`, { outcome: 'pass', reason: 'Near.' }),
  approve: (who) =>
    who.post(`/applications/${id}/approve`, { planVersionId, startsOn: '2027-04-01', reason: 'Both agreed by phone.' }),
  waitlist: (who) => who.post(`/applications/${id}/waitlist`, { reason: 'All full.' }),
  reject: (who) => who.post(`/applications/${id}/reject`, { reason: 'No need for a place.' }),
  notify: (who) => who.post(`/applications/${id}/notify`),
};

const decided = ['decided_at', 'decided_by', 'decision_reason', 'notified_at'];
/** Which columns an event changes beside version and updated_at, or none at all. */
const changed: Record<Event, (from: ApplicationStatus) => string[] | 'nothing'> = {
  edit: () => ['answers'],
  submit: (from) => ['status', ...(from === 'draft' ? ['submitted_at'] : ['return_reason', 'return_deadline'])],
  withdraw: () => ['status'],
  return: () => ['status', 'return_reason', 'return_deadline'],
  'start-review': () => ['status'],
  review: () => 'nothing',
  override: () => 'nothing',
  approve: () => ['status', ...decided],
  waitlist: () => ['status', ...decided],
  reject: () => ['status', ...decided],
  notify: () => ['notified_at'],
};

const forApplicants: readonly Event[] = ['edit', 'submit', 'withdraw'];

/** What the house answers, from the table above alone: 2xx as `yes`, or status and code. */
function expected(who: Who, event: Event, from: ApplicationStatus): 'yes' | [number, string] {
  const inState: 'yes' | [number, string] = isPossible(event, from) ? 'yes' : [409, 'application_state'];
  const isDuty = !forApplicants.includes(event);
  const isGuarded = isDuty && !(event === 'review' && who.includes('coach'));
  switch (who) {
    case 'applicant':
      return isDuty ? [403, 'segregation_of_duties'] : inState;
    case 'manager':
    case 'administrator':
      if (from === 'draft') return [404, 'missing'];
      return isDuty ? inState : [403, 'role_required'];
    case 'manager with a conflict':
      if (from === 'draft') return [404, 'missing'];
      return isDuty ? [403, 'segregation_of_duties'] : [403, 'role_required'];
    case 'coach':
    case 'coach with a conflict':
      if (isGuarded) return [403, 'role_required'];
      if (from !== 'under_review') return [404, 'missing'];
      if (!isDuty) return [403, 'role_required'];
      return who === 'coach' ? inState : [403, 'segregation_of_duties'];
    case 'manager elsewhere':
      return [404, 'missing'];
    case 'stranger':
      return isDuty ? [403, 'role_required'] : [404, 'missing'];
  }
}

describe.each(applicationStatuses)('an application that is %s', (from) => {
  it.each(callers)('for the %s', async (who) => {
    // What is refused leaves everything as it was, ready for the next.
    let laid: Contents | undefined;
    for (const event of events) {
      if (!laid) await lay(from);
      const before = laid ?? (await contents());
      laid = undefined;
      const answer = await requests[event](people[who]);
      const after = await contents();
      const wanted = expected(who, event, from);
      if (wanted !== 'yes') {
        const { code } = checkProblem({ status: answer.status, headers: answer.headers, text: answer.text });
        expect({ who, event, from, answer: [answer.status, code] }).toEqual({ who, event, from, answer: wanted });
        expect(after).toEqual(before);
        laid = after;
        continue;
      }
      const case_ = { who, event, from };
      expect({ ...case_, ok: answer.status < 300, text: answer.text }).toMatchObject({ ...case_, ok: true });
      const [, to] = life[event];
      expect({ ...case_, status: after.application['status'] }).toEqual({
        ...case_,
        status: to === 'same' ? from : to,
      });
      const columns = changed[event](from);
      expect({ ...case_, columns: differing(before.application, after.application) }).toEqual({
        ...case_,
        columns: columns === 'nothing' ? [] : [...columns, 'updated_at', 'version'].sort(),
      });
      expect({ ...case_, made: made(before, after) }).toEqual({
        ...case_,
        made: {
          reviews: event === 'review' ? 1 : 0,
          memberships: event === 'approve' ? 1 : 0,
          results: event === 'override' || event === 'submit' ? 'changed' : 'same',
          trail: [`application.${event.replace('-', '_')}`, ...(event === 'approve' ? ['membership.offer'] : [])],
        },
      });
    }
  });
});

function differing(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after)
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort();
}

function made(before: Contents, after: Contents): object {
  return {
    reviews: after.reviews.length - before.reviews.length,
    memberships: after.memberships.length - before.memberships.length,
    results: JSON.stringify(after.results) === JSON.stringify(before.results) ? 'same' : 'changed',
    trail: after.trail.map(({ action }) => action),
  };
}

it('expires by itself when it was returned and not completed in time, and in no other state', async () => {
  for (const status of applicationStatuses) {
    await lay(status);
    await db.read('update application set return_deadline = $1', [oasis.clock.now()]);
    await oasis.get(ApplicationTicks).expire(oasis.clock.now());
    const { application, trail } = await contents();
    expect([status, application['status']]).toEqual([status, status === 'returned' ? 'expired' : status]);
    expect(trail).toEqual(status === 'returned' ? [{ action: 'application.expire' }] : []);
  }
});
