import type { Availability, CoachSlots, DateHours, ThoughtHours, WeeklyHours } from '../../shared/coaching/coach-reads';
import { plusDays, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';

/** Weekdays as the house counts them: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Hours of one day as they are edited. */
export type Hours = Omit<WeeklyHours, 'weekday'>;

/** What a coach is editing: hours by weekday, dates apart, and what is asked of a booking. */
export interface Draft {
  timeZone: string;
  week: Record<number, Hours[]>;
  dates: DateHours[];
  minimumNoticeMinutes: number;
  bufferMinutes: number;
  longestDayMinutes: number;
}

/** What is asked of a booking beside the hours. */
export type Asks = Pick<Draft, 'minimumNoticeMinutes' | 'bufferMinutes' | 'longestDayMinutes'>;

export function draftOf(availability: Availability, asks: Asks): Draft {
  const week = Object.fromEntries(
    weekdays.map((weekday): [number, Hours[]] => [
      weekday,
      availability.weekly
        .filter((one) => one.weekday === weekday)
        .map(({ from, to, siteId }) => ({ from, to, siteId })),
    ]),
  );
  const { minimumNoticeMinutes, bufferMinutes, longestDayMinutes } = asks;
  return {
    timeZone: availability.timeZone,
    week,
    dates: availability.exceptions,
    minimumNoticeMinutes,
    bufferMinutes,
    longestDayMinutes,
  };
}

/** The hours of a draft as the house takes them. */
export function hoursBody({ timeZone, week, dates }: Draft): Pick<ThoughtHours, 'timeZone' | 'weekly' | 'exceptions'> {
  return {
    timeZone,
    weekly: weekdays.flatMap((weekday) => (week[weekday] ?? []).map((hours) => ({ weekday, ...hours }))),
    exceptions: dates,
  };
}

/** Whether hours are whole and end after they begin. */
export function isInOrder({ from, to }: { from: string | null; to: string | null }): boolean {
  return Boolean(from) && Boolean(to) && String(from) < String(to);
}

/** Whether a draft can be asked about: every pair of times is whole and in order. */
export function isWhole(draft: Draft): boolean {
  return (
    Object.values(draft.week).every((hours) => hours.every(isInOrder)) &&
    draft.dates.every((one) => one.closed || isInOrder(one))
  );
}

/** Hours to begin with on a day: after those that are there, else the usual ones. */
export function nextHours(hours: readonly Hours[]): Hours {
  const last = hours.at(-1);
  if (!last) return { from: '09:00', to: '12:00', siteId: null };
  const hour = Number(last.to.slice(0, 2)) + 1;
  if (!(hour < 22)) return { from: '', to: '', siteId: last.siteId };
  const write = (at: number) => `${String(at).padStart(2, '0')}:00`;
  return { from: write(hour), to: write(Math.min(hour + 3, 23)), siteId: last.siteId };
}

/** The week after the hours of one day were put in the place of those of others. */
export function copied(week: Draft['week'], from: number, to: readonly number[]): Draft['week'] {
  const hours = week[from] ?? [];
  return { ...week, ...Object.fromEntries(to.map((weekday) => [weekday, hours.map((one) => ({ ...one }))])) };
}

/** The dates after some more; what was said of the same date before gives way. At most sixty at a time. */
export function withDates(dates: readonly DateHours[], first: string, last: string, hours: Omit<DateHours, 'date'>) {
  const added: DateHours[] = [];
  for (let date = first; date <= last && added.length < 60; date = plusDays(date, 1)) added.push({ date, ...hours });
  const rest = dates.filter(
    (one) => !added.some(({ date, closed }) => date === one.date && (closed || one.closed || hours.from === one.from)),
  );
  return [...rest, ...added].toSorted((a, b) => `${a.date}${a.from ?? ''}`.localeCompare(`${b.date}${b.from ?? ''}`));
}

/** A stretch in which one could be booked. */
export interface FreeStretch extends Span {
  siteId: string | null;
}

/** The stretches that the single slots make up, in order of time. */
export function stretchesOf(slots: CoachSlots['items']): FreeStretch[] {
  const stretches: FreeStretch[] = [];
  for (const slot of slots) {
    const { start, end } = spanOf(slot);
    const last = stretches.findLast(({ siteId }) => siteId === slot.siteId);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end, siteId: slot.siteId });
  }
  return stretches.toSorted((a, b) => a.start - b.start);
}
