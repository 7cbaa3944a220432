import { merged, Period, plusMinutes } from '../kernel/period';

/** What is left of the open periods when the occupied ones are taken out, sorted and disjoint. */
export function gaps(open: readonly Period[], occupied: readonly Period[]): Period[] {
  const taken = merged(occupied);
  return open.flatMap((span) => span.minus(taken));
}

/** A function that moves an instant to the next full step of a site's grid (itself when it is on one). */
export type RoundUp = (at: Date) => Date;

/**
 * The times at which something of a length fits into the gaps, `step` minutes apart, the first of each gap on the grid.
 * @param earliest nothing starts before it
 */
export function slots(
  free: readonly Period[],
  minutes: number,
  step: number,
  earliest: Date,
  roundUp: RoundUp,
): Period[] {
  return free.flatMap((gap) => {
    const found: Period[] = [];
    let start = roundUp(gap.start > earliest ? gap.start : earliest);
    for (let end = plusMinutes(start, minutes); end <= gap.end; end = plusMinutes(start, minutes)) {
      found.push(Period.of(start, end));
      start = plusMinutes(start, step);
    }
    return found;
  });
}

/** The slots nearest in time to a wanted period: those before it and after it alike, nearest first. */
export function nearest(found: readonly Period[], wanted: Period, most: number): Period[] {
  const distance = (slot: Period) => Math.abs(slot.start.getTime() - wanted.start.getTime());
  return [...found].sort((a, b) => distance(a) - distance(b)).slice(0, most);
}
