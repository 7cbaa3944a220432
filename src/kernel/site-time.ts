import { Temporal } from 'temporal-polyfill';
import { Malformed } from './errors';
import { Period } from './period';

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A local time of day, `HH:mm`; `24:00` is the end of the day. */
export type LocalTime = string;

/** Whether the zone is a name of the IANA database that this runtime knows. Offsets such as `+02:00` are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a date of the calendar in the form `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a time of day `HH:mm`, `24:00` included. */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

/** The date that the clock of the zone shows at an instant. */
export function localDate(at: Date, timeZone: string): LocalDate {
  return clockFace(at, timeZone).date;
}

/** The time of day `HH:mm` that the clock of the zone shows at an instant. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const { minute } = clockFace(at, timeZone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes that have passed on the clock face since local midnight (not elapsed time). */
export function minuteOfDay(at: Date, timeZone: string): number {
  return clockFace(at, timeZone).minute;
}

/**
 * Which of two instants it is when the clock of the zone shows the same twice, because it is put back: `first` before
 * that, `second` after it. Undefined at all other times. Zones put their clocks back by an hour, or by half of one.
 */
export function turnOf(at: Date, timeZone: string): 'first' | 'second' | undefined {
  const face = clockFace(at, timeZone);
  const isSame = (minutes: number): boolean => {
    const other = clockFace(new Date(at.getTime() + minutes * 60_000), timeZone);
    return other.minute === face.minute && other.date === face.date;
  };
  if (isSame(30) || isSame(60)) return 'first';
  return isSame(-30) || isSame(-60) ? 'second' : undefined;
}

/** ISO weekday of a date: Monday is 1, Sunday is 7. */
export function weekday(date: LocalDate): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The date a number of days later (or earlier). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().replace(/T.*/, '');
}

/** Every date from first to last, both included. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = first; date <= last; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

/** What is computed is remembered for so many questions: a day asks for the same few, and each costs a look into the zone. */
const mostRemembered = 20_000;
const moments = new Map<string, number>();
const faces = new Map<string, { date: LocalDate; minute: number }>();

/** Date and minute that the clock of the zone shows. The same all through a minute: clocks change on full ones. */
function clockFace(at: Date, timeZone: string): { date: LocalDate; minute: number } {
  const key = `${Math.floor(at.getTime() / 60_000)}[${timeZone}]`;
  const known = faces.get(key);
  if (known) return known;
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const face = { date: shown.toPlainDate().toString(), minute: shown.hour * 60 + shown.minute };
  if (faces.size >= mostRemembered) faces.clear();
  faces.set(key, face);
  return face;
}

/**
 * The instant at which the clock of the zone shows this date and time. Rules that people wrote down as local times
 * (opening hours, closures) must always lead somewhere: a time that does not exist on that date (spring) is read as
 * the first instant after the gap, a time that comes twice (autumn) as the first of the two.
 */
export function instantOf(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const key = `${date}T${time}[${timeZone}]`;
  const known = moments.get(key);
  if (known !== undefined) return new Date(known);
  const local = plainDateTime(date, time);
  let found = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  // "compatible" moves a missing 03:30 to 04:30; opening hours want the moment the gap ends, which is 04:00.
  if (!found.toPlainDateTime().equals(local)) {
    // It lies behind the gap, or on its end; a gap may be a whole day (Apia, 2011).
    const gap = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
    if (gap) found = gap;
  }
  if (moments.size >= mostRemembered) moments.clear();
  moments.set(key, found.epochMilliseconds);
  return new Date(found.epochMilliseconds);
}

/**
 * The instant of a single local date and time that a person asked for.
 * @returns undefined when the clock of the zone skips that time on that date; the earlier instant when it comes twice.
 */
export function exactInstantOf(date: LocalDate, time: LocalTime, timeZone: string): Date | undefined {
  const local = plainDateTime(date, time);
  const found = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return found.toPlainDateTime().equals(local) ? new Date(found.epochMilliseconds) : undefined;
}

/** A local day as a period of instants: 23, 24 or 25 hours long. @throws Malformed for a date that never was. */
export function dayOf(date: LocalDate, timeZone: string): Period {
  const start = instantOf(date, '00:00', timeZone);
  const end = instantOf(plusDays(date, 1), '00:00', timeZone);
  if (end <= start) throw Malformed.at('/date', 'this date does not exist at the site');
  return Period.of(start, end);
}

/** The local dates that a period touches, in order. */
export function datesOf(period: Period, timeZone: string): LocalDate[] {
  const last = localDate(new Date(period.end.getTime() - 1), timeZone);
  return datesBetween(localDate(period.start, timeZone), last);
}

const withOffset = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an instant as clients write it (RFC 3339 with an offset).
 * @returns undefined when it is not one: no offset, no such date, or outside the years 2000 to 2199.
 */
export function parseInstant(text: string): Date | undefined {
  if (text.length > 40 || !withOffset.test(text)) return undefined;
  try {
    const date = new Date(Temporal.Instant.from(text.toUpperCase()).epochMilliseconds);
    const year = date.getUTCFullYear();
    return year >= 2000 && year < 2200 ? date : undefined;
  } catch {
    return undefined;
  }
}

function plainDateTime(date: LocalDate, time: LocalTime): Temporal.PlainDateTime {
  const day = Temporal.PlainDate.from(date);
  return time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(Temporal.PlainTime.from(time));
}
