import { Injectable, Logger } from '@nestjs/common';
import { Conflict } from '../kernel/errors';
import { plusMinutes } from '../kernel/period';
import { Database } from '../platform/database/database';
import { erasureDelay } from './erasure.rules';
import { ErasureService } from './erasure.service';

/** Granted wishes to be erased, a day after their answer. One transaction per person. */
@Injectable()
export class ErasureTicks {
  private readonly log = new Logger(ErasureTicks.name);

  constructor(
    private readonly database: Database,
    private readonly erasure: ErasureService,
  ) {}

  async erase(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select id from erasure_request where outcome = 'granted' and erased_at is null and answered_at <= $1
       order by answered_at limit 100`,
      [plusMinutes(now, -erasureDelay * 60)],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.erasure.carryOut(id, now)) done++;
      } catch (error) {
        if (!(error instanceof Conflict)) this.log.error({ err: error as Error, id }, 'a person could not be erased');
      }
    }
    return done;
  }
}
