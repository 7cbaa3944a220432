import { merged, Period } from '../kernel/period';
import { datesOf, instantOf, LocalDate, LocalTime, weekday } from '../kernel/site-time';

/** One span of the weekly hours. Times are `HH:mm` of the site's clock; `validUntil` is the last date it holds for. */
export interface WeeklyHours {
  /** ISO weekday: Monday is 1, Sunday is 7. */
  weekday: number;
  opens: LocalTime;
  closes: LocalTime;
  validFrom: LocalDate;
  validUntil: LocalDate | null;
}

/** Dates (both included) on which the weekly hours do not hold: closed when `opens` is null, else open as given. */
export interface ClosedDays {
  startsOn: LocalDate;
  endsOn: LocalDate;
  opens: LocalTime | null;
  closes: LocalTime | null;
}

/**
 * When a site is open on a local date, as instants, sorted and disjoint.
 *
 * The weekly hours that are valid on the date apply unless a closure covers it; then the closure's own hours apply
 * instead, and of several closures on one date only the hours that all of them leave. Hours are times of the wall
 * clock: on the night a clock changes, 00:00 to 06:00 lasts five or seven hours, and a span that falls wholly into
 * the hour that is skipped does not take place.
 * @param closures those in force only; proposed and dismissed ones must not be passed
 */
export function openPeriods(
  date: LocalDate,
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
): Period[] {
  const exceptions = closures.filter((closure) => closure.startsOn <= date && date <= closure.endsOn);
  const spans = exceptions.length > 0 ? leftBy(exceptions) : hours.filter((span) => holdsOn(span, date));
  return merged(
    spans.flatMap(({ opens, closes }) => {
      const start = instantOf(date, opens, timeZone);
      const end = instantOf(date, closes, timeZone);
      return start < end ? [Period.of(start, end)] : [];
    }),
  );
}

/**
 * The open periods of every local date that a period touches, joined where one ends as the next begins: a site that
 * is open to 24:00 and again from 00:00 is open through midnight.
 */
export function openDuring(
  period: Period,
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
): Period[] {
  return merged(datesOf(period, timeZone).flatMap((date) => openPeriods(date, timeZone, hours, closures)));
}

/** Whether a site is open without a break for the whole of a period. */
export function isOpenThroughout(
  period: Period,
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
): boolean {
  return openDuring(period, timeZone, hours, closures).some((open) => open.contains(period));
}

function holdsOn(span: WeeklyHours, date: LocalDate): boolean {
  return (
    span.weekday === weekday(date) && span.validFrom <= date && (span.validUntil === null || date <= span.validUntil)
  );
}

/** The hours that several closures of one date leave together: at most one span, none when any of them closes. */
function leftBy(closures: readonly ClosedDays[]): { opens: LocalTime; closes: LocalTime }[] {
  let opens = '00:00';
  let closes = '24:00';
  for (const closure of closures) {
    if (closure.opens === null || closure.closes === null) return [];
    // Times of equal length compare as texts.
    if (closure.opens > opens) opens = closure.opens;
    if (closure.closes < closes) closes = closure.closes;
  }
  return opens < closes ? [{ opens, closes }] : [];
}
