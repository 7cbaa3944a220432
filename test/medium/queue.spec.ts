import { Logger } from '@nestjs/common';
import net, { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { Config } from '../../src/platform/config/config';
import { dataSource } from '../../src/platform/database/data-source';
import { planJob, QueueDoorbell } from '../../src/platform/queue/queue-doorbell';
import { Queues, QueueUnavailable } from '../../src/platform/queue/queues';
import { answered } from '../support/answered';
import { testConfig } from '../support/oasis';
import { asOwner, FreshDatabase, freshDatabase } from '../support/postgres';

const redisUrl = process.env['REDIS_URL'] || undefined;

/** Waits until something is true, five seconds at most. */
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 5_000; !(await what());) {
    if (performance.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A port at which connections are made and nothing is ever answered. */
async function blackHole(): Promise<{ port: number; close: () => void }> {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

const places: ['PostgreSQL' | 'Redis', string | undefined][] = [['PostgreSQL', undefined]];
if (redisUrl) places.push(['Redis', redisUrl]);

describe.each(places)('the queue on %s', (place, url) => {
  let fresh: FreshDatabase;
  let source: DataSource;
  let config: Config;
  let opened: Queues[];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    fresh = await freshDatabase();
    config = testConfig(fresh.url, '/nowhere', { redisUrl: url });
    source = dataSource(fresh.url, [], 2);
    await source.initialize();
  });

  beforeEach(() => {
    opened = [];
  });

  afterEach(async () => {
    await Promise.all(opened.map((queues) => queues.close()));
    const queues = new Queues(config, source);
    await queues.empty('messages');
    await queues.close();
  });

  afterAll(async () => {
    await source.destroy();
    await fresh.drop();
  });

  function queuesOf(differing: Config = config): Queues {
    const queues = new Queues(differing, source);
    opened.push(queues);
    return queues;
  }

  it('keeps its jobs where the configuration says', async () => {
    expect(queuesOf().place).toBe(place);
    await expect(opened[0]?.check()).resolves.toBeUndefined();
  });

  it('carries a hint to a worker of another process', async () => {
    const done: unknown[] = [];
    queuesOf().work('messages', (job) => {
      done.push(job.data);
      return Promise.resolve();
    });
    await queuesOf().give('messages', [{ name: 'send', data: { id: 1 } }]);
    await until(() => done.length === 1);
    expect(done).toEqual([{ id: 1 }]);
  });

  it('takes the same hint once while it waits, and again when it is done', async () => {
    const giver = queuesOf();
    const hint = { name: 'send', data: {}, options: { jobId: `message-${newId()}` } };
    await giver.give('messages', [hint]);
    await giver.give('messages', [hint, hint]);
    expect(await giver.measure('messages')).toBe(1);
    let runs = 0;
    queuesOf().work('messages', () => {
      runs++;
      return Promise.resolve();
    });
    await until(() => runs === 1);
    // Taken again as soon as the worker has put the first one away, which is a moment after it has run.
    await until(async () => {
      await giver.give('messages', [hint]);
      return runs > 1;
    });
  });

  it('repeats a failed job after the pause that its worker names, and leaves nothing behind', async () => {
    const giver = queuesOf();
    let runs = 0;
    queuesOf().work(
      'messages',
      () => {
        runs++;
        return Promise.reject(new Error('not now'));
      },
      { settings: { backoffStrategy: () => 50 } },
    );
    await giver.give('messages', [{ name: 'send', options: { attempts: 3, backoff: { type: 'custom' } } }]);
    await until(() => runs === 3);
    await until(async () => (await giver.measure('messages')) === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(runs).toBe(3);
  });

  it('waits for work under way when it is drained', async () => {
    let began = false;
    let ended = false;
    const worker = queuesOf();
    worker.work('messages', async () => {
      began = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      ended = true;
    });
    await queuesOf().give('messages', [{ name: 'send' }]);
    await until(() => began);
    await worker.drain(5_000);
    expect(ended).toBe(true);
  });

  it('keeps few connections to the database', async () => {
    const queues = queuesOf();
    let runs = 0;
    queues.work('messages', () => {
      runs++;
      return Promise.resolve();
    });
    await queues.give(
      'messages',
      Array.from({ length: 50 }, () => ({ name: 'send' })),
    );
    await until(() => runs === 50);
    const [row] = await asOwner<{ count: string }>('select count(*) from pg_stat_activity where datname = $1', [
      fresh.name,
    ]);
    expect(Number(row?.count)).toBeLessThanOrEqual(2 + 6);
  });

  describe('the doorbell', () => {
    it('turns a burst of rings into a few looks, the last of them after the last ring', async () => {
      const looks: number[] = [];
      queuesOf().work('messages', async (job) => {
        expect(job.name).toBe(planJob);
        looks.push(performance.now());
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      const bell = new QueueDoorbell(queuesOf());
      bell.ring();
      await until(() => looks.length === 1);
      for (let i = 0; i < 200; i++) bell.ring();
      const last = performance.now();
      await until(() => (looks.at(-1) ?? 0) > last);
      expect(looks.length).toBeLessThan(6);
    });

    it('is heard at once where the planner lives, without the queue', async () => {
      const queues = queuesOf();
      const bell = new QueueDoorbell(queues);
      let heard = 0;
      bell.answerWith(() => heard++);
      bell.ring();
      expect(heard).toBe(1);
      expect(await queues.measure('messages')).toBe(0);
    });
  });

  describe('when its server does not answer', () => {
    it('says so by itself, and a ring never fails', async () => {
      const hole = await blackHole();
      const away = url
        ? queuesOf(testConfig(fresh.url, '/nowhere', { redisUrl: `redis://127.0.0.1:${hole.port}` }))
        : new Queues(config, {
            options: { url: `postgres://nobody@127.0.0.1:${hole.port}/none` },
          } as unknown as DataSource);
      if (!url) opened.push(away);
      try {
        for (const ask of [() => away.give('messages', [{ name: 'send' }]), () => away.check()]) {
          const refusal: unknown = await answered(ask()).catch((error: unknown) => error);
          expect(refusal).toBeInstanceOf(QueueUnavailable);
          // It is the queue's own patience that has ended, and not that of a driver.
          expect(String(refusal)).toMatch(new RegExp(`${place} did not answer within [12]000 ms`));
        }
        expect(() => {
          new QueueDoorbell(away).ring();
        }).not.toThrow();
      } finally {
        await away.close();
        hole.close();
      }
    });

    it('works by itself once its database is there, though it was not at the start', async () => {
      if (url) return;
      const late = await freshDatabase();
      const away = `${late.name}_away`;
      await asOwner(`alter database ${late.name} rename to ${away}`);
      const queues = new Queues(config, { options: { url: late.url } } as unknown as DataSource);
      opened.push(queues);
      const failed = jest.fn();
      const done: string[] = [];
      queues
        .work('messages', (job) => {
          done.push(job.name);
          return Promise.resolve();
        })
        .on('error', failed);
      await until(() => failed.mock.calls.length > 0);
      // Between two attempts it takes breath: somebody who takes none connects many times meanwhile.
      for (let i = 0; i < 20; i++) await asOwner('select 1');
      expect(failed.mock.calls.length).toBeLessThan(10);
      await asOwner(`alter database ${away} rename to ${late.name}`);
      await queues.give('messages', [{ name: 'at last' }]);
      await until(() => done.includes('at last'));
      await queues.close();
      await late.drop();
    });

    it('works again by itself after every connection was lost', async () => {
      if (url) return;
      const done: string[] = [];
      const queues = queuesOf();
      queues.work('messages', (job) => {
        done.push(job.name);
        return Promise.resolve();
      });
      await queues.give('messages', [{ name: 'before' }]);
      await until(() => done.includes('before'));
      await asOwner('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [fresh.name]);
      await until(() =>
        queues.give('messages', [{ name: 'after' }]).then(
          () => true,
          () => false,
        ),
      );
      await until(() => done.includes('after'));
    });
  });
});
