import { Malformed } from './errors';

const minute = 60_000;

/** A half-open stretch of time `[start, end)` between two instants. Never empty, never endless, never changed. */
export class Period {
  private constructor(
    readonly start: Date,
    readonly end: Date,
  ) {}

  /** @throws Malformed when a bound is not an instant or the period is empty or reversed. */
  static of(start: Date, end: Date): Period {
    if (Number.isNaN(start.getTime())) throw Malformed.at('/start', 'must be an instant');
    if (Number.isNaN(end.getTime())) throw Malformed.at('/end', 'must be an instant');
    if (end <= start) throw Malformed.at('/end', 'must be after the start');
    return new Period(start, end);
  }

  /** Length in whole and broken minutes of elapsed time (a local hour may last two on a clock-change night). */
  get minutes(): number {
    return (this.end.getTime() - this.start.getTime()) / minute;
  }

  /** Whether the two share an instant; back-to-back periods do not. */
  overlaps(other: Period): boolean {
    return this.start < other.end && other.start < this.end;
  }

  /** Whether every instant of the other lies inside this one. */
  contains(other: Period): boolean {
    return this.start <= other.start && other.end <= this.end;
  }

  /** The common part, or undefined when there is none. */
  intersection(other: Period): Period | undefined {
    const start = this.start > other.start ? this.start : other.start;
    const end = this.end < other.end ? this.end : other.end;
    return start < end ? new Period(start, end) : undefined;
  }

  /** What is left of this period when the others are taken out, in order of time. */
  minus(others: readonly Period[]): Period[] {
    const taken = others.filter((other) => other.overlaps(this)).sort((a, b) => a.start.getTime() - b.start.getTime());
    const rest: Period[] = [];
    let from = this.start;
    for (const other of taken) {
      if (other.start > from) rest.push(new Period(from, other.start));
      if (other.end > from) from = other.end;
    }
    if (from < this.end) rest.push(new Period(from, this.end));
    return rest;
  }

  /** The same start with the end moved by a number of minutes. */
  extendedBy(minutes: number): Period {
    return minutes === 0 ? this : Period.of(this.start, new Date(this.end.getTime() + minutes * minute));
  }

  toJSON(): { start: string; end: string } {
    return { start: instant(this.start), end: instant(this.end) };
  }
}

/** Joins overlapping and adjoining periods; the result is sorted and disjoint. */
export function merged(periods: readonly Period[]): Period[] {
  const sorted = [...periods].sort((a, b) => a.start.getTime() - b.start.getTime());
  const result: Period[] = [];
  for (const period of sorted) {
    const last = result.at(-1);
    if (last && period.start <= last.end) {
      if (period.end > last.end) result[result.length - 1] = Period.of(last.start, period.end);
    } else {
      result.push(period);
    }
  }
  return result;
}

/** An instant as the API writes it: RFC 3339 in UTC, without milliseconds when there are none. */
export function instant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

/** The instant a number of minutes later (or earlier, when negative). */
export function plusMinutes(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * minute);
}
