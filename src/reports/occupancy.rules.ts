import { Period } from '../kernel/period';
import { instantOf, LocalDate, plusDays, weekday } from '../kernel/site-time';
import { ClosedDays, openPeriods, WeeklyHours } from '../sites/opening.rules';

/** In milliseconds. */
const anHour = 60 * 60_000;

/** A stretch of opening time that lies in one hour of the clock face. */
export interface OpenPiece {
  /** Monday is 1. */
  weekday: number;
  /** 0 to 23, by the clock of the site. */
  hour: number;
  start: number;
  end: number;
}

/**
 * When a site is open on some dates, cut at the full hours of its clock. On the night on which the clock goes forward there
 * is no piece for the hour that is skipped; the hour that comes twice is one piece of 120 minutes.
 */
export function openPieces(
  dates: readonly LocalDate[],
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
): OpenPiece[] {
  const pieces: OpenPiece[] = [];
  for (const date of dates) {
    const open = openPeriods(date, timeZone, hours, closures);
    if (open.length === 0) continue;
    const at = hoursOf(date, timeZone);
    for (let hour = 0; hour < 24; hour++) {
      const [start = 0, end = 0] = [at[hour], at[hour + 1]];
      if (end <= start) continue;
      const whole = Period.of(new Date(start), new Date(end));
      for (const span of open) {
        const common = span.intersection(whole);
        if (common)
          pieces.push({ weekday: weekday(date), hour, start: common.start.getTime(), end: common.end.getTime() });
      }
    }
  }
  return pieces;
}

/**
 * When the full hours of a date begin, the end of the day the last of the 25. Asking the clock of the zone costs more
 * than all sums together, so it is asked for each hour on days of another length only.
 */
function hoursOf(date: LocalDate, timeZone: string): number[] {
  const start = instantOf(date, '00:00', timeZone).getTime();
  const end = instantOf(plusDays(date, 1), '00:00', timeZone).getTime();
  const changes = end - start !== 24 * anHour;
  return Array.from({ length: 25 }, (_, index) => {
    if (index === 24) return end;
    return changes ? instantOf(date, clock(index), timeZone).getTime() : start + index * anHour;
  });
}

/** A resource in use: from when on it could be booked, and until when. */
export interface ReportedResource {
  id: string;
  name: string;
  kind: string;
  site: { id: string; name: string };
  since: number;
  until: number;
}

/** One use of a resource, by a booking or by a coaching session. */
export interface Use {
  resourceId: string;
  personId: string;
  planCode: string | null;
  start: number;
  end: number;
  /** Whether somebody was seen there. */
  came: boolean;
}

/** Minutes of one group, and who is behind them. */
export interface Minutes {
  bookable: number;
  booked: number;
  checkedIn: number;
  /** Booked outside the opening hours, by plans that allow it. */
  outside: number;
  people: Set<string>;
}

/** Sums of a site, or of several: by what they are asked for. */
export interface Sums {
  total: Minutes;
  resources: Map<string, Minutes>;
  kinds: Map<string, Minutes>;
  plans: Map<string, Minutes>;
  /** By `kind weekday hour`. */
  cells: Map<string, Minutes>;
}

/** Sums of nothing. */
export function noSums(): Sums {
  return { total: none(), resources: new Map(), kinds: new Map(), plans: new Map(), cells: new Map() };
}

/**
 * Adds what can be booked: each piece for each resource that was in use then. Those of a kind that were there all the
 * time are counted and not gone through.
 * @param pieces sorted and disjoint
 */
export function addBookable(sums: Sums, pieces: readonly OpenPiece[], resources: readonly ReportedResource[]): void {
  const [first, last] = [pieces.at(0), pieces.at(-1)];
  if (!first || !last) return;
  const whole = pieces.reduce((sum, { start, end }) => sum + minutesOf(start, end), 0);
  const throughout = new Map<string, number>();
  for (const { id, kind, since, until } of resources) {
    const groups = [sums.total, of(sums.resources, id), of(sums.kinds, kind)];
    if (since <= first.start && until >= last.end) {
      throughout.set(kind, (throughout.get(kind) ?? 0) + 1);
      for (const group of groups) group.bookable += whole;
      continue;
    }
    for (const piece of pieces) {
      const minutes = minutesOf(Math.max(piece.start, since), Math.min(piece.end, until));
      if (minutes === 0) continue;
      for (const group of [...groups, of(sums.cells, cell(kind, piece))]) group.bookable += minutes;
    }
  }
  for (const [kind, count] of throughout) {
    for (const piece of pieces) of(sums.cells, cell(kind, piece)).bookable += count * minutesOf(piece.start, piece.end);
  }
}

/** Adds what was used of it. @param pieces sorted and disjoint */
export function addUses(
  sums: Sums,
  pieces: readonly OpenPiece[],
  resources: ReadonlyMap<string, ReportedResource>,
  uses: readonly Use[],
): void {
  for (const use of uses) {
    const resource = resources.get(use.resourceId);
    if (!resource) continue;
    const groups = [
      sums.total,
      of(sums.resources, resource.id),
      of(sums.kinds, resource.kind),
      of(sums.plans, use.planCode ?? ''),
    ];
    for (const group of groups) group.people.add(use.personId);
    let inside = 0;
    for (let index = firstAfter(pieces, use.start); index < pieces.length; index++) {
      const piece = pieces[index];
      if (!piece || piece.start >= use.end) break;
      const minutes = minutesOf(Math.max(piece.start, use.start), Math.min(piece.end, use.end));
      if (minutes === 0) continue;
      inside += minutes;
      const one = of(sums.cells, cell(resource.kind, piece));
      one.people.add(use.personId);
      for (const group of [...groups, one]) {
        group.booked += minutes;
        if (use.came) group.checkedIn += minutes;
      }
    }
    const outside = minutesOf(use.start, use.end) - inside;
    for (const group of groups) group.outside += outside;
  }
}

/** The first piece that ends after an instant. */
function firstAfter(pieces: readonly OpenPiece[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function of(groups: Map<string, Minutes>, key: string): Minutes {
  const known = groups.get(key);
  if (known) return known;
  const made = none();
  groups.set(key, made);
  return made;
}

function none(): Minutes {
  return { bookable: 0, booked: 0, checkedIn: 0, outside: 0, people: new Set() };
}

function cell(kind: string, { weekday: day, hour }: OpenPiece): string {
  return `${kind} ${day} ${hour}`;
}

function minutesOf(start: number, end: number): number {
  return Math.max(0, end - start) / 60_000;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
