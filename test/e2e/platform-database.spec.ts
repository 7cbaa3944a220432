import { Oasis, startOasis } from '../support/oasis';
import { asOwner } from '../support/postgres';
import { expectProblem } from '../support/problem';

jest.setTimeout(120_000);

describe('the house while its database is away', () => {
  let oasis: Oasis;
  let name: string;
  beforeAll(async () => {
    oasis = await startOasis();
    name = new URL(oasis.config.databaseUrl ?? '').pathname.slice(1);
  });
  afterAll(() => oasis.stop());

  const endSessions = async (): Promise<number> => {
    const ended = await asOwner<{ done: boolean }>(
      'select pg_terminate_backend(pid) as done from pg_stat_activity where datname = $1',
      [name],
    );
    return ended.length;
  };
  const untilReady = async (): Promise<number> => {
    const from = performance.now();
    while ((await oasis.http.get('/health/ready')).status !== 200) {
      if (performance.now() - from > 20_000) throw new Error('did not become ready again');
    }
    return performance.now() - from;
  };

  it('is not ready, says what is down, and recovers by itself', async () => {
    await untilReady();
    await asOwner(`alter database ${name} with allow_connections false`);
    try {
      await endSessions();
      const problem = expectProblem(await oasis.http.get('/health/ready'), 503, 'busy');
      expect(problem['checks']).toMatchObject({ database: 'down' });
      await oasis.http.get('/health/live').expect(200);
    } finally {
      await asOwner(`alter database ${name} with allow_connections true`);
    }
    expect(await untilReady()).toBeLessThan(5_000);
  });

  it('survives the end of all sessions under load, twenty times: answers or 503, never a crash', async () => {
    const crashes: unknown[] = [];
    const note = (error: unknown): void => void crashes.push(error);
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    const statuses = new Map<number, number>();
    let going = true;
    const ask = async (): Promise<void> => {
      while (going) {
        const { status } = await oasis.http
          .post('/api/v1/auth/sign-in')
          .send({ email: `${Math.random()}@oasis.example`, password: 'not the right one' });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const asking = Array.from({ length: 6 }, ask);
    let ended = 0;
    for (let round = 0; round < 20; round++) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      // On a slow machine nobody may have come back yet.
      for (const before = ended; ended < before + 2;) ended += await endSessions();
    }
    going = false;
    await Promise.all(asking);
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
    console.info(
      `${ended} sessions ended under load; answers by status: ${JSON.stringify(Object.fromEntries(statuses))}`,
    );
    expect(crashes).toEqual([]);
    expect([...statuses.keys()].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
    expect(await untilReady()).toBeLessThan(5_000);
  });

  it('leaves no session idle in a transaction behind', async () => {
    await untilReady();
    const rows = await asOwner<{ left: number }>(
      "select count(*)::int as left from pg_stat_activity where datname = $1 and state like 'idle in transaction%'",
      [name],
    );
    expect(rows[0]?.left).toBe(0);
  });
});
