import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const day = '2027-03-04';

let oasis: Oasis;
let siteId: string;
let saimaa: string;
let vuoksi: string;
let manager: string;
let aino: string;
let boris: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database, { fairShare: 100 })).id;
  const rooms = ['Saimaa', 'Vuoksi'].map((name) => aResource(oasis.database, siteId, { kind: 'room', name }));
  [saimaa = '', vuoksi = ''] = await Promise.all(rooms);
  const token = async (role: 'manager' | 'entrepreneur') => {
    const account = await anAccount(oasis, { roles: [{ role, siteId }] });
    if (role === 'entrepreneur') {
      await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId));
    }
    return (await signIn(oasis, account)).accessToken;
  };
  [manager, aino, boris] = [await token('manager'), await token('entrepreneur'), await token('entrepreneur')];
});

const call = (method: 'get' | 'post' | 'patch', path: string, token: string) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

async function booked(): Promise<{ id: string; version: number }> {
  const wish = { resourceId: saimaa, start: `${day}T09:00:00+02:00`, end: `${day}T11:00:00+02:00` };
  return (await call('post', 'bookings', aino).send(wish).expect(201)).body as { id: string; version: number };
}

it('walks from the preview of a closed room to the booking in another', async () => {
  const booking = await booked();
  const wanted = { start: `${day}T08:00:00+02:00`, end: `${day}T18:00:00+02:00`, reason: 'Water in the wall' };
  const planned = {
    bookingId: booking.id,
    resource: { id: vuoksi, name: 'Vuoksi', kind: 'room' },
    start: `${day}T07:00:00Z`,
    end: `${day}T09:00:00Z`,
    expiresAt: `${day}T05:00:00Z`,
  };

  const preview = await call('post', `resources/${saimaa}/maintenance?preview=true`, manager).send(wanted).expect(200);
  expect(preview.body).toEqual({
    affectedBookings: [expect.objectContaining({ id: booking.id, status: 'confirmed' })],
    replacements: [planned],
    affectedSessions: [],
  });
  expect((await call('get', 'replacements', aino).expect(200)).body).toEqual({ items: [], next: null });

  const begun = await call('post', `resources/${saimaa}/maintenance`, manager).send(wanted).expect(201);
  expect(begun.body).toMatchObject({
    affectedBookings: [{ id: booking.id, status: 'cancelled' }],
    replacements: [planned],
  });
  const cancelled = await call('get', `bookings/${booking.id}`, manager).expect(200);
  expect(begun.body.affectedBookings).toEqual([cancelled.body]);

  const { items } = (await call('get', 'replacements?status=offered', aino).expect(200)).body;
  expect(items).toMatchObject([
    { bookingId: booking.id, offered: { resource: { id: vuoksi } }, reason: wanted.reason },
  ]);
  const { id } = items[0];
  expectProblem(await call('post', `replacements/${id}/accept`, boris), 404, 'missing');
  expectProblem(await call('get', `replacements/${id}`, boris), 404, 'missing');

  const moved = await call('post', `replacements/${id}/accept`, aino).expect(200);
  expect(moved.body).toMatchObject({ id: booking.id, resource: { id: vuoksi }, status: 'confirmed' });
  expect(moved.body.version).toBeGreaterThan(booking.version);
  const conflict = expectProblem(await call('post', `replacements/${id}/decline`, aino), 409, 'replacement_state');
  expect(conflict['state']).toBe('accepted');

  const seen = await call('get', `replacements?siteId=${siteId}&causeId=${begun.body.id}`, manager).expect(200);
  expect(seen.body.items).toMatchObject([{ id, status: 'accepted', fullName: expect.any(String) }]);
  expectProblem(await call('get', `replacements?siteId=${siteId}`, aino), 404, 'missing');
  expectProblem(await call('get', 'replacements?cursor=nonsense', aino), 400, 'malformed');
  const ics = await call('get', `bookings/${booking.id}.ics`, aino).expect(200);
  expect(ics.text).toContain('Vuoksi');
});

it('declines, and takes a resource out of use with its bookings', async () => {
  const booking = await booked();
  const preview = await call('post', `resources/${saimaa}/retire?preview=true`, manager).expect(200);
  expect(preview.body.replacements).toMatchObject([{ bookingId: booking.id, resource: { id: vuoksi } }]);
  const retired = await call('post', `resources/${saimaa}/retire`, manager).send({ reason: 'Sold' }).expect(200);
  expect(retired.body).toMatchObject({ status: 'retired', affectedBookings: [{ id: booking.id, reason: 'Sold' }] });
  const cancelled = await call('get', `bookings/${booking.id}`, manager).expect(200);
  expect(retired.body.affectedBookings).toEqual([cancelled.body]);

  const [{ id }] = (await call('get', 'replacements', aino).expect(200)).body.items;
  const declined = await call('post', `replacements/${id}/decline`, aino).expect(200);
  expect(declined.body).toMatchObject({ id, status: 'declined' });
  const after = await call('get', `bookings/${booking.id}`, aino).expect(200);
  expect(after.body).toMatchObject({ status: 'cancelled', reason: 'Sold' });
});

it('suspends a site with a look first', async () => {
  const booking = await booked();
  const account = await anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
  const administrator = (await signIn(oasis, account)).accessToken;
  const change = { status: 'suspended', reason: 'The border is closed' };

  const preview = await call('patch', `sites/${siteId}?preview=true`, administrator).send(change).expect(200);
  expect(preview.body).toMatchObject({ affectedBookings: [{ id: booking.id, status: 'confirmed' }] });
  await call('patch', `sites/${siteId}`, administrator).set('if-match', '*').send(change).expect(200);
  const after = await call('get', `bookings/${booking.id}`, aino).expect(200);
  expect(after.body).toMatchObject({ status: 'cancelled', reason: 'The border is closed' });
});
