import { EntityManager } from 'typeorm';
import { transitions } from '../bookings/booking.rules';
import { Period } from '../kernel/period';
import { Movable, TakenRow } from './time-zone.rules';

/** Everything that is agreed at a site for a time that is not over. */
export async function agreedAt(tx: EntityManager, siteId: string, now: Date): Promise<Movable[]> {
  const rows: (Omit<Movable, 'period'> & { startsAt: Date; endsAt: Date })[] = await tx.query(
    `select 'booking' as kind, b.id, r.name, b.version, b.starts_at as "startsAt", b.ends_at as "endsAt"
     from booking b join resource r on r.id = b.resource_id
     where b.site_id = $1 and b.ends_at > $2 and b.status = any($3)
     union all
     select 'session', c.id, p.full_name, c.version, c.starts_at, c.ends_at
     from coaching_session c join person p on p.id = c.coach_id
     where c.site_id = $1 and c.ends_at > $2 and c.status = 'confirmed'
     union all
     select 'maintenance', m.id, r.name, 1, m.starts_at, m.ends_at
     from maintenance m join resource r on r.id = m.resource_id where m.site_id = $1 and m.ends_at > $2
     union all
     select 'waiting', w.id, r.name, 1, w.starts_at, w.ends_at
     from waiting_list_entry w left join resource r on r.id = w.resource_id
     where w.site_id = $1 and w.ends_at > $2 and w.status = 'waiting'
     order by "startsAt", id`,
    [siteId, now, transitions.move.from],
  );
  return rows.map(({ startsAt, endsAt, ...rest }) => ({ ...rest, period: Period.of(startsAt, endsAt) }));
}

/** Everybody who has something agreed at a site, and the ventures they share with. */
export async function peopleOf(
  tx: EntityManager,
  siteId: string,
  now: Date,
): Promise<{ people: string[]; ventures: string[] }> {
  const rows: { personId: string; ventureId: string | null }[] = await tx.query(
    `select b.person_id as "personId", m.venture_id as "ventureId"
     from booking b left join membership m on m.id = b.membership_id
     where b.site_id = $1 and b.ends_at > $2 and b.status = any($3)
     union
     select p.id, null from coaching_session c
     left join session_participant s on s.session_id = c.id
     cross join lateral (values (c.coach_id), (s.person_id)) as p (id)
     where c.site_id = $1 and c.ends_at > $2 and c.status = 'confirmed' and p.id is not null`,
    [siteId, now, transitions.move.from],
  );
  return {
    people: [...new Set(rows.map(({ personId }) => personId))],
    ventures: [...new Set(rows.flatMap(({ ventureId }) => (ventureId === null ? [] : [ventureId])))],
  };
}

/** What is taken of the places of a site, and of the people who have sessions there, from now on. */
export async function takenAt(tx: EntityManager, siteId: string, now: Date): Promise<TakenRow[]> {
  return tx.query(
    `with people as (
       select distinct o.person_id from occupation o join coaching_session c on c.id = o.cause_id
       where c.site_id = $1 and c.ends_at > $2 and c.status = 'confirmed' and o.person_id is not null)
     select o.id, o.cause_id as "causeId", coalesce(o.resource_id, o.person_id) as "subjectId",
            o.starts_at as "startsAt", o.ends_at as "endsAt", o.buffer_minutes as "bufferMinutes"
     from occupation o
     where o.ends_at > $2 and (o.expires_at is null or o.expires_at > $2)
       and (o.site_id = $1 and o.resource_id is not null or o.person_id in (select person_id from people))`,
    [siteId, now],
  );
}

/** A series that has dates ahead, and the first of them. */
export interface SeriesAhead {
  id: string;
  personId: string;
  startsAt: Date;
  endsAt: Date;
}

/** The series of a site with dates ahead. */
export async function seriesAhead(tx: EntityManager, siteId: string, now: Date): Promise<SeriesAhead[]> {
  return tx.query(
    `select distinct on (s.id) s.id, s.person_id as "personId", b.starts_at as "startsAt", b.ends_at as "endsAt"
     from booking_series s join booking b on b.series_id = s.id
     where s.site_id = $1 and b.starts_at > $2 and b.status = any($3)
     order by s.id, b.starts_at`,
    [siteId, now, transitions.move.from],
  );
}
