import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Period, plusMinutes } from '../../kernel/period';
import { SiteCalendar } from '../../occupancy/occupancy.queries';
import { overlaps } from '../../occupancy/overlap';
import { openDuring } from '../../sites/opening.rules';
import { CoachCalendar, FreeSpan, freeSpansOf } from './availability.rules';

interface Span {
  start: string;
  end: string;
}

/** A coach's calendar as PostgreSQL builds it. */
type CalendarRow = Omit<CoachCalendar, 'taken' | 'sessions'> & {
  coachId: string;
  taken: Span[];
  sessions: Span[];
};

/** A site's clock, and when the site is open. */
export interface OpenSite {
  timeZone: string;
  open: Period[];
}

const dayMinutes = 24 * 60;

/** Questions about when coaches are free. */
@Injectable()
export class AvailabilityQueries {
  /**
   * When coaches can be booked during a window, by coach, sorted by start. Every coach that was asked for is in the
   * answer, with nothing when there is no such coach. Two statements, whatever the number of coaches.
   */
  async freeSpans(
    tx: EntityManager,
    coachIds: readonly string[],
    window: Period,
    now: Date,
  ): Promise<Map<string, FreeSpan[]>> {
    const calendars = await this.calendars(tx, coachIds, window, now);
    const siteIds = new Set<string>();
    for (const { weekly, exceptions } of calendars.values()) {
      for (const { siteId } of [...weekly, ...exceptions]) if (siteId !== null) siteIds.add(siteId);
    }
    const sites = await this.sites(tx, [...siteIds], window);
    const openAt = new Map([...sites].map(([id, { open }]) => [id, open]));
    return new Map(
      coachIds.map((id) => {
        const calendar = calendars.get(id);
        return [id, calendar ? freeSpansOf(calendar, openAt, window, now) : []];
      }),
    );
  }

  /** All that decides when coaches are free during a window, by coach. People without the role are not among them. */
  async calendars(
    tx: EntityManager,
    coachIds: readonly string[],
    window: Period,
    now: Date,
  ): Promise<Map<string, CoachCalendar>> {
    const rows: CalendarRow[] = await tx.query(calendars, [
      coachIds,
      plusMinutes(window.start, -dayMinutes),
      plusMinutes(window.end, dayMinutes),
      now,
    ]);
    return new Map(
      rows.map(({ coachId, taken, sessions, ...rest }) => [
        coachId,
        { ...rest, taken: taken.map(period), sessions: sessions.map(period) },
      ]),
    );
  }

  /** When sites are open during a window, by id, and by which clock; sites that are not active never are. */
  async sites(tx: EntityManager, siteIds: readonly string[], window: Period): Promise<Map<string, OpenSite>> {
    if (siteIds.length === 0) return new Map();
    const rows: { calendar: SiteCalendar | null }[] = await tx.query(
      'select site_calendar(site, $2, $3) as calendar from unnest($1::uuid[]) as s (site)',
      [siteIds, window.start, window.end],
    );
    return new Map(
      rows.flatMap(({ calendar }) => {
        if (!calendar) return [];
        const { site, hours, closures } = calendar;
        const open = site.status === 'active' ? openDuring(window, site.timeZone, hours, closures) : [];
        return [[site.id, { timeZone: site.timeZone, open }]];
      }),
    );
  }
}

function period({ start, end }: Span): Period {
  return Period.of(new Date(start), new Date(end));
}

/**
 * Bounded by coach and time on both sides: rows of the ledger are never longer than `occupation_longest`, so a fixed
 * look-back finds all of them. The role is read with the rest: who lost it is no coach any more.
 */
const calendars = `
  select c.person_id as "coachId", c.time_zone as "timeZone", c.status,
         c.minimum_notice_minutes as "minimumNoticeMinutes", c.buffer_minutes as "bufferMinutes",
         c.longest_day_minutes as "longestDayMinutes", c.qualified_until::text as "qualifiedUntil",
         array(select s.site_id::text from coach_site s where s.coach_id = c.person_id and s.site_id = any (held.sites)) as "siteIds",
         (select coalesce(jsonb_agg(jsonb_build_object('weekday', r.weekday, 'from', to_char(r.from_time, 'HH24:MI'),
            'to', to_char(r.to_time, 'HH24:MI'), 'siteId', r.site_id)), '[]')
          from availability_rule r where r.coach_id = c.person_id) as weekly,
         (select coalesce(jsonb_agg(jsonb_build_object('date', e.date, 'closed', e.closed,
            'from', to_char(e.from_time, 'HH24:MI'), 'to', to_char(e.to_time, 'HH24:MI'), 'siteId', e.site_id)), '[]')
          from availability_exception e
          where e.coach_id = c.person_id
            and e.date between ($2::timestamptz at time zone 'UTC')::date - 1 and ($3::timestamptz at time zone 'UTC')::date + 1
         ) as exceptions,
         ledger.taken || outside.taken as taken, ledger.sessions
  from coach_profile c
  cross join lateral (
    select array_agg(g.site_id) as sites from role_grant g
    where g.person_id = c.person_id and g.role = 'coach' and (g.ends_at is null or g.ends_at > $4)
  ) held
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('start', o.starts_at, 'end', o.ends_at)), '[]') as taken,
           coalesce(jsonb_agg(jsonb_build_object('start', o.starts_at,
             'end', o.ends_at - make_interval(mins => o.buffer_minutes))) filter (where o.cause = 'session'), '[]') as sessions
    from occupation o
    where o.person_id = c.person_id and ${overlaps('o', '$2', '$3')} and (o.expires_at is null or o.expires_at > $4)
  ) ledger
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('start', e.starts_at, 'end', e.ends_at)), '[]') as taken
    from outside_event e where e.coach_id = c.person_id and e.starts_at < $3 and e.ends_at > $2
  ) outside
  where c.person_id = any ($1) and held.sites is not null`;
