import { ConnectionOptions, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { CalmPool, connectionOptions } from '../database/data-source';
import { steadyBackend } from './steady-backend';

/** What a job says: a name for the processor to choose by, and small data. */
export type Work = Processor<unknown, void>;

/** How a worker works; the connection is the carrier's own business. */
export type WorkOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/**
 * Where BullMQ keeps its jobs. One of two places, behind one small face, so that nothing else knows which: connections
 * are counted here (a queue and a worker share what they can), and nothing in here outlives `close`.
 */
export interface Carrier {
  readonly place: 'PostgreSQL' | 'Redis';
  queue(name: string): Queue;
  worker(name: string, work: Work, options: WorkOptions): Worker;
  /** Whether a command would be sent at once. False while a lost connection is being made again. */
  isConnected(): boolean;
  /** Asks the place itself for a sign of life. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Finished and failed jobs go at once: the ledger in the database is the memory, the queue is not. */
const leaveNothing = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * Jobs in the application's own database, schema `bullmq`. One small pool for queues and workers; connections are made
 * when first used, so a process that only adds jobs holds one, and each worker up to three (one listens for new jobs).
 */
export function postgresCarrier(url: string, onError: (error: Error) => void): Carrier {
  const options = connectionOptions(url, 6);
  const pool = new CalmPool({ ...options, options: `${options.options ?? ''} -c search_path=bullmq` });
  pool.on('error', onError);
  // BullMQ's own typings name Redis options first; the factory beside them is what decides.
  const connection = pool as unknown as ConnectionOptions;
  const backend = steadyBackend as never;
  return {
    place: 'PostgreSQL',
    queue: (name) => new Queue(name, { connection, defaultJobOptions: leaveNothing }, backend),
    worker: (name, work, settings) => new Worker(name, work, { ...settings, connection }, backend),
    isConnected: () => true,
    ping: async () => {
      await pool.query('select 1 from meta limit 1');
    },
    close: () => pool.end(),
  };
}

/**
 * Jobs in Redis 7 or Valkey. The connection of the queues fails fast (no offline queue), that of the workers waits for
 * as long as it takes. `prefix` keeps installations that share one server apart.
 */
export function redisCarrier(url: string, prefix: string, onError: (error: Error) => void): Carrier {
  const retryStrategy = (tries: number): number => Math.min(100 * tries, 2_000);
  const shared = { connectTimeout: 3_000, retryStrategy, keepAlive: 10_000 };
  const sender = new Redis(url, { ...shared, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  sender.on('error', onError);
  return {
    place: 'Redis',
    queue: (name) => new Queue(name, { connection: sender, prefix, defaultJobOptions: leaveNothing }),
    worker: (name, work, settings) =>
      new Worker(name, work, { ...settings, prefix, connection: { ...shared, url, maxRetriesPerRequest: null } }),
    isConnected: () => sender.status === 'ready',
    ping: async () => {
      await sender.ping();
    },
    close: () => {
      sender.disconnect();
      return Promise.resolve();
    },
  };
}
