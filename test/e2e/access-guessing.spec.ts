import { newId } from '../../src/kernel/id';
import { anAccount, password, TestAccount } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

const signIn = (email: string, typed: string) =>
  oasis.http.post('/api/v1/auth/sign-in').send({ email, password: typed });
const wrong = (person: { email: string }) => signIn(person.email, 'not-the-password');
const statuses = (answers: { status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status);

/** A browser from which the person has signed in before. */
async function ownBrowser(person: TestAccount) {
  const browser = oasis.browser();
  await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password }).expect(200);
  return (typed: string) => browser.post('/api/v1/auth/sign-in').send({ email: person.email, password: typed });
}

/** How often the account was locked, as the audit trail tells. */
const locks = async (subjectId: string) =>
  oasis.database.read(`select 1 from audit_event where action = 'account.lock' and subject_id = $1`, [subjectId]);

describe('guessing a password', () => {
  it('ends after ten tries in fifteen minutes, with the right one too, and says when to come back', async () => {
    const person = await anAccount(oasis);
    for (let i = 0; i < 10; i++) expectProblem(await wrong(person), 401, 'invalid_credentials');
    const answer = await signIn(person.email, password);
    expectProblem(answer, 429, 'too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBe(15 * 60);
    expect(await locks(person.id)).toHaveLength(1);

    oasis.clock.advance(14);
    expect(Number((await wrong(person)).headers['retry-after'])).toBe(60);
    oasis.clock.advance(1);
    await signIn(person.email, password).expect(200);
  });

  it('lets forty at once have ten tries together', async () => {
    const person = await anAccount(oasis);
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(person)));
    expect(statuses(answers, 401)).toHaveLength(10);
    expect(statuses(answers, 429)).toHaveLength(30);
    expect(await locks(person.id)).toHaveLength(1);
  });

  it('does not hinder twenty right ones at once', async () => {
    const person = await anAccount(oasis);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(person.email, password)));
    expect(statuses(answers, 200)).toHaveLength(20);
  });

  it('does not lock out the owner, whose browser has a counter of its own', async () => {
    const person = await anAccount(oasis);
    const own = await ownBrowser(person);
    for (let i = 0; i < 12; i++) await wrong(person);
    expectProblem(await signIn(person.email, password), 429, 'too_many_requests');
    await own(password).expect(200);

    for (let i = 0; i < 10; i++) await own('not-the-password').expect(401);
    expectProblem(await own(password), 429, 'too_many_requests');
  });

  it('is not helped by a browser that another account knows, nor by headers', async () => {
    const person = await anAccount(oasis);
    const stranger = await anAccount(oasis);
    const browser = oasis.browser();
    await browser.post('/api/v1/auth/sign-in').send({ email: stranger.email, password }).expect(200);
    const guess = (i: number) =>
      browser
        .post('/api/v1/auth/sign-in')
        .set('x-forwarded-for', `203.0.113.${i}`)
        .set('x-real-ip', `203.0.113.${i}`)
        .set('user-agent', `browser ${i}`)
        .send({ email: i % 2 ? person.email.toUpperCase() : ` ${person.email} `, password: 'not-the-password' });
    const answers = [];
    for (let i = 0; i < 15; i++) answers.push(await guess(i));
    expect(statuses(answers, 401)).toHaveLength(10);
    expect(statuses(answers, 429)).toHaveLength(5);
  });

  it('is limited to a hundred an hour over all browsers', async () => {
    const person = await anAccount(oasis);
    const browsers = [];
    for (let i = 0; i < 11; i++) browsers.push(await ownBrowser(person));
    let tried = 0;
    for (const own of browsers)
      for (let i = 0; i < 10; i++) if ((await own('not-the-password')).status === 401) tried++;
    expect(tried).toBe(100);
    oasis.clock.advance(61);
    await signIn(person.email, password).expect(200);
  });

  it('from within a stolen session ends after ten tries as well', async () => {
    const person = await anAccount(oasis);
    const { body } = await signIn(person.email, password).expect(200);
    const change = (currentPassword: string) =>
      oasis.http
        .put('/api/v1/me/password')
        .set('authorization', `Bearer ${(body as { accessToken: string }).accessToken}`)
        .send({ currentPassword, password: 'Imatrankoski-5' });
    for (let i = 0; i < 10; i++) expectProblem(await change('not-the-password'), 422, 'refused');
    expectProblem(await change(password), 429, 'too_many_requests');
    await signIn(person.email, password).expect(200);
  });
});

describe('known and unknown addresses answer alike', () => {
  const unknown = () => ({ email: `${newId()}@people.example` });

  /** Status, body and headers without what differs for every request. */
  function said(answer: { status: number; text: string; headers: Record<string, unknown> }) {
    const {
      date: _date,
      'x-request-id': _id,
      'keep-alive': _alive,
      connection: _connection,
      ...headers
    } = answer.headers;
    return { status: answer.status, headers, text: answer.text.replace(/"requestId":"[^"]*"/, '') };
  }

  it('to a wrong password, and when the account is locked', async () => {
    const known = await anAccount(oasis);
    const nobody = unknown();
    oasis.clock.advance(1);
    for (let i = 0; i < 12; i++) expect(said(await wrong(known))).toEqual(said(await wrong(nobody)));
    expect(said(await signIn(known.email, password))).toEqual(said(await signIn(nobody.email, password)));
    const counted = await oasis.database.read(`select 1 from audit_event where action = 'account.lock' and at = $1`, [
      oasis.clock.now(),
    ]);
    expect(counted).toHaveLength(2);
  });

  it('to a registration and to a forgotten password', async () => {
    const known = await anAccount(oasis);
    const form = { password: 'Vuoksi-virtaa-42', fullName: 'Aino', locale: 'en', acceptPrivacyNotice: true };
    for (const path of ['register', 'forgot-password']) {
      const more = path === 'register' ? form : {};
      const ask = (email: string) => oasis.http.post(`/api/v1/auth/${path}`).send({ email, ...more });
      for (let i = 0; i < 5; i++) expect(said(await ask(known.email))).toEqual(said(await ask(unknown().email)));
    }
  });

  it('to a closed account', async () => {
    const closed = await anAccount(oasis);
    await oasis.database.read(`update person set status = 'disabled' where id = $1`, [closed.id]);
    expect(said(await signIn(closed.email, password))).toEqual(said(await wrong(unknown())));
  });

  const samples = 60;
  it.each<[string, string, Record<string, unknown>]>([
    ['signing in', 'sign-in', { password: 'not-the-password' }],
    [
      'registering',
      'register',
      { password: 'Vuoksi-virtaa-42', fullName: 'Aino', locale: 'en', acceptPrivacyNotice: true },
    ],
    ['asking for a new password', 'forgot-password', {}],
  ])('in the same time: %s', async (what, path, body) => {
    const people: TestAccount[] = [];
    for (let i = 0; i < samples; i++) people.push(await anAccount(oasis));
    const time = async (email: string): Promise<number> => {
      const started = performance.now();
      await oasis.http.post(`/api/v1/auth/${path}`).send({ email, ...body });
      return performance.now() - started;
    };
    const known: number[] = [];
    const strangers: number[] = [];
    await time(unknown().email);
    for (const { email } of people) {
      known.push(await time(email));
      strangers.push(await time(unknown().email));
    }
    const [a, b] = [median(known), median(strangers)];
    process.stdout.write(`${what}: median ${a.toFixed(2)} ms known, ${b.toFixed(2)} ms unknown (${samples} each)\n`);
    expect(Math.abs(a - b)).toBeLessThan(Math.max(5, 0.35 * Math.max(a, b)));
  });
});

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
