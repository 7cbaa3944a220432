import { localDate, localTime, minute, minuteOfDay, plusDays, spanOf } from '../../shared/time/site-time';
import type { Session } from '../../shared/coaching/views';

const day = 24 * 60 * minute;

/** The Monday of the week in which a date lies. */
export function mondayOf(date: string): string {
  const weekday = new Date(Date.parse(`${date}T12:00:00Z`)).getUTCDay();
  return plusDays(date, weekday === 0 ? -6 : 1 - weekday);
}

/** The dates from one on. */
export function datesFrom(date: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => plusDays(date, index));
}

/** A stretch that surely contains some dates of whatever zone. */
export function around(first: string, days: number): { from: number; to: number } {
  const start = Date.parse(`${first}T00:00:00Z`);
  return { from: start - day, to: start + (days + 1) * day };
}

/** By how many minutes the clock of a zone moves between the noon before a date and its own noon; 0 on most dates. */
export function clockMoves(date: string, timeZone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return ahead(noon, timeZone) - ahead(noon - day, timeZone);
}

function ahead(at: number, timeZone: string): number {
  return (Date.parse(`${localDate(at, timeZone)}T${localTime(at, timeZone)}:00Z`) - at) / minute;
}

/** A session in a column of the week. */
export interface Block {
  session: Session;
  /** Minutes since midnight by the clock of the picture. */
  from: number;
  to: number;
}

/** The sessions of a date by a clock; what goes on after midnight is shown to its end of the day. */
export function blocksOn(sessions: readonly Session[], date: string, timeZone: string): Block[] {
  return sessions
    .filter((session) => localDate(spanOf(session).start, timeZone) === date)
    .map((session) => {
      const span = spanOf(session);
      const from = minuteOfDay(span.start, timeZone);
      const endsLater = localDate(span.end, timeZone) !== date;
      return { session, from, to: endsLater ? 24 * 60 : minuteOfDay(span.end, timeZone) };
    });
}

/** The hours that a picture of the week needs: office hours at least, more where a session lies outside. */
export function hoursOf(blocks: readonly Block[]): { first: number; last: number } {
  const first = Math.min(8 * 60, ...blocks.map(({ from }) => from));
  const last = Math.max(18 * 60, ...blocks.map(({ to }) => to));
  return { first: Math.floor(first / 60), last: Math.ceil(last / 60) };
}
