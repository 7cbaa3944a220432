import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database } from '../platform/database/database';
import { retentionRules } from './retention.rules';

/** Forgets what has been remembered long enough, a batch of each rule at a time. */
@Injectable()
export class RetentionTicks {
  constructor(private readonly database: Database) {}

  async forget(now: Date): Promise<number> {
    let done = 0;
    for (const { months, forget } of retentionRules) {
      const [, count]: [unknown, number] = await this.database.transaction((tx) =>
        tx.query(forget, [monthsBefore(now, months)]),
      );
      done += count;
    }
    return done;
  }
}

function monthsBefore(now: Date, months: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').subtract({ months });
  return new Date(then.epochMilliseconds);
}
