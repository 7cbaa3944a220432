import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { dayOf, instantOf } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { HeldSession } from './coaching-hours.rules';
import { CoachingHoursReportView, coachingHoursReportView } from './coaching-hours.view';
import { Range } from './report.rules';
import { ReportedSite, ReportQuestion, ReportScope } from './report.scope';

/** How many hours of coaching were held. */
@Injectable()
export class CoachingHoursQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: ReportScope,
  ) {}

  /** @throws Missing for a site that the person may not read of; Refused `report_range` */
  async report(actor: Actor, question: ReportQuestion): Promise<CoachingHoursReportView> {
    const scope = await this.scopes.of(actor, question);
    const sessions: HeldSession[] = [];
    for (const site of scope.sites) sessions.push(...(await this.held(site, scope)));
    return coachingHoursReportView(scope, sessions, this.clock.now());
  }

  /** Sessions that began on the dates and are closed, with the founders who were there and their ventures then. */
  held({ id, timeZone }: ReportedSite, { from, to }: Range): Promise<HeldSession[]> {
    return this.database.read<HeldSession>(
      `select c.coach_id as "coachId", k.full_name as "coachName", c.expertise_topic as topic, c.type, c.mode,
         c.held_minutes::int as minutes, array_agg(distinct p.person_id::text) as people,
         array_agg(distinct coalesce(v.id, p.person_id)::text) as ventures
       from coaching_session c
       join person k on k.id = c.coach_id
       join session_participant p on p.session_id = c.id and p.attendance in ('present', 'late')
       left join lateral (
         select m.venture_id as id from membership m
         where m.person_id = p.person_id and m.site_id = c.site_id and m.status not in ('offered', 'lapsed')
           and m.starts_on <= (c.starts_at at time zone $4)::date
         order by m.starts_on desc limit 1) v on true
       where c.site_id = $1 and c.starts_at >= $2 and c.starts_at < $3 and c.status = 'closed' and c.held_minutes > 0
       group by c.id, k.full_name
       order by c.starts_at, c.id`,
      [id, instantOf(from, '00:00', timeZone), dayOf(to, timeZone).end, timeZone],
    );
  }
}
