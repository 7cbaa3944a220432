import { SignJWT } from 'jose';
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { newId } from '../../src/kernel/id';
import { Secrets } from '../../src/platform/secrets';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let person: TestAccount;
let sessionId: string;
let good: string;

beforeAll(async () => {
  oasis = await startOasis();
  person = await anAccount(oasis);
  good = (await signIn(oasis, person)).accessToken;
  sessionId = (payloadOf(good) as { sid: string }).sid;
});
afterAll(() => oasis.stop());

const me = (token: string) => oasis.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);
const payloadOf = (token: string): object => parse(token.split('.')[1] ?? '');
const parse = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
const written = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const seconds = (): number => Math.floor(oasis.clock.now().getTime() / 1000);
const key = () => new Secrets(oasis.config).keys('access-token')[0];

/** A token like ours but for what is said; members set to undefined are left out. */
function token(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  secret: Buffer = key().bytes,
  hash = 'sha256',
): string {
  const now = seconds();
  const head = { alg: 'HS256', typ: 'at+jwt', kid: key().id, ...header };
  const body = {
    iss: oasis.config.publicUrl,
    aud: `${oasis.config.publicUrl}/api`,
    sub: person.id,
    sid: sessionId,
    jti: randomUUID(),
    iat: now,
    nbf: now,
    exp: now + 600,
    ...claims,
  };
  const said = `${written(head)}.${written(body)}`;
  return `${said}.${createHmac(hash, secret).update(said).digest('base64url')}`;
}

describe('an access token', () => {
  it('opens when everything about it is right, whoever wrote it down', async () => {
    await me(good).expect(200);
    await me(token()).expect(200);
  });

  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['no token at all', () => 'a.b.c'],
    ['alg none, unsigned', () => `${written({ alg: 'none', typ: 'at+jwt' })}.${good.split('.')[1]}.`],
    [
      'alg none, old signature',
      () => `${written({ alg: 'none', typ: 'at+jwt' })}.${good.split('.').slice(1).join('.')}`,
    ],
    ['HS512 with the right key', () => token({}, { alg: 'HS512' }, undefined, 'sha512')],
    ['HS384 with the right key', () => token({}, { alg: 'HS384' }, undefined, 'sha384')],
    ['HS256 claimed, HS512 made', () => token({}, {}, undefined, 'sha512')],
    ['RS256 claimed, HMAC made', () => token({}, { alg: 'RS256' })],
    ['another key', () => token({}, {}, Buffer.alloc(32, 7))],
    ['the bare secret of the configuration as key', () => token({}, {}, Buffer.from(oasis.config.jwtSecret))],
    ['the key of another purpose', () => token({}, {}, new Secrets(oasis.config).keys('mailed-link')[0].bytes)],
    ['a weak key', () => token({}, {}, Buffer.from('test'))],
    ['an empty key', () => token({}, {}, Buffer.alloc(0))],
    ['no kid', () => token({}, { kid: undefined })],
    ['an unknown kid', () => token({}, { kid: 'somebody' })],
    ['a kid that climbs', () => token({}, { kid: '../../../../dev/null' }, Buffer.alloc(0))],
    ['a kid of the prototype', () => token({}, { kid: 'constructor' })],
    ['a kid that is SQL', () => token({}, { kid: "' or '1'='1" })],
    ['a kid that is an object', () => token({}, { kid: { id: key().id } })],
    [
      'a key of its own (jwk)',
      () =>
        token(
          {},
          { jwk: { kty: 'oct', k: Buffer.from('own').toString('base64url') }, kid: undefined },
          Buffer.from('own'),
        ),
    ],
    ['an unknown critical header', () => token({}, { crit: ['b65'], b65: true })],
    ['an empty critical header', () => token({}, { crit: [] })],
    ['an unencoded payload (b64)', () => token({}, { crit: ['b64'], b64: false })],
    ['type JWT', () => token({}, { typ: 'JWT' })],
    ['no type', () => token({}, { typ: undefined })],
    ['type of a refresh token', () => token({}, { typ: 'rt+jwt' })],
    ['another issuer', () => token({ iss: 'https://elsewhere.example' })],
    ['no issuer', () => token({ iss: undefined })],
    ['another audience', () => token({ aud: 'https://elsewhere.example/api' })],
    ['no audience', () => token({ aud: undefined })],
    ['an expired one', () => token({ iat: seconds() - 620, nbf: seconds() - 620, exp: seconds() - 20 })],
    ['no exp', () => token({ exp: undefined })],
    ['exp as a text', () => token({ exp: String(seconds() + 600) })],
    ['one from the future (nbf)', () => token({ nbf: seconds() + 60 })],
    ['one from the future (iat)', () => token({ iat: seconds() + 60 })],
    ['no nbf', () => token({ nbf: undefined })],
    ['no iat', () => token({ iat: undefined })],
    [
      'one that lives for a year',
      () => token({ iat: seconds() - 3600, nbf: seconds() - 3600, exp: seconds() + 31_536_000 }),
    ],
    ['no subject', () => token({ sub: undefined })],
    ['another subject than the session has', () => token({ sub: newId() })],
    ['a subject that is no id', () => token({ sub: 'admin' })],
    ['a subject that is a list', () => token({ sub: [person.id] })],
    ['no session', () => token({ sid: undefined })],
    ['an unknown session', () => token({ sid: newId() })],
    ['a session that is no id', () => token({ sid: "' or true --" })],
    ['no jti', () => token({ jti: undefined })],
    ['a cut signature', () => good.slice(0, -4)],
    ['no signature', () => `${good.split('.').slice(0, 2).join('.')}.`],
    [
      'a tampered subject',
      () => {
        const [head, , mac] = good.split('.');
        return `${head}.${written({ ...payloadOf(good), sub: newId() })}.${mac}`;
      },
    ],
    [
      'a tampered role',
      () => {
        const [head, , mac] = good.split('.');
        return `${head}.${written({ ...payloadOf(good), roles: ['administrator'] })}.${mac}`;
      },
    ],
    ['a very long one', () => `${good}${'A'.repeat(8000)}`],
  ])('is refused: %s', async (_, made) => {
    const answer = await me(made());
    expectProblem(answer, 401, 'unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('is refused: signed with a public key pair', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const made = await new SignJWT(payloadOf(good) as never)
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key().id })
      .sign(privateKey);
    expectProblem(await me(made), 401, 'unauthenticated');
  });

  it('is refused: the refresh token and the device token', async () => {
    const { cookies } = await signIn(oasis, person);
    for (const value of Object.values(cookies)) {
      expectProblem(await me(value), 401, 'unauthenticated');
      expectProblem(await me(`${value}.${value}.${value}`), 401, 'unauthenticated');
    }
  });

  it('is read from the Authorization header only', async () => {
    expectProblem(await oasis.http.get(`/api/v1/me?access_token=${good}`), 401, 'unauthenticated');
    expectProblem(await oasis.http.get('/api/v1/me').set('cookie', `access_token=${good}`), 401, 'unauthenticated');
    expectProblem(await oasis.http.get('/api/v1/me').set('authorization', `Basic ${good}`), 401, 'unauthenticated');
    await oasis.http.get('/api/v1/me').set('authorization', `bearer ${good}`).expect(200);
  });

  it('says nothing of roles', async () => {
    const administrator = await anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
    const { accessToken } = await signIn(oasis, administrator);
    expect(Object.keys(payloadOf(accessToken)).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'nbf',
      'sid',
      'sub',
    ]);
  });

  it('is good for ten minutes, also when it has been seen before', async () => {
    const start = oasis.clock.now();
    const { accessToken } = await signIn(oasis, person);
    await me(accessToken).expect(200);
    oasis.clock.advance(9);
    await me(accessToken).expect(200);
    oasis.clock.advance(1.2);
    expectProblem(await me(accessToken), 401, 'unauthenticated');
    oasis.clock.set(start);
  });
});

describe('what has changed counts on the next request', () => {
  it('an ended session', async () => {
    const { accessToken, cookies } = await signIn(oasis, person);
    await me(accessToken).expect(200);
    await oasis.http
      .post('/api/v1/auth/sign-out')
      .set('cookie', `oasis-refresh=${cookies['oasis-refresh']}`)
      .expect(204);
    expectProblem(await me(accessToken), 401, 'unauthenticated');
  });

  it('a disabled person, who stays out with the old tokens when enabled again', async () => {
    const administrator = await anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
    const asAdministrator = `Bearer ${(await signIn(oasis, administrator)).accessToken}`;
    const somebody = await anAccount(oasis);
    const { accessToken, cookies } = await signIn(oasis, somebody);
    await me(accessToken).expect(200);

    const turn = (verb: string) =>
      oasis.http.post(`/api/v1/people/${somebody.id}/${verb}`).set('authorization', asAdministrator);
    const answer = await turn('disable').expect(200);
    expect(answer.body).toMatchObject({ id: somebody.id, status: 'disabled' });
    expectProblem(await me(accessToken), 401, 'unauthenticated');
    expectProblem(
      await oasis.http.post('/api/v1/auth/refresh').set('cookie', `oasis-refresh=${cookies['oasis-refresh']}`),
      401,
      'unauthenticated',
    );
    await expect(signIn(oasis, somebody)).rejects.toThrow('invalid_credentials');
    expectProblem(await turn('disable'), 409, 'person_active');

    await turn('enable').expect(200);
    expectProblem(await me(accessToken), 401, 'unauthenticated');
    await me((await signIn(oasis, somebody)).accessToken).expect(200);
  });

  it('a closed account whose session was left open', async () => {
    const somebody = await anAccount(oasis);
    const { accessToken, cookies } = await signIn(oasis, somebody);
    await me(accessToken).expect(200);
    await oasis.database.read(`update person set status = 'disabled' where id = $1`, [somebody.id]);
    expectProblem(await me(accessToken), 401, 'unauthenticated');
    const refresh = await oasis.http
      .post('/api/v1/auth/refresh')
      .set('cookie', `oasis-refresh=${cookies['oasis-refresh']}`);
    expectProblem(refresh, 401, 'unauthenticated');
  });

  it('a lost role and a role that has ended', async () => {
    const site = await aSite(oasis.database);
    const manager = await anAccount(oasis, { roles: [{ role: 'manager', siteId: site.id }] });
    const { accessToken } = await signIn(oasis, manager);
    const grants = () => oasis.http.get('/api/v1/role-grants').set('authorization', `Bearer ${accessToken}`);
    await grants().expect(200);
    await oasis.database.read(`update role_grant set ends_at = $2 where person_id = $1`, [
      manager.id,
      oasis.clock.now(),
    ]);
    expectProblem(await grants(), 403, 'role_required');
    await oasis.database.read(`update role_grant set ends_at = null where person_id = $1`, [manager.id]);
    await grants().expect(200);
    await oasis.database.read(`delete from role_grant where person_id = $1`, [manager.id]);
    expectProblem(await grants(), 403, 'role_required');
  });
});

describe('after the secret was changed', () => {
  it('tokens of the one before are still good, and of no other', async () => {
    const next = { ...oasis.config, jwtSecret: 'the-next-secret-0123456789-abcdefghijklmnop' };
    const changed = await startOasis({
      config: { jwtSecret: next.jwtSecret, jwtSecretPrevious: oasis.config.jwtSecret },
    });
    try {
      const somebody = await anAccount(changed);
      const { accessToken } = await signIn(changed, somebody);
      const { sid } = payloadOf(accessToken) as { sid: string };
      const open = (made: string) => changed.http.get('/api/v1/me').set('authorization', `Bearer ${made}`);
      await open(token({ sub: somebody.id, sid })).expect(200);
      const before = new Secrets({ jwtSecret: 'a-secret-before-last-0123456789-abcdefghijk' }).keys('access-token')[0];
      expectProblem(
        await open(token({ sub: somebody.id, sid }, { kid: before.id }, before.bytes)),
        401,
        'unauthenticated',
      );
      expect(parse(accessToken.split('.')[0] ?? '')).toMatchObject({
        kid: new Secrets(next).keys('access-token')[0].id,
      });
    } finally {
      await changed.stop();
    }
  });
});
