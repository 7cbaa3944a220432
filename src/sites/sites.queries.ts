import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { LocalDate } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { ClosedDays, WeeklyHours } from './opening.rules';
import { ClosureStatus, SiteStatus } from './site.rules';
import { ClosureRow, ClosureView, closureColumns, closureView, SiteRow, SiteView, siteView } from './site.view';

/** Which part of a list is wanted. */
export interface Slice {
  limit?: number;
  cursor?: string;
}

/** Which closures are wanted: those that touch the dates from `from` to `to`. */
export interface ClosureFilter extends Slice {
  from?: LocalDate;
  to?: LocalDate;
  status?: ClosureStatus;
}

/** All that decides when a site is open between two dates. */
export interface SiteCalendar {
  hours: WeeklyHours[];
  closures: ClosedDays[];
}

const spanColumns = `jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'),
  'closes', to_char(h.closes, 'HH24:MI'), 'validFrom', h.valid_from, 'validUntil', h.valid_until)`;

/** `$1` is the present instant: hours that ended before today, by the clock of the site, are history. */
const siteRows = `
  select s.id, s.slug, s.name, s.city, s.country, s.address, s.time_zone as "timeZone", s.status,
    s.fair_share_percent as "fairSharePercent", s.no_show_strikes as "noShowStrikes", s.no_show_days as "noShowDays",
    s.no_show_block_days as "noShowBlockDays", s.version,
         d.today::text as today,
         coalesce((select jsonb_agg(${spanColumns} order by h.valid_from, h.weekday, h.opens)
                   from opening_hours h
                   where h.site_id = s.id and (h.valid_until is null or h.valid_until >= d.today)), '[]') as hours
  from site s
  cross join lateral (select ($1::timestamptz at time zone s.time_zone)::date as today) d`;

/** What is read of sites, their hours and their closures. */
@Injectable()
export class SitesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sites by name, those that are suspended or closed among them. */
  async list({ limit = defaultLimit, cursor, status }: Slice & { status?: SiteStatus }): Promise<Page<SiteView>> {
    const [name, id] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const rows = await this.database.read<SiteRow>(
      `${siteRows}
       where ($2::text is null or s.status = $2) and ($3::text is null or (s.name, s.id::text) > ($3, $4))
       order by s.name, s.id::text limit $5`,
      [this.clock.now(), status, name, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.name, row.id], siteView);
  }

  /** One site. @throws Missing */
  async one(id: string): Promise<SiteView> {
    return this.within(this.database.source.manager, id);
  }

  /** One site as a transaction sees it. @throws Missing */
  async within(tx: EntityManager, id: string): Promise<SiteView> {
    const rows: SiteRow[] = await tx.query(`${siteRows} where s.id = $2`, [this.clock.now(), id]);
    const row = rows[0];
    if (!row) throw new Missing('site');
    return siteView(row);
  }

  /** Closures of a site by date. Whoever does not run the site sees those in force only. @throws Missing */
  async closures(actor: Actor, siteId: string, filter: ClosureFilter): Promise<Page<ClosureView>> {
    await this.insistOnSite(siteId);
    const { limit = defaultLimit, cursor, from, to } = filter;
    const [startsOn, id] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const rows = await this.database.read<ClosureRow>(
      `select ${closureColumns} from closure
       where site_id = $1 and ($2::date is null or ends_on >= $2) and ($3::date is null or starts_on <= $3)
         and ($4::text is null or status = $4) and ($5 or status = 'confirmed')
         and ($6::text is null or (starts_on::text, id::text) > ($6, $7))
       order by starts_on::text, id::text limit $8`,
      [siteId, from, to, filter.status, actor.manages(siteId), startsOn, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.startsOn, row.id], closureView);
  }

  /** One closure. @throws Missing also for one that is not in force and not the actor's to decide on. */
  async closure(actor: Actor, id: string): Promise<ClosureView> {
    const rows = await this.database.read<ClosureRow>(`select ${closureColumns} from closure where id = $1`, [id]);
    const row = rows[0];
    if (!row || (row.status !== 'confirmed' && !actor.manages(row.siteId))) throw new Missing('closure');
    return closureView(row);
  }

  /** The hours and the closures in force that touch the dates from first to last; without `last`, all from first on. */
  async calendar(tx: EntityManager, siteId: string, first: LocalDate, last?: LocalDate): Promise<SiteCalendar> {
    const rows: SiteCalendar[] = await tx.query(
      `select coalesce((select jsonb_agg(${spanColumns} order by h.valid_from, h.weekday, h.opens)
                        from opening_hours h
                        where h.site_id = $1 and (h.valid_until is null or h.valid_until >= $2::date)
                          and ($3::date is null or h.valid_from <= $3)), '[]') as hours,
              coalesce((select jsonb_agg(jsonb_build_object(
                          'startsOn', c.starts_on, 'endsOn', c.ends_on,
                          'opens', to_char(c.opens, 'HH24:MI'), 'closes', to_char(c.closes, 'HH24:MI')))
                        from closure c
                        where c.site_id = $1 and c.status = 'confirmed' and c.ends_on >= $2::date
                          and ($3::date is null or c.starts_on <= $3)), '[]') as closures`,
      [siteId, first, last],
    );
    return rows[0] ?? { hours: [], closures: [] };
  }

  private async insistOnSite(siteId: string): Promise<void> {
    const rows = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (rows.length === 0) throw new Missing('site');
  }
}
