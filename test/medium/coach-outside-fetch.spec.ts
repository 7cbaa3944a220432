import { createServer, request as plainRequest, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideError, OutsideFetch, OutsideWays } from '../../src/platform/outside/outside-fetch';
import { isPublicAddress } from '../../src/platform/outside/public-address';

/**
 * The "world" is 127.0.0.2, the "house" 127.0.0.1, both on one port: what may only be asked of the one must never reach the
 * other. Requests go without encryption, so that no certificate is needed; everything before and after is the real thing.
 */
const world = '127.0.0.2';
const house = '127.0.0.1';

let answer: RequestListener;
let outer: Server;
let inner: Server;
let port: number;
let insideConnections: number;

beforeAll(async () => {
  outer = createServer((request, response) => answer(request, response));
  port = await new Promise((resolve) => {
    outer.listen(0, world, () => resolve((outer.address() as AddressInfo).port));
  });
  inner = createServer((_, response) => response.end('BEGIN:VCALENDAR of the house'));
  inner.on('connection', () => insideConnections++);
  await new Promise<void>((resolve) => {
    inner.listen(port, house, resolve);
  });
});
afterAll(() => {
  for (const server of [outer, inner]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  insideConnections = 0;
  answer = (_, response) => response.end('BEGIN:VCALENDAR');
});
afterEach(() => expect(insideConnections).toBe(0));

const found = (...addresses: string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

function fetchWith(ways: Partial<OutsideWays> = {}): OutsideFetch {
  return new OutsideFetch({
    resolve: () => Promise.resolve(found(world)),
    isAllowed: (address) => address === world,
    request: plainRequest,
    ...ways,
  });
}
const at = (path = '/calendar.ics', host = 'calendar.example') => `https://${host}:${port}${path}`;
const failureOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    if (error instanceof OutsideError) return error.failure;
    throw error;
  }
};

describe('what is outside', () => {
  it('is read, and not sent again when it has not changed', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 01 Mar 2027 00:00:00 GMT' }).end('BEGIN:VCALENDAR');
    };
    const first = await fetchWith().read(at());
    expect(first).toEqual({ text: 'BEGIN:VCALENDAR', etag: '"1"', lastModified: 'Mon, 01 Mar 2027 00:00:00 GMT' });
    expect(await fetchWith().read(at(), first)).toEqual({ ...first, text: null });
  });

  it('is followed through three redirects, not four', async () => {
    const hops =
      (most: number): RequestListener =>
      (request, response) => {
        const hop = Number(request.url?.slice(1));
        if (hop < most) return void response.writeHead(302, { location: `/${hop + 1}` }).end();
        response.end('BEGIN:VCALENDAR');
      };
    answer = hops(3);
    expect((await fetchWith().read(at('/0'))).text).toBe('BEGIN:VCALENDAR');
    answer = hops(4);
    expect(await failureOf(fetchWith().read(at('/0')))).toBe('too_many_redirects');
  });

  it.each<[string, RequestListener, string]>([
    ['too long', (_, response) => void response.end(Buffer.alloc(1024 * 1024 + 1)), 'too_large'],
    [
      'longer than it can be, as it says',
      (_, response) => void response.writeHead(200, { 'content-length': '999999999' }).end(),
      'too_large',
    ],
    [
      'longer than it can be, and does not say so',
      (_, response) => {
        response.write(Buffer.alloc(1024 * 1024));
        response.end('.');
      },
      'too_large',
    ],
    ['of another kind of answer', (_, response) => void response.writeHead(204).end(), 'refused'],
    [
      'compressed although nobody asked',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(),
      'refused',
    ],
    [
      'broken off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '10' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      },
      'unreachable',
    ],
    [
      'a redirect to nowhere',
      (_, response) => void response.writeHead(302, { location: 'https://[' }).end(),
      'not_https',
    ],
  ])('is not taken when it is %s', async (_, listener, failure) => {
    answer = listener;
    expect(await failureOf(fetchWith().read(at()))).toBe(failure);
  });

  it('is left when it takes too long, also when it drips', async () => {
    answer = (_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await failureOf(fetchWith({ milliseconds: 300 }).read(at()))).toBe('too_slow');
  });
});

describe('what is inside', () => {
  const redirect =
    (location: string): RequestListener =>
    (_, response) =>
      void response.writeHead(302, { location }).end();

  it.each([
    ['a name of the house', 'https://localhost/', 'private_address'],
    ['a name without a dot', 'https://intranet/', 'private_address'],
    ['a local name', 'https://printer.local/', 'private_address'],
    ['the house', 'https://127.0.0.1/', 'private_address'],
    ['the house in decimal', 'https://2130706433/', 'private_address'],
    ['the house in octal', 'https://0177.0.0.1/', 'private_address'],
    ['the house in hexadecimal', 'https://0x7f.1/', 'private_address'],
    ['the house in short', 'https://127.1/', 'private_address'],
    ['the house in wide digits', 'https://１２７.0.0.1/', 'private_address'],
    ['nobody', 'https://0.0.0.0/', 'private_address'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data', 'private_address'],
    ['a network of its own', 'https://10.1.2.3/', 'private_address'],
    ['the house in version 6', 'https://[::1]/', 'private_address'],
    ['the house of version 4 in version 6', 'https://[::ffff:127.0.0.1]/', 'private_address'],
    ['the house through a translation', 'https://[64:ff9b::7f00:1]/', 'private_address'],
    ['what is not encrypted', 'http://calendar.example/', 'not_https'],
    ['a file', 'file:///etc/passwd', 'not_https'],
    ['another scheme', 'gopher://calendar.example/', 'not_https'],
    ['an address with a password', 'https://user:word@calendar.example/', 'not_https'],
    ['no address', 'calendar', 'not_https'],
  ])('is not asked: %s', async (_, url, failure) => {
    const asked = jest.fn(() => Promise.resolve(found(house)));
    expect(await failureOf(fetchWith({ isAllowed: isPublicAddress, resolve: asked }).read(url))).toBe(failure);
    // A header has no wide digits.
    if (!/^[ -~]*$/.test(url)) return;
    answer = redirect(url);
    const ways = { isAllowed: (address: string) => address === world || isPublicAddress(address) };
    const elsewhere = await failureOf(fetchWith(ways).read(at()));
    // A word is a path where it stands in a redirect; the server goes on sending us round.
    expect(elsewhere).toBe(url === 'calendar' ? 'too_many_redirects' : failure);
  });

  it.each([
    ['a name that leads inside', [house]],
    ['a name that leads outside and inside', [world, house]],
    ['a name that leads inside first', [house, world]],
    ['a name that leads inside in version 6', ['::1']],
    ['a name that leads outside and inside in version 6', [world, '::ffff:127.0.0.1']],
  ])('is not reached by %s', async (_, addresses) => {
    const resolve = () => Promise.resolve(found(...addresses));
    expect(await failureOf(fetchWith({ resolve }).read(at()))).toBe('private_address');
  });

  it('is not reached by a name that changes its mind between two looks', async () => {
    const answers = [found(world), found(house)];
    const resolve = jest.fn(() => Promise.resolve(answers.shift() ?? found(house)));
    answer = redirect(at('/again'));
    expect(await failureOf(fetchWith({ resolve }).read(at()))).toBe('private_address');
    // One look for each connection: what was looked at is what is connected to.
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  it('is not reached by a name that nobody knows', async () => {
    expect(await failureOf(fetchWith({ resolve: () => Promise.reject(new Error('ENOTFOUND')) }).read(at()))).toBe(
      'unknown_host',
    );
    expect(await failureOf(fetchWith({ resolve: () => Promise.resolve([]) }).read(at()))).toBe('unknown_host');
  });

  it('would be reached without the look at the address', async () => {
    const blind = fetchWith({ isAllowed: () => true, resolve: () => Promise.resolve(found(house)) });
    expect((await blind.read(at())).text).toContain('of the house');
    expect(insideConnections).toBe(1);
    insideConnections = 0;
  });
});
