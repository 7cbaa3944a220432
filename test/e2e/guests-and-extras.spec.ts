import { MessageTicks } from '../../src/reminders/message.ticks';
import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';
import { expectProblem } from '../support/problem';

// Tuesday 2 March 2027, 09:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T07:00:00Z');
const today = '2027-03-02';

let oasis: Oasis;
let siteId: string;
let room: string;

beforeAll(async () => {
  oasis = await startOasis({ clock: new TestClock(now) });
  siteId = (await aSite(oasis.database, { fairShare: 100 })).id;
});
afterAll(() => oasis?.stop());
beforeEach(async () => {
  oasis.clock.set(now);
  room = await aResource(oasis.database, siteId, { kind: 'room', capacity: 4 });
});

/** Somebody of the site who is signed in. */
async function caller(role: 'entrepreneur' | 'manager', fullName = 'Aino Example') {
  const account = await anAccount(oasis, { fullName, roles: [{ role, siteId }] });
  if (role === 'entrepreneur') {
    await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId));
  }
  const { accessToken } = await signIn(oasis, account);
  return {
    id: account.id,
    send: (method: 'get' | 'post' | 'put' | 'patch', path: string, body?: object, version?: number | string) => {
      const request = oasis.http[method](`/api/v1${path}`).auth(accessToken, { type: 'bearer' });
      if (version !== undefined) void request.set('if-match', `"${version}"`);
      return request.send(body);
    },
  };
}

/** What the answers of this spec have, as far as it looks at it. */
interface Answer {
  id: string;
  items: { id: string; left: number; kind: string; code: string; resource: { id: string } }[];
  bookings: { person: { name: string } }[];
}
const bodyOf = ({ body }: { body: unknown }): Answer => body as Answer;
const wish = (from = '10:00', to = '11:00') => ({
  resourceId: room,
  start: `${today}T${from}:00+02:00`,
  end: `${today}T${to}:00+02:00`,
});

it('a meeting is booked with guests and a projector, changed, and looked up', async () => {
  const [aino, manager] = [await caller('entrepreneur'), await caller('manager')];
  const name = `Projector ${room}`;
  const added = await manager.send('post', `/sites/${siteId}/extras`, { name, stock: 1 }).expect(201);
  const extra = bodyOf(added);
  expect(added.headers).toMatchObject({ location: `/api/v1/extras/${extra.id}`, etag: '"1"' });
  expectProblem(await aino.send('post', `/sites/${siteId}/extras`, { name: 'Mine', stock: 1 }), 403, 'role_required');

  const guests = [{ name: 'Ada Guest', email: 'Ada@Guests.example' }];
  const extras = [{ extraId: extra.id, count: 1 }];
  const booked = await aino.send('post', '/bookings', { ...wish(), guests, extras }).expect(201);
  const booking = bodyOf(booked);
  expect(booked.body).toMatchObject({
    extras: [{ name, count: 1 }],
    guests: [{ name: 'Ada Guest', email: 'ada@guests.example' }],
  });
  expect((await aino.send('get', `/bookings/${booking.id}`).expect(200)).body).toEqual(booked.body);

  const period = `start=${encodeURIComponent('2027-03-02T08:00:00Z')}&end=${encodeURIComponent('2027-03-02T09:00:00Z')}`;
  const lent = bodyOf(await aino.send('get', `/sites/${siteId}/extras?${period}`).expect(200));
  expect(lent.items.find(({ id }) => id === extra.id)).toMatchObject({ left: 0, stock: 1 });
  expectProblem(await aino.send('get', `/sites/${siteId}/extras?start=2027-03-02T08:00:00Z`), 400, 'malformed');

  const set = await aino.send('put', `/bookings/${booking.id}/guests`, { guests: [] }, 1).expect(200);
  expect(set.body).toMatchObject({ guests: [], version: 2 });
  expectProblem(await aino.send('put', `/bookings/${booking.id}/guests`, { guests: [] }), 428, 'if_match_required');
  const given = await aino.send('patch', `/bookings/${booking.id}`, { extras: [] }, 2).expect(200);
  expect(given.body).toMatchObject({ extras: [], version: 3 });
});

it.each([
  ['null for extras', { extras: null }],
  ['null for guests', { guests: null }],
  ['a count of nothing', { extras: [{ extraId: '01939c4e-0000-7000-8000-000000000000', count: 0 }] }],
  ['a huge count', { extras: [{ extraId: '01939c4e-0000-7000-8000-000000000000', count: 1e9 }] }],
  ['no address', { guests: [{ name: 'Ada' }] }],
  ['a line break in a name', { guests: [{ name: 'Ada\r\nBcc: all@people.example', email: 'ada@guests.example' }] }],
  [
    'a hundred and one guests',
    { guests: Array.from({ length: 101 }, (_, i) => ({ name: 'A', email: `a${i}@guests.example` })) },
  ],
  ['more of a guest than asked', { guests: [{ name: 'Ada', email: 'ada@guests.example', admin: true }] }],
])('%s is malformed', async (_, more) => {
  const aino = await caller('entrepreneur');
  expectProblem(await aino.send('post', '/bookings', { ...wish(), ...more }), 400, 'malformed');
});

it('a stock is lowered: first it is shown whose booking breaks, then they go without and are told', async () => {
  const [aino, manager] = [await caller('entrepreneur'), await caller('manager')];
  const added = await manager
    .send('post', `/sites/${siteId}/extras`, { name: `Headset ${room}`, stock: 2 })
    .expect(201);
  const extra = bodyOf(added);
  const body = { ...wish(), extras: [{ extraId: extra.id, count: 2 }] };
  const booking = bodyOf(await aino.send('post', '/bookings', body).expect(201));
  const preview = await manager.send('patch', `/extras/${extra.id}?preview=true`, { stock: 1 }).expect(200);
  expect(preview.body).toMatchObject({ affectedBookings: [{ id: booking.id }] });
  expectProblem(await manager.send('patch', `/extras/${extra.id}`, { stock: 1 }), 428, 'if_match_required');
  expectProblem(await aino.send('patch', `/extras/${extra.id}`, { stock: 9 }, 1), 403, 'role_required');
  await manager.send('patch', `/extras/${extra.id}`, { stock: 1 }, 1).expect(200);
  expect((await aino.send('get', `/bookings/${booking.id}`)).body).toMatchObject({ status: 'confirmed', extras: [] });
  await oasis.get(MessageTicks).planAgain(oasis.clock.now());
  oasis.clock.advance(0.1);
  await oasis.get(MessageTicks).sweep(oasis.clock.now());
  const told = bodyOf(await aino.send('get', '/messages').expect(200));
  expect(told.items.map(({ kind }) => kind)).toContain('extra_withdrawn');
});

it('who is in is told by mutual choice, and the day sheet is for managers', async () => {
  const [aino, boris] = [await caller('entrepreneur'), await caller('entrepreneur', 'Boris Example')];
  const manager = await caller('manager');
  const other = await aResource(oasis.database, siteId);
  await aino.send('post', '/bookings', wish()).expect(201);
  await boris.send('post', '/bookings', { ...wish(), resourceId: other }).expect(201);
  const seen = async () => bodyOf(await aino.send('get', `/sites/${siteId}/who-is-in`).expect(200)).items;
  await aino.send('put', '/me/consents', { purposes: ['who_is_in'] }).expect(200);
  expect(await seen()).toEqual([]);
  await boris.send('put', '/me/consents', { purposes: ['who_is_in'] }).expect(200);
  expect(await seen()).toEqual([{ name: 'Boris Example', venture: null, from: '10:00', until: '11:00', zone: null }]);
  await boris.send('put', '/me/consents', { purposes: [] }).expect(200);
  expect(await seen()).toEqual([]);
  expectProblem(await aino.send('get', `/sites/${siteId}/who-is-in?date=2020-01-01`), 422, 'refused');
  expectProblem(await aino.send('get', `/sites/${siteId}/day-sheet?date=${today}`), 403, 'role_required');
  const sheet = bodyOf(await manager.send('get', `/sites/${siteId}/day-sheet?date=${today}`).expect(200));
  expect(sheet.bookings.map(({ person }) => person.name)).toContain('Boris Example');
});

it('the code on a desk is scanned by a stranger, who signs in and is checked in', async () => {
  const [aino, manager] = [await caller('entrepreneur'), await caller('manager')];
  const issued = await manager.send('post', `/sites/${siteId}/check-in-codes`, {}).expect(200);
  expect(issued.headers['cache-control']).toBe('no-store');
  const { code } = bodyOf(issued).items.find(({ resource }) => resource.id === room)!;
  expectProblem(await aino.send('get', `/sites/${siteId}/check-in-codes`), 403, 'role_required');
  expectProblem(await aino.send('post', `/sites/${siteId}/check-in-codes`, {}), 403, 'role_required');

  const stranger = await oasis.http.get(`/api/v1/check-in-codes/${code}`).expect(200);
  expect(Object.keys(stranger.body as object).sort()).toEqual(['kind', 'resource', 'site']);
  expectProblem(await oasis.http.get('/api/v1/check-in-codes/0000-0000-0000'), 404, 'missing');
  expectProblem(await oasis.http.post(`/api/v1/check-in-codes/${code}/check-in`), 401, 'unauthenticated');

  expect((await aino.send('post', `/check-in-codes/${code}/check-in`).expect(200)).body).toMatchObject({
    outcome: 'free',
  });
  const booking = bodyOf(await aino.send('post', '/bookings', wish('09:00', '10:00')).expect(201));
  const scanned = await aino.send('post', `/check-in-codes/${code}/check-in`).expect(200);
  expect(scanned.body).toMatchObject({ outcome: 'checked_in', booking: { id: booking.id, status: 'checked_in' } });
  const again = await aino.send('post', `/check-in-codes/${code}/check-in`).expect(200);
  expect(again.body).toEqual(scanned.body);
});

it('guessing codes is throttled', async () => {
  const strict = await startOasis({ config: { rateLimit: 20 } });
  try {
    const tries = Array.from({ length: 40 }, (_, i) => `0000-0000-${String(i).padStart(4, '0')}`);
    const answers = await Promise.all(tries.map((code) => strict.http.get(`/api/v1/check-in-codes/${code}`)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(15);
  } finally {
    await strict.stop();
  }
});
