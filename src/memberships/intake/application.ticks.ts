import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { ApplicationService } from './application.service';

const batch = 200;

/** What becomes due for applications by the passing of time alone. Missed runs heal themselves: conditions are ranges. */
@Injectable()
export class ApplicationTicks {
  private readonly log = new Logger(ApplicationTicks.name);

  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationService,
  ) {}

  /** Closes applications that were returned and not completed in time. One transaction per application. */
  async expire(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select id from application where status = 'returned' and return_deadline <= $1
       order by return_deadline limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.applications.expire(id, now)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, applicationId: id }, 'an application could not expire');
      }
    }
    return done;
  }
}
