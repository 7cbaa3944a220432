import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { JobsOptions, Queue, Worker } from 'bullmq';
import { Counter, Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { registry } from '../metrics';
import { Carrier, postgresCarrier, redisCarrier, Work, WorkOptions } from './carrier';
import { TooSlow, within } from './deadline';

/** The queues of the house. */
export const queueNames = ['messages', 'matching'] as const;
export type QueueName = (typeof queueNames)[number];

/** A hint to do something soon: what, with which words, and when at the latest it should be looked at. */
export interface Hint {
  name: string;
  data?: unknown;
  options?: Pick<JobsOptions, 'jobId' | 'delay' | 'attempts' | 'backoff' | 'deduplication'>;
}

/** The queue did not take a hint. Nothing is lost: whoever gave it works from facts in the database. */
export class QueueUnavailable extends Error {
  constructor(reason: string) {
    super(`The queue did not answer: ${reason}`);
    this.name = 'QueueUnavailable';
  }
}

const failures = new Counter({
  name: 'oasis_queue_failures_total',
  help: 'Times that the queue could not be reached or reported an error',
  labelNames: ['where'],
  registers: [registry],
});

const depth = new Gauge({
  name: 'oasis_queue_jobs',
  help: 'Jobs in a queue by state, as last measured',
  labelNames: ['queue', 'state'],
  registers: [registry],
});

/** The longest that anybody waits for the queue, in milliseconds. */
const patience = 2_000;

/**
 * BullMQ, on PostgreSQL or on Redis. The queue carries hints and holds no truth: if it is emptied or away, the ledger
 * of messages still knows what is due and the sweeper delivers it, only a little later.
 *
 * Every call ends within two seconds, because BullMQ itself may wait for ever while its server is away.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private readonly carrier: Carrier;
  private lastComplaint = -Infinity;
  private closing?: Promise<void>;

  constructor(config: Config, source: DataSource) {
    const url = (source.options as { url?: string }).url ?? '';
    const onError = (error: Error): void => {
      this.complain('connection', error);
    };
    this.carrier = config.redisUrl
      ? redisCarrier(config.redisUrl, `oasis-${databaseName(url)}`, onError)
      : postgresCarrier(url, onError);
  }

  /** Where the jobs are kept. */
  get place(): Carrier['place'] {
    return this.carrier.place;
  }

  /** Puts hints into a queue, all in one call. @throws QueueUnavailable, within two seconds. */
  async give(name: QueueName, hints: readonly Hint[]): Promise<void> {
    if (hints.length === 0) return;
    const jobs = hints.map(({ name: job, data = {}, options }) => ({ name: job, data, opts: { ...options } }));
    await this.ask('give', async () => {
      const queue = this.queue(name);
      const [only] = jobs;
      if (only && jobs.length === 1) await queue.add(only.name, only.data, only.opts);
      else await queue.addBulk(jobs);
    });
  }

  /** Starts a worker; it runs until {@link drain}. What it throws is BullMQ's to retry and is never swallowed here. */
  work(name: QueueName, work: Work, options: WorkOptions = {}): Worker {
    const worker = this.carrier.worker(name, work, {
      concurrency: 4,
      // A restarted database is noticed within a second and not within fifteen.
      runRetryDelay: 1_000,
      ...options,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => {
      this.complain('worker', error);
    });
    this.workers.push(worker);
    return worker;
  }

  /** The queues themselves, for those who look at what is in them. */
  all(): Queue[] {
    return queueNames.map((name) => this.queue(name));
  }

  /** Whether the queue answers. @throws QueueUnavailable, within two seconds. */
  async check(): Promise<void> {
    await this.ask('check', () => this.carrier.ping());
  }

  /** Counts the jobs of a queue into the metrics. @throws QueueUnavailable, within two seconds. */
  async measure(name: QueueName): Promise<number> {
    const states = ['waiting', 'active', 'delayed', 'failed'] as const;
    const counts = await this.ask('measure', () => this.queue(name).getJobCounts(...states));
    for (const state of states) depth.set({ queue: name, state }, counts[state] ?? 0);
    return (counts['waiting'] ?? 0) + (counts['delayed'] ?? 0);
  }

  /** Throws every waiting job away; what they hinted at is still due. @throws QueueUnavailable, within two seconds. */
  async empty(name: QueueName): Promise<void> {
    await this.ask('empty', () => this.queue(name).drain(true));
  }

  /** Takes no more jobs and waits for those under way, so many milliseconds at most. */
  async drain(milliseconds: number): Promise<void> {
    const workers = this.workers.splice(0);
    await Promise.all(
      workers.map(async (worker) => {
        try {
          await within(milliseconds, 'a worker', worker.close());
        } catch (error) {
          this.complain('drain', error);
          await within(1_000, 'a worker', worker.close(true)).catch(() => undefined);
        }
      }),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** Ends workers, queues and connections. May be called more than once. */
  close(): Promise<void> {
    this.closing ??= (async () => {
      await this.drain(5_000);
      for (const queue of this.queues.values()) {
        await within(1_000, 'a queue', queue.close()).catch(() => undefined);
      }
      await within(3_000, 'the connections', this.carrier.close()).catch(() => undefined);
    })();
    return this.closing;
  }

  private queue(name: QueueName): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const made = this.carrier.queue(name);
    made.on('error', (error) => {
      this.complain('queue', error);
    });
    this.queues.set(name, made);
    return made;
  }

  private async ask<T>(where: string, question: () => Promise<T>): Promise<T> {
    if (this.closing) throw new QueueUnavailable('it is closing');
    try {
      if (!this.carrier.isConnected()) await this.connected();
      return await within(patience, this.carrier.place, question());
    } catch (error) {
      this.complain(where, error);
      throw new QueueUnavailable(error instanceof Error ? error.message : String(error));
    }
  }

  /** Right after the start a connection may be half made: it gets a moment before the answer is no. */
  private async connected(): Promise<void> {
    const until = performance.now() + patience / 2;
    while (!this.carrier.isConnected()) {
      if (performance.now() > until) throw new TooSlow(this.carrier.place, patience / 2);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Counts every failure and logs one a minute: a server that is away for an hour fills no disk. */
  private complain(where: string, error: unknown): void {
    failures.inc({ where });
    const now = performance.now();
    if (this.closing || now - this.lastComplaint < 60_000) return;
    this.lastComplaint = now;
    this.logger.warn(
      `${where}: ${error instanceof Error ? error.message : String(error)}; messages go out by the sweeper meanwhile`,
    );
  }
}

function databaseName(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.slice(1).replace(/[^A-Za-z0-9_-]/g, '-') || 'default' : 'default';
}
