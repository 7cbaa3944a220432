import { Injectable, Logger } from '@nestjs/common';
import { TermsService } from '../memberships/terms/terms.service';
import { Database } from '../platform/database/database';
import { MembershipCalendarService } from './membership-calendar.service';

const batch = 200;

/**
 * What becomes due for memberships by the passing of time alone. Conditions are ranges, and each membership is a
 * transaction of its own: after days without a worker the first runs bring everything to where it belongs, in whatever
 * order they come.
 */
@Injectable()
export class MembershipTicks {
  private readonly log = new Logger(MembershipTicks.name);

  constructor(
    private readonly database: Database,
    private readonly terms: TermsService,
    private readonly calendar: MembershipCalendarService,
  ) {}

  /** Lets offers lapse whose deadline has passed. */
  async lapse(now: Date): Promise<number> {
    return this.each(
      `select id from membership where status = 'offered' and offer_expires_at <= $1 order by offer_expires_at`,
      now,
      (id) => this.terms.lapse(id, now),
    );
  }

  /** Starts memberships whose first day has come by the clock of their site, and grants their first month. */
  async start(now: Date): Promise<number> {
    return this.each(
      `select m.id from membership m join site s on s.id = m.site_id
       where m.status = 'scheduled' and m.starts_on <= ($1::timestamptz at time zone s.time_zone)::date order by m.starts_on`,
      now,
      (id) => this.calendar.bringUpToDate(id, now),
    );
  }

  /** Begins and ends pauses, and drops wishes for a pause that nobody answered before its first day was over. */
  async pauses(now: Date): Promise<number> {
    const changed = await this.each(
      `select m.id from membership m join site s on s.id = m.site_id
       where m.status in ('active', 'paused') and (m.status = 'paused') <> exists (
         select 1 from pause p where p.membership_id = m.id and p.status = 'approved'
           and ($1::timestamptz at time zone s.time_zone)::date between p.starts_on and p.ends_on)`,
      now,
      (id) => this.calendar.bringUpToDate(id, now),
    );
    const [, dropped]: [unknown, number] = await this.database.transaction((tx) =>
      tx.query(
        `update pause p set status = 'cancelled' from membership m join site s on s.id = m.site_id
         where m.id = p.membership_id and p.status = 'requested'
           and p.starts_on < ($1::timestamptz at time zone s.time_zone)::date`,
        [now],
      ),
    );
    return changed + dropped;
  }

  /** Ends memberships whose last day has passed, or whose lead's membership has ended. */
  async end(now: Date): Promise<number> {
    return this.each(
      `select m.id from membership m join site s on s.id = m.site_id
       left join membership l on l.id = m.lead_membership_id and l.status = 'ended'
       where m.status in ('active', 'paused', 'suspended')
         and least(m.ends_on, greatest(l.ends_on, m.starts_on)) < ($1::timestamptz at time zone s.time_zone)::date
       order by m.ends_on`,
      now,
      (id) => this.calendar.bringUpToDate(id, now),
    );
  }

  /** One transaction per row: a bad one stays due and stops nobody. */
  private async each(due: string, now: Date, work: (id: string) => Promise<boolean>): Promise<number> {
    const rows = await this.database.read<{ id: string }>(`${due} limit ${batch}`, [now]);
    let done = 0;
    for (const { id } of rows) {
      try {
        if (await work(id)) done++;
      } catch (error) {
        this.log.error({ err: error as Error, membershipId: id }, 'a membership could not be brought up to date');
      }
    }
    return done;
  }
}
