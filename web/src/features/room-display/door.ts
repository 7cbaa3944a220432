import type { components } from '../../shared/api/schema';
import { overlaps, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';

export type Door = components['schemas']['DoorView'];

/** A time at which the place is taken. */
export interface Taken extends Span {
  title: string | null;
  isMaintenance: boolean;
}

/** How a place stands at an instant, and until when; `undefined` means that nothing is known to end it. */
export type Standing =
  | { is: 'free'; until: number | undefined }
  | { is: 'taken' | 'broken'; until: number; title: string | null }
  | { is: 'closed'; until: number | undefined };

/** What is taken from now on, the first first. */
export function ahead(door: Door, now: number): Taken[] {
  return door.taken
    .map((one) => ({ ...spanOf(one), title: one.title, isMaintenance: one.isMaintenance }))
    .filter(({ end }) => end > now)
    .toSorted((a, b) => a.start - b.start);
}

/** What is told at the door. Times that follow each other without a gap are one: nobody can go in between. */
export function standingAt(door: Door, now: number): Standing {
  const taken = ahead(door, now);
  const running = taken.find(({ start }) => start <= now);
  const open = door.open.map(spanOf);
  if (running) {
    let until = running.end;
    for (const one of taken) if (one.start <= until && one.end > until) until = one.end;
    return { is: running.isMaintenance ? 'broken' : 'taken', until, title: running.title };
  }
  const today = open.find((span) => overlaps(span, { start: now, end: now + 1 }));
  if (!today) return { is: 'closed', until: open.find(({ start }) => start > now)?.start };
  const next = taken[0]?.start;
  return { is: 'free', until: next === undefined || next > today.end ? today.end : next };
}
