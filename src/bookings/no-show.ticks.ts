import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { NoShowService } from './no-show.service';

const batch = 200;

/** What becomes due for those who do not come. A question about a range, so a missed run is made up for by the next. */
@Injectable()
export class NoShowTicks {
  private readonly log = new Logger(NoShowTicks.name);

  constructor(
    private readonly database: Database,
    private readonly noShows: NoShowService,
  ) {}

  /** Marks bookings to which nobody came in time, the oldest first. One transaction per booking. */
  async mark(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select b.id
       from booking b
       join resource r on r.id = b.resource_id
       join resource_rule l on l.site_id = b.site_id and l.kind = r.kind
       where b.status = 'confirmed' and b.starts_at < $1 and l.check_in_after_minutes > 0
         and (b.ends_at <= $1 or b.starts_at + make_interval(mins => l.check_in_after_minutes) < $1)
       order by b.starts_at, b.id limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.noShows.mark(id)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, bookingId: id }, 'a no-show could not be marked');
      }
    }
    return done;
  }
}
