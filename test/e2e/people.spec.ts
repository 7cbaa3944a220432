import { newId } from '../../src/kernel/id';
import { PersonalRecords } from '../../src/people/personal-records';
import { anAccount, password, signIn, TestAccount } from '../support/account';
import { aSite } from '../support/house';
import { whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let here: string;
let elsewhere: string;
beforeAll(async () => {
  oasis = await startOasis();
  here = (await aSite(oasis.database)).id;
  elsewhere = (await aSite(oasis.database)).id;
});
afterAll(() => oasis.stop());

type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** A caller who is signed in as the person. */
async function as(person: TestAccount) {
  const { accessToken } = await signIn(oasis, person);
  return (verb: Verb, path: string) => oasis.http[verb](`/api/v1${path}`).set('authorization', `Bearer ${accessToken}`);
}

const administrator = () => anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
const manager = (siteId: string) => anAccount(oasis, { roles: [{ role: 'manager', siteId }] });
const audited = (subjectId: string) =>
  oasis.database
    .read<{ action: string }>(`select action from audit_event where subject_id = $1 order by at, id`, [subjectId])
    .then((rows) => rows.map(({ action }) => action));

describe('me', () => {
  it('sees and changes what one says about oneself', async () => {
    const person = await anAccount(oasis, { roles: [{ role: 'coach', siteId: here }] });
    const call = await as(person);
    const seen = await call('get', '/me').expect(200);
    expect(seen.body).toEqual({
      id: person.id,
      email: person.email,
      fullName: 'Aino Example',
      locale: 'en',
      timeZone: null,
      version: 1,
      roles: [{ role: 'coach', siteId: here }],
    });
    const changes = { fullName: ' Aino  Ä. ', locale: 'sv', timeZone: 'Europe/Moscow' };
    const changed = await call('patch', '/me')
      .set('if-match', seen.headers['etag'] as string)
      .send(changes)
      .expect(200);
    expect(changed.body).toMatchObject({ fullName: 'Aino  Ä.', locale: 'sv', timeZone: 'Europe/Moscow' });
    const again = await call('patch', '/me').set('if-match', '"2"').send({ timeZone: null }).expect(200);
    expect(again.body).toMatchObject({ fullName: 'Aino  Ä.', locale: 'sv', timeZone: null });
    const empty = await call('patch', '/me').set('if-match', '"3"').send({}).expect(200);
    expect([empty.headers['etag'], empty.body]).toEqual(['"3"', again.body]);
    expect(await audited(person.id)).toEqual(['session.open', 'person.edit', 'person.edit']);
  });

  it('changes it, and with If-Match does not overwrite what another window has kept since', async () => {
    const account = await anAccount(oasis);
    const call = await as(account);
    await call('patch', '/me').set('if-match', '"1"').send({ fullName: 'Aino A.' }).expect(200);
    expectProblem(await call('patch', '/me').set('if-match', '"1"').send({ fullName: 'Aino B.' }), 412, 'stale');
    expect((await call('get', '/me').expect(200)).body).toMatchObject({ fullName: 'Aino A.', version: 2 });
    expect((await call('patch', '/me').send({ locale: 'fi' }).expect(200)).headers['etag']).toBe('"3"');
    const rename = (fullName: string) => call('patch', '/me').set('if-match', '"3"').send({ fullName });
    const both = await whileLocked(
      oasis.database,
      (tx) => tx.query('select 1 from person where id = $1 for update', [account.id]),
      () => Promise.all([rename('Aino D.'), rename('Aino E.')]),
      2,
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each([
    ['email', { email: 'other@people.example' }],
    ['id', { id: newId() }],
    ['roles', { roles: [{ role: 'administrator', siteId: null }] }],
    ['role', { role: 'administrator' }],
    ['status', { status: 'erased' }],
    ['passwordHash', { passwordHash: 'x' }],
    ['emailVerifiedAt', { emailVerifiedAt: null }],
    ['createdAt', { createdAt: '2020-01-01T00:00:00Z' }],
    ['a null name', { fullName: null }],
    ['a name of two lines', { fullName: 'Aino\r\nBcc: all@people.example' }],
    ['a zone that is none', { timeZone: '+02:00' }],
    ['a list', [{ fullName: 'Aino' }]],
  ])('cannot be changed beyond that: %s', async (_, body) => {
    const person = await anAccount(oasis);
    const row = () => oasis.database.read(`select to_jsonb(p) as row from person p where id = $1`, [person.id]);
    const before = await row();
    expectProblem(await (await as(person))('patch', '/me').send(body), 400, 'malformed');
    expect(await row()).toEqual(before);
  });

  it('changes the password with the present one; other sessions end, this one stays', async () => {
    const person = await anAccount(oasis);
    const [call, other] = [await as(person), await as(person)];
    const change = (currentPassword: string, wanted: string) =>
      call('put', '/me/password').send({ currentPassword, password: wanted });
    const refused = expectProblem(await change('not-the-password', 'Imatrankoski-5'), 422, 'refused');
    expect(refused['refusals']).toEqual([expect.objectContaining({ code: 'current_password' })]);
    expectProblem(await change(password, 'salasana123'), 422, 'refused');
    await change(password, 'Imatrankoski-5').expect(204);
    await call('get', '/me').expect(200);
    expectProblem(await other('get', '/me'), 401, 'unauthenticated');
    expect(await audited(person.id)).toContain('person.change_password');
  });

  it('exports what the parts of the house keep, without secrets', async () => {
    const person = await anAccount(oasis, { roles: [{ role: 'entrepreneur', siteId: here }] });
    await as(await anAccount(oasis));
    const records = oasis.get(PersonalRecords);
    records.add({ name: 'test', read: (personId) => Promise.resolve([{ personId }]) });
    const answer = await (await as(person))('get', '/me/export').expect(200);
    expect(answer.body).toMatchObject({
      exportedAt: '2027-03-02T06:00:00Z',
      person: { id: person.id, email: person.email },
      roles: [{ role: 'entrepreneur', siteId: here }],
      sessions: [{ createdAt: '2027-03-02T06:00:00Z', endedAt: null }],
      erasureRequests: [],
      test: [{ personId: person.id }],
    });
    expect(answer.text).not.toMatch(/argon2|hash/i);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(() => records.add({ name: 'person', read: () => Promise.resolve() })).toThrow('two sections');
  });

  it('asks once to be erased, answered within a month', async () => {
    const person = await anAccount(oasis);
    const call = await as(person);
    const ask = (key: string) => call('post', '/me/erasure-requests').set('idempotency-key', key);
    const answers = await Promise.all(['one', 'two', 'three', 'four'].map((key) => ask(key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const made = answers.find(({ status }) => status === 201);
    expect(made?.body).toMatchObject({ requestedAt: '2027-03-02T06:00:00Z', dueOn: '2027-04-02', answeredAt: null });
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectProblem(answer, 409, 'one_open_erasure_request');
    }
    const key = ['one', 'two', 'three', 'four'][answers.findIndex(({ status }) => status === 201)] ?? '';
    expect((await ask(key).expect(201)).body).toEqual(made?.body);
    const list = await call('get', '/me/erasure-requests').expect(200);
    expect(list.body).toEqual({ items: [made?.body], next: null });
  });
});

describe('role grants', () => {
  it('are given by administrators, effective at once, and taken back', async () => {
    const call = await as(await administrator());
    const person = await anAccount(oasis);
    const asPerson = await as(person);
    expectProblem(await asPerson('get', '/role-grants'), 403, 'role_required');

    const answer = await call('post', '/role-grants').send({ email: person.email, role: 'manager', siteId: here });
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    expect(answer.headers['location']).toBe(`/api/v1/role-grants/${id}`);
    expect(answer.body).toMatchObject({ role: 'manager', siteId: here, person: { id: person.id }, endsAt: null });
    await asPerson('get', '/role-grants').expect(200);

    const again = await call('post', '/role-grants').send({ email: person.email, role: 'manager', siteId: here });
    expectProblem(again, 409, 'role_grant_once');
    await call('delete', `/role-grants/${id}`).expect(204);
    expectProblem(await call('delete', `/role-grants/${id}`), 404, 'missing');
    expectProblem(await asPerson('get', '/role-grants'), 403, 'role_required');
    expect(await audited(person.id)).toEqual(['session.open', 'role.grant', 'role.revoke']);
  });

  it('may have an end, after which the role can be given again', async () => {
    const call = await as(await administrator());
    const person = await anAccount(oasis);
    const asPerson = await as(person);
    const give = (endsAt?: string) =>
      call('post', '/role-grants').send({ email: person.email, role: 'manager', siteId: here, endsAt });
    expectProblem(await give('2027-03-02T05:59:00Z'), 400, 'malformed');
    await give('2027-03-02T08:05:00+02:00').expect(201);
    await asPerson('get', '/role-grants').expect(200);
    oasis.clock.advance(5);
    expectProblem(await asPerson('get', '/role-grants'), 403, 'role_required');
    await give().expect(201);
    await asPerson('get', '/role-grants').expect(200);
    oasis.clock.advance(-5);
  });

  it('are given by a manager at the own site only, and only the everyday ones', async () => {
    const call = await as(await manager(here));
    const person = await anAccount(oasis);
    const give = (role: string, siteId: string | null) =>
      call('post', '/role-grants').send({ email: person.email, role, siteId });
    const { id } = (await give('coach', here).expect(201)).body as { id: string };
    expectProblem(await give('coach', elsewhere), 403, 'may_grant_role');
    expectProblem(await give('manager', here), 403, 'may_grant_role');
    expectProblem(await give('administrator', null), 403, 'may_grant_role');
    expectProblem(await give('administrator', here), 400, 'malformed');
    expectProblem(await give('coach', null), 400, 'malformed');

    const far = await as(await manager(elsewhere));
    expectProblem(await far('get', `/role-grants/${id}`), 404, 'missing');
    expectProblem(await far('delete', `/role-grants/${id}`), 404, 'missing');
    const own = await call('get', '/role-grants').expect(200);
    for (const { siteId } of (own.body as { items: { siteId: string }[] }).items) expect(siteId).toBe(here);
    const [colleague] = await oasis.database.read<{ id: string }>(
      `select id from role_grant where site_id = $1 and role = 'manager' limit 1`,
      [here],
    );
    expectProblem(await call('delete', `/role-grants/${colleague?.id}`), 403, 'may_grant_role');
    await call('delete', `/role-grants/${id}`).expect(204);
  });

  it('need a person and a site that exist', async () => {
    const call = await as(await administrator());
    const person = await anAccount(oasis);
    const give = (email: string, siteId: string) => call('post', '/role-grants').send({ email, role: 'coach', siteId });
    expectProblem(await give('nobody@people.example', here), 404, 'missing');
    expectProblem(await give(person.email, newId()), 404, 'missing');
  });

  it('are made once for one Idempotency-Key', async () => {
    const call = await as(await administrator());
    const person = await anAccount(oasis);
    const give = () =>
      call('post', '/role-grants')
        .set('idempotency-key', person.id)
        .send({ email: person.email, role: 'observer', siteId: here });
    const answers = await Promise.all(Array.from({ length: 10 }, give));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('are listed page by page', async () => {
    const call = await as(await administrator());
    const site = (await aSite(oasis.database)).id;
    for (let i = 0; i < 5; i++) {
      const { email } = await anAccount(oasis);
      await call('post', '/role-grants').send({ email, role: 'entrepreneur', siteId: site }).expect(201);
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const from: string = next === '' ? '' : `&cursor=${next}`;
      const page = await call('get', `/role-grants?siteId=${site}&role=entrepreneur&limit=2${from}`).expect(200);
      const body = page.body as { items: { id: string }[]; next: string | null };
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(5);
    for (const key of [['x'], ['x', 'y'], [], {}, [null], ['\u0000']]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      expectProblem(await call('get', `/role-grants?cursor=${cursor}`), 400, 'malformed');
    }
    const odd = Buffer.from(JSON.stringify(['\u0000', '\u0000'])).toString('base64url');
    expectProblem(await call('get', `/people?cursor=${odd}`), 400, 'malformed');
  });
});

describe('people', () => {
  it('are listed for administrators only', async () => {
    const call = await as(await administrator());
    const { id, email } = await anAccount(oasis, { fullName: 'Bertta Ünique-Name' });
    const found = await call('get', `/people?search=${encodeURIComponent('ünique-n')}`).expect(200);
    expect(found.body).toMatchObject({ items: [{ id, email, status: 'active', emailVerified: true }], next: null });
    await call('get', `/people/${id}`).expect(200);
    const first = (await call('get', '/people?limit=2').expect(200)).body as { items: { id: string }[]; next: string };
    const second = (await call('get', `/people?limit=2&cursor=${first.next}`).expect(200)).body as typeof first;
    expect(new Set([...first.items, ...second.items].map((person) => person.id)).size).toBe(4);

    const stranger = await as(await manager(here));
    expectProblem(await stranger('get', '/people'), 403, 'role_required');
    expectProblem(await stranger('get', `/people/${id}`), 403, 'role_required');
    expectProblem(await stranger('post', `/people/${id}/disable`), 403, 'role_required');
    expectProblem(await call('post', `/people/${newId()}/disable`), 404, 'missing');
    expectProblem(await call('post', '/people/1/disable'), 400, 'malformed');
  });

  it('always have an administrator, even when two remove each other at once', async () => {
    await oasis.database.read(`delete from role_grant where role = 'administrator'`);
    const [one, two] = [await administrator(), await administrator()];
    const [asOne, asTwo] = [await as(one), await as(two)];
    const answers = await Promise.all([
      asOne('post', `/people/${two.id}/disable`),
      asTwo('post', `/people/${one.id}/disable`),
    ]);
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 200);
    // The one who came second was refused by the law, or was out already when the guard looked.
    expect([401, 409]).toContain(refused?.status);

    const left = answers[0]?.status === 200 ? one : two;
    const call = await as(left);
    expectProblem(await call('post', `/people/${left.id}/disable`), 409, 'last_administrator');
    const [grant] = await oasis.database.read<{ id: string }>(`select id from role_grant where person_id = $1`, [
      left.id,
    ]);
    expectProblem(await call('delete', `/role-grants/${grant?.id}`), 409, 'last_administrator');
    await call('get', '/people').expect(200);
  });
});
