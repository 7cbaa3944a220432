import type { Response } from 'supertest';
import { EntityManager } from 'typeorm';
import { Database } from '../../src/platform/database/database';
import { deadlocks } from '../support/deadlocks';
import { aMembership, aPlan, aResource, aSite, desks } from '../support/house';
import { anAccount, signIn } from '../support/account';
import { whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

const tomorrow = '2027-03-03';

let oasis: Oasis;
let db: Database;
let siteId: string;
let aino: Caller;
let boris: Caller;
let manager: Caller;
let stranger: Caller;

/** Somebody who is signed in: sends requests with their token. */
interface Caller {
  id: string;
  authorization: string;
  get(path: string): Promise<Response>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  patch(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
}

async function caller(role?: 'entrepreneur' | 'manager'): Promise<Caller> {
  const account = await anAccount(oasis, { roles: role ? [{ role, siteId }] : [] });
  if (role === 'entrepreneur') await aMembership(db, siteId, account.id, await aPlan(db, siteId));
  const { accessToken } = await signIn(oasis, account);
  const headers = { authorization: `Bearer ${accessToken}` };
  return {
    id: account.id,
    authorization: headers.authorization,
    get: (path) => oasis.http.get(`/api/v1${path}`).set(headers),
    post: (path, body, more = {}) =>
      oasis.http
        .post(`/api/v1${path}`)
        .set({ ...headers, ...more })
        .send(body),
    patch: (path, body, more = {}) =>
      oasis.http
        .patch(`/api/v1${path}`)
        .set({ ...headers, ...more })
        .send(body),
  };
}

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  siteId = (await aSite(db, { fairShare: 100, rules: { desk: { horizonDays: 365 } } })).id;
  aino = await caller('entrepreneur');
  boris = await caller('entrepreneur');
  manager = await caller('manager');
  stranger = await caller();
});
afterAll(() => oasis.stop());

const times = (from: string, to: string, date = tomorrow) => ({
  start: `${date}T${from}:00+02:00`,
  end: `${date}T${to}:00+02:00`,
});
const statusesOf = (answers: Response[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('the main job', () => {
  it('one person books a desk; another who wants the same is told no, with free desks beside it, and takes one', async () => {
    const [first = '', second = ''] = await desks(db, siteId, 2);
    const booked = await aino.post('/bookings', { resourceId: first, ...times('09:00', '11:00'), title: 'Plan' });
    expect(booked.status).toBe(201);
    const { id } = booked.body as { id: string };
    expect(booked.headers).toMatchObject({ location: `/api/v1/bookings/${id}`, etag: '"1"' });

    const seen = await boris.get(`/sites/${siteId}/day?date=${tomorrow}`);
    const day = seen.body as { resources: { resource: { id: string }; occupied: object[] }[] };
    expect(day).toMatchObject({
      date: tomorrow,
      timeZone: 'Europe/Helsinki',
      open: [{ start: '2027-03-03T06:00:00Z', end: '2027-03-03T18:00:00Z' }],
    });
    expect(day.resources.find(({ resource }) => resource.id === first)?.occupied).toEqual([
      { start: '2027-03-03T07:00:00Z', end: '2027-03-03T09:00:00Z', cause: 'booking', mine: false },
    ]);

    const refused = await boris.post('/bookings', { resourceId: first, ...times('10:00', '12:00') });
    const { alternatives } = expectProblem(refused, 409, 'no_double_booking') as {
      alternatives: { resourceId: string; start: string; end: string }[];
    };
    expect(alternatives[0]).toMatchObject({ resourceId: second });
    const { resourceId, start, end } = alternatives[0] ?? {};
    expect((await boris.post('/bookings', { resourceId, start, end })).status).toBe(201);
  });

  it('the holder and the managers of the site see what a booking is; others only that the time is taken', async () => {
    const room = await aResource(db, siteId, { kind: 'room' });
    await aino.post('/bookings', { resourceId: room, ...times('13:00', '14:00'), title: 'Secret plan' });
    const occupiedFor = async (who: Caller) => {
      const day = (await who.get(`/sites/${siteId}/day?date=${tomorrow}`)).body as {
        resources: { resource: { id: string }; occupied: object[] }[];
      };
      return day.resources.find(({ resource }) => resource.id === room)?.occupied[0];
    };
    expect(await occupiedFor(aino)).toMatchObject({ mine: true, title: 'Secret plan', status: 'confirmed' });
    expect(await occupiedFor(manager)).toMatchObject({ mine: false, title: 'Secret plan', holder: 'Aino Example' });
    expect(await occupiedFor(boris)).toEqual({
      start: '2027-03-03T11:00:00Z',
      end: '2027-03-03T12:00:00Z',
      cause: 'booking',
      mine: false,
    });
  });
});

describe('forty at once for one desk', () => {
  /** Full size is 200 rounds: `OASIS_ROUNDS=200`. */
  const rounds = Number(process.env['OASIS_ROUNDS'] ?? 5);

  const race = async (round: number): Promise<Response[]> => {
    const desk = await aResource(db, siteId, { name: `Race ${round} ${Date.now()}` });
    // With another beside it, whoever wins has less than their share.
    await aResource(db, siteId);
    return Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 ? aino : boris).post('/bookings', { resourceId: desk, ...times('09:00', '17:00') }),
      ),
    );
  };

  it(
    `no_double_booking: one 201, thirty-nine 409, no 5xx, no deadlock, in each of ${rounds} rounds`,
    async () => {
      const before = await deadlocks(db);
      for (let round = 0; round < rounds; round++) expect(statusesOf(await race(round))).toEqual({ 201: 1, 409: 39 });
      expect((await deadlocks(db)) - before).toBe(0);
    },
    rounds * 20_000,
  );

  it('lets both of two win when the constraint is gone (so the test above can fail)', async () => {
    await db.read('alter table occupation drop constraint no_double_booking');
    try {
      const desk = await aResource(db, siteId);
      await aResource(db, siteId);
      const both = () =>
        Promise.all(
          [aino, boris].map((who) => who.post('/bookings', { resourceId: desk, ...times('09:00', '17:00') })),
        );
      // Both have seen the desk free before either has it.
      const held = (tx: EntityManager) => tx.query('select 1 from resource where id = $1 for no key update', [desk]);
      expect(statusesOf(await whileLocked(db, held, both, 2))).toEqual({ 201: 2 });
    } finally {
      await db.read('delete from occupation');
      await db.read(
        `alter table occupation add constraint no_double_booking
           exclude using gist (resource_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (resource_id is not null)`,
      );
    }
  }, 20_000);
});

describe('Idempotency-Key', () => {
  it('twenty equal requests at once are one booking and twenty equal answers', async () => {
    const desk = await aResource(db, siteId);
    const ask = () =>
      aino.post('/bookings', { resourceId: desk, ...times('09:00', '10:00') }, { 'idempotency-key': 'the-one' });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(statusesOf(answers)).toEqual({ 201: 20 });
    expect(
      new Set(
        answers.map(({ text }) => JSON.stringify(JSON.parse(text), Object.keys(JSON.parse(text) as object).sort())),
      ).size,
    ).toBe(1);
    expect(await db.read('select 1 from booking where resource_id = $1', [desk])).toHaveLength(1);
    expect((await ask()).body).toEqual(answers[0]?.body);
  });

  it('the same key with another body is refused; of another person it is another key', async () => {
    const [one, two] = [await aResource(db, siteId), await aResource(db, siteId)];
    const headers = { 'idempotency-key': 'twice' };
    expect((await aino.post('/bookings', { resourceId: one, ...times('09:00', '10:00') }, headers)).status).toBe(201);
    const other = await aino.post('/bookings', { resourceId: two, ...times('09:00', '10:00') }, headers);
    expect(expectProblem(other, 422, 'refused')['refusals']).toMatchObject([{ code: 'idempotency_key' }]);
    expect((await boris.post('/bookings', { resourceId: two, ...times('09:00', '10:00') }, headers)).status).toBe(201);
  });

  it('a refused request leaves its key unused', async () => {
    const desk = await aResource(db, siteId);
    const headers = { 'idempotency-key': 'second-chance' };
    expectProblem(
      await aino.post('/bookings', { resourceId: desk, ...times('03:00', '04:00') }, headers),
      422,
      'refused',
    );
    expect((await aino.post('/bookings', { resourceId: desk, ...times('09:00', '10:00') }, headers)).status).toBe(201);
  });

  it.each([[''], ['with space'], ['ä'.repeat(3)], ['x'.repeat(256)]])('is not %j', async (key) => {
    const answer = await aino.post(
      '/bookings',
      { siteId, kind: 'desk', ...times('09:00', '10:00') },
      { 'idempotency-key': encodeURI(key) === key ? key : 'ä' },
    );
    expectProblem(answer, 400, 'malformed');
  });
});

describe('bad input', () => {
  let desk: string;
  beforeAll(async () => {
    desk = await aResource(db, siteId);
  });

  it.each<[string, object | undefined, string]>([
    ['nothing', undefined, '/resourceId'],
    ['no time', {}, '/start'],
    ['an empty period', times('09:00', '09:00'), '/end'],
    ['a reversed period', times('11:00', '09:00'), '/end'],
    ['an instant without offset', { start: '2027-03-03T09:00:00', end: '2027-03-03T10:00:00' }, '/start'],
    ['a date that never was', times('09:00', '10:00', '2027-02-30'), '/start'],
    ['an endless period', { start: '2027-03-03T09:00:00Z', end: 'infinity' }, '/end'],
    ['the year 9999', { start: '2027-03-03T09:00:00Z', end: '9999-03-03T10:00:00Z' }, '/end'],
    ['null', { start: null, end: null }, '/start'],
    ['numbers', { start: 1, end: 2 }, '/start'],
    ['lists', { start: ['2027-03-03T09:00:00Z'], end: [] }, '/start'],
    ['an unknown member', { ...times('09:00', '10:00'), status: 'confirmed' }, '/status'],
    [
      'somebody else as the holder',
      { ...times('09:00', '10:00'), personId: '00000000-0000-7000-8000-000000000000' },
      '/personId',
    ],
    ['a title of two lines', { ...times('09:00', '10:00'), title: 'a\r\nb' }, '/title'],
    ['a title too long', { ...times('09:00', '10:00'), title: 'x'.repeat(121) }, '/title'],
    ['a local time that is none', { date: tomorrow, from: '25:00', to: '26:00' }, '/from'],
    ['both ways to say when', { ...times('09:00', '10:00'), date: tomorrow, from: '09:00', to: '10:00' }, '/start'],
  ])('%s is 400 and says where', async (_, body, pointer) => {
    const answer = await aino.post('/bookings', body && { resourceId: desk, ...body });
    const { errors } = expectProblem(answer, 400, 'malformed') as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toContain(pointer);
  });

  it.each<[string, object, string]>([
    ['the past', times('09:00', '10:00', '2027-03-01'), 'in_the_past'],
    ['off the grid', times('09:05', '10:00'), 'time_grid'],
    ['too long', { start: '2027-03-03T07:00:00Z', end: '2027-03-05T07:00:00Z' }, 'booking_length'],
    ['at night', times('02:00', '03:00'), 'within_opening_hours'],
  ])('%s is 422 and named', async (_, body, code) => {
    const answer = await aino.post('/bookings', { resourceId: desk, ...body });
    const { refusals } = expectProblem(answer, 422, 'refused') as {
      refusals: { code: string; detail: string; facts: object }[];
    };
    expect(refusals.map((refusal) => refusal.code)).toContain(code);
  });

  it.each(['null', '[]', '"text"', '7', '', '{'])('a body that is %j is 400', async (body) => {
    const answer = await oasis.http
      .post('/api/v1/bookings')
      .set({ authorization: aino.authorization, 'content-type': 'application/json' })
      .send(body);
    expectProblem(answer, 400, 'malformed');
  });

  it('a place that does not exist is 404, and an id that is none 400', async () => {
    expectProblem(
      await aino.post('/bookings', { resourceId: '01900000-0000-7000-8000-000000000000', ...times('09:00', '10:00') }),
      404,
      'missing',
    );
    expectProblem(
      await aino.post('/bookings', {
        siteId: '01900000-0000-7000-8000-000000000000',
        kind: 'desk',
        ...times('09:00', '10:00'),
      }),
      404,
      'missing',
    );
    expectProblem(
      await aino.post('/bookings', { resourceId: "1' or '1'='1", ...times('09:00', '10:00') }),
      400,
      'malformed',
    );
    expectProblem(await aino.get('/bookings/not-an-id'), 400, 'malformed');
  });

  it('a body nested a thousand times is refused, not followed', async () => {
    const deep = `{"title":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const answer = await oasis.http.post('/api/v1/bookings').set('content-type', 'application/json').send(deep);
    expect([400, 401]).toContain(answer.status);
    const signedIn = await aino.post(
      '/bookings',
      JSON.parse(`{"resourceId":"${desk}","features":${'['.repeat(5000)}${']'.repeat(5000)}}`) as object,
    );
    expectProblem(signedIn, 400, 'malformed');
  });
});

describe('whose booking it is', () => {
  let id: string;
  beforeAll(async () => {
    const booked = await aino.post('/bookings', {
      resourceId: await aResource(db, siteId),
      ...times('09:00', '11:00'),
    });
    ({ id } = booked.body as { id: string });
  });

  it("somebody else's booking does not exist for others", async () => {
    for (const other of [boris, stranger]) {
      expectProblem(await other.get(`/bookings/${id}`), 404, 'missing');
      expectProblem(await other.patch(`/bookings/${id}`, { title: 'Mine' }, { 'if-match': '"1"' }), 404, 'missing');
      for (const deed of ['cancel', 'check-in', 'check-out', 'approve']) {
        expectProblem(await other.post(`/bookings/${id}/${deed}`, {}), 404, 'missing');
      }
      expectProblem(await other.post(`/bookings/${id}/reject`, { reason: 'No' }), 404, 'missing');
      expect((await other.get('/bookings')).body).not.toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ id })]) as unknown,
      });
    }
  });

  it('a manager reads and lists the bookings of the site, others only their own there', async () => {
    expect((await manager.get(`/bookings/${id}`)).status).toBe(200);
    const ids = async (who: Caller, query: string) =>
      ((await who.get(`/bookings?${query}`)).body as { items: { id: string }[] }).items.map((item) => item.id);
    expect(await ids(manager, `siteId=${siteId}&limit=100`)).toContain(id);
    expect(await ids(manager, `personId=${aino.id}`)).toContain(id);
    expect(await ids(manager, '')).not.toContain(id);
    expect(await ids(boris, `siteId=${siteId}&limit=100`)).not.toContain(id);
    expect(await ids(boris, `personId=${aino.id}`)).toEqual([]);
  });

  it('pages through a list without losing or repeating any', async () => {
    const all = ((await aino.get('/bookings?limit=100')).body as { items: { id: string }[] }).items.map(
      (item) => item.id,
    );
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = (await aino.get(`/bookings?limit=2${cursor && `&cursor=${cursor}`}`)).body as {
        items: { id: string }[];
        next: string | null;
      };
      paged.push(...page.items.map((item) => item.id));
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    expectProblem(await aino.get('/bookings?cursor=nonsense'), 400, 'malformed');
    expectProblem(
      await aino.get(`/bookings?cursor=${Buffer.from('["x","y"]').toString('base64url')}`),
      400,
      'malformed',
    );
    expectProblem(await aino.get('/bookings?limit=0'), 400, 'malformed');
    expectProblem(await aino.get('/bookings?limit=1&limit=2'), 400, 'malformed');
  });

  it('changes with If-Match only, and not from a stale state', async () => {
    expectProblem(await aino.patch(`/bookings/${id}`, { title: 'New' }), 428, 'if_match_required');
    const changed = await aino.patch(`/bookings/${id}`, { ...times('10:00', '12:00') }, { 'if-match': '"1"' });
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).toBe('"2"');
    expectProblem(await aino.patch(`/bookings/${id}`, { title: 'Late' }, { 'if-match': '"1"' }), 412, 'stale');
    expectProblem(await aino.patch(`/bookings/${id}`, { title: 'Odd' }, { 'if-match': 'two' }), 400, 'malformed');
  });

  it('is cancelled once', async () => {
    expect((await aino.post(`/bookings/${id}/cancel`, { reason: 'Ill' })).body).toMatchObject({
      status: 'cancelled',
      reason: 'Ill',
    });
    expectProblem(await aino.post(`/bookings/${id}/cancel`), 409, 'booking_state');
  });
});

describe('what is free', () => {
  it('names the places that are free for the whole of a period, by kind, size and features', async () => {
    const small = await aResource(db, siteId, { kind: 'booth', features: ['screen'] });
    const query = `start=${encodeURIComponent('2027-03-04T09:00:00+02:00')}&end=${encodeURIComponent('2027-03-04T10:00:00+02:00')}&kind=booth`;
    const free = async (more = '') =>
      (
        (await boris.get(`/sites/${siteId}/availability?${query}${more}`)).body as { items: { id: string }[] }
      ).items.map((item) => item.id);
    expect(await free()).toEqual([small]);
    expect(await free('&features=screen')).toEqual([small]);
    expect(await free('&features=screen,sauna')).toEqual([]);
    expect(await free('&capacity=2')).toEqual([]);
    // A list of words is one text with commas; said twice it is neither of the two.
    expectProblem(
      await boris.get(`/sites/${siteId}/availability?${query}&features=screen&features=sauna`),
      400,
      'malformed',
    );
    await aino.post('/bookings', { resourceId: small, ...times('09:30', '10:30', '2027-03-04') });
    expect(await free()).toEqual([]);
  });

  it('tells a place as it is, by whatever way it was changed', async () => {
    const own = await aSite(db);
    const room = await aResource(db, own.id, { kind: 'room', name: 'Kallio' });
    const query = `start=${encodeURIComponent('2027-03-04T09:00:00+02:00')}&end=${encodeURIComponent('2027-03-04T10:00:00+02:00')}`;
    const told = async () => (await boris.get(`/sites/${own.id}/availability?${query}`)).body as object;
    const first = { items: [expect.objectContaining({ id: room, name: 'Kallio', siteId: own.id, status: 'active' })] };
    expect(await told()).toEqual(first);
    expect(await told()).toEqual(first);
    await db.read(`update resource set name = 'Harju', position_x = 3, position_y = 4 where id = $1`, [room]);
    expect(await told()).toMatchObject({ items: [{ id: room, name: 'Harju', position: { x: 3, y: 4 } }] });
    await db.read(`update resource set status = 'retired' where id = $1`, [room]);
    expect(await told()).toEqual({ items: [] });
  });

  it('nothing is free while the site is closed', async () => {
    const query = `start=${encodeURIComponent('2027-03-04T03:00:00+02:00')}&end=${encodeURIComponent('2027-03-04T04:00:00+02:00')}`;
    expect((await boris.get(`/sites/${siteId}/availability?${query}`)).body).toEqual({ items: [] });
  });

  it('names the free times of a day, each of which can be booked', async () => {
    const own = await aSite(db, {
      open: ['09:00', '12:00'],
      rules: { room: { bufferMinutes: 15, futureBookings: null } },
    });
    const room = await aResource(db, own.id, { kind: 'room' });
    const { items } = (await boris.get(`/sites/${own.id}/free-slots?date=2027-03-04&kind=room&minutes=60`)).body as {
      items: { resourceId: string; start: string; end: string }[];
    };
    expect(items.map(({ start }) => start)).toEqual(
      ['07:00', '07:30', '08:00', '08:30', '09:00'].map((time) => `2027-03-04T${time}:00Z`),
    );
    expect(items.every((item) => item.resourceId === room)).toBe(true);
    expectProblem(
      await boris.get(`/sites/${own.id}/free-slots?date=2027-02-30&kind=room&minutes=60`),
      400,
      'malformed',
    );
    expectProblem(await boris.get(`/sites/01900000-0000-7000-8000-000000000000/day?date=2027-03-04`), 404, 'missing');
  });
});
