import { NoShowTicks } from '../../src/bookings/no-show.ticks';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aMembership, aPlan, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let siteId: string;
let desk: string;
let accounts: Record<'aino' | 'boris' | 'manager', TestAccount>;
let aino: string;
let boris: string;
let manager: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  [desk = ''] = await desks(oasis.database, siteId, 1);
  accounts = {
    aino: await member(),
    boris: await member(),
    manager: await anAccount(oasis, { roles: [{ role: 'manager', siteId }] }),
  };
  // Tuesday 2 March 2027 in Helsinki (UTC+2).
  await itIs('08:00');
});

async function member(): Promise<TestAccount> {
  const account = await anAccount(oasis, { roles: [{ role: 'entrepreneur', siteId }] });
  await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId));
  return account;
}

/** Moves the clock of the house; everybody signs in anew, since nobody's token lasts so long. */
async function itIs(time: string): Promise<void> {
  oasis.clock.set(`2027-03-02T${time}:00+02:00`);
  const token = async (account: TestAccount) => (await signIn(oasis, account)).accessToken;
  [aino, boris, manager] = [await token(accounts.aino), await token(accounts.boris), await token(accounts.manager)];
}

const call = (method: 'get' | 'post', path: string, token = aino) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

/** Books the desk from one hour to the next, and does not come. */
async function missed(hour: number): Promise<string> {
  const time = (value: number) => `2027-03-02T${String(value).padStart(2, '0')}:00:00+02:00`;
  const wish = { resourceId: desk, start: time(hour), end: time(hour + 1) };
  const { body } = await call('post', 'bookings').send(wish).expect(201);
  await itIs(`${String(hour).padStart(2, '0')}:31`);
  await oasis.get(NoShowTicks).mark(oasis.clock.now());
  return (body as { id: string }).id;
}

it('tells who did not come, hears them, and forgives or not', async () => {
  const first = await missed(9);
  const second = await missed(10);
  expect((await call('get', `bookings/${second}`).expect(200)).body).toMatchObject({ status: 'no_show' });
  const { items } = (await call('get', 'no-shows').expect(200)).body as { items: { id: string }[] };
  expect(items).toEqual([
    {
      id: expect.any(String),
      siteId,
      personId: expect.any(String),
      fullName: 'Aino Example',
      bookingId: second,
      place: 'Desk 01',
      start: '2027-03-02T08:00:00Z',
      end: '2027-03-02T09:00:00Z',
      timeZone: 'Europe/Helsinki',
      at: '2027-03-02T08:30:00Z',
      state: 'standing',
      forgottenAt: '2027-05-01T08:30:00Z',
      counts: true,
      forgivenAt: null,
      forgivenReason: null,
      appeal: null,
      appealedAt: null,
      appealAnswer: null,
      answeredAt: null,
    },
    expect.objectContaining({ bookingId: first, state: 'forgiven', forgivenReason: 'grace', counts: false }),
  ]);
  const path = `no-shows/${items[0]?.id}`;

  expectProblem(await call('post', `${path}/appeal`, boris).send({ text: 'Mine' }), 404, 'missing');
  expectProblem(await call('post', `${path}/forgive`).send({ reason: 'Please' }), 403, 'role_required');
  const appeal = await call('post', `${path}/appeal`).send({ text: 'The train stood still.' }).expect(200);
  expect(appeal.body).toMatchObject({ state: 'appealed', appeal: 'The train stood still.', counts: true });
  expectProblem(await call('post', `${path}/appeal`).send({ text: 'Once more' }), 409, 'no_show_state');

  expectProblem(await call('get', `sites/${siteId}/no-shows`), 403, 'role_required');
  const waiting = await call('get', `sites/${siteId}/no-shows?waiting=true`, manager).expect(200);
  expect(waiting.body).toEqual({ items: [appeal.body], next: null });
  expectProblem(await call('post', `${path}/uphold`, manager).send({}), 400, 'malformed');
  const upheld = await call('post', `${path}/uphold`, manager).send({ answer: 'There was another train.' }).expect(200);
  expect(upheld.body).toMatchObject({ state: 'upheld', appealAnswer: 'There was another train.', counts: true });
  const forgiven = await call('post', `${path}/forgive`, manager).send({ reason: 'There was none.' }).expect(200);
  expect(forgiven.body).toMatchObject({ state: 'forgiven', forgivenReason: 'There was none.', counts: false });
  await call('get', 'no-shows')
    .expect(200)
    .expect(({ body }) => {
      expect((body as { items: unknown[] }).items[0]).toEqual(forgiven.body);
    });
});

it('ends booking ahead after too many, and never the same day', async () => {
  for (const hour of [9, 10, 11, 12]) await missed(hour);
  const wish = (day: string) => ({ resourceId: desk, start: `${day}T15:00:00+02:00`, end: `${day}T16:00:00+02:00` });
  const refused = expectProblem(await call('post', 'bookings').send(wish('2027-03-03')), 422, 'refused');
  expect(refused['refusals']).toMatchObject([{ code: 'no_show_block', facts: { until: '2027-03-16T10:30:00Z' } }]);
  await call('post', 'bookings').send(wish('2027-03-02')).expect(201);
});
