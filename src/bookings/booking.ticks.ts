import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { BookingLifeService } from './booking-life.service';

const batch = 200;

/** What becomes due for bookings by the passing of time alone. Missed runs heal themselves: conditions are ranges. */
@Injectable()
export class BookingTicks {
  private readonly log = new Logger(BookingTicks.name);

  constructor(
    private readonly database: Database,
    private readonly life: BookingLifeService,
  ) {}

  /**
   * Closes bookings whose time is over, and declines requests that nobody answered. One transaction per booking. Where
   * checking in is asked for, those who have not are not closed but missed: see `no-show.ticks.ts`.
   */
  async complete(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string; status: string }>(
      `select b.id, b.status
       from booking b
       join resource r on r.id = b.resource_id
       join resource_rule l on l.site_id = b.site_id and l.kind = r.kind
       where b.status in ('requested', 'confirmed', 'checked_in')
         and (b.ends_at <= $1 or (b.status = 'requested' and b.starts_at <= $1))
         and (b.status <> 'confirmed' or l.check_in_after_minutes = 0)
       order by b.ends_at limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id, status } of due) {
      try {
        if (await (status === 'requested' ? this.life.lapse(id) : this.life.complete(id))) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, bookingId: id }, 'a booking could not be closed');
      }
    }
    return done;
  }

  /** Forgets idempotency keys after two days; clients are promised one. */
  async purgeKeys(now: Date): Promise<number> {
    const before = new Date(now.getTime() - 48 * 60 * 60_000);
    const [, count]: [unknown, number] = await this.database.transaction((tx) =>
      tx.query(
        `delete from idempotency_key where (person_id, key) in
           (select person_id, key from idempotency_key where created_at < $1 limit 5000 for update skip locked)`,
        [before],
      ),
    );
    return count;
  }
}
