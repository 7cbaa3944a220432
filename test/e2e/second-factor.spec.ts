import { EntityManager } from 'typeorm';
import { FactorCodes } from '../../src/access/second-factor/factor-codes';
import { SecondFactorTicks } from '../../src/access/second-factor/second-factor.ticks';
import { Sessions } from '../../src/access/sessions.service';
import { Secrets } from '../../src/platform/secrets';
import { anAccount, AccountOptions, linkFor, password, signIn, TestAccount } from '../support/account';
import { aSite } from '../support/house';
import { whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';
import { challengeFor, codeOf, enrols, fromBase32, signInWith, TestFactor } from '../support/second-factor';

let oasis: Oasis;
let siteId: string;
beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
});
afterAll(() => oasis.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const me = (token: string) => oasis.http.get('/api/v1/me').set(bearer(token));
const ask = (token: string, deed: string, body: object = {}) =>
  oasis.http.post(`/api/v1/me/second-factor/${deed}`).set(bearer(token)).send(body);
const standing = async (token: string) =>
  (await oasis.http.get('/api/v1/me/second-factor').set(bearer(token)).expect(200)).body as Record<string, unknown>;
const show = (challenge: string, code: string) =>
  oasis.http.post('/api/v1/auth/second-factor').send({ challenge, code });
const audited = async (subjectId: string): Promise<string[]> =>
  (
    await oasis.database.read<{ action: string }>(
      `select action from audit_event where subject_id = $1 and action like 'second_factor.%' order by at, id`,
      [subjectId],
    )
  ).map(({ action }) => action);
const toldOf = async (personId: string): Promise<string[]> =>
  (
    await oasis.database.read<{ what: string }>(
      `select what from account_notice where person_id = $1 order by at, id`,
      [personId],
    )
  ).map(({ what }) => what);

/** Somebody who has a second factor and is signed in, as they were when they switched it on. */
async function somebody(options?: AccountOptions): Promise<{ person: TestAccount; token: string; factor: TestFactor }> {
  const person = await anAccount(oasis, options);
  const token = (await signIn(oasis, person)).accessToken;
  return { person, token, factor: await enrols(oasis, token) };
}

describe('switching a second factor on', () => {
  it('asks for the password, counts once a code has come back, and ends all other sessions', async () => {
    const person = await anAccount(oasis);
    const [here, elsewhere] = [await signIn(oasis, person), await signIn(oasis, person)];
    const token = here.accessToken;
    expectProblem(await ask(token, 'enrol', { password: 'not-the-password' }), 422, 'refused');
    const { body } = await ask(token, 'enrol', { password }).expect(200);
    const shown = body as { address: string; picture: string; setupKey: string };
    expect(shown.setupKey).toMatch(/^[A-Z2-7]{32}$/);
    expect(shown.address).toContain(`secret=${shown.setupKey}`);
    expect(shown.picture).toMatch(/^<svg /);
    // Until then nothing has changed.
    await signIn(oasis, person);
    expect(await standing(token)).toMatchObject({ on: false, recoveryCodesLeft: 0 });

    const secret = fromBase32(shown.setupKey);
    const wrong = expectProblem(await ask(token, 'confirm', { code: '000000' }), 422, 'refused');
    expect(wrong['refusals']).toEqual([expect.objectContaining({ code: 'second_factor_code' })]);
    const confirmed = await ask(token, 'confirm', { code: codeOf(oasis, { secret }) }).expect(200);
    const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);

    expect(await standing(token)).toMatchObject({ on: true, asked: false, recoveryCodesLeft: 10 });
    expectProblem(await me(elsewhere.accessToken), 401, 'unauthenticated');
    expectProblem(await ask(token, 'enrol', { password }), 409, 'second_factor_on');
    expect(await audited(person.id)).toEqual(['second_factor.switch_on']);
    expect(await toldOf(person.id)).toEqual(['second_factor_on']);
  });

  it('is noticed by a sign-in that showed the right password before it, and waits', async () => {
    const person = await anAccount(oasis);
    const codes = oasis.get(FactorCodes);
    const switchedOn = async (tx: EntityManager) => {
      await tx.query(`select 1 from person where id = $1 for no key update`, [person.id]);
      await tx.query(
        `insert into second_factor (person_id, sealed_secret, key_id, enabled_at, last_step) values ($1, $2, $3, $4, 0)`,
        [person.id, codes.seal(codes.mint(), person.id), codes.keyId, oasis.clock.now()],
      );
    };
    const entering = async () => oasis.http.post('/api/v1/auth/sign-in').send({ email: person.email, password });
    const answer = await whileLocked(oasis.database, switchedOn, entering);
    expectProblem(answer, 401, 'second_factor_required');
    expect(answer.body).not.toHaveProperty('accessToken');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await oasis.database.read(`select 1 from session where person_id = $1`, [person.id])).toEqual([]);
  });

  it('ends a session, too, that began while it waited for the person', async () => {
    const person = await anAccount(oasis);
    const token = (await signIn(oasis, person)).accessToken;
    const { body } = await ask(token, 'enrol', { password }).expect(200);
    const secret = fromBase32((body as { setupKey: string }).setupKey);
    let other = '';
    const comesIn = async (tx: EntityManager) => {
      await tx.query(`select 1 from person where id = $1 for no key update`, [person.id]);
      other = (await oasis.get(Sessions).open(tx, person.id, ['password'], oasis.clock.now())).sessionId;
    };
    const confirming = async () => ask(token, 'confirm', { code: codeOf(oasis, { secret }) });
    expect((await whileLocked(oasis.database, comesIn, confirming)).status).toBe(200);
    const ended = await oasis.database.read(`select end_reason as reason from session where id = $1`, [other]);
    expect(ended).toEqual([{ reason: 'second_factor_changed' }]);
  });

  it('has to be finished within a quarter of an hour, with the secret that was shown last', async () => {
    const person = await anAccount(oasis);
    const token = (await signIn(oasis, person)).accessToken;
    expectProblem(await ask(token, 'confirm', { code: '123456' }), 409, 'enrolment_over');
    const shown = async () =>
      fromBase32(((await ask(token, 'enrol', { password })).body as { setupKey: string }).setupKey);
    const [first, last] = [await shown(), await shown()];
    expectProblem(await ask(token, 'confirm', { code: codeOf(oasis, { secret: first }) }), 422, 'refused');
    await oasis.database.read(`update second_factor_enrolment set expires_at = $2 where person_id = $1`, [
      person.id,
      oasis.clock.now(),
    ]);
    expectProblem(await ask(token, 'confirm', { code: codeOf(oasis, { secret: last }) }), 409, 'enrolment_over');
  });

  it('leaves nothing in the tables that makes a code or is one', async () => {
    const { person, factor } = await somebody();
    const challenge = await challengeFor(oasis, person);
    const rows = await oasis.database.read<{ text: string }>(
      `select row_to_json(f)::text as text from second_factor f union all select row_to_json(r)::text from recovery_code r
       union all select row_to_json(c)::text from sign_in_challenge c
       union all select row_to_json(a)::text from audit_event a`,
    );
    const kept = rows.map(({ text }) => text.toLowerCase()).join();
    const plain = factor.recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]);
    for (const text of [...plain, challenge, factor.secret.toString('base64'), factor.secret.toString('hex')]) {
      expect(kept).not.toContain(text.toLowerCase());
      expect(kept).not.toContain(Buffer.from(text).toString('hex'));
    }
    // Nor does it open for anybody else, or under another secret of the house.
    const [row] = await oasis.database.read<{ sealed: Buffer }>(
      `select sealed_secret as sealed from second_factor where person_id = $1`,
      [person.id],
    );
    const codes = oasis.get(FactorCodes);
    expect(codes.open(row!.sealed, person.id)).toEqual(factor.secret);
    expect(codes.open(row!.sealed, siteId)).toBeUndefined();
  });

  it('outlives a change of the secret of the house: it is sealed anew', async () => {
    const { person, factor } = await somebody();
    const jwtSecret = 'the secret of next year, 0123456789-abcdefg';
    const during = new FactorCodes(new Secrets({ jwtSecret, jwtSecretPrevious: oasis.config.jwtSecret }));
    const ticks = new SecondFactorTicks(oasis.database, during);
    expect(await ticks.reseal()).toBeGreaterThan(0);
    expect(await ticks.reseal()).toBe(0);
    const [row] = await oasis.database.read<{ sealed: Buffer }>(
      `select sealed_secret as sealed from second_factor where person_id = $1`,
      [person.id],
    );
    expect(new FactorCodes(new Secrets({ jwtSecret })).open(row!.sealed, person.id)).toEqual(factor.secret);
    const back = new FactorCodes(new Secrets({ jwtSecret: oasis.config.jwtSecret, jwtSecretPrevious: jwtSecret }));
    await new SecondFactorTicks(oasis.database, back).reseal();
    await signInWith(oasis, person, codeOf(oasis, factor));
  });
});

describe('signing in with a second factor', () => {
  it('takes the password and then a code, and opens nothing before it', async () => {
    const { person, factor } = await somebody();
    const browser = oasis.browser();
    const answer = await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password });
    const problem = expectProblem(answer, 401, 'second_factor_required');
    expect(problem).toMatchObject({ challenge: expect.any(String), expiresIn: 300 });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.text).not.toContain('accessToken');
    const wrongPassword = await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password: 'guess' });
    expectProblem(wrongPassword, 401, 'invalid_credentials');
    expect(wrongPassword.text).not.toContain('challenge');

    const challenge = problem['challenge'] as string;
    expectProblem(await show('A'.repeat(43), codeOf(oasis, factor)), 401, 'challenge_over');
    const entered = await browser
      .post('/api/v1/auth/second-factor')
      .send({ challenge, code: ` ${codeOf(oasis, factor).replace(/^.../, '$& ')} ` })
      .expect(200);
    expect(entered.body).toEqual({
      accessToken: expect.any(String),
      expiresIn: 600,
      person: expect.objectContaining({ id: person.id, email: person.email }),
    });
    await browser.post('/api/v1/auth/refresh').expect(200);
    const [opened] = await oasis.database.read<{ factors: string[] }>(
      `select facts -> 'factors' as factors from audit_event where action = 'session.open' and subject_id = $1
       order by at desc, id desc limit 1`,
      [person.id],
    );
    expect(opened?.factors).toEqual(['password', 'totp']);
  });

  it('takes each code once: not again, and none from before it', async () => {
    const { person, factor } = await somebody();
    const code = codeOf(oasis, factor);
    await signInWith(oasis, person, code);
    const challenge = await challengeFor(oasis, person);
    expectProblem(await show(challenge, code), 401, 'invalid_code');
    expectProblem(await show(challenge, codeOf(oasis, factor, -1)), 401, 'invalid_code');
    await show(challenge, codeOf(oasis, factor, 1)).expect(200);
    // Nor are there others than those of the step before and the step after.
    oasis.clock.advance(5);
    const later = await challengeFor(oasis, person);
    for (const steps of [-2, 2]) expectProblem(await show(later, codeOf(oasis, factor, steps)), 401, 'invalid_code');
    await show(later, codeOf(oasis, factor, -1)).expect(200);
  });

  it('lets in one of six who bring the same code at once, each with a password of their own typing', async () => {
    const { person, factor } = await somebody();
    const challenges = [];
    for (let i = 0; i < 6; i++) challenges.push(await challengeFor(oasis, person));
    const code = codeOf(oasis, factor);
    const answers = await Promise.all(challenges.map((challenge) => show(challenge, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(['invalid_code', 'too_many_requests']).toContain((answer.body as { code: string }).code);
    }
  });

  it('lets in one of six who bring the same recovery code, or the same challenge, at once', async () => {
    const { person, factor } = await somebody();
    const [code = ''] = factor.recoveryCodes;
    const challenges = [];
    for (let i = 0; i < 6; i++) challenges.push(await challengeFor(oasis, person));
    const first = await Promise.all(challenges.map((challenge) => show(challenge, code)));
    expect(first.filter(({ status }) => status === 200)).toHaveLength(1);

    await oasis.database.read(`delete from sign_in_attempt`);
    const challenge = await challengeFor(oasis, person);
    const codes = [codeOf(oasis, factor), ...factor.recoveryCodes.slice(1, 5)];
    const second = await Promise.all(codes.map((each) => show(challenge, each)));
    expect(second.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of second.filter(({ status }) => status !== 200)) expectProblem(answer, 401, 'challenge_over');
  });

  it('ends guessing after five codes in a quarter of an hour, with the right one too', async () => {
    const { person, factor } = await somebody();
    let challenge = await challengeFor(oasis, person);
    const guesses = await Promise.all(Array.from({ length: 20 }, () => show(challenge, 'abcdef')));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(15);
    const locked = await show(challenge, codeOf(oasis, factor));
    expectProblem(locked, 429, 'too_many_requests');
    expect(Number(locked.headers['retry-after'])).toBe(15 * 60);
    expectProblem(await show(challenge, factor.recoveryCodes[0] ?? ''), 429, 'too_many_requests');
    expect(await audited(person.id)).toEqual(['second_factor.switch_on', 'second_factor.lock']);

    oasis.clock.advance(15);
    challenge = await challengeFor(oasis, person);
    await show(challenge, codeOf(oasis, factor)).expect(200);
  });

  it('and guessing from elsewhere does not lock the owner out, until it is fifty a day', async () => {
    const { person, factor } = await somebody();
    const browser = oasis.browser();
    const enters = async (code: string) => {
      const answer = await browser.post('/api/v1/auth/sign-in').send({ email: person.email, password });
      const { challenge } = answer.body as { challenge: string };
      return browser.post('/api/v1/auth/second-factor').send({ challenge, code });
    };
    await enters(codeOf(oasis, factor)).then(({ status }) => expect(status).toBe(200));
    for (let round = 0; round < 10; round++) {
      const challenge = await challengeFor(oasis, person);
      for (let i = 0; i < 5; i++) expectProblem(await show(challenge, '000000x'), 401, 'invalid_code');
      expectProblem(await show(challenge, '000000x'), 429, 'too_many_requests');
      oasis.clock.advance(15);
      if (round === 0) await enters(codeOf(oasis, factor)).then(({ status }) => expect(status).toBe(200));
    }
    expectProblem(await enters(codeOf(oasis, factor)), 429, 'too_many_requests');
    oasis.clock.advance(24 * 60);
    await enters(codeOf(oasis, factor)).then(({ status }) => expect(status).toBe(200));
  });

  it('has five minutes for the code, and the challenge goes with the password that it was given for', async () => {
    const { person, factor } = await somebody();
    const late = await challengeFor(oasis, person);
    oasis.clock.advance(5);
    expectProblem(await show(late, codeOf(oasis, factor)), 401, 'challenge_over');

    const challenge = await challengeFor(oasis, person);
    await oasis.http.post('/api/v1/auth/forgot-password').send({ email: person.email }).expect(202);
    const token = await linkFor(oasis, person.email, 'reset_password');
    await oasis.http.post('/api/v1/auth/reset-password').send({ token, password: 'Imatrankoski-5' }).expect(204);
    expectProblem(await show(challenge, codeOf(oasis, factor)), 401, 'challenge_over');
    // A new password by mail is no way around the code.
    const answer = await oasis.http
      .post('/api/v1/auth/sign-in')
      .send({ email: person.email, password: 'Imatrankoski-5' });
    expectProblem(answer, 401, 'second_factor_required');
  });

  it('is refused to a foreign page', async () => {
    const { person, factor } = await somebody();
    const challenge = await challengeFor(oasis, person);
    const there = await show(challenge, codeOf(oasis, factor)).set('sec-fetch-site', 'cross-site');
    expectProblem(there, 403, 'own_origin');
  });

  it('takes a recovery code once, in whatever case, and its owner is told', async () => {
    const { person, factor } = await somebody();
    const [code = ''] = factor.recoveryCodes;
    const { accessToken } = await signInWith(oasis, person, code.replaceAll('-', ' ').toUpperCase());
    expect(await standing(accessToken)).toMatchObject({ recoveryCodesLeft: 9 });
    expectProblem(await show(await challengeFor(oasis, person), code), 401, 'invalid_code');
    const other = await somebody();
    const [theirs = ''] = other.factor.recoveryCodes;
    expectProblem(await show(await challengeFor(oasis, person), theirs), 401, 'invalid_code');
    expect(await audited(person.id)).toEqual(['second_factor.switch_on', 'second_factor.use_recovery_code']);
    expect(await toldOf(person.id)).toEqual(['second_factor_on', 'recovery_code_used']);
  });
});

describe('a second factor that is on', () => {
  it('is switched off with password and code, and nothing less; other sessions end', async () => {
    const { person, token, factor } = await somebody();
    const elsewhere = await signInWith(oasis, person, codeOf(oasis, factor));
    oasis.clock.advance(0.5);
    const code = codeOf(oasis, factor);
    const off = (body: object) => ask(token, 'switch-off', body);
    expectProblem(await off({ password: 'not-the-password', code }), 422, 'refused');
    const wrong = expectProblem(await off({ password, code: '000000' }), 422, 'refused');
    expect(wrong['refusals']).toEqual([expect.objectContaining({ code: 'second_factor_code' })]);
    expectProblem(await off({ password }), 400, 'malformed');
    await off({ password, code }).expect(204);
    expectProblem(await me(elsewhere.accessToken), 401, 'unauthenticated');
    expect(await standing(token)).toEqual({ on: false, asked: false, since: null, recoveryCodesLeft: 0 });
    expectProblem(await off({ password, code: '123456' }), 409, 'second_factor_off');
    await signIn(oasis, person);
    expect(await audited(person.id)).toEqual(['second_factor.switch_on', 'second_factor.switch_off']);
    expect(await toldOf(person.id)).toEqual(['second_factor_on', 'second_factor_off']);
  });

  it('gets new recovery codes with password and code; those before work no more', async () => {
    const { person, token, factor } = await somebody();
    const renew = (code: string) => ask(token, 'recovery-codes', { password, code });
    expectProblem(await renew('000000'), 422, 'refused');
    const { body } = await renew(factor.recoveryCodes[0] ?? '').expect(200);
    const { recoveryCodes } = body as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes.filter((code) => factor.recoveryCodes.includes(code))).toEqual([]);
    const challenge = await challengeFor(oasis, person);
    expectProblem(await show(challenge, factor.recoveryCodes[1] ?? ''), 401, 'invalid_code');
    await show(challenge, recoveryCodes[1] ?? '').expect(200);
  });

  it('is not guessed from within a stolen session either', async () => {
    const { token, factor } = await somebody();
    const off = (code: string) => ask(token, 'switch-off', { password, code });
    for (let i = 0; i < 5; i++) expectProblem(await off('000000x'), 422, 'refused');
    expectProblem(await off(codeOf(oasis, factor)), 429, 'too_many_requests');
  });

  it('is told in the export of one’s data, without its secret, and goes with an erasure', async () => {
    const { person, token, factor } = await somebody();
    const answer = await oasis.http.get('/api/v1/me/export').set(bearer(token)).expect(200);
    expect(answer.body).toMatchObject({ secondFactor: { since: expect.any(String), recoveryCodesLeft: 10 } });
    expect(answer.text).not.toContain(factor.secret.toString('base64'));
    await challengeFor(oasis, person);
    await oasis.database.read(`select erase_person($1, $2)`, [person.id, oasis.clock.now()]);
    for (const table of ['second_factor', 'recovery_code', 'sign_in_challenge', 'account_notice'])
      expect(await oasis.database.read(`select 1 from ${table} where person_id = $1`, [person.id])).toEqual([]);
  });
});

describe('a second factor that was lost', () => {
  const reset = (token: string, id: string) =>
    oasis.http.post(`/api/v1/people/${id}/reset-second-factor`).set(bearer(token)).send({});

  it('is taken away by an administrator, not by a manager and not by oneself; every session ends', async () => {
    const admin = await somebody({ roles: [{ role: 'administrator', siteId: null }] });
    const manager = await anAccount(oasis, { roles: [{ role: 'manager', siteId }] });
    const { person, token } = await somebody({ roles: [{ role: 'entrepreneur', siteId }] });
    expectProblem(await reset((await signIn(oasis, manager)).accessToken, person.id), 403, 'role_required');
    expectProblem(await reset(admin.token, admin.person.id), 403, 'segregation_of_duties');
    expect(await standing(admin.token)).toMatchObject({ on: true });

    await reset(admin.token, person.id).expect(200);
    expectProblem(await me(token), 401, 'unauthenticated');
    await signIn(oasis, person);
    expectProblem(await reset(admin.token, person.id), 409, 'second_factor_off');
    expect(await audited(person.id)).toEqual(['second_factor.switch_on', 'second_factor.reset']);
    expect(await toldOf(person.id)).toEqual(['second_factor_on', 'second_factor_reset']);
  });
});

describe('a second factor that is asked for', () => {
  const closed = ['/sites', '/messages', '/bookings', '/me/reminder-preferences', '/role-grants', '/people'];

  it('of staff keeps everything but the own account closed until it is there', async () => {
    const strict = await startOasis({ config: { secondFactorFor: 'staff' } });
    try {
      const site = (await aSite(strict.database)).id;
      const get = (token: string, path: string) => strict.http.get(`/api/v1${path}`).set(bearer(token));
      const roles: AccountOptions['roles'][] = [
        [{ role: 'administrator', siteId: null }],
        [
          { role: 'entrepreneur', siteId: site },
          { role: 'manager', siteId: site },
        ],
      ];
      for (const held of roles) {
        const person = await anAccount(strict, { roles: held! });
        const { body } = await strict.http.post('/api/v1/auth/sign-in').send({ email: person.email, password });
        const { accessToken: token, ...rest } = body as { accessToken: string };
        expect(rest).toMatchObject({ secondFactorMissing: true });
        for (const path of closed) expectProblem(await get(token, path), 403, 'second_factor_missing');
        for (const path of ['/me', '/me/sessions', '/me/export', '/me/second-factor'])
          expect((await get(token, path)).status).toBe(200);
        const factor = await enrols(strict, token);
        await get(token, '/sites').expect(200);
        const challenge = await challengeFor(strict, person);
        const entered = await strict.http
          .post('/api/v1/auth/second-factor')
          .send({ challenge, code: codeOf(strict, factor) })
          .expect(200);
        expect(entered.body).not.toHaveProperty('secondFactorMissing');
        // Whoever switches it off is where they were before.
        const { accessToken } = entered.body as { accessToken: string };
        const code = factor.recoveryCodes[0];
        await strict.http
          .post('/api/v1/me/second-factor/switch-off')
          .set(bearer(accessToken))
          .send({ password, code })
          .expect(204);
        expectProblem(await get(accessToken, '/sites'), 403, 'second_factor_missing');
      }
      const founder = await anAccount(strict, { roles: [{ role: 'entrepreneur', siteId: site }] });
      const { accessToken } = await signIn(strict, founder);
      await get(accessToken, '/sites').expect(200);
      // With the role comes the duty, at once.
      await strict.database.read(`update role_grant set role = 'manager' where person_id = $1`, [founder.id]);
      expectProblem(await get(accessToken, '/sites'), 403, 'second_factor_missing');
    } finally {
      await strict.stop();
    }
  });

  it('of everybody is asked of those without a role, too', async () => {
    const strict = await startOasis({ config: { secondFactorFor: 'everybody' } });
    try {
      const { accessToken } = await signIn(strict, await anAccount(strict));
      expectProblem(await strict.http.get('/api/v1/sites').set(bearer(accessToken)), 403, 'second_factor_missing');
      await enrols(strict, accessToken);
      await strict.http.get('/api/v1/sites').set(bearer(accessToken)).expect(200);
    } finally {
      await strict.stop();
    }
  });
});
