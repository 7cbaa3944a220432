import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { instant } from '../kernel/period';
import { localDate, plusDays } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { CoachingHoursQueries } from './coaching-hours.queries';
import { coachingHoursReportView } from './coaching-hours.view';
import { CoachingOverviewView, CoachLoadView, OverdueAnswerView, UncoachedView } from './coaching-overview.view';
import { ReportedSite, ReportScope } from './report.scope';
import { percent } from './report.view';

/** Over so many days hours are told apart by topic. */
const recentDays = 90;
/** So many lines of each list are shown; who has more has other worries than the next one. */
const mostLines = 200;

/** What a manager wants to know of the coaching of a site. */
@Injectable()
export class CoachingOverviewQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: ReportScope,
    private readonly hours: CoachingHoursQueries,
  ) {}

  /** @throws Missing for a site that the person does not run */
  async overview(actor: Actor, siteId: string): Promise<CoachingOverviewView> {
    const site = await this.scopes.managed(actor, siteId);
    const now = this.clock.now();
    const to = localDate(now, site.timeZone);
    const range = { from: plusDays(to, 1 - recentDays), to };
    const scope = { ...range, sites: [site], hidesSmallCells: false };
    const { byTopic } = coachingHoursReportView(scope, await this.hours.held(site, range), now);
    return {
      siteId,
      coaches: await this.coaches(site),
      withoutCoach: await this.withoutCoach(site),
      answersOverdue: await this.overdue(site),
      hoursByTopic: byTopic,
    };
  }

  private async coaches({ id }: ReportedSite): Promise<CoachLoadView[]> {
    const rows = await this.database.read<Omit<CoachLoadView, 'loadPercent'>>(
      `select c.person_id as "coachId", p.full_name as name, c.status, c.places::float8 as places,
         coalesce(sum(a.weight) filter (where a.status in ('active', 'on_hold')), 0)::float8 as load,
         coalesce(sum(a.weight) filter (where a.status = 'offered'), 0)::float8 as offered
       from coach_site s
       join coach_profile c on c.person_id = s.coach_id
       join person p on p.id = c.person_id
       left join coaching_assignment a on a.coach_id = c.person_id
       where s.site_id = $1
       group by c.person_id, p.full_name
       order by coalesce(sum(a.weight) filter (where a.status in ('active', 'on_hold')), 0) / greatest(c.places, 0.1) desc,
                p.full_name, c.person_id
       limit $2`,
      [id, mostLines],
    );
    return rows.map((row) => ({ ...row, loadPercent: percent(row.load, row.places) }));
  }

  private withoutCoach({ id }: ReportedSite): Promise<UncoachedView[]> {
    return this.database.read<UncoachedView>(
      `select m.id as "membershipId", m.person_id as "personId", p.full_name as name, m.starts_on::text as since,
         exists (select 1 from coaching_assignment a where a.membership_id = m.id and a.status = 'offered') as asked
       from membership m
       join person p on p.id = m.person_id
       join plan_version v on v.id = m.plan_version_id
       where m.site_id = $1 and m.status = 'active' and v.needs <> 'home_membership'
         and not exists (
           select 1 from coaching_assignment a where a.membership_id = m.id and a.status in ('active', 'on_hold'))
       order by m.starts_on, m.id limit $2`,
      [id, mostLines],
    );
  }

  private async overdue({ id }: ReportedSite): Promise<OverdueAnswerView[]> {
    const rows = await this.database.read<Omit<OverdueAnswerView, 'answerBy'> & { answerBy: Date }>(
      `select a.id as "assignmentId", a.coach_id as "coachId", p.full_name as "coachName", a.answer_by as "answerBy"
       from coaching_assignment a join person p on p.id = a.coach_id
       where a.site_id = $1 and a.status = 'offered' and a.answer_by <= $2
       order by a.answer_by, a.id limit $3`,
      [id, this.clock.now(), mostLines],
    );
    return rows.map(({ answerBy, ...row }) => ({ ...row, answerBy: instant(answerBy) }));
  }
}
