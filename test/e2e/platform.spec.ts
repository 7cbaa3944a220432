import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readiness } from '../../src/platform/http/readiness';
import { anAccount, signIn } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { checkProblem, expectProblem } from '../support/problem';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

describe('a request that reaches no command is answered with a problem', () => {
  const signIn = '/api/v1/auth/sign-in';

  it.each(['/api/v1/nothing-here', '/api/nothing', '/nothing/here?token=secret', '/api/v1/sites/'])(
    '%s is missing',
    async (path) => {
      const body = expectProblem(await oasis.http.get(path), 404, 'missing');
      expect(body['instance']).toBe(path.split('?')[0]);
    },
  );

  it('a method that the address does not know is 405, with those that it knows', async () => {
    const response = await oasis.http.delete('/api/v1/auth/sign-in');
    expectProblem(response, 405, 'method_not_allowed');
    expect(response.headers['allow']).toBe('POST');
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('nobody answers %s', async (method) => {
    const { hostname, port } = new URL(oasis.url);
    const status = await new Promise((resolve) => {
      const asked = request({ hostname, port, method, path: '/api/v1/sites' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('connect', (answer) => resolve(answer.statusCode));
      asked.on('error', () => resolve('closed'));
      asked.end();
    });
    expect([400, 404, 405, 'closed']).toContain(status);
  });

  it.each(['{', '{"email":', 'null,', '{"email":"a@b.example","email"}', '\u0000'])(
    'a body of %j is malformed',
    async (body) => {
      const response = await oasis.http.post(signIn).set('content-type', 'application/json').send(body);
      expectProblem(response, 400, 'malformed');
      expect(response.body).toMatchObject({ errors: [{ pointer: '', detail: 'cannot be read as JSON' }] });
    },
  );

  it.each(['null', '[]', '"text"', '1'])('a body that is %s and no object is malformed', async (body) => {
    expectProblem(await oasis.http.post(signIn).set('content-type', 'application/json').send(body), 400, 'malformed');
  });

  it('an empty body is malformed', async () => {
    expectProblem(await oasis.http.post(signIn).set('content-type', 'application/json'), 400, 'malformed');
  });

  it.each(['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}'])(
    'a body that reaches for prototypes (%s) is malformed',
    async (body) => {
      expectProblem(await oasis.http.post(signIn).set('content-type', 'application/json').send(body), 400, 'malformed');
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  );

  it('a body over 100 KiB is too large', async () => {
    const response = await oasis.http.post(signIn).send({ email: 'x'.repeat(101 * 1024) });
    expectProblem(response, 413, 'too_large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'a body of type %s is not read',
    async (type) => {
      expectProblem(await oasis.http.post(signIn).set('content-type', type).send('x=1'), 415, 'unsupported_media_type');
    },
  );

  it.each(['/api/v1/sites/%', '/api/v1/%ff%fe', '/%E0%A4%A'])('the broken address %s is malformed', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect([400, 404]).toContain(answer.status);
    checkProblem(answer);
  });

  it('an endless address is too long', async () => {
    const answer = await raw(`GET /api/v1/sites/${'x'.repeat(500)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(checkProblem(answer)['code']).toBe('too_large');
  });

  it('headers that are too large are refused', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-much: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(answer.status).toBe(431);
    checkProblem(answer);
  });

  it.each(['garbage\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'])(
    '%j is not HTTP',
    async (words) => {
      const answer = await raw(words);
      expect(answer.status).toBe(400);
      checkProblem(answer);
    },
  );
});

describe('every answer', () => {
  it('carries the number of the request: the caller’s own when it is a plain word, otherwise a new one', async () => {
    const own = await oasis.http.get('/health/live').set('x-request-id', 'order-66.a_b');
    expect(own.headers['x-request-id']).toBe('order-66.a_b');
    for (const bad of ['with space', 'x'.repeat(65), '<script>', 'a,b']) {
      const { headers } = await oasis.http.get('/health/live').set('x-request-id', bad);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
    const refused = await oasis.http.get('/api/v1/nothing').set('x-request-id', 'mine');
    expect(expectProblem(refused, 404, 'missing')['requestId']).toBe('mine');
  });

  it('tells browsers what this origin never does', async () => {
    const { headers } = await oasis.http.get('/api/docs');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['server']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('about people is kept by no browser and no proxy', async () => {
    const { accessToken } = await signIn(oasis, await anAccount(oasis));
    for (const path of ['/api/v1/sites', '/api/v1/me', '/api/v1/me/sessions']) {
      const { headers } = await oasis.http.get(path).auth(accessToken, { type: 'bearer' }).expect(200);
      expect(headers['cache-control']).toBe('no-store');
    }
    for (const path of ['/api/v1/me', '/api/v1/nothing']) {
      expect((await oasis.http.get(path)).headers['cache-control']).toBe('no-store');
    }
  });

  it('gives no other origin leave to read it', async () => {
    const { headers } = await oasis.http.get('/health/live').set('origin', 'https://elsewhere.example');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the description of the API', () => {
  it('is an OpenAPI document in which every operation documents its problems', async () => {
    const { body } = await oasis.http.get('/api/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\./);
    const operations = Object.values(body.paths as Record<string, Record<string, { responses: object }>>).flatMap(
      (path) => Object.values(path),
    );
    expect(operations.length).toBeGreaterThan(10);
    for (const { responses } of operations) expect(responses).toHaveProperty('default');
    expect(body.components.schemas.Problem.required).toContain('code');
  });

  it('can be read as pages whose scripts are all files of our own', async () => {
    const page = await oasis.http.get('/api/docs').expect(200);
    const scripts = page.text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/ src="/);
    expect(page.text).not.toMatch(/ on[a-z]+="/);
    await oasis.http.get('/api/docs/swagger-ui-bundle.js').expect(200);
    await oasis.http.get('/api/docs/swagger-ui-init.js').expect(200);
  });
});

describe('health and metrics', () => {
  it('are alive and ready, check by check', async () => {
    expect((await oasis.http.get('/health/live').expect(200)).body).toEqual({ status: 'up' });
    const { body } = await oasis.http.get('/health/ready').expect(200);
    expect(body).toEqual({ status: 'up', checks: { database: 'up', migrations: 'up', queue: 'up' } });
  });

  it('count requests by the pattern of their route, never by their address', async () => {
    await oasis.http.get('/api/v1/sites/0199a1b2-0000-7000-8000-00000000beef');
    await oasis.http.get('/there-is-no/0199a1b2-beef');
    const { text } = await oasis.http
      .get('/metrics')
      .expect(200)
      .expect('content-type', /^text\/plain/);
    expect(text).toMatch(
      /oasis_http_request_seconds_count\{method="GET",route="\/api\/v1\/sites\/:\w+",status="401"\} \d/,
    );
    expect(text).not.toContain('beef');
    expect(text).toContain('process_cpu_user_seconds_total');
  });

  it('name what is down: a check that fails, one that hangs, the process that leaves', async () => {
    const own = await startOasis();
    try {
      const readiness = own.get(Readiness);
      readiness.add('broken', () => Promise.reject(new Error('inside')));
      readiness.add('silent', () => new Promise(() => undefined));
      const problem = expectProblem(await own.http.get('/health/ready'), 503, 'busy');
      expect(problem['checks']).toMatchObject({ database: 'up', broken: 'down', silent: 'down' });
      readiness.add('broken', () => Promise.resolve());
      readiness.add('silent', () => Promise.resolve());
      await own.http.get('/health/ready').expect(200);
      readiness.leave();
      const left = expectProblem(await own.http.get('/health/ready'), 503, 'busy');
      expect(left['checks']).toMatchObject({ shutdown: 'down' });
      await own.http.get('/health/live').expect(200);
    } finally {
      await own.stop();
    }
  });

  it('say that the queue is away, and send nobody to another door for it', async () => {
    const own = await startOasis({ config: { redisUrl: 'redis://127.0.0.1:1' } });
    try {
      const { body } = await own.http.get('/health/ready').expect(200);
      expect(body).toEqual({ status: 'up', checks: { database: 'up', migrations: 'up', queue: 'down' } });
    } finally {
      await own.stop();
    }
  });

  it('give the metrics only to whoever knows the token, when there is one', async () => {
    const token = 'a-token-of-more-than-32-bytes-0123456789';
    const own = await startOasis({ config: { metricsToken: token } });
    try {
      expectProblem(await own.http.get('/metrics'), 401, 'unauthenticated');
      expectProblem(await own.http.get('/metrics').set('authorization', `Bearer ${token}x`), 401, 'unauthenticated');
      await own.http.get('/metrics').set('authorization', `Bearer ${token}`).expect(200);
    } finally {
      await own.stop();
    }
  });

  it('give the metrics to nobody in production when there is no token', async () => {
    const own = await startOasis({ config: { environment: 'production' } });
    try {
      expectProblem(await own.http.get('/metrics'), 401, 'unauthenticated');
      expectProblem(await own.http.get('/metrics').set('authorization', 'Bearer '), 401, 'unauthenticated');
    } finally {
      await own.stop();
    }
  });
});

describe('the limit on requests', () => {
  it('stops one address after so many a minute and says when to come back; machines are exempt', async () => {
    const own = await startOasis({ config: { rateLimit: 5, trustedProxies: 1 } });
    const from = (address: string) =>
      own.http.post('/api/v1/auth/verify-email').set('x-forwarded-for', address).send({});
    try {
      for (let count = 0; count < 5; count++) expectProblem(await from('203.0.113.7'), 400, 'malformed');
      const refused = await from('203.0.113.7');
      expectProblem(refused, 429, 'too_many_requests');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
      // What a caller writes further left in the header changes nothing; another address is another caller.
      expectProblem(await from('198.51.100.1, 203.0.113.7'), 429, 'too_many_requests');
      expectProblem(await from('203.0.113.8'), 400, 'malformed');
      for (let count = 0; count < 10; count++) await own.http.get('/health/live').expect(200);
      // A proxy keeps idle connections for a minute, and must be the one that closes them.
      expect((await own.http.get('/health/live').set('connection', 'keep-alive')).headers['keep-alive']).toBe(
        'timeout=75',
      );
      expect((await oasis.http.get('/health/live').set('connection', 'keep-alive')).headers['keep-alive']).toBe(
        'timeout=5',
      );
    } finally {
      await own.stop();
    }
  });
});

describe('the pages of the web application', () => {
  const built = join(__dirname, '..', '..', 'web', 'dist', 'index.html');
  let page: string | undefined;
  try {
    page = readFileSync(built, 'utf8');
  } catch {
    page = undefined;
  }
  const whenBuilt = page === undefined ? it.skip : it;

  whenBuilt('are one page at every address that a person opens, asked for anew each time', async () => {
    for (const path of ['/', '/sites/lappeenranta/day', '/verify-email?token=abc']) {
      const response = await oasis.http.get(path).set('accept', 'text/html,*/*').expect(200);
      expect(response.text).toBe(page);
      expect(response.headers['cache-control']).toBe('no-cache');
    }
  });

  whenBuilt('have assets that are kept for ever', async () => {
    const asset = /\/assets\/[\w.-]+\.js/.exec(page ?? '')?.[0] ?? 'none';
    const response = await oasis.http.get(asset).expect(200);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('are never the answer to a program, nor below /api, /health and /assets', async () => {
    for (const path of ['/api/v1/nothing', '/api/nothing', '/health/nothing', '/assets/nothing.js']) {
      expectProblem(await oasis.http.get(path).set('accept', 'text/html'), 404, 'missing');
    }
    expectProblem(await oasis.http.get('/sites').set('accept', 'application/json'), 404, 'missing');
    expectProblem(await oasis.http.post('/sites').set('accept', 'text/html'), 404, 'missing');
  });

  it('lead nowhere outside of their folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2f..%2fpackage.json', '/.env']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect([400, 403, 404]).toContain(answer.status);
      checkProblem(answer);
    }
  });
});

/** Sends words to the socket as they are and reads what comes back until the end. */
function raw(words: string): Promise<{ status: number; headers: Record<string, string>; text: string }> {
  const { hostname, port } = new URL(oasis.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(words));
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', text = ''] = said.split('\r\n\r\n', 2);
      const [first = '', ...lines] = head.split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
      );
      resolve({ status: Number(first.split(' ')[1]), headers, text });
    });
  });
}
