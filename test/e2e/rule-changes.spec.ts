import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// The clock of the house shows Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const day = '2027-03-04';
const week = {
  validFrom: '2027-03-03',
  openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })),
};

let oasis: Oasis;
let siteId: string;
let deskId: string;
let planId: string;
let token: Record<'manager' | 'administrator' | 'entrepreneur', string>;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  [deskId = ''] = await desks(oasis.database, siteId, 1);
  const as = async (role: 'manager' | 'administrator' | 'entrepreneur') => {
    const account = await anAccount(oasis, { roles: [{ role, siteId: role === 'administrator' ? null : siteId }] });
    if (role === 'entrepreneur') {
      const plan = await aPlan(oasis.database, siteId);
      planId = plan.planId;
      await aMembership(oasis.database, siteId, account.id, plan);
    }
    return (await signIn(oasis, account)).accessToken;
  };
  token = {
    manager: await as('manager'),
    administrator: await as('administrator'),
    entrepreneur: await as('entrepreneur'),
  };
});

const call = (method: 'get' | 'post' | 'put' | 'patch', path: string, who: keyof typeof token) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token[who]}`);

async function booked(from: string, to: string): Promise<{ id: string; version: number }> {
  const wish = { resourceId: deskId, start: `${day}T${from}:00+02:00`, end: `${day}T${to}:00+02:00` };
  return (await call('post', 'bookings', 'entrepreneur').send(wish).expect(201)).body as {
    id: string;
    version: number;
  };
}
const bookingOf = async (id: string) => (await call('get', `bookings/${id}`, 'entrepreneur').expect(200)).body;

it('shows whom new hours would break, refuses what was not seen, and then moves them', async () => {
  const evening = await booked('18:00', '20:00');
  const path = `sites/${siteId}/opening-hours`;

  const preview = await call('put', `${path}?preview=true`, 'manager').send(week).expect(200);
  expect(preview.body).toMatchObject({
    affectedBookings: [{ id: evening.id }],
    effects: [
      {
        bookingId: evening.id,
        because: [{ code: 'within_opening_hours' }],
        rebooking: { resourceId: deskId, start: '2027-03-04T14:00:00Z', end: '2027-03-04T16:00:00Z' },
      },
    ],
    affectedSessions: [],
  });
  const stale = await call('put', path, 'manager')
    .set('if-match', '"1"')
    .send({ ...week, onConflict: 'rebook' });
  expectProblem(stale, 409, 'affected_changed');
  expect(stale.body).toMatchObject({ seen: preview.body.seen, effects: [{ bookingId: evening.id }] });

  const decided = {
    ...week,
    onConflict: 'apply',
    choices: [{ bookingId: evening.id, do: 'rebook' }],
    seen: stale.body.seen,
  };
  const changed = await call('put', path, 'manager').set('if-match', '"1"').send(decided).expect(200);

  expect(changed.body).toMatchObject({
    id: siteId,
    outcomes: [{ outcome: 'moved', booking: { id: evening.id, start: '2027-03-04T14:00:00Z' } }],
  });
  const moved = await bookingOf(evening.id);
  expect(moved).toMatchObject({ start: '2027-03-04T14:00:00Z', status: 'confirmed' });
  expect(moved.version).toBeGreaterThan(evening.version);
});

it('does the same for what a kind asks, and for a resource', async () => {
  const long = await booked('09:00', '13:00');
  const { items } = (await call('get', `sites/${siteId}/resource-rules`, 'manager').expect(200)).body as {
    items: { kind: string }[];
  };
  const rule = { ...items.find(({ kind }) => kind === 'desk'), longestMinutes: 60 };
  const path = `sites/${siteId}/resource-rules`;

  const { body } = await call('put', `${path}?preview=true`, 'manager')
    .send({ items: [rule] })
    .expect(200);
  expect(body.effects).toMatchObject([{ bookingId: long.id, because: [{ code: 'booking_length' }] }]);
  const applied = { items: [rule], onConflict: 'apply', seen: body.seen, reason: 'Shorter turns for all' };
  const changed = await call('put', path, 'manager').send(applied).expect(200);

  expect(changed.body).toMatchObject({ next: null, outcomes: [{ outcome: 'cancelled' }] });
  expect(await bookingOf(long.id)).toMatchObject({ status: 'cancelled', reason: 'Shorter turns for all' });

  const change = { capacity: 1, features: [] };
  expectProblem(await call('patch', `resources/${deskId}`, 'manager').send(change), 428, 'if_match_required');
  const answer = await call('patch', `resources/${deskId}`, 'manager').set('if-match', '"1"').send(change).expect(200);
  expect(answer.headers['etag']).toBe('"2"');
  expect(answer.body).toMatchObject({ id: deskId, outcomes: [] });
  await call('patch', `resources/${deskId}?preview=true`, 'manager').send(change).expect(200);
});

it('sets a site to another zone only after a look at both readings', async () => {
  const booking = await booked('09:00', '11:00');
  const path = `sites/${siteId}/time-zone`;
  const wanted = { timeZone: 'Europe/Moscow', keep: 'local_time' };

  expectProblem(await call('put', path, 'manager').send(wanted), 403, 'role_required');
  expectProblem(await call('put', path, 'administrator').send({ timeZone: 'Europe/Moscow' }), 400, 'malformed');
  const preview = await call('put', `${path}?preview=true`, 'administrator').send(wanted).expect(200);
  expect(preview.body.items).toMatchObject([
    {
      kind: 'booking',
      id: booking.id,
      before: { localStart: '2027-03-04T09:00', start: '2027-03-04T07:00:00Z' },
      after: { localStart: '2027-03-04T09:00', start: '2027-03-04T06:00:00Z' },
    },
  ]);
  expectProblem(await call('put', path, 'administrator').send(wanted), 409, 'affected_changed');
  expectProblem(
    await call('patch', `sites/${siteId}`, 'administrator').set('if-match', '*').send({ timeZone: 'Europe/Moscow' }),
    409,
    'time_zone_fixed',
  );

  const { seen } = preview.body as { seen: string };
  const changed = await call('put', path, 'administrator')
    .send({ ...wanted, seen })
    .expect(200);

  expect(changed.body).toMatchObject({ timeZone: 'Europe/Moscow', moved: 1, outcomes: [] });
  expect(await bookingOf(booking.id)).toMatchObject({ start: '2027-03-04T06:00:00Z', timeZone: 'Europe/Moscow' });
});

it.each([
  ['opening-hours', { ...week, onConflict: 'delete' }, '/onConflict'],
  ['opening-hours', { ...week, otherwise: 'rebook' }, '/otherwise'],
  ['opening-hours', { ...week, choices: [{ bookingId: 'x', do: 'apply' }] }, '/choices/0/bookingId'],
  ['opening-hours', { ...week, choices: null }, '/choices'],
  ['opening-hours', { ...week, surprise: 1 }, '/surprise'],
])('PUT %s understands %j not', async (path, body, pointer) => {
  const answer = await call('put', `sites/${siteId}/${path}`, 'manager').send(body);
  expectProblem(answer, 400, 'malformed');
  expect(answer.body.errors).toMatchObject([{ pointer }]);
});

it('shows what a new version of a plan would do, and publishes it', async () => {
  const words = { name: 'Launch', summary: 'For founders' };
  const version = {
    texts: { en: words, fi: words, sv: words, ru: words },
    termMonths: 6,
    maxRenewals: 1,
    totalMonths: 12,
    priceCents: 3000,
    normalPriceCents: 16000,
    access: 'opening_hours',
    allowances: [{ kind: 'desk_days', amount: null }],
  };
  const path = `plans/${planId}/versions`;

  const preview = await call('post', `${path}?preview=true`, 'manager').send(version).expect(200);
  expect(preview.body).toMatchObject({ keeps: [{ version: 1 }], affectedBookings: [], taken: 1, over: 0 });
  const published = await call('post', path, 'manager').send(version).expect(201);
  expect(published.body).toMatchObject({ version: 2, outcomes: [] });
  const fewer = await call('patch', `plans/${planId}?preview=true`, 'manager').send({ places: 1 }).expect(200);
  expect(fewer.body).toMatchObject({ places: 1, taken: 1, over: 0 });
});
