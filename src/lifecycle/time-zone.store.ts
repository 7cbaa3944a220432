import { EntityManager } from 'typeorm';
import { transitions } from '../bookings/booking.rules';
import { Period } from '../kernel/period';
import { Movable, MovableKind, Shift, shifted, TakenRow } from './time-zone.rules';

/** Everything that is agreed at a site for a time that is not over. */
export async function agreedAt(tx: EntityManager, siteId: string, now: Date): Promise<Movable[]> {
  const rows: { kind: MovableKind; id: string; version: number; startsAt: Date; endsAt: Date }[] = await tx.query(
    `select 'booking' as kind, id, version, starts_at as "startsAt", ends_at as "endsAt" from booking
     where site_id = $1 and ends_at > $2 and status = any($3)
     union all
     select 'session', id, version, starts_at, ends_at from coaching_session
     where site_id = $1 and ends_at > $2 and status = 'confirmed'
     union all
     select 'maintenance', id, 1, starts_at, ends_at from maintenance where site_id = $1 and ends_at > $2
     union all
     select 'waiting', id, 1, starts_at, ends_at from waiting_list_entry
     where site_id = $1 and ends_at > $2 and status = 'waiting'
     order by 4, 2`,
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

/**
 * Moves all rows of the ledger at once: they are taken out and written again, so that what moves up into the place of
 * what has moved on is never in its way. The constraints are asked as always.
 */
export async function moveTaken(tx: EntityManager, rows: readonly TakenRow[], moves: readonly Shift[]): Promise<void> {
  const byCause = new Map(moves.map((shift) => [shift.movable.id, shift]));
  const after = new Map(
    rows
      .filter(({ causeId }) => byCause.get(causeId)?.to)
      .map((row) => [row.id, shifted(row, byCause.get(row.causeId))]),
  );
  const [gone]: [{ row: Record<string, unknown> & { id: string } }[], number] = await tx.query(
    'delete from occupation o where id = any($1) returning to_jsonb(o) as row',
    [[...after.keys()]],
  );
  const written = gone.map(({ row }) => {
    const { startsAt, endsAt } = after.get(row.id) ?? {};
    return { ...row, starts_at: startsAt, ends_at: endsAt };
  });
  await tx.query('insert into occupation select * from jsonb_populate_recordset(null::occupation, $1)', [
    JSON.stringify(written),
  ]);
}

const tables: Record<MovableKind, { name: string; also: string }> = {
  booking: { name: 'booking', also: ', version = t.version + 1, updated_at = $2' },
  session: { name: 'coaching_session', also: ', version = t.version + 1, updated_at = $2' },
  maintenance: { name: 'maintenance', also: '' },
  waiting: { name: 'waiting_list_entry', also: ', updated_at = $2' },
};

/** Writes the new periods where they are told. */
export async function moveAgreed(tx: EntityManager, moves: readonly Shift[], now: Date): Promise<void> {
  for (const [kind, { name, also }] of Object.entries(tables)) {
    const lines = moves
      .filter(({ movable, to }) => to && movable.kind === kind)
      .map(({ movable, to }) => ({ id: movable.id, ...to?.toJSON() }));
    if (lines.length === 0) continue;
    await tx.query(
      `update ${name} t set starts_at = a.start, ends_at = a."end"${also}
       from jsonb_to_recordset($1) as a (id uuid, start timestamptz, "end" timestamptz)
       where a.id = t.id and $2::timestamptz is not null`,
      [JSON.stringify(lines), now],
    );
  }
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

/** Lets the series say the local times at which their dates are now. */
export async function rewordSeries(
  tx: EntityManager,
  series: readonly { id: string; starts: string; ends: string }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `update booking_series s set starts = a.starts, ends = a.ends, version = s.version + 1, updated_at = $2
     from jsonb_to_recordset($1) as a (id uuid, starts time, ends time) where a.id = s.id`,
    [JSON.stringify(series), now],
  );
}
