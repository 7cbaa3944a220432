import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { datesBetween, dayOf, instantOf, LocalDate, plusDays } from '../kernel/site-time';
import { overlaps } from '../occupancy/overlap';
import { Database } from '../platform/database/database';
import { SitesQueries } from '../sites/sites.queries';
import { addBookable, addUses, noSums, openPieces, ReportedResource, Sums, Use } from './occupancy.rules';
import { OccupancyReportView, occupancyReportView } from './occupancy.view';
import { ReportedSite, ReportQuestion, ReportScope, Scope } from './report.scope';

/** So many days are read at once, which bounds what is held in memory. */
const daysAtOnce = 31;

/** How much of what can be booked is booked, and how much of that somebody came for. */
@Injectable()
export class OccupancyReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: ReportScope,
    private readonly calendars: SitesQueries,
  ) {}

  /** @throws Missing for a site that the person may not read of; Refused `report_range` */
  async report(actor: Actor, question: ReportQuestion): Promise<OccupancyReportView> {
    const scope = await this.scopes.of(actor, question);
    const sums = noSums();
    const resources = new Map<string, ReportedResource>();
    for (const site of scope.sites) await this.addSite(sums, resources, site, scope);
    return occupancyReportView(scope, sums, resources, this.clock.now());
  }

  private async addSite(
    sums: Sums,
    resources: Map<string, ReportedResource>,
    site: ReportedSite,
    { from, to }: Scope,
  ): Promise<void> {
    const own = await this.resources(site);
    for (const resource of own) resources.set(resource.id, resource);
    const { hours, closures } = await this.calendars.calendar(this.database.source.manager, site.id, from, to);
    for (let first = from; first <= to; first = plusDays(first, daysAtOnce)) {
      const last = earlier(plusDays(first, daysAtOnce - 1), to);
      const pieces = openPieces(datesBetween(first, last), site.timeZone, hours, closures);
      addBookable(sums, pieces, own);
      addUses(sums, pieces, resources, await this.uses(site, first, last));
    }
  }

  /** Resources that were there at all; a retired one until it was retired. */
  private async resources({ id, name }: ReportedSite): Promise<ReportedResource[]> {
    const rows = await this.database.read<
      Omit<ReportedResource, 'site' | 'since' | 'until'> & { since: Date; until: Date | null }
    >(
      `select r.id, r.name, r.kind, r.created_at as since,
         case when r.status = 'retired' then coalesce(
           (select max(a.at) from audit_event a where a.subject_id = r.id and a.action = 'resource.retire'), r.updated_at) end as until
       from resource r where r.site_id = $1 order by r.kind, r.name, r.id`,
      [id],
    );
    return rows.map(({ since, until, ...row }) => ({
      ...row,
      site: { id, name },
      since: since.getTime(),
      until: until?.getTime() ?? Number.POSITIVE_INFINITY,
    }));
  }

  /** What was used on some dates: bookings, and sessions in a room; cut at the bounds of the first and the last day. */
  private async uses({ id, timeZone }: ReportedSite, first: LocalDate, last: LocalDate): Promise<Use[]> {
    const start = instantOf(first, '00:00', timeZone);
    const end = dayOf(last, timeZone).end;
    // As numbers: the driver takes longer to read two hundred thousand dates than PostgreSQL to find them.
    const milliseconds = (instants: string): string => `(extract(epoch from ${instants}) * 1000)::float8`;
    return this.database.read<Use>(
      `select b.resource_id as "resourceId", b.person_id as "personId", p.code as "planCode",
         ${milliseconds('greatest(b.starts_at, $2)')} as start, ${milliseconds('least(b.ends_at, $3)')} as "end",
         b.checked_in_at is not null as came
       from booking b left join membership m on m.id = b.membership_id left join plan p on p.id = m.plan_id
       where b.site_id = $1 and ${overlaps('b', '$2', '$3')}
         and b.status in ('confirmed', 'checked_in', 'completed', 'no_show')
       union all
       select c.room_id, c.coach_id, null, ${milliseconds('greatest(c.starts_at, $2)')},
              ${milliseconds('least(c.ends_at, $3)')}, c.status in ('held', 'closed')
       from coaching_session c
       where c.site_id = $1 and c.room_id is not null and ${overlaps('c', '$2', '$3')}
         and c.status <> 'cancelled'`,
      [id, start, end],
    );
  }
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
