import { Passwords } from '../../src/access/passwords';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { password, signIn } from '../support/account';
import { aManager, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { aCoachOf, aFounderOf } from '../support/pairs';
import { expectProblem } from '../support/problem';
import { typescriptInThreads } from '../support/typescript-in-threads';

let oasis: Oasis;
let siteId: string;
let manager: Actor;

beforeAll(async () => {
  typescriptInThreads();
  oasis = await startOasis({ jobs: true });
});
afterAll(() => oasis.stop());
beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  manager = await aManager(oasis.database, siteId);
});

/** Somebody who is signed in. */
async function caller({ personId }: Actor) {
  await oasis.database.read('update person set password_hash = $2 where id = $1', [
    personId,
    await new Passwords().hash(password),
  ]);
  const { accessToken } = await signIn(oasis, { email: `${personId}@people.example` });
  const send = (
    method: 'get' | 'post' | 'put' | 'patch',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => oasis.http[method](`/api/v1${path}`).auth(accessToken, { type: 'bearer' }).set(headers).send(body);
  return {
    get: (path: string) => send('get', path),
    post: (path: string, body: object = {}, headers: Record<string, string> = {}) => send('post', path, body, headers),
    put: (path: string, body: object) => send('put', path, body),
    patch: (path: string, body: object, headers: Record<string, string> = {}) => send('patch', path, body, headers),
  };
}

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

it('a manager asks the best, who declines; the next accepts, and the founder ends it for good', async () => {
  const [first, second] = [await aCoachOf(oasis.database, siteId), await aCoachOf(oasis.database, siteId)];
  const { actor, membershipId } = await aFounderOf(oasis.database, siteId);
  const matti = await caller(manager);
  const matches = await matti.get(`/coaching/matches?membershipId=${membershipId}`).expect(200);
  const { items } = matches.body as { items: { coachId: string; score: number }[] };
  expect(items.map(({ coachId }) => coachId).sort()).toEqual([first.personId, second.personId].sort());

  const wanted = { membershipId, coachId: first.personId, kind: 'lead', alternates: [second.personId] };
  const offered = await matti.post('/coaching/assignments', wanted, { 'idempotency-key': 'once' }).expect(201);
  expect(offered.headers['location']).toBe(`/api/v1/coaching/assignments/${idOf(offered)}`);
  expect(idOf(await matti.post('/coaching/assignments', wanted, { 'idempotency-key': 'once' }))).toBe(idOf(offered));
  const again = expectProblem(await matti.post('/coaching/assignments', wanted), 422, 'refused');
  expect(again).toMatchObject({ refusals: [{ code: 'assigned_already' }] });

  const [carita, boris, aino] = [await caller(first), await caller(second), await caller(actor)];
  expectProblem(await boris.post(`/coaching/assignments/${idOf(offered)}/accept`), 404, 'missing');
  expectProblem(await aino.post(`/coaching/assignments/${idOf(offered)}/accept`), 403, 'role_required');
  expectProblem(await carita.post(`/coaching/assignments/${idOf(offered)}/decline`), 400, 'malformed');
  const declined = await carita
    .post(`/coaching/assignments/${idOf(offered)}/decline`, { reason: 'No time' })
    .expect(200);
  expect(declined.body).toMatchObject({ status: 'declined', reason: 'No time' });

  const [next] = (
    (await boris.get('/coaching/assignments?status=offered').expect(200)).body as { items: { id: string }[] }
  ).items;
  expect((await boris.post(`/coaching/assignments/${next?.id ?? ''}/accept`).expect(200)).body).toMatchObject({
    status: 'active',
    possible: ['hold', 'complete', 'end'],
  });
  await aino.post(`/coaching/assignments/${next?.id ?? ''}/hold`, { until: '2027-03-10' }).expect(200);
  await boris.post(`/coaching/assignments/${next?.id ?? ''}/resume`).expect(200);
  expect((await aino.post(`/coaching/assignments/${next?.id ?? ''}/end`).expect(200)).body).toMatchObject({
    status: 'ended_early',
    neverAgain: true,
  });
  const never = expectProblem(
    await matti.post('/coaching/assignments', { ...wanted, coachId: second.personId, alternates: undefined }),
    422,
    'refused',
  );
  expect(never).toMatchObject({ refusals: [{ code: 'never_again' }] });
});

it('what makes no sense is said so, and what is somebody else’s is not there', async () => {
  const { actor, membershipId } = await aFounderOf(oasis.database, siteId);
  const [matti, aino] = [await caller(manager), await caller(actor)];
  const coachId = newId();
  expectProblem(
    await aino.post('/coaching/assignments', { membershipId, coachId, kind: 'lead' }),
    403,
    'role_required',
  );
  expectProblem(await matti.post('/coaching/assignments', { membershipId, coachId, kind: 'lead' }), 404, 'missing');
  expectProblem(
    await matti.post('/coaching/assignments', { membershipId, coachId: null, kind: 'lead' }),
    400,
    'malformed',
  );
  expectProblem(await matti.post('/coaching/assignments', { membershipId, coachId, kind: 'friend' }), 400, 'malformed');
  expectProblem(await matti.get(`/coaching/assignments/${newId()}`), 404, 'missing');
  expectProblem(await matti.get('/coaching/assignments?cursor=WyJhIiwiYiJd'), 400, 'malformed');
  expectProblem(await aino.get(`/coaching/matches?membershipId=${membershipId}`), 403, 'role_required');
  expectProblem(await matti.post('/coaching/matching-runs', { siteId, goal: 'best' }), 400, 'malformed');
  expectProblem(await aino.put('/coaching/wishes', { personIds: [newId()] }), 404, 'missing');
  expectProblem(
    await aino.put('/coaching/wishes', { personIds: [newId(), newId(), newId(), newId()] }),
    400,
    'malformed',
  );
  expect((await aino.put('/coaching/wishes', { personIds: [] }).expect(200)).body).toEqual({ personIds: [] });
});

it('a whole intake is computed by the queue, edited and published', async () => {
  const coach = await aCoachOf(oasis.database, siteId, { places: 2 });
  const founders = [await aFounderOf(oasis.database, siteId), await aFounderOf(oasis.database, siteId)];
  const matti = await caller(manager);
  const asked = await matti.post('/coaching/matching-runs', { siteId, goal: 'coverage' }).expect(201);
  const path = `/coaching/matching-runs/${idOf(asked)}`;
  expect(asked.body).toMatchObject({ status: 'queued' });
  let run = await matti.get(path).expect(200);
  for (let tries = 0; tries < 200 && (run.body as { status: string }).status !== 'draft'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    run = await matti.get(path).expect(200);
  }
  expect(run.body).toMatchObject({ status: 'draft', result: { served: 2 } });
  const first = `${path}/proposals/${founders[0]?.membershipId ?? ''}`;
  expectProblem(await matti.patch(first, { coachId: null }), 428, 'if_match_required');
  expectProblem(await matti.patch(first, { coachId: null }, { 'if-match': '"1"' }), 412, 'stale');
  const edited = await matti.patch(first, { coachId: null }, { 'if-match': run.headers['etag'] as string }).expect(200);
  const published = await matti
    .post(`${path}/publish`, {}, { 'if-match': edited.headers['etag'] as string })
    .expect(200);
  expect(published.body).toMatchObject({ status: 'published' });
  const carita = await caller(coach);
  expect((await carita.get('/coaching/assignments').expect(200)).body).toMatchObject({
    items: [{ status: 'offered', membershipId: founders[1]?.membershipId }],
  });
  expect((await matti.get(`/coaching/matching-runs?siteId=${siteId}`).expect(200)).body).toMatchObject({
    items: [{ id: idOf(asked), status: 'published' }],
  });
  expectProblem(await matti.post(`${path}/discard`), 409, 'matching_run_state');
});

it('the coach who is asked reads what the founder needs and why the two fit; nobody else does', async () => {
  const coach = await aCoachOf(oasis.database, siteId);
  const stranger = await caller(await aCoachOf(oasis.database, siteId));
  const founder = await aFounderOf(oasis.database, siteId);
  const matti = await caller(manager);
  const wanted = { membershipId: founder.membershipId, coachId: coach.personId, kind: 'lead' };
  const id = idOf(await matti.post('/coaching/assignments', wanted).expect(201));
  const path = `/coaching/assignments/${id}/fit`;
  const asked = await caller(coach);
  const { body } = await asked.get(path).expect(200);
  const fit = body as { score: number; parts: { points: number }[] };
  expect(fit.parts).toHaveLength(6);
  expect(fit.parts.reduce((sum, { points }) => sum + points, 0)).toBe(fit.score);
  await matti.get(path).expect(200);
  expectProblem(await stranger.get(path), 404, 'missing');
  expectProblem(await (await caller(founder.actor)).get(path), 404, 'missing');
  await asked.post(`/coaching/assignments/${id}/decline`, { reason: 'No time this spring' }).expect(200);
  expectProblem(await asked.get(path), 404, 'missing');
});
