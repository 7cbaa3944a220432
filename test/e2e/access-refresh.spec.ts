import { anAccount, cookiesOf, password, signIn } from '../support/account';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

const refresh = (token: string) => oasis.http.post('/api/v1/auth/refresh').set('cookie', `oasis-refresh=${token}`);
const me = (token: string) => oasis.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);
const later = (seconds: number) => oasis.clock.advance(seconds / 60);

/** Somebody who has just signed in, and their refresh token. */
async function somebody() {
  const person = await anAccount(oasis);
  const { accessToken, cookies } = await signIn(oasis, person);
  return { person, accessToken, token: cookies['oasis-refresh'] ?? '' };
}

/** The token after this one. */
async function next(token: string): Promise<string> {
  return cookiesOf(await refresh(token).expect(200))['oasis-refresh'] ?? '';
}

const live = (personId: string) =>
  oasis.database.read(
    `select 1 from refresh_token t join session s on s.id = t.session_id
     where s.person_id = $1 and t.used_at is null and s.ended_at is null`,
    [personId],
  );

const ends = (personId: string) =>
  oasis.database.read<{ reason: string }>(
    `select facts ->> 'reason' as reason from audit_event where subject_id = $1 and action = 'session.end'`,
    [personId],
  );

describe('refreshing', () => {
  it('answers as signing in does, with another token each time', async () => {
    const { person, token } = await somebody();
    const answer = await refresh(token).expect(200);
    expect(answer.body).toMatchObject({
      accessToken: expect.any(String),
      expiresIn: 600,
      person: { email: person.email },
    });
    await me((answer.body as { accessToken: string }).accessToken).expect(200);
    const second = cookiesOf(answer)['oasis-refresh'] ?? '';
    expect(second).not.toBe(token);
    expect(await next(second)).not.toBe(second);
  });

  it('gives twenty at once the same single successor', async () => {
    const { person, token } = await somebody();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map((answer) => cookiesOf(answer)['oasis-refresh'])).size).toBe(1);
    expect(await live(person.id)).toHaveLength(1);
    expect(await ends(person.id)).toEqual([]);
  });

  it('repeats a lost answer for twenty seconds, even when its successor was used meanwhile', async () => {
    const { person, token } = await somebody();
    const lost = await next(token);
    later(19);
    expect(await next(token)).toBe(lost);
    const third = await next(lost);
    expect(await next(lost)).toBe(third);
    expect(await live(person.id)).toHaveLength(1);
    expect(await ends(person.id)).toEqual([]);
  });

  it('ends the whole session when a token comes back later, and writes it down', async () => {
    const { person, token, accessToken } = await somebody();
    const successor = await next(token);
    await me(accessToken).expect(200);
    later(21);
    const answer = await refresh(token);
    expectProblem(answer, 401, 'unauthenticated');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expectProblem(await refresh(successor), 401, 'unauthenticated');
    expectProblem(await me(accessToken), 401, 'unauthenticated');
    expect(await ends(person.id)).toEqual([{ reason: 'refresh_reuse' }]);
  });

  it('ends the session of the thief and no other', async () => {
    const { person, token } = await somebody();
    const other = (await signIn(oasis, person)).cookies['oasis-refresh'] ?? '';
    await next(token);
    later(60);
    expectProblem(await refresh(token), 401, 'unauthenticated');
    await refresh(other).expect(200);
  });

  it('ends with the sign-out, for every token of the family', async () => {
    const { person, token } = await somebody();
    const successor = await next(token);
    const answer = await oasis.http
      .post('/api/v1/auth/sign-out')
      .set('cookie', `oasis-refresh=${successor}`)
      .expect(204);
    expect(cookiesOf(answer)).toEqual({ 'oasis-refresh': '' });
    for (const old of [token, successor]) expectProblem(await refresh(old), 401, 'unauthenticated');
    expect(await ends(person.id)).toEqual([{ reason: 'sign_out' }]);
    await oasis.http.post('/api/v1/auth/sign-out').set('cookie', `oasis-refresh=${successor}`).expect(204);
    await oasis.http.post('/api/v1/auth/sign-out').expect(204);
  });

  it('lasts thirty days in all, and fourteen without use', async () => {
    const start = oasis.clock.now();
    const day = 24 * 60;
    const kept = await somebody();
    const idle = await somebody();
    let { token } = kept;
    for (let i = 0; i < 2; i++) {
      oasis.clock.advance(13 * day);
      token = await next(token);
    }
    expectProblem(await refresh(idle.token), 401, 'unauthenticated');
    oasis.clock.advance(5 * day);
    expectProblem(await refresh(token), 401, 'unauthenticated');
    oasis.clock.set(start);
  });

  it.each(['', 'short', 'A'.repeat(43), '%00', 'x'.repeat(4000)])('needs a token of ours: %s', async (token) => {
    expectProblem(await refresh(token), 401, 'unauthenticated');
  });

  it('needs a token', async () => {
    expectProblem(await oasis.http.post('/api/v1/auth/refresh'), 401, 'unauthenticated');
  });

  it('outlives a change of the secret, also for repeats of before', async () => {
    const { token } = await somebody();
    const successor = await next(token);
    const changed = await startOasis({
      config: { jwtSecret: 'the-next-secret-0123456789-abcdefghijklmnop', jwtSecretPrevious: oasis.config.jwtSecret },
    });
    try {
      // The two houses have databases of their own: the second is given what the first knows.
      for (const table of ['person', 'session', 'refresh_token']) {
        const rows = await oasis.database.read<{ rows: string }>(`select json_agg(t)::text as rows from ${table} t`);
        await changed.database.read(
          `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
          [rows[0]?.rows],
        );
      }
      const there = (value: string) =>
        changed.http.post('/api/v1/auth/refresh').set('cookie', `oasis-refresh=${value}`);
      expect(cookiesOf(await there(token).expect(200))['oasis-refresh']).toBe(successor);
      await there(successor).expect(200);
    } finally {
      await changed.stop();
    }
  });
});

describe('own sessions', () => {
  it('are listed, and after the password ended one by one or all others at once; nobody else’s are seen', async () => {
    const { person, accessToken } = await somebody();
    const others = [await signIn(oasis, person), await signIn(oasis, person)];
    const stranger = await somebody();
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    const list = async (token: string) =>
      (await oasis.http.get('/api/v1/me/sessions').set(as(token)).expect(200)).body as {
        items: { id: string; current: boolean }[];
      };

    const { items } = await list(accessToken);
    expect(items).toHaveLength(3);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const victim = items.find(({ current }) => !current)?.id;
    const end = (token: string, typed = password) =>
      oasis.http.post(`/api/v1/me/sessions/${victim}/end`).set(as(token)).send({ password: typed });
    const endOthers = (token: string, typed = password) =>
      oasis.http.post('/api/v1/me/sessions/end-others').set(as(token)).send({ password: typed });
    for (const ending of [end, endOthers]) {
      const refused = expectProblem(await ending(accessToken, 'not-the-password'), 422, 'refused');
      expect(refused['refusals']).toEqual([expect.objectContaining({ code: 'current_password' })]);
    }
    expectProblem(await end(stranger.accessToken), 404, 'missing');
    await end(accessToken).expect(204);
    expectProblem(await end(accessToken), 404, 'missing');
    expect((await list(accessToken)).items).toHaveLength(2);

    const rest = await endOthers(accessToken).expect(200);
    expect(rest.body).toEqual({ ended: 1 });
    for (const { accessToken: token } of others) expectProblem(await me(token), 401, 'unauthenticated');
    await me(accessToken).expect(200);
  });
});
