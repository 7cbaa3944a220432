import { Injectable } from '@nestjs/common';
import { Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { dayOf, LocalDate } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { ClosedDays, openDuring, openPeriods, WeeklyHours } from '../sites/opening.rules';

/** A site with its clock, its weekly hours and its closures around a period. */
export interface SiteCalendar {
  site: { id: string; timeZone: string; status: string };
  hours: WeeklyHours[];
  closures: ClosedDays[];
}

/** What a resource must be to answer a wish; what is left out does not matter. */
export interface Needs {
  kind?: string;
  capacity?: number;
  features?: string[];
}

/** A resource as lists of free places show it. */
export interface FreeResource {
  id: string;
  siteId: string;
  kind: string;
  name: string;
  capacity: number;
  features: string[];
  zone: string | null;
  position: { x: number; y: number } | null;
  needsApproval: boolean;
  status: string;
}

/** A resource with the grid of its kind and what is taken of it during a period. */
export interface TakenTimes {
  resourceId: string;
  gridMinutes: number;
  bufferMinutes: number;
  taken: Period[];
}

/** What a row of a resource is called in lists of free places; joins `resource r`. */
const resourceColumns = `
  r.id, r.site_id as "siteId", r.kind, r.name, r.capacity, r.features, r.zone, r.needs_approval as "needsApproval", r.status,
  case when r.position_x is null then null
       else json_build_object('x', r.position_x, 'y', r.position_y) end as position`;

/**
 * A row of the ledger of the site that touches the period. Bounded by site and time on both sides: rows are never
 * longer than `occupation_longest`, so a fixed look-back finds all of them and the cost does not grow with history.
 */
const touching = `
  o.site_id = $1 and o.resource_id is not null
  and o.starts_at > $2::timestamptz - interval '26 hours' and o.ends_at > $2
  and (o.expires_at is null or o.expires_at > $4)`;

/** Questions about what is free. */
@Injectable()
export class OccupancyQueries {
  constructor(private readonly database: Database) {}

  /** The calendar of a site around a period. @throws Missing when there is no such site. */
  async calendar(siteId: string, period: Period): Promise<SiteCalendar> {
    const rows = await this.database.read<{ calendar: SiteCalendar | null }>(
      'select site_calendar($1, $2, $3) as calendar',
      [siteId, period.start, period.end],
    );
    if (!rows[0]?.calendar) throw new Missing('site');
    return rows[0].calendar;
  }

  /** A local day of a site: its bounds as instants, and when the site is open on it. */
  async day(siteId: string, date: LocalDate): Promise<{ timeZone: string; day: Period; open: Period[] }> {
    const around = dayOf(date, 'UTC');
    const { site, hours, closures } = await this.calendar(siteId, around);
    const { timeZone } = site;
    return { timeZone, day: dayOf(date, timeZone), open: openPeriods(date, timeZone, hours, closures) };
  }

  /** Active resources of a site that are free, and the site open, for the whole period; the smallest that fit first. */
  async free(siteId: string, period: Period, needs: Needs, now: Date): Promise<FreeResource[]> {
    const { site, hours, closures } = await this.calendar(siteId, period);
    const open = openDuring(period, site.timeZone, hours, closures).some((span) => span.contains(period));
    if (!open || site.status !== 'active') return [];
    return this.database.read<FreeResource>(
      `select ${resourceColumns}
       from resource r
       join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       where r.site_id = $1 and r.status = 'active'
         and ($5::text is null or r.kind = $5) and r.capacity >= $6 and r.features @> $7
         and not exists (
           select 1 from occupation o
           where ${touching} and o.resource_id = r.id
             and o.starts_at < $3::timestamptz + interval '1 hour'
             and o.starts_at < $3::timestamptz + make_interval(mins => l.buffer_minutes))
       order by r.kind, r.capacity, r.name`,
      [siteId, period.start, period.end, now, needs.kind ?? null, needs.capacity ?? 1, needs.features ?? []],
    );
  }

  /** What is taken of a site's active resources during a period; of one kind or of one resource when given. */
  async taken(
    siteId: string,
    period: Period,
    now: Date,
    only: { kind?: string; resourceId?: string },
  ): Promise<TakenTimes[]> {
    const rows = await this.database.read<
      Omit<TakenTimes, 'taken'> & { taken: { start: string; end: string }[] | null }
    >(
      `with taken as materialized (
         select o.resource_id, json_agg(json_build_object('start', o.starts_at, 'end', o.ends_at)) as taken
         from occupation o
         where ${touching} and o.starts_at < $3
         group by o.resource_id
       )
       select r.id as "resourceId", l.grid_minutes as "gridMinutes", l.buffer_minutes as "bufferMinutes", t.taken
       from resource r
       join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       left join taken t on t.resource_id = r.id
       where r.site_id = $1 and r.status = 'active'
         and ($5::text is null or r.kind = $5) and ($6::uuid is null or r.id = $6)
       order by r.name`,
      [siteId, period.start, period.end, now, only.kind ?? null, only.resourceId ?? null],
    );
    return rows.map((row) => ({
      ...row,
      taken: (row.taken ?? []).map(({ start, end }) => Period.of(new Date(start), new Date(end))),
    }));
  }
}
