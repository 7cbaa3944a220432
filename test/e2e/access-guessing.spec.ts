import argon2 from '@node-rs/argon2';
import pg from 'pg';
import { newId } from '../../src/kernel/id';
import { Doorbell } from '../../src/platform/queue/doorbell';
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

  it('after the same statements and the same hashing, whoever it is', async () => {
    const form = { password: 'Vuoksi-virtaa-42', fullName: 'Aino', locale: 'en', acceptPrivacyNotice: true };
    const doors = { 'sign-in': { password: 'not-the-password' }, register: form, 'forgot-password': {} };
    const [known, unverified, closed] = [await anAccount(oasis), await anAccount(oasis), await anAccount(oasis)];
    await oasis.database.read(`update person set email_verified_at = null where id = $1`, [unverified.id]);
    await oasis.database.read(`update person set status = 'disabled' where id = $1`, [closed.id]);
    const sent = jest.spyOn(pg.Client.prototype, 'query');
    const compared = jest.spyOn(argon2, 'verify');
    const hashed = jest.spyOn(argon2, 'hash');
    const rung = jest.spyOn(oasis.get(Doorbell), 'ring').mockReturnValue();
    const spies = [sent, compared, hashed, rung];
    const workFor = async (door: string, email: string, more: object) => {
      for (const spy of spies) spy.mockClear();
      await oasis.http.post(`/api/v1/auth/${door}`).send({ email, ...more });
      const statements = sent.mock.calls
        .map(([query]: [string | pg.QueryConfig, ...unknown[]]) => (typeof query === 'string' ? query : query.text))
        // What an earlier bell has set going is BullMQ's.
        .filter((sql) => !/^\s*--|"bullmq"/.test(sql));
      // What a hash costs stands before its salt.
      const costs = compared.mock.calls.map(([kept]) => String(kept).split('$', 4).join('$'));
      return { statements, costs, hashes: hashed.mock.calls.length, bells: rung.mock.calls.length };
    };
    for (const [door, more] of Object.entries(doors)) {
      const strangers = await workFor(door, unknown().email, more);
      expect(strangers).toMatchObject({
        costs: door === 'sign-in' ? ['$argon2id$v=19$m=19456,t=2,p=1'] : [],
        hashes: door === 'register' ? 1 : 0,
        bells: door === 'sign-in' ? 0 : 1,
      });
      expect(strangers.statements.filter((sql) => sql === 'commit')).toHaveLength(1);
      for (const { email } of [known, unverified, closed]) expect(await workFor(door, email, more)).toEqual(strangers);
    }
    for (const spy of spies) spy.mockRestore();
  });
});
