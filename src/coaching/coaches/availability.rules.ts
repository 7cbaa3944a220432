import { Temporal } from 'temporal-polyfill';
import { merged, Period, plusMinutes } from '../../kernel/period';
import { LocalDate, LocalTime } from '../../kernel/site-time';

/** Hours of a weekday (Monday is 1) by the coach's clock; at one site only, or anywhere and over a link when null. */
export interface WeeklyAvailability {
  weekday: number;
  from: LocalTime;
  to: LocalTime;
  siteId: string | null;
}

/** A date on which the weekly hours do not hold: closed, or other hours instead (one element for each span). */
export interface AvailabilityOn {
  date: LocalDate;
  closed: boolean;
  from: LocalTime | null;
  to: LocalTime | null;
  siteId: string | null;
}

/** A stretch of time on one date of the coach's clock, at one site only when `siteId` is given. */
export interface AvailableSpan {
  date: LocalDate;
  start: Date;
  end: Date;
  siteId: string | null;
}

/** A stretch in which a session may be booked, and how many minutes of sessions its day still takes. */
export interface FreeSpan {
  start: Date;
  end: Date;
  siteId: string | null;
  minutesLeft: number;
}

/** All that decides when a coach is free. */
export interface CoachCalendar {
  timeZone: string;
  status: string;
  /** Nothing begins sooner than so many minutes from now. */
  minimumNoticeMinutes: number;
  /** What the coach needs between two things. */
  bufferMinutes: number;
  /** Minutes of sessions on one date of the coach's clock. */
  longestDayMinutes: number;
  /** The last date on which the coach may coach; null when none is set. */
  qualifiedUntil: LocalDate | null;
  /** Where the coach meets people. */
  siteIds: readonly string[];
  weekly: readonly WeeklyAvailability[];
  exceptions: readonly AvailabilityOn[];
  /** What the ledger says of the coach as a person, and what is in the calendar outside. */
  taken: readonly Period[];
  /** Sessions of the coach without the buffer, whole dates at both ends included. */
  sessions: readonly Period[];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** While the clock of a zone is a fixed number of milliseconds ahead of UTC. */
interface Offset {
  from: number;
  until: number;
  ahead: number;
}

/**
 * When a coach offers time during a window, sorted by start. An instant is inside when the coach's clock shows a time
 * inside the hours of its date: an hour that the clock skips is not there, and one that comes twice counts twice.
 */
export function availableSpans(
  weekly: readonly WeeklyAvailability[],
  exceptions: readonly AvailabilityOn[],
  timeZone: string,
  window: Period,
): AvailableSpan[] {
  const offsets = offsetsOf(timeZone, window);
  const spans: AvailableSpan[] = [];
  for (let at = dayNumber(window.start.getTime(), offsets) - 1; at <= dayNumber(window.end.getTime(), offsets); at++) {
    const date = dateOf(at);
    const special = exceptions.filter((each) => each.date === date);
    const hours =
      special.length > 0 ? special.filter(isOpen) : weekly.filter(({ weekday }) => weekday === weekdayOf(at));
    for (const { from, to, siteId } of hours) {
      const pieces = offsets.flatMap((offset) => {
        const start = Math.max(instantAt(at, from, offset), offset.from, window.start.getTime());
        const end = Math.min(instantAt(at, to, offset), offset.until, window.end.getTime());
        return start < end ? [Period.of(new Date(start), new Date(end))] : [];
      });
      spans.push(...merged(pieces).map(({ start, end }) => ({ date, start, end, siteId })));
    }
  }
  return spans.sort((a, b) => a.start.getTime() - b.start.getTime());
}

/**
 * What of a coach's hours can be booked: without what is taken (with the coach's buffer before it; its own buffer after
 * it is part of the ledger), not before the minimum notice, not on a date whose sessions are full, not after the last
 * date of the qualification, and for hours at a site only while it is open.
 * @param openAt when sites are open during the window, by id; a site that is missing is closed
 */
export function freeSpansOf(
  coach: CoachCalendar,
  openAt: ReadonlyMap<string, readonly Period[]>,
  window: Period,
  now: Date,
): FreeSpan[] {
  if (coach.status !== 'active') return [];
  const earliest = plusMinutes(now, coach.minimumNoticeMinutes);
  if (earliest >= window.end) return [];
  const from = earliest > window.start ? earliest : window.start;
  const taken = merged(coach.taken.map(({ start, end }) => Period.of(plusMinutes(start, -coach.bufferMinutes), end)));
  const near = following(taken);
  const held = minutesByDate(coach.sessions, coach.timeZone);
  return availableSpans(coach.weekly, coach.exceptions, coach.timeZone, Period.of(from, window.end)).flatMap(
    ({ date, siteId, ...span }) => {
      const minutesLeft = coach.longestDayMinutes - (held.get(date) ?? 0);
      if (minutesLeft <= 0 || (coach.qualifiedUntil !== null && date > coach.qualifiedUntil)) return [];
      const offered = Period.of(span.start, span.end);
      const inside =
        siteId === null ? [offered] : within(offered, coach.siteIds.includes(siteId) ? openAt.get(siteId) : []);
      return inside
        .flatMap((piece) => piece.minus(near(piece)))
        .map(({ start, end }) => ({ start, end, siteId, minutesLeft }));
    },
  );
}

/** Whether a session of a period, at a site or over a link (null), fits into one of the free spans. */
export function fitsInto(spans: readonly FreeSpan[], period: Period, siteId: string | null): boolean {
  return spans.some(
    (span) =>
      span.start <= period.start &&
      period.end <= span.end &&
      period.minutes <= span.minutesLeft &&
      (span.siteId === null || span.siteId === siteId),
  );
}

/** The periods that a later and later one may touch: both lists are in order of time, so nothing is looked at twice. */
function following(periods: readonly Period[]): (period: Period) => Period[] {
  let first = 0;
  return ({ start, end }) => {
    while ((periods[first]?.end ?? end) <= start) first++;
    let last = first;
    while ((periods[last]?.start ?? end) < end) last++;
    return periods.slice(first, last);
  };
}

/** The parts of a period that lie inside any of the others. */
function within(period: Period, others: readonly Period[] = []): Period[] {
  return others.flatMap((other) => period.intersection(other) ?? []);
}

/** Minutes of sessions by the date on which they begin. */
function minutesByDate(sessions: readonly Period[], timeZone: string): Map<LocalDate, number> {
  const minutes = new Map<LocalDate, number>();
  const first = sessions[0];
  if (!first) return minutes;
  const around = sessions.reduce(
    (all, each) => Period.of(each.start < all.start ? each.start : all.start, each.end > all.end ? each.end : all.end),
    first,
  );
  const offsets = offsetsOf(timeZone, around);
  for (const session of sessions) {
    const date = dateOf(dayNumber(session.start.getTime(), offsets));
    minutes.set(date, (minutes.get(date) ?? 0) + session.minutes);
  }
  return minutes;
}

function isOpen(span: AvailabilityOn): span is AvailabilityOn & { from: LocalTime; to: LocalTime } {
  return !span.closed && span.from !== null && span.to !== null;
}

const years = new Map<string, Offset[]>();

/** The offsets of a zone around a window, a day and a half to spare; what a year is like is worked out once. */
function offsetsOf(timeZone: string, window: Period): Offset[] {
  const first = window.start.getTime() - 1.5 * day;
  const last = window.end.getTime() + 1.5 * day;
  const offsets: Offset[] = [];
  for (let year = new Date(first).getUTCFullYear(); year <= new Date(last).getUTCFullYear(); year++) {
    offsets.push(...offsetsOfYear(timeZone, year));
  }
  return offsets.filter(({ from, until }) => from < last && first < until);
}

function offsetsOfYear(timeZone: string, year: number): Offset[] {
  const key = `${year} ${timeZone}`;
  const known = years.get(key);
  if (known) return known;
  const last = Date.UTC(year + 1);
  const offsets: Offset[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year)).toZonedDateTimeISO(
    timeZone,
  );
  while (at && at.epochMilliseconds < last) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next');
    const until = Math.min(next?.epochMilliseconds ?? last, last);
    offsets.push({ from: at.epochMilliseconds, until, ahead: at.offsetNanoseconds / 1_000_000 });
    at = next;
  }
  if (years.size > 1_000) years.clear();
  years.set(key, offsets);
  return offsets;
}

/** Days since 1970 that the clock shows at an instant. */
function dayNumber(at: number, offsets: readonly Offset[]): number {
  const offset = offsets.find(({ from, until }) => from <= at && at < until);
  return Math.floor((at + (offset?.ahead ?? 0)) / day);
}

function dateOf(number: number): LocalDate {
  return new Date(number * day).toISOString().slice(0, 10);
}

function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function instantAt(number: number, time: LocalTime, { ahead }: Offset): number {
  return number * day + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minute - ahead;
}
