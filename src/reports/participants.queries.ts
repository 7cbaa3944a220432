import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { dayOf, instantOf } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { Participant, participantsReportView, ParticipantsReportView, SiteOutcomes } from './participants.view';
import { Range } from './report.rules';
import { ReportedSite, ReportQuestion, ReportScope } from './report.scope';

/** Somebody came to a booking, or to a session; both bounded by the instants `$2` and `$3`. */
const came = `
  select p.person_id from session_participant p join coaching_session c on c.id = p.session_id
  where c.site_id = $1 and c.starts_at >= $2 and c.starts_at < $3 and p.attendance in ('present', 'late')
  union
  select b.person_id from booking b
  where b.site_id = $1 and b.starts_at >= $2 and b.starts_at < $3 and b.checked_in_at is not null
    and b.membership_id is not null`;

/** Whom the sites have served, and what has come of it. */
@Injectable()
export class ParticipantsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: ReportScope,
  ) {}

  /** @throws Missing for a site that the person may not read of; Refused `report_range` */
  async report(actor: Actor, question: ReportQuestion): Promise<ParticipantsReportView> {
    const scope = await this.scopes.of(actor, question);
    const people: Participant[] = [];
    const outcomes: SiteOutcomes[] = [];
    for (const site of scope.sites) {
      people.push(...(await this.participants(site, scope)));
      outcomes.push(await this.outcomes(site, scope));
    }
    return participantsReportView(scope, people, outcomes, this.clock.now());
  }

  /** Everybody who had a day of membership, came to a booking or took part in a session, with what they last told. */
  private participants(site: ReportedSite, range: Range): Promise<Participant[]> {
    return this.database.read<Participant>(
      `with served as (
         select m.person_id from membership m join membership_term t on t.membership_id = m.id
         where m.site_id = $1 and m.status not in ('offered', 'lapsed')
           and t.starts_on <= $5 and t.ends_on >= $4 and m.starts_on <= $5 and m.ends_on >= $4
         union ${came})
       select s.person_id as "personId", $1 as "siteId", a.answers ->> 'ageBand' as "ageBand",
              a.answers ->> 'municipality' as municipality
       from served s
       left join lateral (
         select answers from application
         where person_id = s.person_id and submitted_at is not null
         order by site_id = $1 desc, submitted_at desc limit 1) a on true`,
      bounds(site, range),
    );
  }

  private async outcomes(site: ReportedSite, range: Range): Promise<SiteOutcomes> {
    const [row] = await this.database.read<SiteOutcomes>(
      `select
         array(select (extract(epoch from a.decided_at - a.submitted_at) / 86400)::float8 from application a
               where a.site_id = $1 and a.decided_at >= $2 and a.decided_at < $3 and a.submitted_at is not null
                 and a.status in ('approved', 'rejected', 'waitlisted')) as "decisionDays",
         array(select greatest(0, extract(epoch from f.at - (m.starts_on::timestamp at time zone $6)) / 86400)::float8
               from membership m
               cross join lateral (
                 select min(c.starts_at) as at from coaching_session c
                 join session_participant p on p.session_id = c.id and p.attendance in ('present', 'late')
                 where p.person_id = m.person_id and c.site_id = m.site_id
                   and c.starts_at >= m.starts_on::timestamp at time zone $6
                   and c.starts_at < (m.ends_on + 1)::timestamp at time zone $6) f
               where m.site_id = $1 and m.ends_on >= $4 and m.starts_on <= $5 and f.at >= $2 and f.at < $3) as "firstSessionDays",
         (select jsonb_build_object(
            'missed', count(*) filter (where b.status = 'no_show'),
            'kept', count(*) filter (where b.status in ('completed', 'checked_in')))
          from booking b where b.site_id = $1 and b.starts_at >= $2 and b.starts_at < $3) as bookings,
         (select jsonb_build_object(
            'missed', count(*) filter (where c.absent = 'entrepreneur'), 'kept', count(*) filter (where c.status = 'closed'))
          from coaching_session c where c.site_id = $1 and c.starts_at >= $2 and c.starts_at < $3) as sessions,
         (select coalesce(jsonb_agg(jsonb_build_object('from', x.from_stage, 'to', x.to_stage, 'ventures', x.ventures)
                                    order by x.from_stage, x.to_stage), '[]')
          from (select t.from_stage, t.to_stage, count(distinct t.venture_id) as ventures
                from stage_transition t join venture v on v.id = t.venture_id
                where v.site_id = $1 and t.status = 'approved' and t.decided_at >= $2 and t.decided_at < $3
                group by 1, 2) x) as stages,
         (select count(distinct m.venture_id) from membership m
          where m.site_id = $1 and m.status not in ('offered', 'lapsed') and m.starts_on <= $5 and m.ends_on >= $4) as ventures,
         (select count(*) from company c join venture v on v.id = c.venture_id
          where v.site_id = $1 and c.registered_on between $4 and $5) as companies,
         (select jsonb_build_object('cents', coalesce(round(sum(x.cents)), 0), 'memberships', count(distinct x.membership_id))
          from (
            -- The difference of a month for each month, and for a part of a month the share of its days.
            select b.membership_id,
              (b.normal_price_cents - b.price_cents)
                * (least(b.ends_on, m.ends_on, $5, (month + interval '1 month')::date - 1)
                   - greatest(b.starts_on, $4, month::date) + 1)
                / extract(day from month + interval '1 month' - interval '1 day') as cents
            from benefit b
            join membership m on m.id = b.membership_id
            cross join lateral generate_series(
              date_trunc('month', greatest(b.starts_on, $4)::timestamp),
              least(b.ends_on, m.ends_on, $5)::timestamp, interval '1 month') month
            where m.site_id = $1 and b.starts_on <= $5 and b.ends_on >= $4 and m.ends_on >= $4) x) as benefit`,
      [...bounds(site, range), site.timeZone],
    );
    if (!row) throw new Error('A question without a row cannot be.');
    return row;
  }
}

/** The parameters `$1` to `$5` of every question: the site, the range as instants, the range as dates. */
function bounds({ id, timeZone }: ReportedSite, { from, to }: Range): unknown[] {
  return [id, instantOf(from, '00:00', timeZone), dayOf(to, timeZone).end, from, to];
}
