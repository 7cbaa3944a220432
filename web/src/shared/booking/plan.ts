import type { Day, DayRow, Kind, ResourceRule } from '../api/views';
import { localDate, localTime, minute, minuteOfDay, overlaps, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';

/** The steps in which times can be chosen, in minutes; the finest grid that a site's rules may have in common. */
export const step = 15;

/** Something that is taken, cleaning included, and by whom: oneself, somebody, or those who mend it. */
export interface Taken extends Span {
  mine: boolean;
  isOutOfUse: boolean;
  bookingId?: string;
  title?: string;
}

/** The open hours of a day, in order. */
export function openSpans(day: Pick<Day, 'open'>): Span[] {
  return day.open.map(spanOf).toSorted((a, b) => a.start - b.start);
}

/** From the first opening to the last closing; undefined on a closed day. */
export function wholeDay(open: Span[]): Span | undefined {
  const [first, last] = [open[0], open.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

const read = new WeakMap<DayRow, Taken[]>();

/**
 * What is taken of a place, in order of time. A row that did not change gives the same answer, not an equal one: what is
 * drawn from it need not be drawn again.
 */
export function takenOf(row: DayRow): Taken[] {
  let taken = read.get(row);
  if (!taken) {
    taken = takenIn(row);
    read.set(row, taken);
  }
  return taken;
}

function takenIn(row: DayRow): Taken[] {
  return row.occupied
    .map(({ start, end, blockedUntil, cause, mine, bookingId, title }) => ({
      ...spanOf({ start, end: blockedUntil ?? end }),
      mine,
      isOutOfUse: cause === 'maintenance',
      bookingId,
      title,
    }))
    .toSorted((a, b) => a.start - b.start);
}

/** What is left of the open hours. */
export function freeSpans(open: Span[], taken: Span[]): Span[] {
  return open.flatMap((span) => {
    const rest: Span[] = [];
    let from = span.start;
    for (const other of taken.filter((one) => overlaps(one, span)).toSorted((a, b) => a.start - b.start)) {
      if (other.start > from) rest.push({ start: from, end: other.start });
      from = Math.max(from, other.end);
    }
    if (from < span.end) rest.push({ start: from, end: span.end });
    return rest;
  });
}

/** The first full step of the site's clock at or after an instant. */
export function nextStep(at: number, timeZone: string, minutes = step): number {
  const whole = Math.ceil(at / minute) * minute;
  const over = minuteOfDay(whole, timeZone) % minutes;
  return over === 0 ? whole : whole + (minutes - over) * minute;
}

/** Every instant at which a booking of the day may begin or end. */
export function stepsOf(open: Span[], timeZone: string): number[] {
  return open.flatMap((span) => {
    const steps: number[] = [];
    for (let at = nextStep(span.start, timeZone); at <= span.end; at += step * minute) steps.push(at);
    return steps;
  });
}

/** Steps by the names that addresses give them: `03:15`, and `03:15.2` when the clock shows it for the second time. */
function named(steps: number[], timeZone: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const at of steps) {
    const time = localTime(at, timeZone);
    // Where one opening follows another, the same instant is a step of both.
    if (names.get(time) !== at) names.set(names.has(time) ? `${time}.2` : time, at);
  }
  return names;
}

/** A period of the day as its address names it. The end is counted from the start on: `00:00` is the midnight after it. */
export function addressOf({ start, end }: Span, day: Day): { from: string; to: string } {
  const steps = stepsOf(openSpans(day), day.timeZone);
  const nameOf = (at: number, among: number[]) =>
    [...named(among, day.timeZone)].find(([, one]) => one === at)?.[0] ?? localTime(at, day.timeZone);
  const after = steps.filter((at) => at > start);
  return { from: nameOf(start, steps), to: nameOf(end, after) };
}

/** The period that an address names, see {@link addressOf}; undefined when the day has no such steps. */
export function addressed({ from, to }: { from: string | null; to: string | null }, day: Day): Span | undefined {
  const steps = stepsOf(openSpans(day), day.timeZone);
  const start = named(steps, day.timeZone).get(from ?? '');
  if (start === undefined) return undefined;
  const after = steps.filter((at) => at > start);
  const end = named(after, day.timeZone).get(to ?? '');
  return end === undefined ? undefined : { start, end };
}

export type QuickChoice = 'nextHour' | 'morning' | 'afternoon' | 'wholeDay';

/** Longest length of a booking of a kind, in minutes; a day when the rules are not known. */
export function longestOf(kind: Kind, rules: ResourceRule[] | undefined): number {
  return rules?.find((rule) => rule.kind === kind)?.longestMinutes ?? 24 * 60;
}

/**
 * The times that most people want, as far as they are still to come: the next full hour (today only), the hours before
 * and after noon, and all of them.
 */
export function quickChoices(day: Day, now: number): { choice: QuickChoice; span: Span }[] {
  const { timeZone } = day;
  const soon = nextStep(now, timeZone);
  const ahead = openSpans(day)
    .map((span) => ({ start: Math.max(span.start, soon), end: span.end }))
    .filter((span) => span.end - span.start >= 2 * step * minute);
  const all = wholeDay(ahead);
  if (!all) return [];

  const noon = stepsOf(ahead, timeZone).find((at) => localTime(at, timeZone) >= '12:00') ?? all.end;
  const hour = nextStep(all.start, timeZone, 60);
  const nextHour = { start: hour, end: hour + 60 * minute };
  const found: { choice: QuickChoice; span: Span }[] = [];
  if (
    localDate(now, timeZone) === day.date &&
    ahead.some((span) => nextHour.end <= span.end && nextHour.start >= span.start)
  )
    found.push({ choice: 'nextHour', span: nextHour });
  if (all.start < noon) found.push({ choice: 'morning', span: { start: all.start, end: noon } });
  if (noon < all.end) found.push({ choice: 'afternoon', span: { start: Math.max(noon, all.start), end: all.end } });
  if (all.start < noon && noon < all.end) found.push({ choice: 'wholeDay', span: all });
  return found;
}

export type PlaceStanding = { is: 'free' } | { is: 'mine' | 'taken'; by: Taken } | { is: 'closed' };

/** How a place stands for a wish. */
export function standingOf(row: DayRow, open: Span[], wish: Span): PlaceStanding {
  const clashes = takenOf(row).filter((one) => overlaps(one, wish));
  const by = clashes.find((one) => one.mine) ?? clashes[0];
  if (by) return { is: by.mine ? 'mine' : 'taken', by };
  return open.some((span) => span.start <= wish.start && wish.end <= span.end) ? { is: 'free' } : { is: 'closed' };
}

/** The wish cut to what the rules of a kind allow at most. */
export function shortened(wish: Span, longestMinutes: number): Span {
  return { start: wish.start, end: Math.min(wish.end, wish.start + longestMinutes * minute) };
}

const natural = new Intl.Collator('en', { numeric: true });

/** Desks, rooms, booths; within a kind as people count: 2 before 10. */
export function inOrder(rows: DayRow[]): DayRow[] {
  const kinds: Kind[] = ['desk', 'room', 'booth'];
  return rows.toSorted(
    (a, b) =>
      kinds.indexOf(a.resource.kind) - kinds.indexOf(b.resource.kind) ||
      natural.compare(a.resource.name, b.resource.name),
  );
}

/** The same time of day and length on another date, or the first that is open; undefined when nothing is. */
export function sameTimeOn(day: Day, span: Span): Span | undefined {
  const steps = stepsOf(openSpans(day), day.timeZone);
  const wanted = localTime(span.start, day.timeZone);
  const start = steps.slice(0, -1).find((at) => localTime(at, day.timeZone) >= wanted) ?? steps[0];
  const last = steps.at(-1);
  if (start === undefined || last === undefined || start >= last) return undefined;
  return { start, end: Math.min(start + (span.end - span.start), last) };
}
