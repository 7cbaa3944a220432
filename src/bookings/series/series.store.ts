import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Missing } from '../../kernel/errors';
import { LocalDate, LocalTime } from '../../kernel/site-time';
import { Additions } from '../additions';
import { bookingColumns, bookingJoins, BookingRow, BookingView, bookingView } from '../booking.view';
import { nearest } from './series.rules';
import { seriesColumns, seriesJoins, SeriesRow, SeriesView, seriesView } from './series.view';

/** Runs one statement: inside a command's transaction, or outside any. */
export type Ask = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/** Statements inside a transaction. */
export function asker(tx: EntityManager): Ask {
  return <Row>(sql: string, parameters: unknown[]): Promise<Row[]> => tx.query(sql, parameters);
}

/** A booking of a series, with the date of the rule that it belongs to wherever it has moved since. */
export interface Dated {
  date: LocalDate;
  booking: BookingRow;
}

/** One series. @throws Missing when there is none, or none that the actor may know of */
export async function loadSeries(ask: Ask, actor: Actor, id: string): Promise<SeriesRow> {
  const [row] = await ask<SeriesRow>(`select ${seriesColumns} from ${seriesJoins} where q.id = $1`, [id]);
  if (!row || !(row.personId === actor.personId || actor.manages(row.siteId))) throw new Missing('series');
  return row;
}

/** The bookings of a series, whatever their state, in order of their dates. */
export async function bookingsOf(ask: Ask, id: string): Promise<Dated[]> {
  const rows = await ask<BookingRow & { date: LocalDate }>(
    `select d.date, ${bookingColumns} from ${bookingJoins} join booking_series_date d on d.booking_id = b.id
     where d.series_id = $1 order by d.date`,
    [id],
  );
  return rows.map(({ date, ...booking }) => ({ date, booking }));
}

/**
 * What goes along with a date of a series that is booked later: the same as with the nearest date that stands, as it is
 * now. Nothing when none stands.
 */
export async function alongWith(ask: Ask, id: string, date: LocalDate): Promise<Additions> {
  const standing = (await bookingsOf(ask, id)).filter(
    ({ booking: { status } }) => status !== 'cancelled' && status !== 'rejected',
  );
  const { extras = [], guests = [] } = nearest(standing, date)?.booking ?? {};
  return {
    extras: extras.map(({ extraId, count }) => ({ extraId, count })),
    guests: guests.map(({ name, email }) => ({ name, email })),
  };
}

/** Series as they are shown, with all their bookings. */
export async function shown(ask: Ask, rows: readonly SeriesRow[]): Promise<SeriesView[]> {
  const bookings = await ask<BookingRow>(
    `select ${bookingColumns} from ${bookingJoins}
     where b.id in (select d.booking_id from booking_series_date d where d.series_id = any($1))
     order by b.starts_at, b.id`,
    [rows.map(({ id }) => id)],
  );
  const of = new Map<string | null, BookingView[]>(rows.map(({ id }) => [id, []]));
  for (const booking of bookings) of.get(booking.seriesId)?.push(bookingView(booking));
  return rows.map((row) => seriesView(row, of.get(row.id) ?? []));
}

/** Lets series say the local times at which their dates are now. */
export async function rewordSeries(
  tx: EntityManager,
  series: readonly { id: string; starts: LocalTime; ends: LocalTime }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `update booking_series s set starts = a.starts, ends = a.ends, version = s.version + 1, updated_at = $2
     from jsonb_to_recordset($1) as a (id uuid, starts time, ends time) where a.id = s.id`,
    [JSON.stringify(series), now],
  );
}
