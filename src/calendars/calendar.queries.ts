import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { CalendarEntry, calendarText } from '../platform/mail/calendar-file';
import { feedNames } from './calendar.rules';
import { hashOf } from './feed-secret';

interface Row extends Omit<CalendarEntry, 'link' | 'title' | 'isTentative'> {
  title: string | null;
  resource: string;
  site: string;
  address: string;
  status: string;
}

/** A calendar file, and by what a client recognises that it has it already. */
export interface Calendar {
  text: string;
  etag: string;
  lastModified: Date;
}

const columns = `b.id, b.version, b.title, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt",
  b.updated_at as "changedAt", r.name as resource, s.name as site, s.address`;
const tables = `booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id`;
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

  /** All bookings of whoever holds the secret address. @throws Missing when it is none, or none any more */
  async feed(token: string): Promise<Calendar> {
    const [owner] = await this.database.read<{ personId: string; locale: Locale; createdAt: Date }>(
      `select f.person_id as "personId", p.locale, f.created_at as "createdAt"
       from calendar_feed f join person p on p.id = f.person_id
       where f.token_hash = $1 and p.status = 'active'`,
      [hashOf(token)],
    );
    if (!owner) throw new Missing('calendar');
    const rows = await this.database.read<Row>(
      `select ${columns} from ${tables}
       where b.person_id = $1 and b.starts_at > $2 and b.status not in ('cancelled', 'rejected', 'no_show')
       order by b.starts_at, b.id limit 2000`,
      [owner.personId, new Date(this.clock.now().getTime() - past)],
    );
    const [changed] = await this.database.read<{ at: Date | null }>(
      `select max(updated_at) as at from booking where person_id = $1 and starts_at > $2`,
      [owner.personId, new Date(this.clock.now().getTime() - past)],
    );
    const entries = rows.map((row) => this.entry(row));
    const text = calendarText({ method: 'PUBLISH', name: feedNames[owner.locale], entries });
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    return { text, etag, lastModified: changed?.at ?? owner.createdAt };
  }

  private entry({ title, resource, site, address, status, ...rest }: Row): CalendarEntry {
    return {
      ...rest,
      title: title ?? resource,
      place: [resource, site, address].filter(Boolean).join(', '),
      isTentative: status === 'requested',
      link: `${this.config.publicUrl}/bookings`,
    };
  }
}
