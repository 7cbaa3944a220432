import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { instant, Period } from '../../kernel/period';
import { LocalDate } from '../../kernel/site-time';
import { OccupancyQueries } from '../../occupancy/occupancy.queries';
import { overlaps } from '../../occupancy/overlap';
import { Database } from '../../platform/database/database';
import { insistOnManaging } from '../../sites/site.rules';
import { DayBookingView, DayCountsView, DaySessionView, DaySheetView } from './presence.view';

type Row<View, Instants extends keyof View> = Omit<View, Instants> & {
  [Name in Instants]: null extends View[Name] ? Date | null : Date;
};
type BookingOfDay = Row<DayBookingView, 'start' | 'end' | 'arrivedAt' | 'leftAt'>;
type SessionOfDay = Row<DaySessionView, 'start' | 'end'>;

const place = `jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind)`;
const named = (person: string) => `jsonb_build_object('id', ${person}.id, 'name', ${person}.full_name)`;

/** The day of a site for those who run it: who is expected, who has come, who has not. */
@Injectable()
export class DaySheetQueries {
  constructor(
    private readonly database: Database,
    private readonly occupancy: OccupancyQueries,
  ) {}

  /** @throws Missing when there is no such site; Forbidden `role_required` for whoever does not run it */
  async on(actor: Actor, siteId: string, date: LocalDate): Promise<DaySheetView> {
    const { timeZone, day } = await this.occupancy.day(siteId, date);
    insistOnManaging(actor, siteId);
    const bookings = await this.bookings(siteId, day);
    return {
      date,
      timeZone,
      counts: countsOf(bookings),
      bookings: bookings.map((row) => ({
        ...row,
        start: instant(row.start),
        end: instant(row.end),
        arrivedAt: row.arrivedAt && instant(row.arrivedAt),
        leftAt: row.leftAt && instant(row.leftAt),
      })),
      sessions: (await this.sessions(siteId, day)).map((row) => ({
        ...row,
        start: instant(row.start),
        end: instant(row.end),
      })),
    };
  }

  /** Every booking of the day but those called off, in order of their start. */
  private bookings(siteId: string, day: Period): Promise<BookingOfDay[]> {
    return this.database.read<BookingOfDay>(
      `select b.id, ${place} as resource, ${named('p')} as person, v.name as venture, b.starts_at as start,
              b.ends_at as "end", b.status, b.title, b.checked_in_at as "arrivedAt", b.checked_out_at as "leftAt",
              (select coalesce(jsonb_agg(g.name order by g.id), '[]') from booking_guest g
               where g.booking_id = b.id and g.removed_at is null) as guests,
              (select coalesce(jsonb_agg(jsonb_build_object('extraId', e.id, 'name', e.name, 'count', x.count) order by e.name), '[]')
               from booking_extra x join extra e on e.id = x.extra_id
               where x.booking_id = b.id and x.withdrawn_at is null) as extras
       from booking b
       join resource r on r.id = b.resource_id
       join person p on p.id = b.person_id
       left join membership m on m.id = b.membership_id
       left join venture v on v.id = m.venture_id
       where b.site_id = $1 and b.status not in ('cancelled', 'rejected')
         and ${overlaps('b', '$2', '$3')}
       order by b.starts_at, r.name, b.id limit 2000`,
      [siteId, day.start, day.end],
    );
  }

  /** Sessions of the day with time, place and attendance, and nothing of what they are about. */
  private sessions(siteId: string, day: Period): Promise<SessionOfDay[]> {
    return this.database.read<SessionOfDay>(
      `select s.id, case when r.id is not null then ${place} end as room, ${named('c')} as coach,
              (select coalesce(jsonb_agg(${named('p')} || jsonb_build_object('attendance', a.attendance) order by p.full_name, p.id), '[]')
               from session_participant a join person p on p.id = a.person_id where a.session_id = s.id) as participants,
              s.starts_at as start, s.ends_at as "end", s.mode, s.status
       from coaching_session s
       join person c on c.id = s.coach_id
       left join resource r on r.id = s.room_id
       where s.site_id = $1 and s.status <> 'cancelled'
         and ${overlaps('s', '$2', '$3')}
       order by s.starts_at, s.id limit 2000`,
      [siteId, day.start, day.end],
    );
  }
}

function countsOf(bookings: readonly BookingOfDay[]): DayCountsView {
  const arrived = bookings.filter(({ arrivedAt }) => arrivedAt !== null);
  const expected = bookings.filter(({ status }) => status === 'confirmed');
  return {
    expected: expected.length,
    arrived: arrived.length,
    noShows: bookings.filter(({ status }) => status === 'no_show').length,
    guests: [...expected, ...arrived].reduce((sum, { guests }) => sum + guests.length, 0),
  };
}
