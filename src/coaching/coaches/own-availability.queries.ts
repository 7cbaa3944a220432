import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { Database } from '../../platform/database/database';
import { AvailabilityOn, availableSpans, WeeklyAvailability } from './availability.rules';
import { AvailabilityView } from './availability.view';

interface HoursRow {
  timeZone: string;
  version: number;
  weekly: WeeklyAvailability[];
  exceptions: AvailabilityOn[];
  sessions: { id: string; start: string; end: string; siteId: string | null }[];
}

/** What a coach sees of the own hours. */
@Injectable()
export class OwnAvailabilityQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The actor's hours. @throws Missing for who has no profile as a coach */
  read(actor: Actor): Promise<AvailabilityView> {
    return this.readIn(this.database.source.manager, actor.personId, this.clock.now());
  }

  /** A coach's hours inside a transaction, and the sessions that lie outside them. @throws Missing */
  async readIn(tx: EntityManager, coachId: string, now: Date): Promise<AvailabilityView> {
    const rows: HoursRow[] = await tx.query(hours, [coachId, now]);
    if (!rows[0]) throw new Missing('coach');
    const { sessions, weekly, exceptions, timeZone, version } = rows[0];
    const outside = sessions.filter((session) => {
      const period = Period.of(new Date(session.start), new Date(session.end));
      return !availableSpans(weekly, exceptions, timeZone, period).some(
        ({ start, end, siteId }) =>
          start <= period.start && period.end <= end && (siteId === null || siteId === session.siteId),
      );
    });
    return {
      timeZone,
      weekly,
      exceptions,
      outside: outside.map(({ id, start, end }) => ({
        sessionId: id,
        ...Period.of(new Date(start), new Date(end)).toJSON(),
      })),
      version,
    };
  }
}

/** Exceptions that are long over are left out; a session over a link is nowhere. */
const hours = `
  select c.time_zone as "timeZone", c.version,
         (select coalesce(jsonb_agg(jsonb_build_object('weekday', r.weekday, 'from', to_char(r.from_time, 'HH24:MI'),
            'to', to_char(r.to_time, 'HH24:MI'), 'siteId', r.site_id) order by r.weekday, r.from_time), '[]')
          from availability_rule r where r.coach_id = c.person_id) as weekly,
         (select coalesce(jsonb_agg(jsonb_build_object('date', e.date, 'closed', e.closed,
            'from', to_char(e.from_time, 'HH24:MI'), 'to', to_char(e.to_time, 'HH24:MI'), 'siteId', e.site_id)
            order by e.date, e.from_time), '[]')
          from availability_exception e
          where e.coach_id = c.person_id and e.date >= ($2::timestamptz at time zone c.time_zone)::date - 31) as exceptions,
         (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'start', s.starts_at, 'end', s.ends_at,
            'siteId', case when s.room_id is not null then s.site_id end) order by s.starts_at), '[]')
          from coaching_session s
          where s.coach_id = c.person_id and s.status = 'confirmed' and s.starts_at > $2) as sessions
  from coach_profile c where c.person_id = $1`;
