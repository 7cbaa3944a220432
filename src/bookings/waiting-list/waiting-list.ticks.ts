import { Injectable, Logger } from '@nestjs/common';
import { Freed } from '../../occupancy/occupancy.service';
import { overlaps } from '../../occupancy/overlap';
import { Database } from '../../platform/database/database';
import { plusMinutes } from '../../kernel/period';
import { OfferAnswersService } from './offer-answers.service';
import { lastOfferMinutes } from './waiting-list.rules';

const batch = 200;

/** What becomes due on the waiting list by the passing of time alone. Ranges, so that a missed run heals itself. */
@Injectable()
export class WaitingListTicks {
  private readonly log = new Logger(WaitingListTicks.name);

  constructor(
    private readonly database: Database,
    private readonly answers: OfferAnswersService,
  ) {}

  /**
   * Ends offers that nobody answered and passes their places on; then offers what is free without anybody's doing: a
   * hold has lapsed, a closure is lifted, a place is new. One transaction per row.
   */
  async pass(now: Date): Promise<number> {
    const lapsed = await this.database.read<{ id: string }>(
      `select id from waiting_list_entry
       where (status = 'offered' and offer_expires_at <= $1) or (status = 'waiting' and starts_at < $2)
       order by starts_at, id limit ${batch}`,
      [now, plusMinutes(now, lastOfferMinutes)],
    );
    const ended = await this.each(lapsed, ({ id }) => this.answers.expire(id));
    const passed = await this.each(await this.freeNow(now), async (place) => {
      await this.answers.passOnFree(place);
      return true;
    });
    return ended + passed;
  }

  /** Places that are free for somebody who waits. */
  private freeNow(now: Date): Promise<Freed[]> {
    return this.database.read<Freed>(
      `select distinct r.id as "resourceId", e.starts_at as start, e.ends_at as "end"
       from waiting_list_entry e
       join resource r on r.site_id = e.site_id and r.kind = e.kind and r.status = 'active'
       join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       where e.status = 'waiting' and e.starts_at >= $2
         and (e.resource_id = r.id or (e.resource_id is null and r.capacity >= e.capacity and r.features @> e.features))
         and not exists (
           select 1 from occupation o
           where o.resource_id = r.id
             and ${overlaps('o', 'e.starts_at', 'e.ends_at + make_interval(mins => l.buffer_minutes)')}
             and (o.expires_at is null or o.expires_at > $1))
       order by e.starts_at, r.id limit ${batch}`,
      [now, plusMinutes(now, lastOfferMinutes)],
    );
  }

  private async each<Row extends object>(rows: readonly Row[], work: (row: Row) => Promise<boolean>): Promise<number> {
    let done = 0;
    for (const row of rows) {
      try {
        if (await work(row)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, ...row }, 'a place could not be passed on');
      }
    }
    return done;
  }
}
