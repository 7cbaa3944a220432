import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { insist } from '../../kernel/refusal';
import { LocalDate, localDate } from '../../kernel/site-time';
import { OccupancyQueries } from '../../occupancy/occupancy.queries';
import { overlaps } from '../../occupancy/overlap';
import { Database } from '../../platform/database/database';
import { fullHours, whoIsInRules } from './presence.rules';
import { WhoIsInView } from './presence.view';

/** Who holds a booking of the day at the site. $1 is the site, $2 to $3 the day. */
const onThatDay = `
  b.site_id = $1 and b.status in ('confirmed', 'checked_in', 'completed')
  and ${overlaps('b', '$2', '$3')}`;

const agrees = (person: string) => `exists (
  select 1 from consent c where c.person_id = ${person} and c.purpose = 'who_is_in' and c.withdrawn_at is null)`;

/** Who is in on a day: told to those only who are in themselves, and only of those who agreed, as the reader did. */
@Injectable()
export class WhoIsInQueries {
  constructor(
    private readonly database: Database,
    private readonly occupancy: OccupancyQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Read from the consents at this moment: what somebody takes back is taken back at once.
   * @throws Missing when there is no such site; Refused `who_is_in_dates`
   */
  async on(actor: Actor, siteId: string, wanted?: LocalDate): Promise<WhoIsInView> {
    const { timeZone, today } = await this.siteToday(siteId);
    const date = wanted ?? today;
    insist(whoIsInRules, { date, today });
    const { day } = await this.occupancy.day(siteId, date);
    const given = [siteId, day.start, day.end, actor.personId];
    const [reader] = await this.database.read<{ agreed: boolean; isIn: boolean }>(
      `select ${agrees('$4')} as agreed,
              exists (select 1 from booking b where ${onThatDay} and b.person_id = $4) as "isIn"`,
      given,
    );
    const rows = await this.database.read<{
      name: string;
      venture: string | null;
      since: Date;
      until: Date;
      zone: string | null;
    }>(
      `with present as (
         select b.person_id, min(b.starts_at) as since, max(b.ends_at) as until,
                (array_agg(r.zone order by b.starts_at) filter (where r.zone is not null))[1] as zone
         from booking b join resource r on r.id = b.resource_id
         where ${onThatDay} and ${agrees('b.person_id')}
         group by b.person_id
       )
       select p.full_name as name, v.name as venture, x.since, x.until, x.zone
       from present x
       join person p on p.id = x.person_id and p.status = 'active'
       left join lateral (
         select e.name from venture_member m join venture e on e.id = m.venture_id
         where m.person_id = x.person_id and m.starts_on <= $5 and coalesce(m.ends_on, 'infinity') >= $5
         order by m.starts_on desc limit 1
       ) v on true
       where x.person_id <> $4 and exists (select 1 from present me where me.person_id = $4)
       order by p.full_name, x.person_id limit 500`,
      [...given, date],
    );
    return {
      date,
      timeZone,
      agreed: reader?.agreed ?? false,
      isIn: reader?.isIn ?? false,
      items: rows.map(({ name, venture, since, until, zone }) => ({
        name,
        venture,
        ...fullHours(since, until, date, timeZone),
        zone,
      })),
    };
  }

  private async siteToday(siteId: string): Promise<{ timeZone: string; today: LocalDate }> {
    const now = this.clock.now();
    const { timeZone } = await this.occupancy.day(siteId, localDate(now, 'UTC'));
    return { timeZone, today: localDate(now, timeZone) };
  }
}
