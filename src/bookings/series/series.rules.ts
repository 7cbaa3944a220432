import { Malformed } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { exactInstantOf, LocalDate, localDate, LocalTime, localTime, plusDays } from '../../kernel/site-time';
import { datesOfRule, readRule } from './recurrence';

/** What to do on a date on which the place is taken. */
export const onClashWords = ['fail', 'skip', 'substitute'] as const;
export type OnClash = (typeof onClashWords)[number];

/** Why a date of a series has no booking. */
export const skipReasons = ['clash', 'chosen', 'no_such_time'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** From when to when by the clock of the site; on the next day when the end is not after the start. */
export interface LocalSpan {
  starts: LocalTime;
  ends: LocalTime;
}

/** One date of a series; without a period when one of its local times does not exist on that date. */
export interface Occurrence {
  date: LocalDate;
  period?: Period;
}

const longest = 24 * 60;

/** The local times of a period. @throws Malformed when it is longer than a day */
export function spanOf(period: Period, timeZone: string): LocalSpan {
  if (period.minutes > longest) throw Malformed.at('/end', 'must be within 24 hours of the start');
  return { starts: localTime(period.start, timeZone), ends: localTime(period.end, timeZone) };
}

/** How long a span lasts on the face of the clock, in minutes. */
export function minutesOf({ starts, ends }: LocalSpan): number {
  const minute = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minute(ends) - minute(starts) + (ends > starts ? 0 : longest);
}

/**
 * The period of a span on a date. Start and end are both kept by the clock of the site: what is from 09:00 to 11:00 is
 * so on every date, and lasts an hour more or less only when the clock changes in between. Of a time that comes twice
 * the earlier is meant. Undefined when the clock skips the start or the end.
 */
export function onDate(date: LocalDate, { starts, ends }: LocalSpan, timeZone: string): Period | undefined {
  const start = exactInstantOf(date, starts, timeZone);
  const end = exactInstantOf(ends > starts ? date : plusDays(date, 1), ends, timeZone);
  return start && end && start < end ? Period.of(start, end) : undefined;
}

/**
 * Every occurrence of a rule, by the clock of the site. The first is taken as it was sent, offset and all.
 * @throws Malformed, Refused as {@link readRule} and {@link datesOfRule}
 */
export function occurrencesOf(first: Period, text: string, timeZone: string): Occurrence[] {
  const rule = readRule(text);
  const span = spanOf(first, timeZone);
  const firstDate = localDate(first.start, timeZone);
  const { until } = rule;
  const reaches = (date: LocalDate): boolean => {
    if (until === undefined) return true;
    if (typeof until === 'string') return date <= until;
    const start = onDate(date, span, timeZone)?.start;
    return start ? start <= until : date <= localDate(until, timeZone);
  };
  return datesOfRule(rule, firstDate, reaches).map((date) => ({
    date,
    period: date === firstDate ? first : onDate(date, span, timeZone),
  }));
}

/**
 * Of dates that stand, the one nearest to another date, the earlier of two that are as near: what it takes along, a date
 * that is added later takes along as well.
 */
export function nearest<T extends { date: LocalDate }>(dates: readonly T[], to: LocalDate): T | undefined {
  const distance = ({ date }: T): number => Math.abs(Date.parse(date) - Date.parse(to));
  return dates.toSorted((a, b) => distance(a) - distance(b) || (a.date < b.date ? -1 : 1))[0];
}
