import { anAccount, signIn, TestAccount } from '../support/account';
import { aResource, aSite } from '../support/house';
import { aLaunchPlan, anOffer, publish, publishDocuments, TestPlan } from '../support/memberships';
import { Oasis, startOasis } from '../support/oasis';
import { checkProblem, expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
let oasis: Oasis;
let siteId: string;
let plan: TestPlan;
let aino: TestAccount;
let tokens: { aino: string; manager: string };
let id: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  oasis.clock.set('2027-03-02T06:00:00Z');
  siteId = (await aSite(oasis.database)).id;
  plan = await aLaunchPlan(oasis.database, siteId);
  await publishDocuments(oasis.database, siteId);
  aino = await anAccount(oasis, { fullName: 'Aino Laine' });
  const manager = await anAccount(oasis, { roles: [{ role: 'manager', siteId }] });
  tokens = {
    aino: (await signIn(oasis, aino)).accessToken,
    manager: (await signIn(oasis, manager)).accessToken,
  };
  id = await anOffer(oasis, siteId, aino.id, plan, { startsOn: '2027-03-02' });
});

type Body = Record<string, unknown>;
const get = (path: string, who: keyof typeof tokens = 'aino') =>
  oasis.http.get(`/api/v1/${path}`).set('authorization', `Bearer ${tokens[who]}`);
const post = (event: string, body: object = {}, who: keyof typeof tokens = 'aino') =>
  oasis.http.post(`/api/v1/memberships/${id}/${event}`).set('authorization', `Bearer ${tokens[who]}`).send(body);

async function booked(date: string): Promise<{ id: string }> {
  const resourceId = await aResource(oasis.database, siteId);
  const wish = { resourceId, start: `${date}T10:00:00+02:00`, end: `${date}T12:00:00+02:00` };
  const answer = await oasis.http.post('/api/v1/bookings').set('authorization', `Bearer ${tokens.aino}`).send(wish);
  expect(answer.status).toBe(201);
  return answer.body as { id: string };
}

it('leads from the offer through a pause and a renewal to the end', async () => {
  const offered = await get(`memberships/${id}`).expect(200);
  expect(offered.body).toEqual({
    id,
    siteId,
    personId: aino.id,
    personName: 'Aino Laine',
    applicationId: null,
    ventureId: null,
    leadMembershipId: null,
    status: 'offered',
    plan: {
      id: plan.versionId,
      planId: plan.planId,
      code: expect.any(String),
      name: 'Launch',
      version: 1,
      termMonths: 6,
      maxRenewals: 1,
      totalMonths: 12,
      priceCents: 3000,
      normalPriceCents: 16000,
      noticeDays: 30,
      maxPauses: 1,
      pauseDays: 30,
      pauseEdgeDays: 7,
      pauseExtendsTerm: true,
      allowances: [
        { kind: 'desk_days', amount: null, per: 'unlimited', shared: false },
        { kind: 'room_minutes', amount: 600, per: 'month', shared: false },
      ],
    },
    startsOn: '2027-03-02',
    endsOn: null,
    offerExpiresAt: '2027-03-16T06:00:00Z',
    agreement: { id: expect.any(String), version: 1, hash: 'hash-agreement-1', acceptedAt: null },
    houseRules: { id: expect.any(String), version: 1, hash: 'hash-house_rules-1', acceptedAt: null },
    terms: [],
    pauses: [],
    renewals: [],
    noticeGivenOn: null,
    suspension: null,
    end: null,
    next: { daysLeft: null, renewalsLeft: 1, pausesLeft: 1, pauseDaysLeft: 30 },
    version: 1,
  });
  expect(offered.headers['etag']).toBe('"1"');

  const wrong = expectProblem(await post('accept', { agreementVersion: 2 }), 409, 'agreement_version');
  expect(wrong['agreement']).toEqual({ id: offered.body.agreement.id, version: 1 });
  const accepted = await post('accept', { agreementVersion: offered.body.agreement.id }).expect(200);
  expect(accepted.body).toMatchObject({ status: 'active', endsOn: '2027-09-01' });

  // The role has come with it, in the same session.
  const booking = await booked('2027-03-09');
  const pause = { from: '2027-03-09', to: '2027-03-18', reason: 'Exams' };
  expect((await post('request-pause', pause).expect(200)).body.pauses).toMatchObject([
    { ...pause, status: 'requested' },
  ]);
  const preview = await post('approve-pause?preview=true', {}, 'manager').expect(200);
  expect(preview.body).toEqual({
    affectedBookings: [expect.objectContaining({ id: booking.id, status: 'confirmed' })],
    affectedSessions: [],
    sessionsLeft: [],
  });
  const paused = await post('approve-pause', {}, 'manager').expect(200);
  expect(paused.body).toMatchObject({
    status: 'active',
    endsOn: '2027-09-11',
    affectedBookings: [{ id: booking.id, status: 'cancelled', reason: null, because: 'membership_paused' }],
  });
  const cancelled = await get(`bookings/${booking.id}`, 'manager').expect(200);
  expect(paused.body.affectedBookings).toEqual([cancelled.body]);

  await publish(oasis.database, siteId, 'agreement');
  const wish = { noOwnOffice: true, progress: 'Twenty interviews' };
  expectProblem(await post('request-renewal', wish), 409, 'agreement_version');
  const office = expectProblem(await post('request-renewal', { ...wish, noOwnOffice: false }), 422, 'refused');
  expect(office['refusals']).toMatchObject([{ code: 'no_own_office' }]);
  await post('request-renewal', { ...wish, agreementVersion: 2 }).expect(200);
  const renewed = await post('renew', { review: 'The interviews are real' }, 'manager').expect(200);
  expect(renewed.body).toMatchObject({
    endsOn: '2028-03-11',
    terms: [{ kind: 'initial' }, { kind: 'renewal', startsOn: '2027-09-12', endsOn: '2028-03-11' }],
    renewals: [{ status: 'approved', review: 'The interviews are real' }],
    agreement: { version: 2 },
    next: { renewalsLeft: 0 },
  });

  const notice = await post('give-notice').expect(200);
  expect(notice.body).toMatchObject({
    endsOn: '2027-04-01',
    noticeGivenOn: '2027-03-02',
    terms: [{ endsOn: '2027-04-01' }],
  });
  const end = { reason: 'graduated', endsOn: '2027-03-02', note: 'Into rooms of their own' };
  const ended = await post('end', end, 'manager').expect(200);
  expect(ended.body).toMatchObject({ status: 'ended', end: { reason: 'graduated', note: 'Into rooms of their own' } });
});

it('lists by site, person and status', async () => {
  const list = async (query: string, who: keyof typeof tokens) =>
    ((await get(`memberships${query}`, who).expect(200)).body as { items: { id: string }[] }).items.map(
      (item) => item.id,
    );

  expect(await list('', 'aino')).toEqual([id]);
  expect(await list('', 'manager')).toEqual([]);
  expect(await list(`?siteId=${siteId}`, 'manager')).toEqual([id]);
  expect(await list(`?personId=${aino.id}&status=offered`, 'manager')).toEqual([id]);
  expect(await list(`?siteId=${siteId}&status=active`, 'manager')).toEqual([]);
  expectProblem(await get('memberships?status=happy'), 400, 'malformed');
});

it.each<[string, object, 'aino' | 'manager']>([
  ['accept', {}, 'aino'],
  ['accept', { agreementVersion: null }, 'aino'],
  ['accept', { agreementVersion: '1' }, 'aino'],
  ['accept', { agreementVersion: 1.5 }, 'aino'],
  ['accept', { agreementVersion: 1, status: 'active' }, 'aino'],
  ['request-pause', { from: '2027-02-30', to: '2027-03-18' }, 'aino'],
  ['request-pause', { from: '2027-03-10' }, 'aino'],
  ['request-renewal', { noOwnOffice: 'yes', progress: 'Much' }, 'aino'],
  ['request-renewal', { noOwnOffice: true }, 'aino'],
  ['request-renewal', { noOwnOffice: true, progress: 'Much', agreementVersion: null }, 'aino'],
  ['refuse-pause', {}, 'manager'],
  ['refuse-renewal', { reason: ' ' }, 'manager'],
  ['renew', {}, 'manager'],
  ['suspend', { reason: 'Door' }, 'manager'],
  ['suspend', { reviewOn: '2027-03-09' }, 'manager'],
  ['end', { endsOn: '2027-03-09' }, 'manager'],
  ['end', { reason: 'withdrawn' }, 'manager'],
  ['end', { reason: 'bored' }, 'manager'],
])('takes no %s of %j', async (event, body, who) => {
  expectProblem(await post(event, body, who), 400, 'malformed');
});

it('keeps what somebody agreed to in their personal records', async () => {
  await post('accept', { agreementVersion: 1 }).expect(200);

  const { body } = await get('me/export').expect(200);

  expect((body as Body)['memberships']).toMatchObject({
    memberships: [{ id, status: 'active' }],
    acceptances: [{ membershipId: id, agreementVersion: 1, houseRulesVersion: 1 }],
    benefits: [{ membershipId: id, priceCents: 3000, normalPriceCents: 16000 }],
  });
});

it('knows nothing of a membership that is not there', async () => {
  id = '01890a5d-ac96-774b-bcce-b302099a8057';

  checkProblem(await get(`memberships/${id}`).expect(404));
  expectProblem(await post('accept', { agreementVersion: 1 }), 404, 'missing');
  expectProblem(await post('end', { reason: 'graduated' }, 'manager'), 404, 'missing');
});
