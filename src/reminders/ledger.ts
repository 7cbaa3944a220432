import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import { Channel, channels } from './message.entity';
import { lease, sweepAfter } from './message.rules';

/** A message that belongs to one sender for a while. `attempt` is the fence: see {@link Ledger}. */
export interface Claim {
  id: string;
  kind: string;
  subjectId: string;
  occasion: string;
  /** Who is told; null when it is a guest. */
  personId: string | null;
  guestId: string | null;
  channel: Channel;
  dueAt: Date;
  usefulUntil: Date;
  attempt: number;
}

/** What became of an attempt, as the ledger keeps it. */
export type Settled =
  | { status: 'sent' }
  | { status: 'void' | 'failed'; reason: string }
  | { status: 'pending'; reason: string; nextAttemptAt: Date };

/** Whose mailbox, browser or list it is that a message goes to. */
export function addresseeOf({ personId, guestId }: Pick<Claim, 'personId' | 'guestId'>): string {
  return personId ?? guestId ?? '';
}

const claimed = `id, kind, subject_id as "subjectId", occasion, person_id as "personId", guest_id as "guestId", channel, due_at as "dueAt",
  useful_until as "usefulUntil", attempts as attempt`;
/**
 * How long a message is its sender's is a matter among processes and not of the house: it is measured on the clock of
 * the database, which they share, so that no process whose clock was set takes a message out of another's hands.
 */
const leaseEnd = `clock_timestamp() + interval '${lease} milliseconds'`;
const free = `status in ('pending', 'sending') and (claimed_until is null or claimed_until <= clock_timestamp())`;

/** Which of the messages that are due may be claimed, and by whom. */
export interface Choice {
  /** Channels that are open. */
  through?: readonly Channel[];
  /** Addressees who have to wait: for them enough is under way already. */
  not?: readonly string[];
  /** Only what has been due for so many milliseconds. */
  after?: number;
  /** The number of the claiming sender's lifeline. */
  by?: number | null;
}

const chosen = (through: string, not: string): string =>
  `channel = any (${through}) and (channel = 'app' or coalesce(person_id, guest_id) <> all (${not}::uuid[]))`;

/**
 * The rows of the message ledger and the few things that may be done to them. Each is one guarded update. A claim
 * counts up `attempts`, and every later write names the number it got: who was so slow that somebody else has claimed
 * the row meanwhile changes nothing any more.
 */
@Injectable()
export class Ledger {
  constructor(private readonly database: Database) {}

  /**
   * Claims one message for sending now.
   * @returns undefined when it is done, not due, somebody else's, for a channel that is not open, or when the addressee
   * has to wait
   */
  async claim(
    id: string,
    now: Date,
    { through = channels, not = [], by = null }: Choice = {},
  ): Promise<Claim | undefined> {
    const [claim] = await this.update<Claim>(
      `update message set attempts = attempts + 1, claimed_until = ${leaseEnd}, claimed_by = $5
       where id = $2 and ${free} and next_attempt_at <= $1 and ${chosen('$3', '$4')} returning ${claimed}`,
      [now, id, through, not, by],
      'claim_message',
    );
    return claim;
  }

  /** Claims messages that the queue should have had sent by now, and those whose sender never came back. */
  async claimOverdue(
    now: Date,
    most: number,
    { through = channels, not = [], after = sweepAfter, by = null }: Choice = {},
  ): Promise<Claim[]> {
    return await this.update<Claim>(
      `update message set attempts = attempts + 1, claimed_until = ${leaseEnd}, claimed_by = $4
       where id in (
         select id from message where ${free} and next_attempt_at <= $1 and ${chosen('$2', '$3')}
         order by next_attempt_at limit ${most} for update skip locked)
       returning ${claimed}`,
      [new Date(now.getTime() - after), through, not, by],
    );
  }

  /** Marks that the hand-over begins, in the caller's transaction. @returns false when the claim is lost. */
  async begin(tx: EntityManager, claim: Claim): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `update message set status = 'sending', claimed_until = ${leaseEnd}
       where id = $1 and attempts = $2 and status in ('pending', 'sending')`,
      [claim.id, claim.attempt],
    );
    return count === 1;
  }

  /** A sign of life of the sender: the message stays its own for another lease. */
  async renew(claim: Claim): Promise<void> {
    await this.update(
      `update message set claimed_until = ${leaseEnd}
       where id = $1 and attempts = $2 and status = 'sending' returning id`,
      [claim.id, claim.attempt],
    );
  }

  /** Makes a message visible in the application, in the caller's transaction. @returns false when the claim is lost */
  async show(tx: EntityManager, claim: Claim, facts: Record<string, unknown>, now: Date): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `update message set status = 'sent', reason = null, claimed_until = null, facts = $1, sent_at = $2
       where id = $3 and attempts = $4 and status in ('pending', 'sending')`,
      [facts, now, claim.id, claim.attempt],
    );
    return count === 1;
  }

  /** Lets a message wait for a better time, which is when it is due now. @returns false when the claim is lost */
  async postpone(tx: EntityManager, claim: Claim, until: Date, reason: string): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `update message set status = 'pending', reason = $1, claimed_until = null, due_at = $2, next_attempt_at = $2
       where id = $3 and attempts = $4 and status in ('pending', 'sending')`,
      [reason, until, claim.id, claim.attempt],
    );
    return count === 1;
  }

  /** Writes down what became of an attempt. @returns false when the claim is lost. */
  async settle(claim: Claim, outcome: Settled, now: Date): Promise<boolean> {
    const rows = await this.update(
      `update message
       set status = $3, reason = $4, claimed_until = null, next_attempt_at = coalesce($5, next_attempt_at),
           sent_at = case when $3 = 'sent' then $6::timestamptz end
       where id = $1 and attempts = $2 and status in ('pending', 'sending') returning id`,
      [
        claim.id,
        claim.attempt,
        outcome.status,
        outcome.status === 'sent' ? null : outcome.reason,
        outcome.status === 'pending' ? outcome.nextAttemptAt : null,
        now,
      ],
      'settle_message',
    );
    return rows.length === 1;
  }

  /** How many messages wait, and how many of them should have been sent a minute ago. */
  async waiting(now: Date): Promise<{ open: number; overdue: number }> {
    const [row] = await this.database.read<{ open: number; overdue: number }>(
      `select count(*) as open, count(*) filter (where due_at <= $1) as overdue
       from message where status in ('pending', 'sending')`,
      [new Date(now.getTime() - 60_000)],
    );
    return row ?? { open: 0, overdue: 0 };
  }

  /** Forgets finished messages from before an instant, some thousands at a time. @returns how many */
  async forget(before: Date): Promise<number> {
    const rows = await this.update(
      `delete from message where id in (
         select id from message where status in ('sent', 'failed', 'void') and created_at < $1
         limit 5000 for update skip locked) returning id`,
      [before],
    );
    return rows.length;
  }

  /** A statement alone is a transaction of its own, and takes one round trip where `begin` and `commit` take three. */
  private update<Row>(sql: string, parameters: unknown[], name?: string): Promise<Row[]> {
    return this.database.read<Row>(sql, parameters, name);
  }
}
