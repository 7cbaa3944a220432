import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { CalendarEntry, calendarText } from '../platform/mail/calendar-file';
import { Calendar, calendarOf } from './calendar';
import { feedNames } from './calendar.rules';
import { hashOf } from './feed-secret';

interface Row extends Omit<CalendarEntry, 'link' | 'title' | 'isTentative' | 'place'> {
  title: string | null;
  /** Where it takes place; null for what is held over a link. */
  resource: string | null;
  site: string;
  address: string;
  status: string;
}

/** A meeting of a coach with founders, as one who takes part or runs the site reads of it. */
interface MeetingRow extends Row {
  remoteLink: string | null;
  others: string;
}

const columns = `b.id, b.version, b.title, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt",
  b.updated_at as "changedAt", r.name as resource, s.name as site, s.address`;
const tables = `booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id`;

const takesPart = `(c.coach_id = $2 or exists (
  select 1 from session_participant p where p.session_id = c.id and p.person_id = $2))`;

/**
 * The same of meetings; $2 is the reader, and named are those whom the reader meets. Who only runs the site reads the
 * coach's name, and not what it is about.
 */
const meetingColumns = `c.id, c.version, case when ${takesPart} then nullif(c.topic, '') end as title, c.status, c.starts_at as "startsAt", c.ends_at as "endsAt",
  c.updated_at as "changedAt", r.name as resource, s.name as site, s.address, c.remote_link as "remoteLink",
  (select coalesce(string_agg(x.full_name, ', ' order by x.full_name), '') from person x
   where x.id <> $2 and (x.id = c.coach_id or exists (
     select 1 from session_participant p where p.session_id = c.id and p.person_id = x.id and c.coach_id = $2))) as others`;
const meetingTables = `coaching_session c join site s on s.id = c.site_id left join resource r on r.id = c.room_id`;
const day = 86_400_000;

/** How much of the past a calendar shows. */
const past = 90 * day;

/** Bookings as calendar programs read them. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** One booking as a file. @throws Missing when there is none, or none that the actor may know of */
  async booking(actor: Actor, id: string): Promise<string> {
    const sites = actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
    const [row] = await this.database.read<Row>(
      `select ${columns} from ${tables} where b.id = $1 and (b.person_id = $2 or $3 or b.site_id = any ($4))`,
      [id, actor.personId, actor.isAdministrator, sites],
    );
    if (!row) throw new Missing('booking');
    const isGone = row.status === 'cancelled' || row.status === 'rejected';
    return calendarText({ method: isGone ? 'CANCEL' : 'PUBLISH', entries: [this.entry(row)] });
  }

  /** One meeting as a file. @throws Missing when there is none, or none that the actor may know of */
  async session(actor: Actor, id: string): Promise<string> {
    const sites = actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
    const [row] = await this.database.read<MeetingRow>(
      `select ${meetingColumns} from ${meetingTables}
       where c.id = $1 and (${takesPart} or $3 or c.site_id = any ($4))`,
      [id, actor.personId, actor.isAdministrator, sites],
    );
    if (!row) throw new Missing('session');
    return calendarText({ method: row.status === 'cancelled' ? 'CANCEL' : 'PUBLISH', entries: [this.meeting(row)] });
  }

  /** All bookings and meetings of whoever holds the secret address. @throws Missing when it is none, or none any more */
  async feed(token: string): Promise<Calendar> {
    const [owner] = await this.database.read<{ personId: string; locale: Locale; createdAt: Date }>(
      `select f.person_id as "personId", p.locale, f.created_at as "createdAt"
       from calendar_feed f join person p on p.id = f.person_id
       where f.token_hash = $1 and p.status = 'active'`,
      [hashOf(token)],
    );
    if (!owner) throw new Missing('calendar');
    const since = new Date(this.clock.now().getTime() - past);
    const rows = await this.database.read<Row>(
      `select ${columns} from ${tables}
       where b.person_id = $1 and b.starts_at > $2 and b.status not in ('cancelled', 'rejected', 'no_show')
       order by b.starts_at, b.id limit 2000`,
      [owner.personId, since],
    );
    const meetings = await this.database.read<MeetingRow>(
      `select ${meetingColumns} from ${meetingTables}
       where c.id in (
           select id from coaching_session where coach_id = $2 and starts_at > $1
           union all
           select p.session_id from session_participant p where p.person_id = $2)
         and c.starts_at > $1 and c.status not in ('cancelled', 'no_show')
       order by c.starts_at, c.id limit 2000`,
      [since, owner.personId],
    );
    const [changed] = await this.database.read<{ at: Date | null }>(
      `select greatest(
         (select max(updated_at) from booking where person_id = $1 and starts_at > $2),
         (select max(updated_at) from coaching_session where coach_id = $1 and starts_at > $2),
         (select max(c.updated_at) from session_participant p join coaching_session c on c.id = p.session_id
          where p.person_id = $1 and c.starts_at > $2)) as at`,
      [owner.personId, since],
    );
    const entries = [...rows.map((row) => this.entry(row)), ...meetings.map((row) => this.meeting(row))];
    return calendarOf({ method: 'PUBLISH', name: feedNames[owner.locale], entries }, changed?.at ?? owner.createdAt);
  }

  private entry({ title, resource, site, address, status, ...rest }: Row): CalendarEntry {
    return {
      ...rest,
      title: title ?? resource ?? site,
      place: [resource, site, address].filter(Boolean).join(', '),
      isTentative: status === 'requested',
      link: `${this.config.publicUrl}/bookings`,
    };
  }

  private meeting({ title, resource, site, address, remoteLink, others, ...rest }: MeetingRow): CalendarEntry {
    const { id, version, startsAt, endsAt, changedAt } = rest;
    return {
      id,
      version,
      startsAt,
      endsAt,
      changedAt,
      title: [title, others].filter(Boolean).join(' · ') || site,
      place: resource === null ? (remoteLink ?? '') : [resource, site, address].filter(Boolean).join(', '),
      link: `${this.config.publicUrl}/coaching/sessions/${id}`,
    };
  }
}
