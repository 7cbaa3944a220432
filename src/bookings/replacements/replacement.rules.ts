import { Period, plusMinutes } from '../../kernel/period';
import { exactInstantOf, LocalDate, localDate, localTime, plusDays } from '../../kernel/site-time';
import { ClosedDays, openPeriods, WeeklyHours } from '../../sites/opening.rules';

/** The states of an offered replacement. */
export const replacementStatuses = ['offered', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type ReplacementStatus = (typeof replacementStatuses)[number];

/** What took the place away. */
export const replacementCauses = ['closure', 'maintenance', 'retirement'] as const;
export type ReplacementCause = (typeof replacementCauses)[number];

/** What can happen to an offered replacement. What is not in this table cannot happen. */
export const replacementTransitions = {
  accept: { from: 'offered', to: 'accepted' },
  decline: { from: 'offered', to: 'declined' },
  expire: { from: 'offered', to: 'expired' },
  /** The offered place is taken away as well, or the site closes. */
  withdraw: { from: 'offered', to: 'withdrawn' },
} as const satisfies Record<string, { from: ReplacementStatus; to: ReplacementStatus }>;
export type ReplacementEvent = keyof typeof replacementTransitions;

const longestOffer = 48 * 60;
const quietBefore = 120;
const shortestOffer = 10;

/** How many days later a place is still looked for when the whole site is closed. */
export const daysLater = 14;

/**
 * Until when an offer made now is held: two days, but not beyond two hours before the start; when the start is near,
 * half of the time that is left, ten minutes at least, and never after the start. Undefined when it has begun.
 */
export function replacementDeadline(now: Date, start: Date): Date | undefined {
  const left = (start.getTime() - now.getTime()) / 60_000;
  if (left <= 0) return undefined;
  const unhurried = Math.max(left - quietBefore, left / 2);
  return plusMinutes(now, Math.min(left, longestOffer, Math.max(shortestOffer, unhurried)));
}

/** When a site is open, as far as the search for another time needs it. */
interface Calendar {
  hours: readonly WeeklyHours[];
  closures: readonly ClosedDays[];
}

/**
 * Other times that are as good as the one that a closure takes away, best first: the same length as near as possible on
 * the same date, then the same times of the site's clock on the following days on which it opens at all. A time that the
 * clock skips on a date is left out.
 */
export function equalTimes(period: Period, timeZone: string, { hours, closures }: Calendar): Period[] {
  const date = localDate(period.start, timeZone);
  const sameDay = nearestFit(period, openPeriods(date, timeZone, hours, closures));
  const later = Array.from({ length: daysLater }, (_, index) => plusDays(date, index + 1))
    .filter((other) => openPeriods(other, timeZone, hours, closures).length > 0)
    .flatMap((other) => onOtherDate(period, date, other, timeZone) ?? []);
  return sameDay ? [sameDay, ...later] : later;
}

/** The same times of the clock on another date; undefined when its clock skips one of them. */
function onOtherDate(period: Period, date: LocalDate, other: LocalDate, timeZone: string): Period | undefined {
  const nights = Math.round((Date.parse(localDate(period.end, timeZone)) - Date.parse(date)) / 86_400_000);
  const start = exactInstantOf(other, localTime(period.start, timeZone), timeZone);
  const end = exactInstantOf(plusDays(other, nights), localTime(period.end, timeZone), timeZone);
  return start && end && start < end ? Period.of(start, end) : undefined;
}

/** The same length where it fits nearest to its own time; undefined when it fits nowhere. */
function nearestFit(wanted: Period, open: readonly Period[]): Period | undefined {
  const length = wanted.end.getTime() - wanted.start.getTime();
  const from = wanted.start.getTime();
  const [start] = open
    .filter((span) => span.end.getTime() - span.start.getTime() >= length)
    .map((span) => Math.min(Math.max(from, span.start.getTime()), span.end.getTime() - length))
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
  return start === undefined ? undefined : Period.of(new Date(start), new Date(start + length));
}
