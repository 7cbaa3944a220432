import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { ConflictsOfInterest } from './conflict-of-interest.service';

const batch = 200;

/** Conflicts of interest that have counted until a date: questions about them ask only whether they have ended. */
@Injectable()
export class ConflictTicks {
  private readonly log = new Logger(ConflictTicks.name);

  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictsOfInterest,
  ) {}

  /** Ends those whose last date is over everywhere we are; one transaction per row. */
  async lapse(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select id from conflict_of_interest
       where ended_at is null and ends_on < ($1::timestamptz at time zone 'UTC')::date order by ends_on limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.conflicts.lapse(id)) done++;
      } catch (error) {
        this.log.error({ err: error as Error, id }, 'a conflict of interest could not be ended');
      }
    }
    return done;
  }
}
