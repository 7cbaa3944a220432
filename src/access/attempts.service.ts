import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { TooMany } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Secrets } from '../platform/secrets';
import { codeTries, mailTries, passwordTries, TryLimit } from './access.rules';

/** What can be tried: a password, or a code of the second factor. */
export type Tried = 'password' | 'code';

/** A try that was written down before it was made. */
export interface Attempt {
  id: string;
  of: Tried;
  /** Whether the account is locked (for these devices) if this one fails too. */
  isLast: boolean;
}

const limits: Record<Tried, TryLimit> = { password: passwordTries, code: codeTries };

interface Reservation {
  freeAt: Date | null;
  left: number | null;
}

/**
 * The counters of tries, by account and not by person: an address that nobody has is counted like any other, so a lock
 * tells nothing about who is known here.
 */
@Injectable()
export class Attempts {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    secrets: Secrets,
  ) {
    this.key = secrets.keys('account')[0].bytes;
  }

  /**
   * Writes a try down before it is made. Any number at once: no more than allowed get through.
   * @param device the known device it comes from, or null for all unknown ones together
   * @throws TooMany while the account is locked for this device
   */
  async before(of: Tried, email: string, device: Buffer | null): Promise<Attempt> {
    const at = this.clock.now();
    const reserved = await this.database.transaction((tx) =>
      this.reserve(tx, { kind: of, email, device, limit: limits[of], at }),
    );
    if (reserved instanceof Date) throw locked(of, reserved, at);
    return { ...reserved, of };
  }

  /** It was right, so the try does not count. */
  async succeeded(tx: EntityManager, attempt: Attempt): Promise<void> {
    await tx.query(`update sign_in_attempt set failed = false where id = $1`, [attempt.id]);
  }

  /** It was wrong. The lock that the last allowed try brings is written down, whether we know the address or not. */
  async failed(attempt: Attempt, email: string, personId: string | null): Promise<void> {
    if (!attempt.isLast) return;
    const at = this.clock.now();
    const deed = attempt.of === 'code' ? { action: 'second_factor.lock' } : { action: 'account.lock' };
    await this.database.transaction((tx) =>
      this.audit.write(tx, {
        ...deed,
        at,
        actor: theHouse,
        subjectId: personId ?? uuidFrom(this.account(email)),
        facts: { minutes: limits[attempt.of].shortSpan },
      }),
    );
  }

  /** Whether one more mail of a kind may go to the address; counts it if so. */
  async mayMail(tx: EntityManager, kind: 'reset' | 'register', email: string, at: Date): Promise<boolean> {
    const attempt = await this.reserve(tx, { kind, email, device: null, limit: mailTries, at });
    return !(attempt instanceof Date);
  }

  private async reserve(
    tx: EntityManager,
    wanted: { kind: string; email: string; device: Buffer | null; limit: TryLimit; at: Date },
  ): Promise<Omit<Attempt, 'of'> | Date> {
    const { kind, email, device, limit, at } = wanted;
    const id = newId();
    const rows: Reservation[] = await tx.query(
      `select free_at as "freeAt", left_over as left
       from reserve_attempt($1, $2, $3, $4, $5, $6, make_interval(mins => $7), $8, make_interval(mins => $9))`,
      [id, this.account(email), device, kind, at, limit.few, limit.shortSpan, limit.many, limit.longSpan],
    );
    return rows[0]?.freeAt ?? { id, isLast: rows[0]?.left === 0 };
  }

  private account(email: string): Buffer {
    return createHmac('sha256', this.key).update(email).digest();
  }
}

function locked(of: Tried, freeAt: Date, at: Date): TooMany {
  const seconds = Math.max(1, Math.ceil((freeAt.getTime() - at.getTime()) / 1000));
  return new TooMany(
    seconds,
    of === 'code'
      ? 'Too many wrong codes. Wait a while.'
      : 'Too many wrong passwords. Wait a while, or ask for a new password by mail.',
  );
}

/** An id for the audit trail that stands for an address nobody has, and cannot be turned back into it. */
function uuidFrom(hash: Buffer): string {
  return hash
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
