import type { Slot } from '../../shared/coaching/views';
import { localDate, minute, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';

/** The free times by the date on the clock of a place, in order. */
export function byDay(slots: Slot[], timeZone: string): Map<string, Span[]> {
  const spans = slots.map(spanOf).toSorted((a, b) => a.start - b.start);
  const days = new Map<string, Span[]>();
  for (const span of spans) {
    const date = localDate(span.start, timeZone);
    days.set(date, [...(days.get(date) ?? []), span]);
  }
  return days;
}

/** Times that begin at least so many minutes apart: what is shown before somebody asks for every one. */
export function spaced(spans: Span[], minutes: number): Span[] {
  const shown: Span[] = [];
  for (const span of spans) {
    const last = shown.at(-1);
    if (!last || span.start - last.start >= minutes * minute) shown.push(span);
  }
  return shown;
}
