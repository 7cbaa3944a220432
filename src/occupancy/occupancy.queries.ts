import { Injectable } from '@nestjs/common';
import { Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { dayOf, LocalDate } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { ClosedDays, openDuring, openPeriods, WeeklyHours } from '../sites/opening.rules';
import { overlaps } from './overlap';
import { PlaceTexts } from './place-texts';

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
  name: string;
  gridMinutes: number;
  bufferMinutes: number;
  taken: Period[];
}

type TakenRow = Omit<TakenTimes, 'taken'> & { taken: { start: string; end: string }[] | null };

/** A local day of a site: its bounds as instants, and when the site is open on it. */
export interface SiteDay {
  timeZone: string;
  day: Period;
  open: Period[];
}

/** A question about a local day, asked together with the calendar of the site: one value, called `answer`. */
export interface DayQuestion {
  /** Under which name a connection keeps its plan. */
  name: string;
  /** A subselect; $1 is the site, $2 and $3 are the bounds of the day. */
  sql: string;
  /** From $4 on. */
  parameters: unknown[];
}

/** What is taken of each resource is gathered once: a look into the ledger for each costs four times as much. */
const takenOfSite = `
  with taken as materialized (
    select o.resource_id, json_agg(json_build_object('start', o.starts_at, 'end', o.ends_at)) as taken
    from occupation o
    where o.site_id = $1 and o.resource_id is not null and ${overlaps('o', '$2', '$3')}
      and (o.expires_at is null or o.expires_at > $4)
    group by o.resource_id
  )
  select coalesce(json_agg(json_build_object(
    'resourceId', r.id, 'name', r.name, 'gridMinutes', l.grid_minutes, 'bufferMinutes', l.buffer_minutes,
    'taken', t.taken) order by r.name), '[]')
  from resource r
  join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  left join taken t on t.resource_id = r.id
  where r.site_id = $1 and r.status = 'active'
    and ($5::text is null or r.kind = $5) and ($6::uuid is null or r.id = $6)`;

/** Questions about what is free. */
@Injectable()
export class OccupancyQueries {
  /** The clocks of sites as they were last read; never trusted, see {@link onDay}. */
  private readonly clocks = new Map<string, string>();

  private readonly texts: PlaceTexts;

  constructor(private readonly database: Database) {
    this.texts = new PlaceTexts(database);
  }

  /** The calendar of a site around a period. @throws Missing when there is no such site. */
  async calendar(siteId: string, period: Period): Promise<SiteCalendar> {
    const rows = await this.database.read<{ calendar: SiteCalendar | null }>(
      'select site_calendar($1, $2, $3) as calendar',
      [siteId, period.start, period.end],
      'site_calendar',
    );
    return known(rows[0]?.calendar);
  }

  /** A local day of a site. @throws Missing when there is no such site. */
  async day(siteId: string, date: LocalDate): Promise<SiteDay> {
    const { site, hours, closures } = await this.calendar(siteId, dayOf(date, 'UTC'));
    return siteDay(date, { site, hours, closures });
  }

  /**
   * A local day of a site with the answer to a question about it, in one statement. The bounds of the day depend on the
   * clock of the site: the one that was last read is supposed, and read again with the answer. Should it be another
   * one, the question is asked again.
   * @throws Missing when there is no such site.
   */
  async onDay(
    siteId: string,
    date: LocalDate,
    { name, sql, parameters }: DayQuestion,
  ): Promise<SiteDay & { answer: unknown }> {
    for (;;) {
      const supposed = this.clocks.get(siteId) ?? 'UTC';
      const bounds = dayOf(date, supposed);
      const rows = await this.database.read<{ calendar: SiteCalendar | null; answer: unknown }>(
        `select site_calendar($1, $2, $3) as calendar, (${sql}) as answer`,
        [siteId, bounds.start, bounds.end, ...parameters],
        name,
      );
      const calendar = known(rows[0]?.calendar);
      const { timeZone } = calendar.site;
      if (timeZone === supposed) return { ...siteDay(date, calendar), answer: rows[0]?.answer };
      this.clocks.set(siteId, timeZone);
    }
  }

  /** Active resources of a site that are free, and the site open, for the whole period; the smallest that fit first. */
  async free(siteId: string, period: Period, needs: Needs, now: Date): Promise<FreeResource[]> {
    return JSON.parse(await this.freeAsText(siteId, period, needs, now)) as FreeResource[];
  }

  /** The same as JSON text: made into objects only by those who look into it. */
  async freeAsText(siteId: string, period: Period, needs: Needs, now: Date): Promise<string> {
    const rows = await this.database.read<{ calendar: SiteCalendar | null; places: string | null }>(
      'select site_calendar($1, $2, $3) as calendar, free_places($1, $2, $3, $4, $5, $6, $7) as places',
      [siteId, period.start, period.end, now, needs.kind ?? null, needs.capacity ?? 1, needs.features ?? []],
      'free_of_site',
    );
    const { site, hours, closures } = known(rows[0]?.calendar);
    const open = openDuring(period, site.timeZone, hours, closures).some((span) => span.contains(period));
    const places = rows[0]?.places;
    return open && site.status === 'active' && places ? this.texts.listOf(places.split(' ')) : '[]';
  }

  /** What is taken of a site's active resources during a period; of one kind or of one resource when given. */
  async taken(
    siteId: string,
    period: Period,
    now: Date,
    only: { kind?: string; resourceId?: string },
  ): Promise<TakenTimes[]> {
    const rows = await this.database.read<{ answer: TakenRow[] }>(
      `select (${takenOfSite}) as answer`,
      [siteId, period.start, period.end, now, only.kind ?? null, only.resourceId ?? null],
      'taken_of_site',
    );
    return times(rows[0]?.answer ?? []);
  }

  /** The same for a local day, with the day. */
  async takenOnDay(
    siteId: string,
    date: LocalDate,
    now: Date,
    only: { kind?: string; resourceId?: string },
  ): Promise<SiteDay & { resources: TakenTimes[] }> {
    const { answer, ...day } = await this.onDay(siteId, date, {
      name: 'taken_on_day',
      sql: takenOfSite,
      parameters: [now, only.kind ?? null, only.resourceId ?? null],
    });
    return { ...day, resources: times(answer as TakenRow[]) };
  }
}

/** @throws Missing when the site has no calendar, because there is no such site */
function known(calendar: SiteCalendar | null | undefined): SiteCalendar {
  if (!calendar) throw new Missing('site');
  return calendar;
}

function siteDay(date: LocalDate, { site: { timeZone }, hours, closures }: SiteCalendar): SiteDay {
  return { timeZone, day: dayOf(date, timeZone), open: openPeriods(date, timeZone, hours, closures) };
}

function times(rows: readonly TakenRow[]): TakenTimes[] {
  return rows.map((row) => ({
    ...row,
    taken: (row.taken ?? []).map(({ start, end }) => Period.of(new Date(start), new Date(end))),
  }));
}
