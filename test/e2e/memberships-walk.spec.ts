import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import {
  decisions,
  MembershipEvent,
  membershipStatuses,
  MembershipStatus,
  transitions,
} from '../../src/memberships/terms/membership.rules';
import { PausesService } from '../../src/memberships/terms/pauses.service';
import { RenewalsService } from '../../src/memberships/terms/renewals.service';
import { Database } from '../../src/platform/database/database';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aSite } from '../support/house';
import { aLaunchPlan, anAccepted, anOffer, everything, publishDocuments, TestPlan } from '../support/memberships';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

/*
 * The walk over the table of a membership's life: every state x event x role over HTTP. What the table allows changes
 * exactly what it should; everything else is answered with 404, 403 or 409 and changes nothing at all.
 */

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki.
const today = '2027-03-02';
const lastDay = '2027-09-01';

type Role = 'member' | 'manager' | 'self' | 'stranger' | 'guest' | 'coach';
type ByPeople = Exclude<MembershipEvent, 'lapse' | 'start' | 'begin-pause'>;

/** What each event is asked for with. */
const bodies: Record<ByPeople, object> = {
  accept: { agreementVersion: 1 },
  decline: {},
  withdraw: {},
  'request-pause': { from: '2027-05-01', to: '2027-05-10' },
  'approve-pause': {},
  'refuse-pause': { reason: 'The fair is in April' },
  'end-pause': {},
  'request-renewal': { noOwnOffice: true, progress: 'Twenty interviews' },
  renew: { review: 'The interviews are real' },
  'refuse-renewal': { reason: 'Too few interviews' },
  'give-notice': {},
  suspend: { reason: 'The door was left open', reviewOn: '2027-03-09' },
  'answer-suspension': { text: 'It was not me' },
  reinstate: {},
  end: { reason: 'graduated' },
};
const events = Object.keys(bodies) as ByPeople[];

/** The table of the field, written down once more: from which states, and by whom. */
const table: Record<ByPeople, { from: MembershipStatus[]; who: ('member' | 'manager')[] }> = {
  accept: { from: ['offered'], who: ['member'] },
  decline: { from: ['offered'], who: ['member'] },
  withdraw: { from: ['scheduled'], who: ['member', 'manager'] },
  'request-pause': { from: ['active'], who: ['member'] },
  'approve-pause': { from: ['active'], who: ['manager'] },
  'refuse-pause': { from: ['active', 'paused', 'suspended'], who: ['manager'] },
  'end-pause': { from: ['paused'], who: ['member'] },
  'request-renewal': { from: ['active'], who: ['member'] },
  renew: { from: ['active'], who: ['manager'] },
  'refuse-renewal': { from: ['active', 'paused', 'suspended'], who: ['manager'] },
  'give-notice': { from: ['active', 'paused'], who: ['member'] },
  suspend: { from: ['active', 'paused'], who: ['manager'] },
  'answer-suspension': { from: ['suspended'], who: ['member'] },
  reinstate: { from: ['suspended'], who: ['manager'] },
  end: { from: ['active', 'paused', 'suspended'], who: ['manager'] },
};

/** What of the membership an allowed event changes, and how it is afterwards. */
const effects: Record<ByPeople, Record<string, unknown>> = {
  accept: {
    status: 'active',
    ends_on: lastDay,
    accepted_at: expect.any(String),
    acceptance_hash: expect.any(String),
  },
  decline: { status: 'lapsed', ended_at: expect.any(String), ended_by: expect.any(String) },
  withdraw: { status: 'ended', end_reason: 'withdrawn', ended_at: expect.any(String), ended_by: expect.any(String) },
  'request-pause': {},
  'approve-pause': { ends_on: '2027-09-11' },
  'refuse-pause': {},
  'end-pause': { status: 'active', ends_on: lastDay },
  'request-renewal': {},
  renew: { ends_on: '2028-03-01', accepted_at: expect.any(String) },
  'refuse-renewal': {},
  'give-notice': { ends_on: '2027-04-01', notice_given_on: today },
  suspend: {
    status: 'suspended',
    suspended_reason: 'The door was left open',
    suspended_at: expect.any(String),
    review_on: '2027-03-09',
  },
  'answer-suspension': { suspension_answer: 'It was not me' },
  reinstate: { status: 'active', suspended_reason: null, suspended_at: null, review_on: null },
  end: {
    status: 'ended',
    ends_on: today,
    end_reason: 'graduated',
    ended_at: expect.any(String),
    ended_by: expect.any(String),
  },
};

/** Tables beside the membership's own and the trail that an allowed event touches, all of them and no other. */
const touches: Record<ByPeople, string[]> = {
  accept: ['membership_term', 'acceptance', 'benefit', 'role_grant', 'allowance_account', 'allowance_entry'],
  decline: [],
  withdraw: ['membership_term', 'benefit', 'role_grant'],
  'request-pause': ['pause'],
  'approve-pause': ['pause', 'membership_term', 'benefit'],
  'refuse-pause': ['pause'],
  'end-pause': ['pause', 'membership_term', 'benefit'],
  'request-renewal': ['renewal_request'],
  renew: ['renewal_request', 'membership_term', 'benefit', 'acceptance'],
  'refuse-renewal': ['renewal_request'],
  'give-notice': ['membership_term', 'benefit'],
  suspend: [],
  'answer-suspension': [],
  reinstate: [],
  end: ['membership_term', 'benefit', 'role_grant'],
};

let oasis: Oasis;
let db: Database;
let siteId: string;
let plan: TestPlan;
const tokens = {} as Record<Role, string>;
const people = {} as Record<Role, TestAccount>;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  siteId = (await aSite(db)).id;
  plan = await aLaunchPlan(db, siteId, { maxPauses: 2, pauseEdgeDays: 0 });
  await publishDocuments(db, siteId);
  const elsewhere = (await aSite(db)).id;
  const grants: Record<Role, { role: 'manager' | 'entrepreneur' | 'coach'; siteId: string }[]> = {
    member: [],
    manager: [{ role: 'manager', siteId }],
    self: [{ role: 'manager', siteId }],
    stranger: [{ role: 'manager', siteId: elsewhere }],
    guest: [{ role: 'entrepreneur', siteId: elsewhere }],
    coach: [{ role: 'coach', siteId }],
  };
  for (const role of Object.keys(grants) as Role[]) {
    people[role] = await anAccount(oasis, { roles: grants[role] });
    tokens[role] = (await signIn(oasis, people[role])).accessToken;
  }
}, 60_000);
afterAll(() => oasis?.stop());

/** Takes away all memberships and what hangs on them. Emptying whole tables for each case would take ten times as long. */
async function clear(personId: string): Promise<void> {
  const tables = ['allowance_entry', 'allowance_account', 'benefit', 'pause', 'renewal_request', 'acceptance']
    .concat(['membership_term', 'membership', 'audit_event'])
    .map((table) => `delete from ${table};`);
  // Without the triggers that keep the trail as it is written.
  await db.read(`begin; set local session_replication_role = replica; ${tables.join(' ')} commit`);
  await db.read('delete from role_grant where person_id = $1 and role = $2', [personId, 'entrepreneur']);
}

/** A membership of a person in a state, with everything in it that the event needs. */
async function inState(status: MembershipStatus, event: ByPeople, personId: string): Promise<string> {
  await clear(personId);
  oasis.clock.set('2027-03-02T06:00:00Z');
  const person = new Actor(personId, null, []);
  const startsOn = status === 'scheduled' ? '2027-04-01' : today;
  if (status === 'offered' || status === 'lapsed') {
    const id = await anOffer(oasis, siteId, personId, plan, { startsOn });
    if (status === 'lapsed') await force(id, `status = 'lapsed', ended_at = now()`);
    return id;
  }
  const { id } = await anAccepted(oasis, siteId, person, plan, { startsOn });
  if (status !== 'scheduled') await prepare(id, event, person);
  if (status === 'paused') await rest(id);
  if (status === 'suspended')
    await force(id, `status = 'suspended', suspended_reason = 'x', suspended_at = now(), review_on = '2027-04-01'`);
  if (status === 'ended') await force(id, `status = 'ended', end_reason = 'graduated', ended_at = now()`);
  return id;
}

/** The wish that the event answers. */
async function prepare(id: string, event: ByPeople, person: Actor): Promise<void> {
  if (event === 'approve-pause' || event === 'refuse-pause') {
    await oasis.get(PausesService).request(person, id, { startsOn: '2027-05-01', endsOn: '2027-05-10' });
  }
  if (event === 'renew' || event === 'refuse-renewal') {
    await oasis.get(RenewalsService).request(person, id, { noOwnOffice: true, progress: 'Twenty interviews' });
  }
}

/** A pause of which eight days are left, by which the term is longer. */
async function rest(id: string): Promise<void> {
  await db.read(
    `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at) values ($1, $2, $3, '2027-03-09', 'approved', now())`,
    [newId(), id, today],
  );
  await force(id, `status = 'paused', ends_on = '2027-09-09'`);
  for (const table of ['membership_term', 'benefit']) {
    await db.read(`update ${table} set ends_on = '2027-09-09' where membership_id = $1`, [id]);
  }
}

const force = (id: string, change: string) => db.read(`update membership set ${change} where id = $1`, [id]);

type Tables = Record<string, Record<string, unknown>[] | null>;
const contents = async () => ((await everything(db)) as Tables[])[0]!;

function mayCause(role: Role, event: ByPeople, status: MembershipStatus): boolean {
  const { who, from } = table[event];
  if (!from.includes(status)) return false;
  if (role === 'manager') return who.includes('manager');
  if (role === 'member') return who.includes('member');
  return role === 'self' && !decisions.includes(event);
}

/** The answers that fit a case which the table does not allow. */
function refusal(role: Role, event: ByPeople): [number, string][] {
  const guarded = !table[event].who.includes('member');
  if (role === 'stranger') return [[404, 'missing']];
  if (role === 'guest' || role === 'coach') return guarded ? [[403, 'role_required']] : [[404, 'missing']];
  if (role === 'member') return guarded ? [[403, 'role_required']] : [[409, 'membership_state']];
  if (role === 'manager') {
    return table[event].who.includes('manager') ? [[409, 'membership_state']] : [[403, 'role_required']];
  }
  return decisions.includes(event) ? [[403, 'segregation_of_duties']] : [[409, 'membership_state']];
}

// Those who may least come first: what is refused leaves the membership as it was, ready for the next.
const roles: Role[] = ['stranger', 'guest', 'coach', 'manager', 'member', 'self'];

describe.each(events)('%s', (event) => {
  it.each(membershipStatuses.map((status) => [status]))('of a membership that is %s', async (status) => {
    let id: string | undefined;
    let before: Tables = {};
    for (const role of roles) {
      if (role === 'self') id = undefined;
      if (id === undefined) {
        id = await inState(status, event, role === 'self' ? people.self.id : people.member.id);
        before = await contents();
      }

      const answer = await oasis.http
        .post(`/api/v1/memberships/${id}/${event}`)
        .set('authorization', `Bearer ${tokens[role]}`)
        .send(bodies[event]);

      const after = await contents();
      if (mayCause(role, event, status)) {
        expect([role, answer.status]).toEqual([role, 200]);
        checkChange(event, status, id, before, after);
        id = undefined;
      } else {
        expect(refusal(role, event).map(([code]) => [role, code])).toContainEqual([role, answer.status]);
        const [, code] = refusal(role, event).find(([each]) => each === answer.status)!;
        expectProblem(answer, answer.status, code);
        expect(after).toEqual(before);
      }
    }
  });
});

/** Exactly the columns and tables of the table above, and one line of the trail. */
function checkChange(event: ByPeople, from: MembershipStatus, id: string, before: Tables, after: Tables): void {
  const [was, is] = [before, after].map((tables) => tables['membership']?.find((row) => row['id'] === id));
  const changed = Object.fromEntries(
    Object.entries(is!).filter(([column, value]) => JSON.stringify(value) !== JSON.stringify(was![column])),
  );
  expect({ event, from, ...changed }).toEqual({
    event,
    from,
    ...expectedChange(event, was!),
    version: (was!['version'] as number) + 1,
    ...(changed['updated_at'] !== undefined && { updated_at: expect.any(String) }),
  });
  const touched = Object.keys(after).filter(
    (name) => name !== 'membership' && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  );
  // An end cuts the pause that is running.
  const pauses = event === 'end' && from === 'paused' ? ['pause'] : [];
  expect(touched.sort()).toEqual([...touches[event], ...pauses, 'audit_event'].sort());
  expect(after['audit_event']?.length).toBe((before['audit_event']?.length ?? 0) + 1);
}

/** The effect, without what was so before already. */
function expectedChange(event: ByPeople, was: Record<string, unknown>): Record<string, unknown> {
  const effect = { ...effects[event] };
  // Accepted and renewed in the same instant of the test clock.
  if (event === 'renew') delete effect['accepted_at'];
  return Object.fromEntries(
    Object.entries(effect).filter(([column, value]) => was[column] !== value || column === 'status'),
  );
}

it('knows every event that people can cause', () => {
  const byHouse: MembershipEvent[] = ['lapse', 'start', 'begin-pause'];
  expect([...events, ...byHouse].sort()).toEqual(Object.keys(transitions).sort());
});
