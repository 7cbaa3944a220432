import { plusDays } from '../../shared/time/site-time';

/** Ranges that people ask for most. */
export const ranges = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type Range = (typeof ranges)[number];

/** The first and the last date of a range, seen from a date; no later than that date. */
export function datesOf(range: Range, today: string): { from: string; to: string } {
  const month = today.slice(0, 7);
  switch (range) {
    case 'month':
      return { from: `${month}-01`, to: today };
    case 'lastMonth': {
      const to = plusDays(`${month}-01`, -1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case 'quarter':
      return { from: plusDays(today, -89), to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}
