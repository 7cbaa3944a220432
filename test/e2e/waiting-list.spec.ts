import { anAccount, signIn } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let siteId: string;
let wish: { resourceId: string; start: string; end: string };

beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
});
afterAll(() => oasis.stop());
beforeEach(async () => {
  const resourceId = await aResource(oasis.database, siteId);
  wish = { resourceId, start: '2027-03-03T09:00:00+02:00', end: '2027-03-03T11:00:00+02:00' };
});

/** Somebody of the site who is signed in. */
async function caller(role: 'coach' | 'manager') {
  const { accessToken } = await signIn(oasis, await anAccount(oasis, { roles: [{ role, siteId }] }));
  const send = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
    oasis.http[method](`/api/v1${path}`).auth(accessToken, { type: 'bearer' }).send(body);
  return {
    get: (path: string) => send('get', path),
    post: (path: string, body: object = {}) => send('post', path, body),
    delete: (path: string) => send('delete', path),
  };
}

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

it('somebody waits, is offered the place when it is given up, and books it', async () => {
  const [aino, boris, manager] = [await caller('coach'), await caller('coach'), await caller('manager')];
  expectProblem(await boris.post('/waiting-list', wish), 409, 'place_free');
  const booking = idOf(await aino.post('/bookings', wish).expect(201));
  const entry = await boris.post('/waiting-list', wish).expect(201);
  expect(entry.body).toMatchObject({ status: 'waiting', position: 1 });
  expect(entry.body).not.toHaveProperty('fullName');
  const order = await manager.get(`/waiting-list?siteId=${siteId}&status=waiting`).expect(200);
  expect(order.body).toMatchObject({ items: [{ id: idOf(entry), fullName: 'Aino Example', usedMinutes: 0 }] });
  expectProblem(await aino.get(`/waiting-list?siteId=${siteId}`), 404, 'missing');
  expectProblem(await manager.get(`/waiting-list?siteId=${siteId}&cursor=WyJhIiwiYiIsImMiLCJkIl0`), 400, 'malformed');
  expectProblem(await boris.post(`/waiting-list/${idOf(entry)}/accept`), 409, 'waiting_list_state');

  await aino.post(`/bookings/${booking}/cancel`).expect(200);
  expect((await boris.get('/waiting-list').expect(200)).body).toMatchObject({
    items: [{ status: 'offered', offered: { id: wish.resourceId }, offerExpiresAt: '2027-03-02T08:00:00Z' }],
  });
  expectProblem(await aino.post(`/waiting-list/${idOf(entry)}/accept`), 404, 'missing');
  const accepted = await boris.post(`/waiting-list/${idOf(entry)}/accept`).expect(200);
  expect(accepted.body).toMatchObject({ status: 'confirmed', resource: { id: wish.resourceId } });
});

it('an offer is declined, and another wait withdrawn', async () => {
  const [aino, boris, carla] = [await caller('coach'), await caller('coach'), await caller('coach')];
  const booking = idOf(await aino.post('/bookings', wish).expect(201));
  const first = idOf(await boris.post('/waiting-list', wish).expect(201));
  const second = idOf(await carla.post('/waiting-list', wish).expect(201));
  await aino.post(`/bookings/${booking}/cancel`).expect(200);
  expect((await boris.post(`/waiting-list/${first}/decline`).expect(200)).body).toMatchObject({ status: 'declined' });
  expect((await carla.delete(`/waiting-list/${second}`).expect(200)).body).toMatchObject({
    status: 'withdrawn',
    offered: { id: wish.resourceId },
  });
});
