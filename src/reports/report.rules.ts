import { Rule } from '../kernel/refusal';
import { LocalDate } from '../kernel/site-time';

/** The dates of a report, both included, by the clock of each site. */
export interface Range {
  from: LocalDate;
  to: LocalDate;
}

/** No report covers more days; cost stays bounded, and a leap year fits. */
export const mostDays = 366;

/** How many days a range has. */
export function daysIn({ from, to }: Range): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

const reportRange: Rule<Range> = {
  name: 'report_range',
  judge: (range) => {
    const days = daysIn(range);
    return days >= 1 && days <= mostDays
      ? undefined
      : { detail: `A report covers from 1 to ${mostDays} days.`, facts: { ...range, days, mostDays } };
  },
};

/** The laws of a report. */
export const reportRules: readonly Rule<Range>[] = [reportRange];

/** Groups of fewer people than this are not told to those who do not run the site. */
export const smallestCell = 5;

/**
 * Which groups of one whole must be hidden from observers (`small_cells`): every group of one to four people, and so many
 * more, the smallest first, that the hidden ones can neither be told by subtracting what is shown from the whole, nor are
 * fewer than five people together. A group of nobody hides nobody.
 * @param people how many distinct people are behind each group
 */
export function hiddenCells(people: readonly number[]): boolean[] {
  const hidden = people.map((count) => count > 0 && count < smallestCell);
  if (!hidden.includes(true)) return hidden;
  const shown = people
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden[index]);
  shown.sort((a, b) => a.count - b.count || a.index - b.index);
  const isTold = () => {
    const counts = people.filter((_, index) => hidden[index]);
    return counts.length < 2 || counts.reduce((sum, count) => sum + count, 0) < smallestCell;
  };
  while (isTold()) {
    const next = shown.shift();
    if (!next) break;
    hidden[next.index] = true;
  }
  return hidden;
}

/** The middle of some numbers; null when there are none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}
