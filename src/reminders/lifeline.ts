import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Database } from '../platform/database/database';
import { connectionOptions } from '../platform/database/data-source';
import { patientClient } from '../platform/database/patient-client';

/** Any number: sets our lifelines apart from other advisory locks. */
const family = 722_601;

/** How long a lifeline must be missing before its sender counts as dead: one that is cut is tied again much sooner. */
const mourning = 1_500;

const pauseBeforeRetry = 250;

const PatientClient = patientClient(5_000);

/**
 * A sign of life that the database itself watches: a lock that this process holds for as long as one connection of it
 * stands. When the process is killed, the server notices at once, and what it had in hand need not wait for the end of
 * its lease. Where the server cannot notice (a machine without power, a wire that swallows everything, a pooler that keeps
 * the session of a client that is gone), the lease is what remains, as it is for claims that were made while the lifeline
 * was cut.
 */
@Injectable()
export class Lifeline implements OnApplicationShutdown {
  private readonly logger = new Logger('Messages');
  /** The same for the whole life of the process: what it has in hand stays its own when the connection is made anew. */
  private readonly number = randomInt(1, 2 ** 31);
  private readonly missingSince = new Map<number, number>();
  private client?: pg.Client;
  private retry?: NodeJS.Timeout;
  private isHeld = false;
  private isOver = true;

  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
  ) {}

  /** The number to claim messages under; null while the lifeline is cut. */
  get owner(): number | null {
    return this.isHeld ? this.number : null;
  }

  /** Ties the lifeline, and ties it again whenever it is cut. Called where jobs run, and nowhere else. */
  async start(): Promise<void> {
    this.isOver = false;
    await this.tie();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    this.isHeld = false;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  /** Frees the messages of senders that have died. @returns how many */
  async releaseOrphans(now: Date): Promise<number> {
    const missing = await this.missing(now);
    // Our own is missing: the server has lost the connection, and nobody has told us.
    if (missing.includes(this.number)) this.cut();
    for (const owner of this.missingSince.keys()) if (!missing.includes(owner)) this.missingSince.delete(owner);
    const dead = missing.filter((owner) => {
      if (owner === this.number) return false;
      const since = this.missingSince.get(owner) ?? performance.now();
      this.missingSince.set(owner, since);
      return performance.now() - since >= mourning;
    });
    if (dead.length === 0) return 0;
    const [rows] = await this.database.transaction((tx) =>
      tx.query<[unknown[], number]>(
        `update message set claimed_until = clock_timestamp(), claimed_by = null
         where claimed_by = any ($1) and status in ('pending', 'sending') and next_attempt_at <= $2
           and claimed_until > clock_timestamp() returning id`,
        [dead, now],
      ),
    );
    if (rows.length > 0) this.logger.warn({ messages: rows.length }, 'took over from a sender that died');
    return rows.length;
  }

  /** Numbers under which something is claimed and which nobody holds. */
  private async missing(now: Date): Promise<number[]> {
    const rows = await this.database.read<{ owner: number }>(
      `select distinct m.claimed_by as owner from message m
       where m.status in ('pending', 'sending') and m.next_attempt_at <= $1 and m.claimed_until > clock_timestamp()
         and m.claimed_by is not null and not exists (
           select from pg_locks l join pg_database d on d.oid = l.database
           where d.datname = current_database() and l.locktype = 'advisory' and l.granted
             and l.classid::bigint = $2 and l.objid::bigint = m.claimed_by and l.objsubid = 2)`,
      [now, family],
    );
    return rows.map(({ owner }) => owner);
  }

  private async tie(): Promise<void> {
    const url = (this.source.options as { url?: string }).url ?? '';
    const client = new PatientClient(connectionOptions(url, 1));
    this.client = client;
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.client !== client) return;
      this.isHeld = false;
      this.again();
    });
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
        family,
        this.number,
      ]);
      this.isHeld = rows[0]?.held === true && !this.isOver;
      // The server has not noticed yet that the connection before this one is gone.
      if (!this.isHeld) await client.end();
    } catch {
      await client.end().catch(() => undefined);
      this.again();
    }
  }

  private cut(): void {
    this.isHeld = false;
    void this.client?.end().catch(() => undefined);
    this.again();
  }

  private again(): void {
    clearTimeout(this.retry);
    if (this.isOver) return;
    this.retry = setTimeout(() => void this.tie(), pauseBeforeRetry);
  }
}
