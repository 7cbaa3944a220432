import { aResource, aSite } from '../support/house';
import { anAccount, signIn } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let token: string;
let desk: string;

beforeAll(async () => {
  oasis = await startOasis();
  const { id: siteId } = await aSite(oasis.database);
  desk = await aResource(oasis.database, siteId);
  const account = await anAccount(oasis, { roles: [{ role: 'coach', siteId }] });
  ({ accessToken: token } = await signIn(oasis, account));
});
afterAll(() => oasis.stop());

const wish = () => ({ resourceId: desk, start: '2027-03-03T09:00:00+02:00', end: '2027-03-03T11:00:00+02:00' });
const post = (path: string, body: object) =>
  oasis.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);

it('a place is held, listed, booked with its hold, and not a second time', async () => {
  const hold = await post('/holds', wish()).expect(201);
  const { id } = hold.body as { id: string };
  const list = await oasis.http.get('/api/v1/holds').auth(token, { type: 'bearer' }).expect(200);
  expect(list.body).toEqual({ items: [hold.body] });
  await post('/bookings', { holdId: id }).expect(201);
  expectProblem(await post('/bookings', { holdId: id }), 409, 'hold_expired');
  expectProblem(await post('/holds', wish()), 409, 'no_double_booking');
});

it('a hold is let go', async () => {
  const later = { ...wish(), start: '2027-03-04T09:00:00+02:00', end: '2027-03-04T11:00:00+02:00' };
  const { id } = (await post('/holds', later).expect(201)).body as { id: string };
  await oasis.http.delete(`/api/v1/holds/${id}`).auth(token, { type: 'bearer' }).expect(204);
  expectProblem(await oasis.http.delete(`/api/v1/holds/${id}`).auth(token, { type: 'bearer' }), 404, 'missing');
});

it('a third place is refused, and whoever watches the house can see that somebody hoards', async () => {
  const refusals = async () =>
    Number(
      /^oasis_refusals_total\{rule="holds_per_person"\} (\d+)$/m.exec((await oasis.http.get('/metrics')).text)?.[1] ??
        0,
    );
  const at = (hour: string) => ({
    resourceId: desk,
    start: `2027-03-05T${hour}:00:00+02:00`,
    end: `2027-03-05T${hour}:30:00+02:00`,
  });
  const before = await refusals();
  await post('/holds', at('09')).expect(201);
  await post('/holds', at('10')).expect(201);
  const body = expectProblem(await post('/holds', at('11')), 422, 'refused');
  expect(body['refusals']).toEqual([expect.objectContaining({ code: 'holds_per_person' })]);
  expect(await refusals()).toBe(before + 1);
});
