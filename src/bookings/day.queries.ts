import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { LocalDate } from '../kernel/site-time';
import { OccupancyQueries } from '../occupancy/occupancy.queries';
import { overlaps } from '../occupancy/overlap';

/** How an instant of the database is written in JSON: RFC 3339 in UTC. */
const utc = (column: string) => `to_char((${column}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/**
 * The day of a site as one JSON text, built by PostgreSQL: no objects are made of hundreds of rows only to be written
 * again. Others see that a place is taken; the holder and the site's managers also see by which booking.
 */
const dayOfResources = `
  -- Put together once: left to itself, the planner may gather the whole day again for each resource.
  with taken as materialized (
    select o.resource_id, json_agg(json_strip_nulls(json_build_object(
      'start', ${utc('o.starts_at')},
      'end', ${utc('o.ends_at - make_interval(mins => o.buffer_minutes)')},
      'blockedUntil', case when o.buffer_minutes > 0 then ${utc('o.ends_at')} end,
      'cause', o.cause,
      'mine', coalesce(o.holder_id = $5, false),
      'bookingId', b.id, 'title', b.title, 'status', b.status,
      'holder', p.full_name)) order by o.starts_at) as occupied
    from occupation o
    -- One look by key per row, and none for a null key: whoever does not run the site reads only their own bookings.
    left join lateral (
      select id, title, status from booking
      where id = case when o.cause = 'booking' and (o.holder_id = $5 or $6) then o.cause_id end limit 1
    ) b on true
    left join lateral (
      select full_name from person where id = case when $6 then o.holder_id end limit 1
    ) p on true
    where o.site_id = $1 and o.resource_id is not null
      and ${overlaps('o', '$2', '$3')}
      and (o.expires_at is null or o.expires_at > $4)
    group by o.resource_id
  )
  select coalesce(json_agg(json_build_object(
    'resource', json_build_object(
      'id', r.id, 'name', r.name, 'kind', r.kind, 'capacity', r.capacity, 'features', r.features, 'zone', r.zone,
      'position', case when r.position_x is null then null else json_build_object('x', r.position_x, 'y', r.position_y) end,
      'needsApproval', r.needs_approval),
    'occupied', coalesce(t.occupied, '[]')) order by r.kind, r.name), '[]')::text
  from resource r
  left join taken t on t.resource_id = r.id
  where r.site_id = $1 and r.status = 'active'`;

/** The day of a site as a person sees it. */
@Injectable()
export class DayQueries {
  constructor(
    private readonly occupancy: OccupancyQueries,
    private readonly clock: Clock,
  ) {}

  /** The day as JSON text (the shape is `DayView`). @throws Missing when there is no such site. */
  async day(actor: Actor, siteId: string, date: LocalDate): Promise<string> {
    const { timeZone, open, answer } = await this.occupancy.onDay(siteId, date, {
      name: 'day_of_resources',
      sql: dayOfResources,
      parameters: [this.clock.now(), actor.personId, actor.manages(siteId)],
    });
    const head = JSON.stringify({ date, timeZone, open: open.map((span) => span.toJSON()) });
    return `${head.slice(0, -1)},"resources":${answer as string}}`;
  }
}
