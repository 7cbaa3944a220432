import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const today = '2027-03-02';

let oasis: Oasis;
let siteId: string;
let aino: { token: string; id: string };
let boris: { token: string; id: string; email: string };
let coach: { token: string; id: string };

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  [aino, boris, coach] = [await somebody('entrepreneur'), await somebody('entrepreneur'), await somebody('coach')];
});

async function somebody(role: 'entrepreneur' | 'coach' | 'manager') {
  const account = await anAccount(oasis, { roles: [{ role, siteId }] });
  return { ...account, token: (await signIn(oasis, account)).accessToken };
}

const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, { token } = aino) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

async function begun(): Promise<{ id: string; members: { id: string }[] }> {
  const wish = { siteId, name: 'Lumi Tracks', sentence: 'Maps of ski tracks.' };
  return (await call('post', 'ventures').send(wish).expect(201)).body as { id: string; members: { id: string }[] };
}

it('leads a venture from an idea to a company', async () => {
  const wish = { siteId, name: 'Lumi Tracks', sentence: 'Maps of ski tracks.', sector: 'outdoor' };
  const made = await call('post', 'ventures').set('idempotency-key', 'one').send(wish).expect(201);
  const again = await call('post', 'ventures').set('idempotency-key', 'one').send(wish).expect(201);
  const { id } = made.body as { id: string };
  expect(again.body).toEqual(made.body);
  expect(made.headers).toMatchObject({ location: `/api/v1/ventures/${id}`, etag: '"1"' });
  expect((await call('get', `ventures?siteId=${siteId}`).expect(200)).body).toEqual({ items: [made.body], next: null });

  const plan = { title: 'Register the company', stage: 'company_founded', dueOn: '2027-05-01' };
  const milestone = await call('post', `ventures/${id}/milestones`).send(plan).expect(201);
  const warning = [{ code: 'start_up_grant', detail: expect.any(String) }];
  expect(milestone.body).toMatchObject({ ...plan, doneAt: null, warnings: warning });
  await call('get', `milestones/${milestone.body.id}`).expect(200, milestone.body);
  const read = await call('get', `ventures/${id}`).expect(200);
  expect(read.body.warnings).toEqual(warning);
  const etag = String(read.headers['etag']);
  expectProblem(await call('patch', `ventures/${id}`).send({ startUpGrant: 'decided' }), 428, 'if_match_required');
  const calm = await call('patch', `ventures/${id}`)
    .set('if-match', etag)
    .send({ startUpGrant: 'decided' })
    .expect(200);
  expect(calm.body).toMatchObject({ startUpGrant: 'decided', warnings: [] });
  const stale = await call('patch', `ventures/${id}`).set('if-match', etag).send({ name: 'Lumi' });
  expectProblem(stale, 412, 'stale');

  const step = await call('post', `ventures/${id}/stage-transitions`).send({ toStage: 'company_founded' }).expect(201);
  expect(step.headers['location']).toBe(`/api/v1/stage-transitions/${step.body.id}`);
  expectProblem(await call('post', `stage-transitions/${step.body.id}/approve`), 403, 'role_required');
  const early = await call('post', `stage-transitions/${step.body.id}/approve`, coach);
  expect(expectProblem(early, 422, 'refused')['refusals']).toMatchObject([{ code: 'company_facts' }]);
  const facts = { name: 'Lumi Oy', businessId: '1234567-1', country: 'FI', registeredOn: today };
  const wrong = await call('put', `ventures/${id}/company`).send({ ...facts, businessId: '1234567-2' });
  expect(expectProblem(wrong, 422, 'refused')['refusals']).toMatchObject([{ code: 'company_facts' }]);
  expectProblem(await call('put', `ventures/${id}/company`).send({ ...facts, country: 'fi' }), 400, 'malformed');
  await call('put', `ventures/${id}/company`).send(facts).expect(200);
  expect((await call('get', `stage-transitions?siteId=${siteId}&status=proposed`, coach)).body.items).toHaveLength(1);
  await call('post', `stage-transitions/${step.body.id}/approve`, coach).expect(200);

  expect((await call('get', `ventures/${id}`).expect(200)).body).toMatchObject({
    stage: 'company_founded',
    company: facts,
    criteria: [{ code: 'register_extract', count: 1 }],
  });
  const { items } = (await call('get', `ventures/${id}/stage-transitions`).expect(200)).body as { items: unknown[] };
  expect(items).toMatchObject([
    { fromStage: 'idea', toStage: 'company_founded', status: 'approved', decidedBy: coach.id },
  ]);
  await call('patch', `milestones/${milestone.body.id}`).send({ done: true }).expect(200);
  expectProblem(await call('delete', `milestones/${milestone.body.id}`), 409, 'milestone_done');
});

it('keeps a team, with periods and a lead at all times', async () => {
  const { id, members } = await begun();
  const view = await call('post', `ventures/${id}/members`).send({ email: boris.email.toUpperCase() }).expect(201);
  expect(view.headers['etag']).toBe('"2"');
  const [, second] = view.body.members as { id: string; personId: string; lead: boolean }[];
  expect(second).toMatchObject({ personId: boris.id, lead: false });
  expectProblem(await call('post', `ventures/${id}/members`).send({ personId: boris.id }), 409, 'venture_member_once');

  const leave = `ventures/${id}/members/${members[0]?.id}/end`;
  const refused = expectProblem(await call('post', leave).send({ endsOn: today }), 422, 'refused');
  expect(refused['refusals']).toMatchObject([{ code: 'venture_lead' }]);
  await call('patch', `ventures/${id}/members/${second?.id}`).send({ lead: true }).expect(200);
  const after = await call('post', leave).send({ endsOn: today }).expect(200);
  expect(after.body.members).toMatchObject([{ endsOn: today }, { lead: true, endsOn: null }]);
});

it('is nobody else’s business', async () => {
  const { id, members } = await begun();
  const step = await call('post', `ventures/${id}/stage-transitions`).send({ toStage: 'mvp' }).expect(201);
  const milestone = await call('post', `ventures/${id}/milestones`).send({ title: 'Ten talks' }).expect(201);
  const doors: [Parameters<typeof call>[0], string, object?][] = [
    ['get', `ventures/${id}`],
    ['patch', `ventures/${id}`, { name: 'Mine' }],
    ['post', `ventures/${id}/members`, { personId: boris.id }],
    ['patch', `ventures/${id}/members/${members[0]?.id}`, { lead: false }],
    ['post', `ventures/${id}/members/${members[0]?.id}/end`, { endsOn: today }],
    ['put', `ventures/${id}/company`, { name: 'Oy', businessId: '1234567-1', country: 'FI', registeredOn: today }],
    ['get', `ventures/${id}/stage-transitions`],
    ['post', `ventures/${id}/stage-transitions`, { toStage: 'mvp' }],
    ['get', `stage-transitions/${step.body.id}`],
    ['get', `ventures/${id}/milestones`],
    ['post', `ventures/${id}/milestones`, { title: 'Mine' }],
    ['get', `milestones/${milestone.body.id}`],
    ['patch', `milestones/${milestone.body.id}`, { done: true }],
    ['delete', `milestones/${milestone.body.id}`],
  ];
  for (const [method, path, body] of doors) {
    const answer = await call(method, path, boris).set('if-match', '*').send(body);
    expect({ method, path, status: answer.status }).toEqual({ method, path, status: 404 });
    expectProblem(answer, 404, 'missing');
  }
  expect((await call('get', 'ventures', boris).expect(200)).body.items).toEqual([]);
  expect((await call('get', 'stage-transitions', boris).expect(200)).body.items).toEqual([]);
});

it('pages through ventures, steps and milestones', async () => {
  const { id } = await begun();
  for (const title of ['One', 'Two', 'Three']) {
    await call('post', `ventures/${id}/milestones`).send({ title }).expect(201);
  }
  const first = (await call('get', `ventures/${id}/milestones?limit=2`).expect(200)).body as Page;
  const rest = (await call('get', `ventures/${id}/milestones?limit=2&cursor=${first.next}`).expect(200)).body as Page;
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  expect(rest.next).toBeNull();
  await begun();
  const half = (await call('get', 'ventures?limit=1').expect(200)).body as Page;
  const other = (await call('get', `ventures?limit=1&cursor=${half.next}`).expect(200)).body as Page;
  expect(new Set([...half.items, ...other.items].map((venture) => venture.id)).size).toBe(2);
  expectProblem(await call('get', 'ventures?cursor=x'), 400, 'malformed');
  expect((await call('get', 'venture-stages').expect(200)).body.items).toHaveLength(5);
});

it('links one’s membership to the venture', async () => {
  const { id } = await begun();
  const membership = await aMembership(oasis.database, siteId, aino.id, await aPlan(oasis.database, siteId));
  const link = { membershipId: membership, ventureId: id };
  await call('put', `memberships/${membership}/venture`).send({ ventureId: id }).expect(200, link);
  expectProblem(await call('put', `memberships/${membership}/venture`, boris).send({ ventureId: id }), 404, 'missing');
  expectProblem(await call('put', `memberships/${membership}/venture`).send({}), 400, 'malformed');
});

interface Page {
  items: { id: string; title: string }[];
  next: string | null;
}
