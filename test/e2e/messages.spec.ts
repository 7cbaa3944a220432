import { newId } from '../../src/kernel/id';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let aino: TestAccount;
let token: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  aino = await anAccount(oasis);
  token = (await signIn(oasis, aino)).accessToken;
});

const call = (method: 'get' | 'post', path: string, by = token) =>
  oasis.http[method](`/api/v1/messages${path}`).set('authorization', `Bearer ${by}`);

async function told(count: number, account = aino): Promise<void> {
  const site = (await aSite(oasis.database)).id;
  const now = oasis.clock.now();
  for (let made = 0; made < count; made++) {
    await oasis.database.read(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, $3, $4, '2027-03-10T08:00:00Z', '2027-03-10T10:00:00Z', 'confirmed', $5, $5)`,
      [newId(), site, await aResource(oasis.database, site, { name: `Desk <${made + 4}>` }), account.id, now],
    );
  }
  const ticks = oasis.get(MessageTicks);
  await ticks.plan(now);
  await Promise.all([1, 2, 3].map(() => ticks.sweep(new Date(now.getTime() + 3_000))));
}

it('shows what a person was told, once, in the language they read now', async () => {
  await told(1);
  await told(0);

  const { body } = await call('get', '').expect(200);
  expect(body).toEqual({
    items: [
      {
        id: expect.any(String),
        kind: 'booking_confirmed',
        title: expect.stringMatching(/^Booked: Wed,? 10 Mar, Desk <4>$/),
        text: '',
        details: expect.arrayContaining([
          { name: 'Place', value: 'Desk <4>' },
          { name: 'Time', value: '10:00–12:00 (Europe/Helsinki)' },
        ]),
        action: 'Open my bookings',
        link: '/bookings',
        sentAt: '2027-03-02T06:00:00Z',
        readAt: null,
      },
    ],
    next: null,
    unread: 1,
  });

  await oasis.database.read(`update person set locale = 'fi' where id = $1`, [aino.id]);
  expect((await call('get', '')).body.items[0].title).toMatch(/^Varattu: /);
});

it('counts what was not read, and lists it alone when asked', async () => {
  await told(3);
  const { items, unread } = (await call('get', '')).body as { items: { id: string }[]; unread: number };
  expect(unread).toBe(3);

  await call('post', `/${items[1]!.id}/read`).expect(200, { unread: 2 });
  await call('post', `/${items[1]!.id}/read`).expect(200, { unread: 2 });
  expect((await call('get', '?unread=true')).body.items).toHaveLength(2);
  expect((await call('get', '?unread=false')).body.items).toEqual([
    expect.objectContaining({ id: items[1]!.id, readAt: '2027-03-02T06:00:00Z' }),
  ]);

  await call('post', '/read').expect(200, { unread: 0 });
  expect((await call('get', '?unread=true')).body).toEqual({ items: [], next: null, unread: 0 });
});

it('gives page after page, and refuses a cursor of something else', async () => {
  await told(5);
  const seen: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 3; pages++) {
    const { body } = await call('get', `?limit=2${cursor}`).expect(200);
    seen.push(...(body as { items: { id: string }[] }).items.map(({ id }) => id));
    cursor = `&cursor=${String(body.next)}`;
  }
  expect(new Set(seen).size).toBe(5);
  expect(cursor).toBe('&cursor=null');
  expectProblem(await call('get', '?cursor=WyJ4IiwieSJd'), 400, 'malformed');
});

it("is nobody else's", async () => {
  await told(1);
  const [message] = ((await call('get', '')).body as { items: { id: string }[] }).items;
  const other = (await signIn(oasis, await anAccount(oasis))).accessToken;

  expectProblem(await call('post', `/${message!.id}/read`, other), 404, 'missing');
  await call('post', '/read', other).expect(200, { unread: 0 });
  expect((await call('get', '', other)).body.items).toEqual([]);
  expect((await call('get', '')).body.unread).toBe(1);
});
