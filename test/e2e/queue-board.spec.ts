import { anAccount, signIn } from '../support/account';
import { newId } from '../../src/kernel/id';
import { Queues } from '../../src/platform/queue/queues';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

const board = '/api/v1/queue-board';

describe('the board of the queues', () => {
  let oasis: Oasis;
  let token: string;
  let administratorId: string;

  beforeAll(async () => {
    oasis = await startOasis();
    const account = await anAccount(oasis);
    administratorId = account.id;
    await oasis.database.read(
      `insert into role_grant (id, person_id, role, created_at) values ($1, $2, 'administrator', $3)`,
      [newId(), account.id, oasis.clock.now()],
    );
    token = (await signIn(oasis, account)).accessToken;
  });

  afterAll(() => oasis?.stop());

  const enter = async (): Promise<string> => {
    const answer = await oasis.http.post(`${board}/session`).set('authorization', `Bearer ${token}`).expect(204);
    return (answer.headers['set-cookie'] as unknown as string[])[0]!;
  };
  const cookie = async (): Promise<string> => (await enter()).split(';')[0]!;

  it('opens with a cookie that no script reads and no other path gets', async () => {
    const given = await enter();
    expect(given).toMatch(/^oasis-queue-board=/);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/queue-board', 'Max-Age=600']) {
      expect(given).toContain(part);
    }
    const [pair] = given.split(';');
    const page = await oasis.http
      .get(board)
      .set('cookie', pair!)
      .expect(200)
      .expect('content-type', /text\/html/);
    expect(page.text).toContain('<base href="/api/v1/queue-board/" />');
    expect(page.text).not.toMatch(/<%|https?:\/\//);
    expect(page.headers['content-security-policy']).toContain(`script-src 'self'`);
    const [, script] = /<script defer src="(static\/js\/main[^"]+)"/.exec(page.text)!;
    await oasis.http
      .get(`${board}/${script}`)
      .set('cookie', pair!)
      .expect(200)
      .expect('content-type', /javascript/);
    await oasis.http.get(`${board}/queue/messages`).set('cookie', pair!).expect(200);
    // The same cookie is no way in anywhere else, nor does it change anything here.
    expectProblem(await oasis.http.get('/api/v1/me').set('cookie', pair!), 401, 'unauthenticated');
    expectProblem(await oasis.http.post(`${board}/session`).set('cookie', pair!), 401, 'unauthenticated');
  });

  it('asks to be tried again while the queue is away', async () => {
    const queues = oasis.get(Queues);
    const lost = new Error('Connection is closed.');
    const spies = [
      jest.spyOn(queues, 'check').mockRejectedValue(lost),
      ...queues.all().map((queue) => jest.spyOn(queue, 'getJobCounts').mockRejectedValue(lost)),
    ];
    try {
      expectProblem(await oasis.http.get(`${board}/api/queues`).set('cookie', await cookie()), 503, 'busy');
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it('has over https a cookie that only https can set', async () => {
    const secure = await startOasis({ config: { publicUrl: 'https://oasis.example' } });
    try {
      const account = await anAccount(secure, { roles: [{ role: 'administrator', siteId: null }] });
      const { accessToken } = await signIn(secure, account);
      const given = await secure.http
        .post(`${board}/session`)
        .set('authorization', `Bearer ${accessToken}`)
        .expect(204);
      expect(String(given.headers['set-cookie'])).toMatch(/^__Secure-oasis-queue-board=.*; Secure/);
      const page = (name: string) => secure.http.get(board).set('cookie', `${name}=${accessToken}`);
      await page('__Secure-oasis-queue-board').expect(200);
      expectProblem(await page('oasis-queue-board'), 401, 'unauthenticated');
    } finally {
      await secure.stop();
    }
  });

  it('shows what waits in the queues', async () => {
    const queues = oasis.app.get(Queues);
    await queues.give('messages', [{ name: 'send', data: { id: newId() }, options: { delay: 3_600_000 } }]);
    const { body } = await oasis.http
      .get(`${board}/api/queues?activeQueue=messages&status=delayed&page=1&jobsPerPage=10`)
      .set('cookie', await cookie())
      .expect(200);
    const shown = (
      body as { queues: { name: string; readOnlyMode: boolean; counts: Record<string, number>; jobs: object[] }[] }
    ).queues;
    expect(shown.map(({ name }) => name).sort()).toEqual(['matching', 'messages']);
    const messages = shown.find(({ name }) => name === 'messages')!;
    expect(messages.readOnlyMode).toBe(true);
    expect(messages.counts['delayed']).toBeGreaterThan(0);
    expect(messages.jobs.length).toBeGreaterThan(0);
    await oasis.http
      .get(`${board}/api/redis/stats`)
      .set('cookie', await cookie())
      .expect(200);
    await queues.empty('messages');
  });

  it.each(['put', 'post', 'patch', 'delete'] as const)('changes nothing (%s)', async (method) => {
    for (const path of ['api/queues/messages/empty', 'api/queues/messages/pause', 'api/queues/pause']) {
      const answer = await oasis.http[method](`${board}/${path}`).set('authorization', `Bearer ${token}`);
      expect([404, 405]).toContain(answer.status);
    }
  });

  it.each([
    'static/../index.ejs',
    'static/%2e%2e/index.ejs',
    'static/..%2f..%2fpackage.json',
    'static/js',
    'static/nothing.js',
    'api/nothing',
  ])('has nothing else to show (%s)', async (path) => {
    expectProblem(await oasis.http.get(`${board}/${path}`).set('cookie', await cookie()), 404, 'missing');
  });

  it('is for administrators only, and for as long as they are', async () => {
    expectProblem(await oasis.http.get(board), 401, 'unauthenticated');
    expectProblem(await oasis.http.get(`${board}/api/queues`), 401, 'unauthenticated');
    expectProblem(await oasis.http.get(board).set('cookie', 'oasis-queue-board=nothing'), 401, 'unauthenticated');
    const person = (await signIn(oasis, await anAccount(oasis))).accessToken;
    expectProblem(
      await oasis.http.post(`${board}/session`).set('authorization', `Bearer ${person}`),
      403,
      'role_required',
    );
    expectProblem(await oasis.http.get(board).set('cookie', `oasis-queue-board=${person}`), 403, 'role_required');
    const pair = await cookie();
    await oasis.database.read(`update role_grant set ends_at = $2 where person_id = $1`, [
      administratorId,
      oasis.clock.now(),
    ]);
    expectProblem(await oasis.http.get(board).set('cookie', pair), 403, 'role_required');
  });
});
