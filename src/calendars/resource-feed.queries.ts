import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { CalendarEntry } from '../platform/mail/calendar-file';
import { Calendar, calendarOf } from './calendar';
import { takenWords } from './calendar.rules';
import { hashOf } from './feed-secret';

interface Feed {
  resourceId: string;
  resource: string;
  site: string;
  address: string;
  titles: boolean;
  locale: Locale;
  createdAt: Date;
}

/** A time at which a resource is taken. */
export interface TakenRow {
  id: string;
  version: number;
  title: string | null;
  isMaintenance: boolean;
  isTentative: boolean;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
}

const day = 86_400_000;
const hour = 3_600_000;

/** What a resource is taken for, from $2 until $3. Neither who has booked nor what people talk about with a coach. */
export const taken = `
  select b.id, b.version, b.title, false as "isMaintenance", b.status = 'requested' as "isTentative",
         b.starts_at as "startsAt", b.ends_at as "endsAt", b.updated_at as "changedAt"
  from booking b
  where b.resource_id = $1 and b.starts_at < $3 and b.starts_at > $2::timestamptz - interval '1 day' and b.ends_at > $2
    and b.status in ('requested', 'confirmed', 'checked_in', 'completed')
  union all
  select c.id, c.version, null, false, false, c.starts_at, c.ends_at, c.updated_at
  from coaching_session c
  where c.room_id = $1 and c.starts_at < $3 and c.starts_at > $2::timestamptz - interval '1 day' and c.ends_at > $2
    and c.status in ('confirmed', 'held', 'closed')
  union all
  select m.id, 1, null, true, false, m.starts_at, m.ends_at, m.created_at
  from maintenance m
  where m.resource_id = $1 and m.starts_at < $3 and m.ends_at > $2
  order by "startsAt", id limit 2000`;

/** What is on in a place, as the display beside its door reads it. */
@Injectable()
export class ResourceFeedQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The calendar behind a secret address: from yesterday for two months. @throws Missing when it is none any more */
  async feed(token: string): Promise<Calendar> {
    const [feed] = await this.database.read<Feed>(
      `select f.resource_id as "resourceId", r.name as resource, s.name as site, s.address, f.titles, f.locale,
              f.created_at as "createdAt"
       from resource_feed f join resource r on r.id = f.resource_id join site s on s.id = r.site_id
       where f.token_hash = $1 and r.status <> 'retired'`,
      [hashOf(token)],
    );
    if (!feed) throw new Missing('calendar');
    const now = this.clock.now().getTime();
    const rows = await this.database.read<TakenRow>(taken, [
      feed.resourceId,
      new Date(now - day),
      new Date(now + 60 * day),
    ]);
    // Maintenance that is called off leaves no date behind, so for those who ask by date only each hour is a new one.
    const changes = [
      feed.createdAt.getTime(),
      Math.floor(now / hour) * hour,
      ...rows.map(({ changedAt }) => changedAt.getTime()),
    ];
    const name = `${feed.resource} · ${feed.site}`;
    return calendarOf(
      { method: 'PUBLISH', name, entries: rows.map((row) => this.entry(row, feed)) },
      new Date(Math.max(...changes)),
    );
  }

  private entry(
    { title, isMaintenance, ...rest }: TakenRow,
    { resource, site, address, titles, locale }: Feed,
  ): CalendarEntry {
    const words = takenWords[locale];
    return {
      ...rest,
      title: isMaintenance ? words.maintenance : ((titles ? title : null) ?? words.taken),
      place: [resource, site, address].filter(Boolean).join(', '),
      link: `${this.config.publicUrl}/`,
    };
  }
}
