import { Period } from '../kernel/period';
import { Refusal } from '../kernel/errors';
import { instant } from '../kernel/period';
import { exactInstantOf, localDate, localTime } from '../kernel/site-time';

export const kept = ['instant', 'local_time'] as const;
/** What a new clock leaves as it was: the instants of what is agreed, or what the clock of the site shows at them. */
export type Kept = (typeof kept)[number];

export const movableKinds = ['booking', 'session', 'maintenance', 'waiting'] as const;
/** What is agreed for a time at a site; `waiting` is an entry of the waiting list that nothing is offered to. */
export type MovableKind = (typeof movableKinds)[number];

/** Something that is agreed for a period at a site and is not over. */
export interface Movable {
  kind: MovableKind;
  id: string;
  /** The place, or the coach of a session; null for whoever waits for any place of a kind. */
  name: string | null;
  version: number;
  period: Period;
}

/** A row of the ledger: somebody or something is taken by a cause. */
export interface TakenRow {
  id: string;
  causeId: string;
  subjectId: string;
  startsAt: Date;
  endsAt: Date;
  bufferMinutes: number;
}

/** What keeping the local time would make of something; nothing when it stays where it is, with the reasons. */
export interface Shift {
  movable: Movable;
  to?: Period;
  because: Refusal[];
}

/** A date and a time as the clock of a zone shows them, `YYYY-MM-DDTHH:mm`. */
export function reading(at: Date, timeZone: string): string {
  return `${localDate(at, timeZone)}T${localTime(at, timeZone)}`;
}

/**
 * Where everything goes when the clock of a site is set to another zone and shows the same times as before. What has begun
 * stays; so does what would begin in the past, what falls on a local time that is skipped, and what would meet something
 * that stays. Of two that would meet each other, on a night with fewer hours, both stay.
 */
export function shifts(
  movables: readonly Movable[],
  rows: readonly TakenRow[],
  zones: { from: string; to: string },
  now: Date,
): Shift[] {
  const found = new Map(movables.map((movable) => [movable.id, shiftOf(movable, zones, now)]));
  // What stays may stand in the way of others, which then stay, too: until nobody else has to.
  for (;;) {
    const clashing = clashes(rows, found);
    if (clashing.size === 0) return [...found.values()];
    for (const id of clashing) {
      const shift = found.get(id);
      if (!shift?.to) continue;
      const because = {
        code: 'no_double_booking',
        detail: 'Somebody has this place at that time.',
        facts: shift.to.toJSON(),
      };
      found.set(id, { movable: shift.movable, because: [because] });
    }
  }
}

/** The row as it is after the shift of its cause; cleaning lasts as long as before. */
export function shifted(row: TakenRow, shift: Shift | undefined): TakenRow {
  if (!shift?.to) return row;
  const { start, end } = shift.to;
  const { start: oldStart, end: oldEnd } = shift.movable.period;
  // A row may begin and end elsewhere than its cause: a coach has a pause after a session, long maintenance many rows.
  const startsAt = new Date(row.startsAt.getTime() + start.getTime() - oldStart.getTime());
  const endsAt = new Date(row.endsAt.getTime() + end.getTime() - oldEnd.getTime());
  return { ...row, startsAt, endsAt };
}

function shiftOf(movable: Movable, { from, to }: { from: string; to: string }, now: Date): Shift {
  const { start, end } = movable.period;
  if (start <= now) return { movable, because: [] };
  const newStart = moved(start, from, to);
  const newEnd = moved(end, from, to);
  if (!newStart || !newEnd || newEnd <= newStart) {
    const facts = { start: reading(start, from), end: reading(end, from), timeZone: to };
    const detail = 'The clock of the new zone skips this local time on that date.';
    return { movable, because: [{ code: 'local_time_exists', detail, facts }] };
  }
  if (newStart < now) {
    const facts = { now: instant(now), start: instant(newStart) };
    return {
      movable,
      because: [{ code: 'in_the_past', detail: 'This local time has passed in the new zone.', facts }],
    };
  }
  return { movable, to: Period.of(newStart, newEnd), because: [] };
}

/** The instant at which the clock of another zone shows what this one shows now; seconds stay as they are. */
function moved(at: Date, from: string, to: string): Date | undefined {
  const found = exactInstantOf(localDate(at, from), localTime(at, from), to);
  return found && new Date(found.getTime() + (at.getTime() % 60_000));
}

/** Ids of what would be moved onto something else. */
function clashes(rows: readonly TakenRow[], found: ReadonlyMap<string, Shift>): Set<string> {
  const bySubject = new Map<string, TakenRow[]>();
  for (const row of rows) {
    const after = shifted(row, found.get(row.causeId));
    bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), after]);
  }
  const clashing = new Set<string>();
  const note = ({ causeId }: TakenRow) => {
    if (found.get(causeId)?.to) clashing.add(causeId);
  };
  for (const taken of bySubject.values()) {
    const sorted = taken.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    let last: TakenRow | undefined;
    for (const row of sorted) {
      if (last && row.startsAt < last.endsAt) {
        note(last);
        note(row);
      }
      if (!last || row.endsAt > last.endsAt) last = row;
    }
  }
  return clashing;
}
