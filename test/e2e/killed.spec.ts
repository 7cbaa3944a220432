import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { anAccount, signIn } from '../support/account';
import { aMembership, aPlan, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { dataFolder, startServer, ServerProcess } from '../support/server-process';

/**
 * A real process is killed without warning in the middle of its work. Whatever a client was told happened; whatever it
 * was not told it can ask for again under the same key, and there is one booking of it in the end.
 */
let oasis: Oasis;
let folder: ReturnType<typeof dataFolder>;
let token: string;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  folder = dataFolder();
  siteId = (await aSite(oasis.database, { timeZone: 'UTC', open: ['00:00', '24:00'], fairShare: 100 })).id;
  const account = await anAccount(oasis, { roles: [{ role: 'entrepreneur', siteId }] });
  await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId, { access: 'all_day' }));
  // The processes below live on the clock on the wall; so must the session.
  oasis.clock.set(new Date());
  ({ accessToken: token } = await signIn(oasis, account));
});
afterAll(async () => {
  folder.remove();
  await oasis.stop();
});

function start(): ServerProcess {
  const { config } = oasis;
  return startServer(
    {
      DATABASE_URL: config.databaseUrl ?? '',
      JWT_SECRET: config.jwtSecret,
      PUBLIC_URL: config.publicUrl,
      OASIS_DATA: folder.path,
      PORT: '0',
      JOBS: 'elsewhere',
      RATE_LIMIT: '0',
    },
    { door: 'dist/main.js' },
  );
}

interface Wish {
  key: string;
  body: { resourceId: string; start: string; end: string };
  answer?: { status: number; id?: string };
}

async function ask(url: string, wish: Wish): Promise<void> {
  try {
    const response = await fetch(`${url}/api/v1/bookings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': wish.key },
      body: JSON.stringify(wish.body),
      signal: AbortSignal.timeout(10_000),
    });
    wish.answer = { id: ((await response.json()) as { id?: string }).id, status: response.status };
  } catch {
    // No answer: the client does not know whether it happened.
  }
}

/** Asks and hangs up before the answer can arrive, as a phone does that loses its network. */
function askAndHangUp(url: string, wish: Wish): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const body = JSON.stringify(wish.body);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': wish.key,
    };
    const sent = request({ hostname, port, path: '/api/v1/bookings', method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.end(body, () => setTimeout(() => sent.destroy(), 3));
  });
}

it('killed between commit and answer, and asked again: the same booking, once', async () => {
  const wishes: Wish[] = [];
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  let resolved = 0;
  const kills = 2;
  for (let round = 0; round < kills; round++) {
    const desk = await aResource(oasis.database, siteId);
    const server = start();
    const url = await server.url();
    const own = Array.from({ length: 40 }, (_, i): Wish => {
      const hour = new Date(`${tomorrow}T00:00:00Z`).getTime() + i * 30 * 60_000;
      return {
        key: `round-${round}-${i}`,
        body: {
          resourceId: desk,
          start: new Date(hour).toISOString(),
          end: new Date(hour + 30 * 60_000).toISOString(),
        },
      };
    });
    wishes.push(...own);
    const asked = Promise.all(own.map((wish, i) => (i < 8 ? askAndHangUp(url, wish) : ask(url, wish))));
    // Somewhere between the first commit and the last answer.
    for (let i = 0; i < 2000 && (await booked()) < wishes.length - own.length + 10 + round * 5; i++) await pause(2);
    await server.stop('SIGKILL');
    await asked;
  }

  const told = wishes.filter((wish) => wish.answer);
  const unknown = wishes.filter((wish) => !wish.answer);
  const before = await booked();
  const server = start();
  const url = await server.url();
  for (const wish of unknown) {
    await ask(url, wish);
    if (wish.answer) resolved++;
  }
  for (const wish of told) {
    const first = wish.answer?.id;
    await ask(url, wish);
    expect(wish.answer?.id).toBe(first);
  }
  expect(await server.stop()).toBe(0);

  process.stdout.write(
    `\nkilled ${kills} times: ${told.length} told, ${unknown.length} not told (${before - told.length} of them booked), ${resolved} resolved by asking again\n`,
  );
  expect(wishes.map((wish) => wish.answer?.status)).toEqual(wishes.map(() => 201));
  expect(new Set(wishes.map((wish) => wish.answer?.id)).size).toBe(wishes.length);
  expect(await booked()).toBe(wishes.length);
  // Some were booked and not told: the case that this is about.
  expect(before).toBeGreaterThan(told.length);
}, 90_000);

async function booked(): Promise<number> {
  const [row] = await oasis.database.read<{ count: number }>(
    'select count(*) as count from booking where site_id = $1',
    [siteId],
  );
  return row?.count ?? 0;
}
