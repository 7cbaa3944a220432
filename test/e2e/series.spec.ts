import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
interface Series {
  id: string;
  version: number;
  bookings: { id: string; start: string; status: string; seriesId: string; resource: { name: string } }[];
  skipped: { date: string; reason: string }[];
}

let oasis: Oasis;
let siteId: string;
let deskIds: string[];
let aino: string;
let boris: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  const db = oasis.database;
  siteId = (await aSite(db, { rules: { desk: { horizonDays: 60, futureBookings: 60 } } })).id;
  deskIds = await desks(db, siteId, 2);
  const somebody = async (): Promise<string> => {
    const account = await anAccount(oasis, { roles: [{ role: 'entrepreneur', siteId }] });
    await aMembership(db, siteId, account.id, await aPlan(db, siteId, { allowances: { desk_days: 6 } }));
    return (await signIn(oasis, account)).accessToken;
  };
  [aino, boris] = [await somebody(), await somebody()];
});

const call = (method: 'get' | 'post' | 'patch', path: string, token: string) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

const wish = (more: object = {}) => ({
  resourceId: deskIds[0],
  start: '2027-03-03T09:00:00+02:00',
  end: '2027-03-03T11:00:00+02:00',
  rule: 'FREQ=WEEKLY;COUNT=3',
  ...more,
});

const inTheWay = () =>
  call('post', 'bookings', boris)
    .send({ resourceId: deskIds[0], start: '2027-03-10T10:00:00+02:00', end: '2027-03-10T12:00:00+02:00' })
    .expect(201);

it('previews, books around what is taken, and adds what was skipped', async () => {
  const { body: other } = await inTheWay();
  const preview = await call('post', 'booking-series?preview=true', aino).send(wish()).expect(200);
  expect(preview.body).toEqual({
    resource: { id: deskIds[0], name: 'Desk 01', kind: 'desk' },
    timeZone: 'Europe/Helsinki',
    occurrences: [
      expect.objectContaining({ date: '2027-03-03', status: 'free', substitute: null, refusals: [] }),
      {
        date: '2027-03-10',
        start: '2027-03-10T07:00:00Z',
        end: '2027-03-10T09:00:00Z',
        status: 'clash',
        substitute: { resourceId: deskIds[1], name: 'Desk 02' },
        refusals: [],
        charges: [{ kind: 'desk_days', month: '2027-03', amount: 1, left: 5, leftAfter: 4 }],
      },
      expect.objectContaining({ date: '2027-03-17', status: 'free' }),
    ],
    totals: [{ kind: 'desk_days', month: '2027-03', amount: 2, left: 6, leftAfter: 4 }],
  });
  expect((await call('get', 'booking-series', aino).expect(200)).body).toEqual({ items: [], next: null });

  const clash = expectProblem(await call('post', 'booking-series', aino).send(wish()), 409, 'no_double_booking');
  expect(clash['clashes']).toMatchObject([{ date: '2027-03-10', substitute: { resourceId: deskIds[1] } }]);

  const answer = await call('post', 'booking-series', aino)
    .send(wish({ onClash: 'skip' }))
    .expect(201);
  const booked = answer.body as Series;
  expect(answer.headers).toMatchObject({ location: `/api/v1/booking-series/${booked.id}`, etag: '"1"' });
  expect(booked.skipped).toEqual([{ date: '2027-03-10', reason: 'clash' }]);
  expect(booked.bookings.map(({ seriesId }) => seriesId)).toEqual([booked.id, booked.id]);
  await call('get', `booking-series/${booked.id}`, aino).expect(200, booked);
  expectProblem(await call('get', `booking-series/${booked.id}`, boris), 404, 'missing');

  await call('post', `bookings/${String(other.id)}/cancel`, boris)
    .send({})
    .expect(200);
  const add = () =>
    call('post', `booking-series/${booked.id}/dates`, aino)
      .set('idempotency-key', 'the-tenth')
      .send({ date: '2027-03-10' });
  const whole = (await add().expect(201)).body as Series;
  expect((await add().expect(201)).body).toEqual(whole);
  expect(whole).toMatchObject({ skipped: [], version: 2 });
  expect(whole.bookings.map(({ start }) => start.slice(0, 10))).toEqual(['2027-03-03', '2027-03-10', '2027-03-17']);
});

it('books with substitutes and choices, once per key', async () => {
  await inTheWay();
  const order = wish({ onClash: 'substitute', choices: [{ date: '2027-03-17', skip: true }], title: 'Team day' });
  const send = () => call('post', 'booking-series', aino).set('idempotency-key', 'team-day').send(order).expect(201);
  const first = (await send()).body as Series;
  expect(first.bookings.map(({ resource }) => resource.name)).toEqual(['Desk 01', 'Desk 02']);
  expect(first.skipped).toEqual([{ date: '2027-03-17', reason: 'chosen' }]);
  expect((await send()).body).toEqual(first);
  const { items } = (await call('get', 'booking-series', aino).expect(200)).body as { items: Series[] };
  expect(items).toEqual([first]);
});

it('says on which date which rule is broken', async () => {
  const refused = expectProblem(
    await call('post', 'booking-series', aino).send(wish({ rule: 'FREQ=WEEKLY;INTERVAL=4;COUNT=4' })),
    422,
    'refused',
  );
  expect(refused['refusals']).toMatchObject([{ code: 'booking_horizon', facts: { date: '2027-05-26' } }]);
  const tooLong = await call('post', 'booking-series', aino).send(wish({ rule: 'FREQ=DAILY;COUNT=53' }));
  expect(expectProblem(tooLong, 422, 'refused')['refusals']).toMatchObject([{ code: 'series_length' }]);
});

it('moves and cancels one date, this and following, or all', async () => {
  const { id } = (await call('post', 'booking-series', aino).send(wish()).expect(201)).body as Series;
  const path = `booking-series/${id}`;
  const later = { from: '2027-03-10', startTime: '12:00', endTime: '14:00' };
  expectProblem(await call('patch', path, aino).send(later), 428, 'if_match_required');
  const moved = await call('patch', path, aino).set('if-match', '"1"').send(later).expect(200);
  expect(moved.headers['etag']).toBe('"2"');
  expect((moved.body as Series).bookings.map(({ start }) => start)).toEqual([
    '2027-03-03T07:00:00Z',
    '2027-03-10T10:00:00Z',
    '2027-03-17T10:00:00Z',
  ]);
  expectProblem(await call('patch', path, aino).set('if-match', '"1"').send(later), 412, 'stale');

  const statuses = async (reach: object) =>
    ((await call('post', `${path}/cancel`, aino).send(reach).expect(200)).body as Series).bookings.map((b) => b.status);
  expect(await statuses({ only: '2027-03-10' })).toEqual(['confirmed', 'cancelled', 'confirmed']);
  expect(await statuses({ reason: 'We moved' })).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expectProblem(await call('post', `${path}/cancel`, aino).send({}), 409, 'booking_state');
  expectProblem(await call('post', `${path}/cancel`, boris).send({}), 404, 'missing');
});

it.each([
  [{ rule: 'FREQ=HOURLY;COUNT=2' }, '/rule'],
  [{ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2' }, '/start'],
  [{ rule: 7 }, '/rule'],
  [{ onClash: 'hope' }, '/onClash'],
  [{ choices: [{ date: '2027-03-04', skip: true }] }, '/choices'],
  [{ choices: [{ date: 'soon' }] }, '/choices/0/date'],
  [{ end: '2027-03-03T08:00:00+02:00' }, '/end'],
  [{ surprise: true }, '/surprise'],
])('does not understand %j', async (flaw, pointer) => {
  const problem = expectProblem(await call('post', 'booking-series', aino).send(wish(flaw)), 400, 'malformed');
  expect(problem['errors']).toMatchObject([{ pointer }]);
});

it('is in the export of a person', async () => {
  await call('post', 'booking-series', aino)
    .send(wish({ title: 'Team day' }))
    .expect(201);
  const { body } = await call('get', 'me/export', aino).expect(200);
  expect(JSON.stringify(body)).toContain('"rule":"FREQ=WEEKLY;COUNT=3"');
});
