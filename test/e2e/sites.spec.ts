import { newId } from '../../src/kernel/id';
import { Role } from '../../src/kernel/actor';
import { defaultRules } from '../../src/sites/resource.rules';
import { anAccount, signIn } from '../support/account';
import { aResource, aSite } from '../support/house';
import { whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

let oasis: Oasis;
let siteId: string;
let otherSiteId: string;
let deskId: string;
let closureId: string;
let maintenanceId: string;
const tokens: Record<string, string> = {};

async function token(...roles: { role: Role; siteId: string | null }[]): Promise<string> {
  return (await signIn(oasis, await anAccount(oasis, { roles }))).accessToken;
}

/** Calls a route as somebody; without a name, as a stranger. */
function call(method: Method, path: string, who?: string) {
  const request = oasis.http[method](`/api/v1/${path}`);
  return who === undefined ? request : request.set('authorization', `Bearer ${tokens[who]}`);
}

const week = [{ weekday: 1, opens: '08:00', closes: '20:00' }];
const closure = { startsOn: '2027-04-01', endsOn: '2027-04-02', reason: 'Painting' };
const [deskRule] = defaultRules;

beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
  otherSiteId = (await aSite(oasis.database)).id;
  deskId = await aResource(oasis.database, siteId, { name: 'Desk 1', features: ['screen'] });
  tokens['entrepreneur'] = await token({ role: 'entrepreneur', siteId });
  tokens['coach'] = await token({ role: 'coach', siteId });
  tokens['observer'] = await token({ role: 'observer', siteId });
  tokens['manager'] = await token({ role: 'manager', siteId });
  tokens['manager elsewhere'] = await token({ role: 'manager', siteId: otherSiteId });
  tokens['administrator'] = await token({ role: 'administrator', siteId: null });
  closureId = (await call('post', `sites/${siteId}/closures`, 'manager').send(closure).expect(201)).body.id;
  const period = { start: '2027-05-03T08:00:00+03:00', end: '2027-05-03T10:00:00+03:00', reason: 'New lamp' };
  const begun = await call('post', `resources/${deskId}/maintenance`, 'manager').send(period).expect(201);
  maintenanceId = begun.body.id;
});
afterAll(() => oasis?.stop());

describe('everybody who is signed in', () => {
  it.each(['entrepreneur', 'coach', 'observer', 'manager elsewhere', 'administrator'])('reads as %s', async (who) => {
    for (const path of [
      'sites',
      `sites/${siteId}`,
      `sites/${siteId}/resources`,
      `sites/${siteId}/resource-rules`,
      `sites/${siteId}/closures`,
      `closures/${closureId}`,
      `resources/${deskId}`,
      `resources/${deskId}/maintenance`,
      `maintenance/${maintenanceId}`,
    ]) {
      await call('get', path, who).expect(200);
    }
  });

  it('sees a site with its hours', async () => {
    const { body, headers } = await call('get', `sites/${siteId}`, 'entrepreneur').expect(200);

    expect(headers['etag']).toBe('"1"');
    expect(body).toEqual({
      id: siteId,
      slug: expect.any(String),
      name: expect.any(String),
      city: 'Lappeenranta',
      country: 'FI',
      address: '',
      timeZone: 'Europe/Helsinki',
      status: 'active',
      fairSharePercent: 15,
      noShowStrikes: 3,
      noShowDays: 60,
      noShowBlockDays: 14,
      version: 1,
      openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '20:00' })),
      openingHoursVersions: [{ validFrom: '2020-01-01', validUntil: null, openingHours: expect.any(Array) }],
    });
  });

  it('has a fair share and a no-show policy of its own, set by administrators', async () => {
    const own = (await aSite(oasis.database)).id;
    const policy = { fairSharePercent: 25, noShowStrikes: 5, noShowDays: 90, noShowBlockDays: 7 };
    const changed = await call('patch', `sites/${own}`, 'administrator').set('if-match', '*').send(policy).expect(200);
    expect(changed.body).toMatchObject(policy);
    await call('patch', `sites/${own}`, 'administrator').send({ fairSharePercent: 0 }).expect(400);
    await call('patch', `sites/${own}`, 'manager').send(policy).expect(403);
  });

  it('sees sites that are suspended or closed as what they are', async () => {
    const suspended = await aSite(oasis.database, { status: 'suspended', timeZone: 'Europe/Moscow' });

    const { body } = await call('get', 'sites', 'entrepreneur').expect(200);

    expect(body).toEqual({ items: expect.any(Array), next: null });
    expect(body.items).toContainEqual(expect.objectContaining({ id: suspended.id, status: 'suspended' }));
    const active = await call('get', 'sites?status=active', 'entrepreneur').expect(200);
    expect(active.body.items).not.toContainEqual(expect.objectContaining({ id: suspended.id }));
  });

  it('sees a resource with its ETag', async () => {
    const answer = await call('get', `resources/${deskId}`, 'entrepreneur').expect(200);

    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toEqual({
      id: deskId,
      siteId,
      kind: 'desk',
      name: 'Desk 1',
      capacity: 1,
      features: ['screen'],
      zone: null,
      position: null,
      needsApproval: false,
      status: 'active',
      version: 1,
    });
  });

  it.each([
    ['kind=desk&capacity=1&features=screen', ['Desk 1']],
    ['kind=room', []],
    ['capacity=2', []],
    ['features=screen,whiteboard', []],
    ['status=retired', []],
  ])('filters resources by %s', async (query, names) => {
    const { body } = await call('get', `sites/${siteId}/resources?${query}`, 'entrepreneur').expect(200);

    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it.each([
    'sites?status=open',
    'sites?limit=0',
    'sites?limit=101',
    'sites?cursor=bm90LW91cnM',
    'sites?other=1',
    'sites/not-an-id',
    `sites/$site/resources?kind=boat`,
    `sites/$site/resources?capacity=two`,
    `sites/$site/closures?from=2027-02-30`,
    `resources/$desk/maintenance?cursor=W10`,
  ])('is told that GET %s is malformed', async (path) => {
    const address = path.replace('$site', siteId).replace('$desk', deskId);

    expectProblem(await call('get', address, 'entrepreneur'), 400, 'malformed');
  });

  it.each(['sites/$', 'sites/$/resources', 'sites/$/resource-rules', 'sites/$/closures', 'resources/$', 'closures/$'])(
    'finds nothing at GET %s of what is not there',
    async (path) => {
      expectProblem(await call('get', path.replace('$', newId()), 'entrepreneur'), 404, 'missing');
    },
  );
});

describe('what only those who run the site may do', () => {
  const deeds: [Method, string, object | undefined][] = [
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'Mine' }],
    ['patch', 'resources/$desk', { name: 'Mine' }],
    ['post', 'resources/$desk/retire', undefined],
    [
      'post',
      'resources/$desk/maintenance',
      { start: '2027-06-01T09:00:00Z', end: '2027-06-01T10:00:00Z', reason: 'x' },
    ],
    ['delete', 'maintenance/$maintenance', undefined],
    ['put', 'sites/$site/opening-hours', { validFrom: '2027-06-01', openingHours: week }],
    ['put', 'sites/$site/opening-hours?preview=true', { validFrom: '2027-06-01', openingHours: week }],
    ['put', 'sites/$site/resource-rules', { items: [deskRule] }],
    ['post', 'sites/$site/closures', closure],
    ['post', 'sites/$site/closures?preview=true', closure],
    ['post', 'sites/$site/closures/propose?year=2027', undefined],
    ['post', 'closures/$closure/confirm', undefined],
    ['delete', 'closures/$closure', undefined],
  ];
  const address = (path: string) =>
    path
      .replace('$site', siteId)
      .replace('$desk', deskId)
      .replace('$closure', closureId)
      .replace('$maintenance', maintenanceId);
  const contents = () =>
    oasis.database.read(
      `select (select jsonb_agg(t order by t.id) from site t) as sites,
              (select jsonb_agg(t order by t.id) from resource t) as resources,
              (select jsonb_agg(t order by t.id) from opening_hours t) as hours,
              (select jsonb_agg(t order by t.site_id, t.kind) from resource_rule t) as rules,
              (select jsonb_agg(t order by t.id) from closure t) as closures,
              (select jsonb_agg(t order by t.id) from maintenance t) as maintenance,
              (select jsonb_agg(t order by t.id) from occupation t) as occupations,
              (select jsonb_agg(t order by t.id) from audit_event t where t.site_id is not null) as events`,
    );

  it.each(deeds)('%s %s is refused to everybody else and changes nothing', async (method, path, body) => {
    const before = await contents();

    expectProblem(await call(method, address(path)).send(body), 401, 'unauthenticated');
    for (const who of ['entrepreneur', 'coach', 'observer', 'manager elsewhere']) {
      const request = call(method, address(path), who).set('if-match', '"1"');
      expectProblem(await request.send(body), 403, 'role_required');
    }

    expect(await contents()).toEqual(before);
  });

  it.each(deeds)('%s %s is answered with 404 for what is not there', async (method, path, body) => {
    const nowhere = path.replace(/\$\w+/, newId());

    expectProblem(await call(method, nowhere, 'manager').set('if-match', '"1"').send(body), 404, 'missing');
  });

  it.each<[Method, string, object]>([
    ['post', 'sites', { slug: 'mine', name: 'Mine', city: 'Mine', country: 'FI', timeZone: 'Europe/Helsinki' }],
    ['patch', 'sites/$site', { name: 'Mine' }],
  ])('%s %s is for administrators only', async (method, path, body) => {
    const before = await contents();

    expectProblem(await call(method, address(path)).send(body), 401, 'unauthenticated');
    for (const who of ['entrepreneur', 'coach', 'observer', 'manager', 'manager elsewhere']) {
      expectProblem(await call(method, address(path), who).send(body), 403, 'role_required');
    }

    expect(await contents()).toEqual(before);
  });
});

describe('malformed requests', () => {
  const text = (length: number) => 'x'.repeat(length);
  const newSite = { slug: 'new', name: 'New', city: 'New', country: 'FI', timeZone: 'Europe/Helsinki' };
  const maintenance = { start: '2027-06-01T09:00:00Z', end: '2027-06-01T10:00:00Z', reason: 'Paint' };

  it.each<[Method, string, unknown, string]>([
    ['post', 'sites', { ...newSite, slug: 'Two Words' }, '/slug'],
    ['post', 'sites', { ...newSite, slug: '-new' }, '/slug'],
    ['post', 'sites', { ...newSite, country: 'fi' }, '/country'],
    ['post', 'sites', { ...newSite, country: 'FIN' }, '/country'],
    ['post', 'sites', { ...newSite, timeZone: '+02:00' }, '/timeZone'],
    ['post', 'sites', { ...newSite, timeZone: 'Europe/Nowhere' }, '/timeZone'],
    ['post', 'sites', { ...newSite, id: newId() }, '/id'],
    ['post', 'sites', { ...newSite, status: 'closed' }, '/status'],
    [
      'post',
      'sites',
      { ...newSite, openingHours: [{ weekday: 8, opens: '08:00', closes: '20:00' }] },
      '/openingHours/0/weekday',
    ],
    ['patch', 'sites/$site', { name: null }, '/name'],
    ['patch', 'sites/$site', { status: 'gone' }, '/status'],
    ['patch', 'sites/$site', { slug: 'other' }, '/slug'],
    ['post', 'sites/$site/resources', { kind: 'boat', name: 'Boat' }, '/kind'],
    ['post', 'sites/$site/resources', { kind: 'desk' }, '/name'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: '  ' }, '/name'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: text(101) }, '/name'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', capacity: '4' }, '/capacity'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', capacity: 0 }, '/capacity'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', capacity: 501 }, '/capacity'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', features: ['Screen'] }, '/features'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', features: ['a', 'a'] }, '/features'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', position: { x: 1 } }, '/position/y'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', position: [1, 2] }, '/position'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', needsApproval: 'true' }, '/needsApproval'],
    ['post', 'sites/$site/resources', { kind: 'desk', name: 'A', siteId: newId() }, '/siteId'],
    ['patch', 'resources/$desk', { kind: 'room' }, '/kind'],
    ['patch', 'resources/$desk', { status: 'retired' }, '/status'],
    ['patch', 'resources/$desk', { version: 9 }, '/version'],
    ['put', 'sites/$site/opening-hours', { validFrom: '2027-02-29', openingHours: week }, '/validFrom'],
    ['put', 'sites/$site/opening-hours', { validFrom: '2027-06-01', openingHours: [] }, '/openingHours'],
    [
      'put',
      'sites/$site/opening-hours',
      { validFrom: '2027-06-01', openingHours: [{ ...week[0], opens: '8:00' }] },
      '/openingHours/0/opens',
    ],
    [
      'put',
      'sites/$site/opening-hours',
      { validFrom: '2027-06-01', openingHours: [{ ...week[0], closes: '24:30' }] },
      '/openingHours/0/closes',
    ],
    ['put', 'sites/$site/opening-hours?preview=yes', { validFrom: '2027-06-01', openingHours: week }, '/preview'],
    ['put', 'sites/$site/resource-rules', { items: [] }, '/items'],
    ['put', 'sites/$site/resource-rules', { items: [{ ...deskRule, gridMinutes: 7 }] }, '/items/0/gridMinutes'],
    [
      'put',
      'sites/$site/resource-rules',
      { items: [{ ...deskRule, longestMinutes: 1441 }] },
      '/items/0/longestMinutes',
    ],
    ['put', 'sites/$site/resource-rules', { items: [{ ...deskRule, bufferMinutes: null }] }, '/items/0/bufferMinutes'],
    ['put', 'sites/$site/resource-rules', { items: [deskRule, deskRule] }, '/items'],
    ['post', 'sites/$site/closures', { ...closure, startsOn: '1.4.2027' }, '/startsOn'],
    ['post', 'sites/$site/closures', { ...closure, reason: '' }, '/reason'],
    ['post', 'sites/$site/closures', { ...closure, reason: 'one\ntwo' }, '/reason'],
    ['post', 'sites/$site/closures', { ...closure, status: 'proposed' }, '/status'],
    ['post', 'sites/$site/closures/propose', undefined, '/year'],
    ['post', 'sites/$site/closures/propose?year=1999', undefined, '/year'],
    ['post', 'resources/$desk/maintenance', { ...maintenance, start: '2027-06-01T09:00:00' }, '/start'],
    ['post', 'resources/$desk/maintenance', { ...maintenance, end: maintenance.start }, '/end'],
    ['post', 'resources/$desk/maintenance', { ...maintenance, end: '2027-05-01T09:00:00Z' }, '/end'],
  ])('%s %s with %j: %s', async (method, path, body, pointer) => {
    const address = path.replace('$site', siteId).replace('$desk', deskId);
    const who = /^sites(\/\$site)?$/.test(path) ? 'administrator' : 'manager';

    const problem = expectProblem(
      await call(method, address, who)
        .set('if-match', '*')
        .send(body as object),
      400,
      'malformed',
    );
    // In words for people, and not as an expression of ours.
    expect(JSON.stringify(problem)).not.toContain('regular expression');

    expect(problem['errors']).toContainEqual({ pointer, detail: expect.any(String) });
  });
});

describe('a resource over HTTP', () => {
  it('is created with a Location, and once per Idempotency-Key', async () => {
    const key = newId();
    const create = (name: string) =>
      call('post', `sites/${siteId}/resources`, 'manager').set('idempotency-key', key).send({ kind: 'booth', name });

    const first = await create('Kuikka').expect(201);
    const second = await create('Kuikka').expect(201);

    expect(first.headers['location']).toBe(`/api/v1/resources/${first.body.id}`);
    expect(first.headers['etag']).toBe('"1"');
    expect(second.body).toEqual(first.body);
    await call('get', `resources/${first.body.id}`, 'manager').expect(200, first.body);
    expect(expectProblem(await create('Norppa'), 422, 'refused')['refusals']).toMatchObject([
      { code: 'idempotency_key' },
    ]);
    const again = await call('post', `sites/${siteId}/resources`, 'manager').send({ kind: 'room', name: 'Kuikka' });
    expectProblem(again, 409, 'resource_name');
  });

  it('is changed by whoever saw its present version', async () => {
    const id = await aResource(oasis.database, siteId);
    const change = (etag: string) =>
      call('patch', `resources/${id}`, 'manager')
        .set('if-match', etag)
        .send({ zone: 'quiet', position: { x: 3, y: 4 } });

    expectProblem(await call('patch', `resources/${id}`, 'manager').send({ zone: 'quiet' }), 428, 'if_match_required');
    expectProblem(await change('abc'), 400, 'malformed');
    const changed = await change('"1"').expect(200);
    expect(changed.body).toMatchObject({ zone: 'quiet', position: { x: 3, y: 4 }, version: 2 });
    expect(changed.headers['etag']).toBe('"2"');
    expectProblem(await change('"1"'), 412, 'stale');
    await change('*').expect(200);
  });

  it('is retired by a command that answers with it', async () => {
    const id = await aResource(oasis.database, siteId);

    const { body } = await call('post', `resources/${id}/retire`, 'manager').expect(200);

    expect(body).toMatchObject({ id, status: 'retired' });
    expectProblem(await call('post', `resources/${id}/retire`, 'manager'), 409, 'resource_retired');
  });
});

describe('a site over HTTP', () => {
  it('is founded and changed by an administrator', async () => {
    const wanted = {
      slug: 'savonlinna',
      name: 'Savonlinna',
      city: 'Savonlinna',
      country: 'FI',
      timeZone: 'Europe/Helsinki',
      openingHours: week,
    };
    const created = await call('post', 'sites', 'administrator').send(wanted).expect(201);
    expect(created.headers['location']).toBe(`/api/v1/sites/${created.body.id}`);
    expect(created.body).toMatchObject({ ...wanted, status: 'active' });
    expectProblem(await call('post', 'sites', 'administrator').send(wanted), 409, 'site_slug');

    const change = { status: 'suspended', address: 'Olavinkatu 1' };
    const changed = await call('patch', `sites/${created.body.id}`, 'administrator')
      .set('if-match', `"${created.body.version}"`)
      .send(change)
      .expect(200);
    expect(changed.body).toEqual({ ...created.body, ...change, version: Number(created.body.version) + 1 });
  });

  it('is changed, and opened otherwise; with If-Match the second of two who read the same is told', async () => {
    const own = (await aSite(oasis.database)).id;
    const read = await call('get', `sites/${own}`, 'administrator').expect(200);
    const meant = { 'if-match': read.headers['etag'] as string };
    const longer = { validFrom: '2027-06-01', openingHours: week };
    const hours = `sites/${own}/opening-hours`;

    await call('put', `${hours}?preview=true`, 'administrator').send(longer).expect(200);
    const first = await call('put', hours, 'administrator').set(meant).send(longer).expect(200);
    expect(first.headers['etag']).toBe('"2"');

    const shorter = { ...longer, openingHours: week.slice(0, 2) };
    expectProblem(await call('put', hours, 'administrator').set(meant).send(shorter), 412, 'stale');
    expectProblem(await call('patch', `sites/${own}`, 'administrator').set(meant).send({ name: 'B' }), 412, 'stale');
    const { outcomes, ...kept } = first.body;
    expect(outcomes).toEqual([]);
    expect((await call('get', `sites/${own}`, 'administrator').expect(200)).body).toEqual(kept);
    const renamed = await call('patch', `sites/${own}`, 'administrator')
      .set('if-match', '"2"')
      .send({ name: 'B' })
      .expect(200);
    expect([renamed.headers['etag'], renamed.body]).toEqual(['"3"', { ...kept, name: 'B', version: 3 }]);
    await call('patch', `sites/${own}`, 'administrator').send({ name: 'C' }).expect(200);
    const last = await call('put', hours, 'administrator').send(shorter).expect(200);
    expect(last.body).toMatchObject({ name: 'C', version: 5 });
    const seen = { 'if-match': '"5"' };
    const atOnce = await whileLocked(
      oasis.database,
      (tx) => tx.query('select 1 from site where id = $1 for update', [own]),
      () =>
        Promise.all([
          call('put', hours, 'administrator').set(seen).send(longer),
          call('patch', `sites/${own}`, 'administrator').set(seen).send({ name: 'D' }),
        ]),
      2,
    );
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('has rules that its manager sets', async () => {
    const room = { ...defaultRules[1], bufferMinutes: 15 };

    const answer = await call('put', `sites/${siteId}/resource-rules`, 'manager').send({ items: [room] });

    expect(answer.status).toBe(200);
    expect(answer.body.items).toContainEqual(room);
    expect(answer.body.items).toHaveLength(3);
  });
});
