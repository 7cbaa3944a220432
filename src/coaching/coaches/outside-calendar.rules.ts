import { plusMinutes } from '../../kernel/period';

/** What holds when a session and the calendar outside want the same time. */
export const clashAnswers = ['keep', 'cancel'] as const;
export type ClashAnswer = (typeof clashAnswers)[number];

/** How far ahead a calendar outside is known, in days: as far as free times are shown. */
export const knownDays = 92;

const usualMinutes = 30;
const longestMinutes = 24 * 60;

/** When a calendar is read again: every half hour, after failures ever more seldom, but once a day at least. */
export function nextReading(now: Date, failures: number): Date {
  return plusMinutes(now, Math.min(longestMinutes, usualMinutes * 2 ** Math.min(failures, 10)));
}
