import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const day = '2027-03-04';
const flood = { startsOn: day, endsOn: day, reason: 'Water in the cellar' };

let oasis: Oasis;
let siteId: string;
let deskIds: string[];
let manager: string;
let aino: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  deskIds = await desks(oasis.database, siteId, 2);
  const token = async (role: 'manager' | 'entrepreneur') => {
    const account = await anAccount(oasis, { roles: [{ role, siteId }] });
    if (role === 'entrepreneur') {
      await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId));
    }
    return (await signIn(oasis, account)).accessToken;
  };
  [manager, aino] = [await token('manager'), await token('entrepreneur')];
});

const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, token: string) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

async function booked(from: string, to: string, resourceId = deskIds[0]): Promise<{ id: string }> {
  const wish = { resourceId, start: `${day}T${from}:00+02:00`, end: `${day}T${to}:00+02:00` };
  return (await call('post', 'bookings', aino).send(wish).expect(201)).body as { id: string };
}

it('shows first whom a closure would hit, then closes and cancels', async () => {
  const [morning, evening] = [await booked('09:00', '11:00'), await booked('17:00', '19:00')];
  const half = { ...flood, opens: '08:00', closes: '12:00' };

  // What is left of the day she has booked already; the same hours of the next, then.
  const equal = {
    bookingId: evening.id,
    resource: { id: deskIds[0], name: 'Desk 01', kind: 'desk' },
    start: '2027-03-05T15:00:00Z',
    end: '2027-03-05T17:00:00Z',
    expiresAt: `${day}T06:00:00Z`,
  };

  const preview = await call('post', `sites/${siteId}/closures?preview=true`, manager).send(half).expect(200);
  expect(preview.body).toEqual({
    affectedBookings: [expect.objectContaining({ id: evening.id, status: 'confirmed' })],
    replacements: [equal],
    affectedSessions: [],
  });
  expect((await call('get', `sites/${siteId}/closures`, manager).expect(200)).body.items).toEqual([]);

  const answer = await call('post', `sites/${siteId}/closures`, manager).send(half).expect(201);
  expect(answer.body).toEqual({
    id: expect.any(String),
    siteId,
    ...half,
    source: 'manager',
    status: 'confirmed',
    createdAt: '2027-03-02T06:00:00Z',
    decidedAt: '2027-03-02T06:00:00Z',
    affectedBookings: [expect.objectContaining({ id: evening.id, status: 'cancelled', reason: flood.reason })],
    replacements: [equal],
    affectedSessions: [],
  });
  const { body: evenings } = await call('get', `bookings/${evening.id}`, manager).expect(200);
  expect(answer.body.affectedBookings).toEqual([evenings]);
  const {
    affectedBookings: _,
    replacements: __,
    affectedSessions: ___,
    ...closure
  } = answer.body as Record<string, unknown>;
  expect(answer.headers['location']).toBe(`/api/v1/closures/${String(closure['id'])}`);
  await call('get', `closures/${String(closure['id'])}`, aino).expect(200, closure);

  const after = await call('get', `bookings/${evening.id}`, aino).expect(200);
  expect(after.body).toMatchObject({ status: 'cancelled', reason: flood.reason });
  expect((await call('get', `bookings/${morning.id}`, aino).expect(200)).body).toMatchObject({ status: 'confirmed' });
});

it('refuses bookings on closed days until the closure is dismissed', async () => {
  const { body } = await call('post', `sites/${siteId}/closures`, manager).send(flood).expect(201);
  const wish = { resourceId: deskIds[0], start: `${day}T09:00:00+02:00`, end: `${day}T11:00:00+02:00` };

  const refused = expectProblem(await call('post', 'bookings', aino).send(wish), 422, 'refused');
  expect(refused['refusals']).toMatchObject([{ code: 'within_opening_hours' }]);

  await call('delete', `closures/${body.id}`, manager).expect(204, '');
  await call('post', 'bookings', aino).send(wish).expect(201);
  expectProblem(await call('delete', `closures/${body.id}`, manager), 409, 'closure_status');
});

it('names every law that a closure breaks', async () => {
  const wrong = { startsOn: '2027-02-02', endsOn: '2027-02-01', opens: '12:00', reason: 'Nothing right' };

  for (const query of ['', '?preview=true']) {
    const answer = await call('post', `sites/${siteId}/closures${query}`, manager).send(wrong);
    const { refusals } = expectProblem(answer, 422, 'refused') as { refusals: { code: string }[] };
    expect(refusals.map(({ code }) => code)).toEqual(['closure_dates', 'closure_hours', 'in_the_past']);
  }
});

it('puts a proposed holiday into force when a manager confirms it', async () => {
  const propose = () => call('post', `sites/${siteId}/closures/propose?year=2027`, manager).expect(200);
  const { items } = (await propose()).body as { items: { id: string; startsOn: string; status: string }[] };
  const midsummerEve = items.find(({ startsOn }) => startsOn === '2027-06-25')!;
  expect(midsummerEve).toMatchObject({ status: 'proposed', source: 'holiday', reason: 'Midsummer Eve' });

  // Who does not run the site learns of it when it is in force.
  expectProblem(await call('get', `closures/${midsummerEve.id}`, aino), 404, 'missing');
  expect((await call('get', `sites/${siteId}/closures`, aino).expect(200)).body.items).toEqual([]);

  const preview = await call('post', `closures/${midsummerEve.id}/confirm?preview=true`, manager).expect(200);
  expect(preview.body).toEqual({ affectedBookings: [], replacements: [], affectedSessions: [] });
  const confirmed = await call('post', `closures/${midsummerEve.id}/confirm`, manager).expect(200);
  expect(confirmed.body).toMatchObject({ id: midsummerEve.id, status: 'confirmed', affectedBookings: [] });

  await call('get', `closures/${midsummerEve.id}`, aino).expect(200);
  expect((await propose()).body.items).toHaveLength(items.length);
  expectProblem(await call('post', `closures/${midsummerEve.id}/confirm`, manager), 409, 'closure_status');
});

it('keeps bookings when the weekly hours change, and says which', async () => {
  const evening = await booked('18:00', '20:00');
  const week = {
    validFrom: '2027-03-03',
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })),
  };

  const preview = await call('put', `sites/${siteId}/opening-hours?preview=true`, manager).send(week).expect(200);
  expect(preview.body).toMatchObject({ affectedBookings: [{ id: evening.id }] });

  const { body } = await call('put', `sites/${siteId}/opening-hours`, manager)
    .set('if-match', '*')
    .send(week)
    .expect(200);
  expect(body.openingHoursVersions).toMatchObject([
    { validFrom: '2020-01-01', validUntil: '2027-03-02' },
    { ...week, validUntil: null },
  ]);
  expect((await call('get', `bookings/${evening.id}`, aino).expect(200)).body).toMatchObject({ status: 'confirmed' });
});

it('keeps a resource under maintenance from being booked, and names whom it hits', async () => {
  const booking = await booked('09:00', '11:00');
  const maintain = (from: string, to: string) =>
    call('post', `resources/${deskIds[0]}/maintenance`, manager).send({
      start: `${day}T${from}:00+02:00`,
      end: `${day}T${to}:00+02:00`,
      reason: 'New lamp',
    });

  const begun = await maintain('10:00', '12:00').expect(201);
  expect(begun.body.affectedBookings).toEqual([expect.objectContaining({ id: booking.id, status: 'cancelled' })]);
  expect(begun.body.replacements).toEqual([
    expect.objectContaining({ resource: expect.objectContaining({ id: deskIds[1] }) }),
  ]);
  expect(begun.headers['location']).toBe(`/api/v1/maintenance/${begun.body.id}`);
  const wish = { resourceId: deskIds[0], start: `${day}T11:00:00+02:00`, end: `${day}T12:00:00+02:00` };
  expectProblem(await call('post', 'bookings', aino).send(wish), 409, 'no_double_booking');

  await call('delete', `maintenance/${begun.body.id}`, manager).expect(204, '');
  await call('post', 'bookings', aino).send(wish).expect(201);
});
