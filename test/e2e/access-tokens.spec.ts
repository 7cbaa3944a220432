import { Forge, forgeries } from '../../abuse/forgeries.mjs';
import { Secrets } from '../../src/platform/secrets';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let person: TestAccount;
let forge: Forge;
let good: string;

beforeAll(async () => {
  oasis = await startOasis();
  person = await anAccount(oasis);
  good = (await signIn(oasis, person)).accessToken;
  forge = new Forge({
    key: key(),
    otherKey: new Secrets(oasis.config).keys('mailed-link')[0],
    secret: oasis.config.jwtSecret,
    good,
    publicUrl: oasis.config.publicUrl,
    now: () => Math.floor(oasis.clock.now().getTime() / 1000),
  });
});
afterAll(() => oasis.stop());

const me = (token: string) => oasis.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);
const payloadOf = (token: string): object => parse(token.split('.')[1] ?? '');
const parse = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
const key = () => new Secrets(oasis.config).keys('access-token')[0];

describe('an access token', () => {
  it('opens when everything about it is right, whoever wrote it down', async () => {
    await me(good).expect(200);
    await me(forge.token()).expect(200);
  });

  it.each(forgeries)('is refused: %s', async (_, made) => {
    const answer = await me(made(forge));
    expectProblem(answer, 401, 'unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
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
      await open(forge.token({ sub: somebody.id, sid })).expect(200);
      const before = new Secrets({ jwtSecret: 'a-secret-before-last-0123456789-abcdefghijk' }).keys('access-token')[0];
      expectProblem(
        await open(forge.token({ sub: somebody.id, sid }, { kid: before.id }, before.bytes)),
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
