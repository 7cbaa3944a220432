import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { newId } from '../../src/kernel/id';
import { aPerson } from '../support/house';
import { openPostOffice, PostOffice } from '../support/post-office';
import { startServer } from '../support/server-process';
import { SmtpSink } from '../support/smtp';

const messages = 40;

/**
 * Real worker processes on the wall's clock, killed in the middle of their work. What a dead worker had claimed is free
 * again after some seconds; so that the spec need not wait, it lets the claims run out by hand.
 */
describe('when workers are killed in mid-work', () => {
  let sink: SmtpSink;
  let office: PostOffice;

  beforeAll(async () => {
    // The workers are what was built; building does nothing when that is up to date.
    execFileSync(process.execPath, [join(__dirname, '..', '..', 'bin', 'start.mjs'), 'build'], { stdio: 'ignore' });
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  }, 180_000);

  afterAll(async () => {
    await office.stop();
    await sink.close();
  });

  it('every message arrives, and a repeat carries the same Message-ID', async () => {
    const person = await aPerson(office.database);
    const env = {
      DATABASE_URL: office.config.databaseUrl ?? '',
      SMTP_URL: sink.url,
      JWT_SECRET: office.config.jwtSecret,
      ...(office.config.redisUrl && { REDIS_URL: office.config.redisUrl }),
      LOG_LEVEL: 'warn',
    };
    const worker = (): ReturnType<typeof startServer> => startServer(env, { door: 'dist/worker.js' });
    const settled = async (): Promise<number> =>
      (await office.rows()).filter(({ status }) => !['pending', 'sending'].includes(status)).length;

    // Slow enough that every kill finds letters on their way.
    sink.delay = 300;
    const present = new Date();
    for (let count = 0; count < messages; count++) {
      await office.database.read(
        `insert into one_time_token (id, person_id, purpose, created_at, expires_at) values ($1, $2, 'verify_email', $3, $4)`,
        [newId(), person.personId, present, new Date(present.getTime() + 86_400_000)],
      );
    }
    for (let kills = 0; kills < 3; kills++) {
      const arrived = sink.letters.length;
      const one = worker();
      const deadline = performance.now() + 20_000;
      while (sink.letters.length < arrived + 3 && performance.now() < deadline) await pause(20);
      await pause(250);
      await one.stop('SIGKILL');
      if (sink.letters.length <= arrived) throw new Error(`the worker sent nothing\n${one.out()}\n${one.err()}`);
      await office.expireClaims();
    }
    sink.delay = 0;
    const last = worker();
    try {
      const deadline = performance.now() + 30_000;
      while ((await settled()) < messages && performance.now() < deadline) await pause(100);
    } finally {
      expect(await last.stop()).toBe(0);
    }

    const rows = await office.rows();
    expect(rows).toHaveLength(messages);
    expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
    const known = new Set(rows.map(({ id }) => `<message-${id}@oasis.example>`));
    const arrived = new Map<string, number>();
    for (const { mail } of sink.letters) {
      expect(known).toContain(mail.messageId);
      arrived.set(mail.messageId ?? '', (arrived.get(mail.messageId ?? '') ?? 0) + 1);
    }
    expect(arrived.size).toBe(messages);
    // No more repeats than there were letters on their way at the kills: four workers and eight sweepers each time.
    expect(sink.letters.length - messages).toBeLessThanOrEqual(3 * 12);
    process.stdout.write(
      `3 kills, ${messages} messages: 0 lost, ${sink.letters.length - messages} handed over again\n`,
    );
  }, 120_000);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
