import { newId } from '../../src/kernel/id';
import { anAccount, cookiesOf, linkFor, password, signIn } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

const auth = (path: string) => oasis.http.post(`/api/v1/auth/${path}`);
const me = (token: string) => oasis.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);
const newcomer = (): {
  email: string;
  password: string;
  fullName: string;
  locale: string;
  acceptPrivacyNotice: true;
} => ({
  email: `${newId()}@new.example`,
  password: 'Vuoksi-virtaa-42',
  fullName: 'Väinö Uusi',
  locale: 'fi',
  acceptPrivacyNotice: true,
});

describe('registering', () => {
  it('lets somebody in after the mailed link was used, and not before', async () => {
    const person = newcomer();
    await auth('register').send(person).expect(202, '');
    const { email, password } = person;
    expectProblem(await auth('sign-in').send({ email, password }), 403, 'email_unverified');

    const token = await linkFor(oasis, email, 'verify_email');
    await auth('verify-email').send({ token }).expect(204);
    const answer = await auth('sign-in').send({ email, password }).expect(200);
    expect(answer.body).toEqual({
      accessToken: expect.any(String),
      expiresIn: 600,
      person: {
        id: expect.any(String),
        email,
        fullName: 'Väinö Uusi',
        locale: 'fi',
        timeZone: null,
        version: 1,
        roles: [],
      },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('uses a link once, for its purpose and for a day only', async () => {
    const person = newcomer();
    await auth('register').send(person).expect(202);
    const token = (await linkFor(oasis, person.email, 'verify_email')) ?? '';
    const tampered = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
    expectProblem(await auth('verify-email').send({ token: tampered }), 422, 'refused');
    expectProblem(await auth('reset-password').send({ token, password: 'Another-word-9' }), 422, 'refused');

    const start = oasis.clock.now();
    oasis.clock.advance(24 * 60 + 1);
    expectProblem(await auth('verify-email').send({ token }), 422, 'refused');
    oasis.clock.set(start);
    const answers = await Promise.all(Array.from({ length: 8 }, () => auth('verify-email').send({ token })));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(7);
  });

  it('tells the owner, not the caller, that an address is known, and changes nothing', async () => {
    const owner = await anAccount(oasis);
    const stranger = { ...newcomer(), email: owner.email.toUpperCase() };
    await auth('register').send(stranger).expect(202, '');
    expect(await linkFor(oasis, owner.email, 'already_registered')).toBeDefined();
    expect(await linkFor(oasis, owner.email, 'verify_email')).toBeUndefined();
    await auth('sign-in').send({ email: owner.email, password }).expect(200);
    expectProblem(
      await auth('sign-in').send({ email: owner.email, password: stranger.password }),
      401,
      'invalid_credentials',
    );
  });

  it('keeps no password of whoever typed the address before its owner', async () => {
    const owner = newcomer();
    await auth('register')
      .send({ ...owner, password: 'planted-by-another' })
      .expect(202);
    const planted = await linkFor(oasis, owner.email, 'verify_email');
    await auth('register').send(owner).expect(202);
    expectProblem(await auth('verify-email').send({ token: planted }), 422, 'refused');
    await auth('verify-email')
      .send({ token: await linkFor(oasis, owner.email, 'verify_email') })
      .expect(204);
    const { email } = owner;
    expectProblem(await auth('sign-in').send({ email, password: 'planted-by-another' }), 401, 'invalid_credentials');
    await auth('sign-in').send({ email, password: owner.password }).expect(200);
  });

  it('mails an address three times an hour at most, whoever asks', async () => {
    const { email, ...rest } = newcomer();
    for (let i = 0; i < 5; i++)
      await auth('register')
        .send({ email, ...rest })
        .expect(202);
    for (let i = 0; i < 3; i++) await auth('sign-in').send({ email, password: rest.password }).expect(403);
    const mails = () =>
      oasis.database.read(`select 1 from one_time_token t join person p on p.id = t.person_id where p.email = $1`, [
        email,
      ]);
    expect(await mails()).toHaveLength(3);
    oasis.clock.advance(61);
    await auth('sign-in').send({ email, password: rest.password }).expect(403);
    expect(await mails()).toHaveLength(4);
  });

  it.each([
    ['weak_password', 'salasana123', 422],
    ['own name', 'Väinö Uusi', 422],
    ['too short', 'short', 400],
    ['too long', 'x'.repeat(129), 400],
  ])('refuses a password: %s', async (_, chosen, status) => {
    const answer = await auth('register').send({ ...newcomer(), password: chosen });
    const body = expectProblem(answer, status, status === 422 ? 'refused' : 'malformed');
    if (status === 422) expect(body['refusals']).toEqual([expect.objectContaining({ code: 'weak_password' })]);
  });

  it.each([
    ['role', { role: 'administrator' }],
    ['roles', { roles: [{ role: 'administrator', siteId: null }] }],
    ['id', { id: newId() }],
    ['status', { status: 'active' }],
    ['emailVerifiedAt', { emailVerifiedAt: '2026-01-01T00:00:00Z' }],
    ['createdAt', { createdAt: '2026-01-01T00:00:00Z' }],
    ['constructor', { constructor: { prototype: { isAdmin: true } } }],
    ['prototype', { prototype: { isAdmin: true } }],
    ['no privacy notice', { acceptPrivacyNotice: false }],
    ['a list for a text', { fullName: ['Väinö'] }],
    ['an unknown language', { locale: 'tlh' }],
  ])('takes nothing beyond the form: %s', async (_, extra) => {
    const person = newcomer();
    expectProblem(await auth('register').send({ ...person, ...extra }), 400, 'malformed');
    expect(await oasis.database.read(`select 1 from person where email = $1`, [person.email])).toHaveLength(0);
  });

  it.each(['\uD800@new.example', 'a\u0000b@new.example', '\uDC00', 'a@\uD800.example'])(
    'takes no address with half a character or a control in it (%j)',
    async (email) => {
      expectProblem(await auth('register').send({ ...newcomer(), email }), 400, 'malformed');
      expectProblem(await auth('forgot-password').send({ email }), 400, 'malformed');
    },
  );

  it.each([
    ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['lists in a member', `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['objects, with a key', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
    [
      'ten thousand members',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 0]))),
    ],
  ])('refuses a body of a shape that nobody needs: %s', async (_, body) => {
    const answer = await auth('register')
      .set('content-type', 'application/json')
      .set('idempotency-key', 'x')
      .send(body);
    expect(expectProblem(answer, 400, 'malformed')['errors']).toHaveLength(1);
  });

  it('names a hundred flaws of a request at most', async () => {
    const unheard = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`k${i}`, 0]));
    expect(expectProblem(await auth('register').send(unheard), 400, 'malformed')['errors']).toHaveLength(100);
  });

  it('is not polluted by __proto__', async () => {
    const person = newcomer();
    const body = JSON.stringify(person).replace('{', '{"__proto__":{"isAdministrator":true},');
    expectProblem(await auth('register').set('content-type', 'application/json').send(body), 400, 'malformed');
    expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
  });
});

describe('signing in', () => {
  it('makes a new session each time and ends the one the browser held', async () => {
    const person = await anAccount(oasis);
    const first = await signIn(oasis, person);
    const planted = first.cookies['oasis-refresh'] ?? '';
    const second = await auth('sign-in')
      .set('cookie', `oasis-refresh=${planted}`)
      .send({ email: person.email, password })
      .expect(200);
    expect(cookiesOf(second)['oasis-refresh']).not.toBe(planted);
    expectProblem(await me(first.accessToken), 401, 'unauthenticated');
    expectProblem(await auth('refresh').set('cookie', `oasis-refresh=${planted}`), 401, 'unauthenticated');
    await me((second.body as { accessToken: string }).accessToken).expect(200);
  });

  it('never takes over a token that the caller chose', async () => {
    const person = await anAccount(oasis);
    const chosen = 'A'.repeat(43);
    const answer = await auth('sign-in')
      .set('cookie', `oasis-refresh=${chosen}; oasis-device=${chosen}`)
      .send({ email: person.email, password })
      .expect(200);
    expect(Object.values(cookiesOf(answer))).not.toContain(chosen);
  });

  it('hands its tokens over in cookies that scripts and other sites do not reach', async () => {
    const person = await anAccount(oasis);
    const answer = await auth('sign-in').send({ email: person.email, password });
    for (const line of answer.headers['set-cookie'] as unknown as string[]) {
      expect(line).toMatch(/; Path=\//);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Strict/);
      expect(line).not.toMatch(/Domain/i);
    }
    const stored = await oasis.database.read<{ text: string }>(
      `select row_to_json(t)::text as text from refresh_token t union all select row_to_json(d)::text from known_device d`,
    );
    for (const token of Object.values(cookiesOf(answer))) {
      expect(stored.some(({ text }) => text.includes(token) || text.includes(Buffer.from(token).toString('hex')))).toBe(
        false,
      );
    }
  });

  it('binds its cookies to the host over https', async () => {
    const secure = await startOasis({ config: { publicUrl: 'https://oasis.example' } });
    try {
      const { email } = await anAccount(secure);
      const answer = await secure.http.post('/api/v1/auth/sign-in').send({ email, password }).expect(200);
      const lines = answer.headers['set-cookie'] as unknown as string[];
      expect(lines.map((line) => line.split('=')[0])).toEqual(['__Host-oasis-refresh', '__Host-oasis-device']);
      for (const line of lines) expect(line).toMatch(/; Secure/);
      const kept = `__Host-oasis-refresh=${cookiesOf(answer)['__Host-oasis-refresh']}`;
      const plain = kept.replace('__Host-', '');
      expectProblem(await secure.http.post('/api/v1/auth/refresh').set('cookie', plain), 401, 'unauthenticated');
      await secure.http
        .post('/api/v1/auth/refresh')
        .set('cookie', kept)
        .set('origin', 'https://oasis.example')
        .expect(200);
    } finally {
      await secure.stop();
    }
  });

  it.each([
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('and refreshing and signing out are refused to a foreign page (%s: %s)', async (header, value) => {
    const person = await anAccount(oasis);
    const { cookies, accessToken } = await signIn(oasis, person);
    const cookie = `oasis-refresh=${cookies['oasis-refresh']}`;
    for (const path of ['refresh', 'sign-out']) {
      expectProblem(await auth(path).set('cookie', cookie).set(header, value), 403, 'own_origin');
    }
    const signInFromThere = await auth('sign-in').set(header, value).send({ email: person.email, password });
    expectProblem(signInFromThere, 403, 'own_origin');
    await me(accessToken).expect(200);
  });

  it.each([
    ['origin', 'http://localhost:3000'],
    ['sec-fetch-site', 'same-origin'],
    ['sec-fetch-site', 'none'],
  ])('are granted to our own pages (%s: %s)', async (header, value) => {
    const person = await anAccount(oasis);
    const { cookies } = await signIn(oasis, person);
    await auth('refresh').set('cookie', `oasis-refresh=${cookies['oasis-refresh']}`).set(header, value).expect(200);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the mailed link; every session ends and the owner is not locked out', async () => {
    const person = await anAccount(oasis);
    const before = await signIn(oasis, person);
    for (let i = 0; i < 10; i++)
      await auth('sign-in').send({ email: person.email, password: 'wrong-guess' }).expect(401);
    expectProblem(await auth('sign-in').send({ email: person.email, password }), 429, 'too_many_requests');

    await auth('forgot-password').send({ email: person.email }).expect(202, '');
    const token = await linkFor(oasis, person.email, 'reset_password');
    expectProblem(await auth('reset-password').send({ token, password: 'salasana123' }), 422, 'refused');
    const browser = oasis.browser();
    await browser.post('/api/v1/auth/reset-password').send({ token, password: 'Imatrankoski-5' }).expect(204);
    expectProblem(await auth('reset-password').send({ token, password: 'Imatrankoski-6' }), 422, 'refused');

    expectProblem(await me(before.accessToken), 401, 'unauthenticated');
    const refresh = await auth('refresh').set('cookie', `oasis-refresh=${before.cookies['oasis-refresh']}`);
    expectProblem(refresh, 401, 'unauthenticated');
    const old = await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password });
    expectProblem(old, 401, 'invalid_credentials');
    await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password: 'Imatrankoski-5' }).expect(200);
  });

  it('is asked for three times an hour at most, and only the newest link works', async () => {
    const person = await anAccount(oasis);
    const links = new Set<string | undefined>();
    for (let i = 0; i < 5; i++) {
      await auth('forgot-password').send({ email: person.email }).expect(202);
      links.add(await linkFor(oasis, person.email, 'reset_password'));
    }
    expect(links.size).toBe(3);
    const [first] = links;
    const used = await auth('reset-password').send({ token: first, password: 'Imatrankoski-5' });
    expectProblem(used, 422, 'refused');
  });

  it('works for an hour', async () => {
    const person = await anAccount(oasis);
    await auth('forgot-password').send({ email: person.email }).expect(202);
    const token = await linkFor(oasis, person.email, 'reset_password');
    oasis.clock.advance(61);
    expectProblem(await auth('reset-password').send({ token, password: 'Imatrankoski-5' }), 422, 'refused');
  });

  it('does not open a session that was being opened with the old password', async () => {
    const person = await anAccount(oasis);
    await auth('forgot-password').send({ email: person.email }).expect(202);
    const token = await linkFor(oasis, person.email, 'reset_password');
    const [reset, ...entries] = await Promise.all([
      auth('reset-password').send({ token, password: 'Imatrankoski-5' }),
      ...Array.from({ length: 6 }, () => auth('sign-in').send({ email: person.email, password })),
    ]);
    expect(reset.status).toBe(204);
    for (const { body } of entries as { body: { accessToken?: string } }[]) {
      if (body.accessToken) expectProblem(await me(body.accessToken), 401, 'unauthenticated');
    }
  });
});
