import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { AssignmentService } from './assignment.service';

const batch = 200;

/** What becomes due for assignments by the passing of time alone. Ranges, so that a missed run heals itself. */
@Injectable()
export class AssignmentTicks {
  private readonly log = new Logger(AssignmentTicks.name);

  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentService,
  ) {}

  /** Ends offers that nobody answered in time, and asks the next alternates. */
  expire(now: Date): Promise<number> {
    return this.each(
      `select id from coaching_assignment where status = 'offered' and answer_by <= $1 order by answer_by, id`,
      now,
      (id) => this.assignments.expire(id),
    );
  }

  /** Takes up what was to rest until a day that has passed by the clock of the site. */
  resume(now: Date): Promise<number> {
    return this.each(
      `select a.id from coaching_assignment a join site s on s.id = a.site_id join membership m on m.id = a.membership_id
       where a.status = 'on_hold' and m.status = 'active'
         and a.held_until < ($1::timestamptz at time zone s.time_zone)::date order by a.held_until, a.id`,
      now,
      (id) => this.assignments.resumeDue(id),
    );
  }

  /** Brings coaching to where its membership is: stories do so at once, and what none of them has done is done here. */
  follow(now: Date): Promise<number> {
    return this.each(
      `select m.id from membership m
       where $1::timestamptz is not null and exists (
         select 1 from coaching_assignment a where a.membership_id = m.id and (
           (a.status = 'active' and m.status in ('paused', 'suspended'))
           or (a.status = 'on_hold' and a.held_by_membership and m.status = 'active')
           or (a.status in ('offered', 'active', 'on_hold') and m.status in ('ended', 'lapsed'))))
       order by m.id`,
      now,
      (id) => this.assignments.follow(id),
    );
  }

  private async each(due: string, now: Date, work: (id: string) => Promise<boolean>): Promise<number> {
    const rows = await this.database.read<{ id: string }>(`${due} limit ${batch}`, [now]);
    let done = 0;
    for (const { id } of rows) {
      try {
        if (await work(id)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, id }, 'an assignment could not be brought up to date');
      }
    }
    return done;
  }
}
