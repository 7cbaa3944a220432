import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/kernel/id';
import { Drain } from '../../src/platform/http/drain';
import { onLeaving } from '../../src/platform/http/leaving';
import { anAccount, signIn } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let siteId: string;
let otherSiteId: string;
let desk: string;
let token: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ id: siteId } = await aSite(oasis.database));
  ({ id: otherSiteId } = await aSite(oasis.database));
  desk = await aResource(oasis.database, siteId);
  const account = await anAccount(oasis, { roles: [{ role: 'coach', siteId }] });
  ({ accessToken: token } = await signIn(oasis, account));
});
afterAll(() => oasis.stop());

/** Somebody who listens at a site: what has been heard so far, and a way to stop. */
async function listener(url: string, at: string, bearer = token) {
  const away = new AbortController();
  const answer = await fetch(`${url}/api/v1/sites/${at}/changes`, {
    headers: { authorization: `Bearer ${bearer}` },
    signal: away.signal,
  });
  const heard: string[] = [];
  let isOver = false;
  const over = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.body ?? []) {
        heard.push(...[...decoder.decode(chunk).matchAll(/event: (\w+)/g)].map((match) => match[1] ?? ''));
      }
    } catch {
      // whoever goes away hears no end
    }
    isOver = true;
  })();
  return { answer, heard, over, isOver: () => isOver, leave: () => away.abort() };
}

/** Waits until something holds; how long it took, in milliseconds. */
async function until(holds: () => boolean, most = 8_000): Promise<number> {
  const from = performance.now();
  while (!holds() && performance.now() - from < most) await pause(20);
  expect(holds()).toBe(true);
  return performance.now() - from;
}

const book = (start: string, end: string) =>
  oasis.http.post('/api/v1/bookings').auth(token, { type: 'bearer' }).send({ resourceId: desk, start, end });

it('a booking is heard at its site, within seconds and once, and nowhere else', async () => {
  const here = await listener(oasis.url, siteId);
  const elsewhere = await listener(oasis.url, otherSiteId);
  expect(here.answer.headers.get('content-type')).toContain('text/event-stream');
  expect(here.answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  await until(() => here.heard.includes('ready') && elsewhere.heard.includes('ready'));
  await pause(1_500);
  here.heard.length = 0;
  await book('2027-03-03T09:00:00+02:00', '2027-03-03T10:00:00+02:00').expect(201);
  expect(await until(() => here.heard.length > 0)).toBeLessThan(4_000);
  await pause(2_500);
  expect(here.heard).toEqual(['changed']);
  expect(elsewhere.heard.slice(1)).toEqual([]);
  here.leave();
  elsewhere.leave();
});

it('what another process did is heard as well, also when it commits late', async () => {
  const here = await listener(oasis.url, siteId);
  await until(() => here.heard.includes('ready'));
  await pause(1_500);
  here.heard.length = 0;
  const late = new Date(oasis.clock.now().getTime() - 5_000);
  await oasis.database.read(
    `insert into audit_event (id, at, site_id, action, subject_id) values ($1, $2, $3, 'booking.cancel', $1)`,
    [newId(), late, siteId],
  );
  await until(() => here.heard.includes('changed'));
  here.leave();
});

it('nobody listens without signing in, to a site that is not there, or on too many lines', async () => {
  const listen = (at: string) => oasis.http.get(`/api/v1/sites/${at}/changes`);
  expectProblem(await listen(siteId), 401, 'unauthenticated');
  expectProblem(await listen(newId()).auth(token, { type: 'bearer' }), 404, 'missing');
  const lines = await Promise.all([1, 2, 3, 4, 5, 6].map(() => listener(oasis.url, siteId)));
  expect(lines.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
  const seventh = await listener(oasis.url, siteId);
  expect(seventh.answer.status).toBe(429);
  for (const line of lines) line.leave();
  await Promise.all(lines.map(({ over }) => over));
  await pause(200);
  const again = await listener(oasis.url, siteId);
  expect(again.answer.status).toBe(200);
  again.leave();
});

it('the lines end when the server leaves, so that they do not hold it up', async () => {
  const leaving = await startOasis();
  const { id } = await aSite(leaving.database);
  const account = await anAccount(leaving, { roles: [{ role: 'coach', siteId: id }] });
  const { accessToken } = await signIn(leaving, account);
  const line = await listener(leaving.url, id, accessToken);
  await until(() => line.heard.includes('ready'));
  await leaving.stop();
  await line.over;
});

/** A server that is about to leave: its port, and what makes it leave. */
async function leaver(server: Server) {
  const drain = new Drain(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, drain };
}

it('a server that drains tells its open lines, and only waits for those that do not listen', async () => {
  const server = createServer((asked, response) => {
    response.write('open');
    if (asked.url === '/listens') onLeaving(response, () => response.end());
  });
  const { port, drain } = await leaver(server);
  const polite = await fetch(`http://127.0.0.1:${port}/listens`);
  await drain.finish(60_000, 100);
  expect(await polite.text()).toBe('open');
});

it('a server that drains keeps idle connections for as long as it has promised, and answers what comes', async () => {
  const server = createServer((_, response) => response.end('answered'));
  server.keepAliveTimeout = 2_000;
  const { port, drain } = await leaver(server);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<{ reused: boolean; connection: string | undefined }>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', agent });
      asked.once('response', (response: IncomingMessage) => {
        response
          .resume()
          .once('end', () => resolve({ reused: asked.reusedSocket, connection: response.headers.connection }));
      });
      asked.once('error', reject).end();
    });
  expect(await ask()).toEqual({ reused: false, connection: 'keep-alive' });
  const finished = drain.finish(60_000);
  await pause(1_200);
  expect(await ask()).toEqual({ reused: true, connection: 'close' });
  await finished;
});
