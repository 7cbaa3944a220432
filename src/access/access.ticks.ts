import { Injectable } from '@nestjs/common';
import { plusMinutes } from '../kernel/period';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import { deviceDays } from './access.rules';

const batch = 1_000;
const day = 24 * 60;

/**
 * What has served its time, with how long it is kept beyond it (days). Used refresh tokens stay until they expire, because
 * seeing one again is how a theft is noticed; sessions stay a month for their owner to look at.
 */
const expiring: { table: string; key: string; column: string; days: number }[] = [
  { table: 'refresh_token', key: 'hash', column: 'expires_at', days: 1 },
  { table: 'session', key: 'id', column: 'expires_at', days: 30 },
  { table: 'one_time_token', key: 'id', column: 'expires_at', days: 7 },
  { table: 'sign_in_attempt', key: 'id', column: 'at', days: 1 },
  { table: 'sign_in_challenge', key: 'hash', column: 'expires_at', days: 0 },
  { table: 'second_factor_enrolment', key: 'person_id', column: 'expires_at', days: 0 },
  { table: 'account_notice', key: 'id', column: 'at', days: 30 },
  { table: 'known_device', key: 'hash', column: 'last_used_at', days: deviceDays },
];

/** What access forgets by itself. */
@Injectable()
export class AccessTicks {
  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  /**
   * Removes what has expired and accounts that nobody confirmed in time, in batches of their own transactions. May run
   * in several processes at once, and a run that was missed is made up for by the next.
   * @returns how many rows went
   */
  async purge(now: Date): Promise<number> {
    let gone = 0;
    for (const { table, key, column, days } of expiring) {
      const before = plusMinutes(now, -days * day);
      for (let removed = batch; removed === batch; gone += removed) {
        removed = await this.removeSome(
          `delete from ${table} where ${column} < $1 and ${key} in
             (select ${key} from ${table} where ${column} < $1 limit ${batch} for update skip locked)`,
          before,
        );
      }
    }
    return gone + (await this.people.forgetUnverified(now));
  }

  private removeSome(sql: string, before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(sql, [before]);
      return count;
    });
  }
}
