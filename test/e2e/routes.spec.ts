import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  Handler,
  handlers,
  isBesides as isDescription,
  liveRoutes,
  routeOf as liveRouteOf,
} from '../../abuse/router.mjs';
import { ENTRY } from '../../src/access/access.decorators';
import { AccessGuard } from '../../src/access/access.guard';
import { AccessQueries } from '../../src/access/access.queries';
import { AccessTokens } from '../../src/access/access-tokens';
import { roles } from '../../src/kernel/actor';
import { Config } from '../../src/platform/config/config';
import { anAccount, signIn } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

/**
 * Everything that a stranger may call. A route that is to be public is added here by hand, so that nobody opens one by
 * accident.
 */
const openToStrangers = [
  'GET /api/v1/calendars/:token.ics',
  'GET /api/v1/calendars/resources/:token.ics',
  'GET /api/v1/check-in-codes/:code',
  'GET /api/v1/display',
  'GET /api/v1/unsubscribe/:token',
  'GET /health/live',
  'GET /health/ready',
  'GET /mailbox',
  'GET /mailbox/letters/:id',
  'GET /mailbox/letters/:id/html',
  'GET /mailbox/messages',
  'GET /metrics',
  'POST /api/v1/auth/forgot-password',
  'POST /api/v1/auth/refresh',
  'POST /api/v1/auth/register',
  'POST /api/v1/auth/reset-password',
  'POST /api/v1/auth/second-factor',
  'POST /api/v1/auth/sign-in',
  'POST /api/v1/auth/sign-out',
  'POST /api/v1/auth/verify-email',
  'POST /api/v1/unsubscribe/:token',
];

const pages = join(__dirname, '..', '..', 'web', 'dist');

/** The files of the web, each of which has a route of its own once they are built. */
const files = existsSync(pages)
  ? readdirSync(pages, { recursive: true, encoding: 'utf8' }).map((name) => `GET /${name.replaceAll(sep, '/')}`)
  : [];

/** Whether a live route is the description of the API or a file of the web: what is answered without a controller. */
const isBesides = (route: string): boolean => isDescription(route, files);

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

describe('the routes', () => {
  let oasis: Oasis;
  let live: string[];
  let declared: Handler[];

  beforeAll(async () => {
    oasis = await startOasis();
    live = liveRoutes(oasis.app);
    declared = handlers(oasis.app, ENTRY);
  });

  afterAll(() => oasis?.stop());

  const routeOf = (handler: Handler): string => liveRouteOf(handler, live);

  const stranger = (route: string) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path.replaceAll(/:\w+/g, '01939c4e-0000-7000-8000-000000000000');
    return oasis.http[method.toLowerCase() as (typeof methods)[number]](address);
  };

  it('are read from the running router', () => {
    expect(live.length).toBeGreaterThan(30);
    expect(live).toEqual(expect.arrayContaining(['GET /health/ready', 'POST /api/v1/bookings']));
  });

  it('each say who may enter', () => {
    expect(declared.filter(({ entry }) => entry === undefined).map(({ name }) => name)).toEqual([]);
    for (const { name, entry } of declared) {
      const known =
        entry === 'public' || entry === 'signed-in' || (entry!.length > 0 && entry!.every((r) => roles.includes(r)));
      expect({ name, known }).toEqual({ name, known: true });
    }
  });

  it('all belong to a controller, and every controller is mounted', () => {
    expect(declared.map(routeOf).sort()).toEqual(live.filter((route) => !isBesides(route)));
  });

  it('are open to strangers only where this list says so', () => {
    const open = declared.filter(({ entry }) => entry === 'public').map(routeOf);

    expect(open.filter((route) => !openToStrangers.includes(route))).toEqual([]);
    expect(openToStrangers.filter((route) => !open.includes(route) && !route.includes('/mailbox'))).toEqual([]);
  });

  it('answer a stranger with 401 everywhere else', async () => {
    const closed = declared.filter(({ entry }) => entry !== 'public').map(routeOf);
    expect(closed.length).toBeGreaterThan(20);

    for (const route of closed) {
      const answer = await stranger(route);
      expect({ route, status: answer.status }).toEqual({ route, status: 401 });
      expectProblem(answer, 401, 'unauthenticated');
      // HEAD goes the way of GET, or it would be a door beside the door.
      if (route.startsWith('GET ')) expect((await oasis.http.head(route.slice(4))).status).toBe(401);
    }
  });

  it('are closed where a route names nobody, to administrators as to strangers', async () => {
    const administrator = await anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
    const { accessToken } = await signIn(oasis, administrator);
    // What the framework hands to a guard before a route that somebody forgot to open.
    const forgotten = (headers: Record<string, string>) =>
      ({
        getHandler: () => () => undefined,
        getClass: () => Object,
        switchToHttp: () => ({ getRequest: () => ({ method: 'GET', headers, cookies: {} }) }),
      }) as unknown as ExecutionContext;
    const guard = new AccessGuard(
      new Reflector(),
      oasis.get(AccessTokens),
      oasis.get(AccessQueries),
      oasis.get(Config),
    );
    await expect(guard.canActivate(forgotten({}))).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(guard.canActivate(forgotten({ authorization: `Bearer ${accessToken}` }))).rejects.toMatchObject({
      code: 'role_required',
    });
  });

  it('are the same as those of the OpenAPI document', async () => {
    const { paths } = (await oasis.http.get('/api/openapi.json').expect(200)).body as OpenApi;
    const described = Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => method in item)
        .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );

    expect(described.sort()).toEqual(live.filter((route) => !isBesides(route)));
  });
});
