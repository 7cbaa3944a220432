import ICAL from 'ical.js';
import { runInNewContext } from 'node:vm';
import { merged, Period } from '../../kernel/period';
import { instantOf, isTimeZone } from '../../kernel/site-time';

/** A calendar file that cannot be read, or not in reasonable time. */
export class UnreadableCalendar extends Error {
  constructor(readonly failure: 'not_a_calendar' | 'too_complex') {
    super(`outside calendar: ${failure}`);
    this.name = 'UnreadableCalendar';
  }
}

/** Milliseconds after which a calendar counts as made to keep us busy; by the clock, so a busy machine gets some more. */
const longestReading = 4_000;
/** Occurrences that are looked at, of all events together. */
const mostOccurrences = 50_000;
const mostPeriods = 5_000;
const day = 24 * 60 * 60_000;

/**
 * When somebody is busy during a window, by their calendar file (RFC 5545): joined and without anything but the times.
 * Repeated events with their exceptions count, whole days too; what is marked as free or as cancelled does not. Times
 * without a zone, and whole days, are of the given zone; a zone's own rules are taken from ours when we know its name,
 * from the file otherwise.
 * @throws UnreadableCalendar
 */
export function busyTimes(text: string, window: Period, timeZone: string): Period[] {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new UnreadableCalendar('not_a_calendar');
  try {
    // The limit of time ends the reading wherever it is, also inside the parser.
    const read = () => new CalendarReader(window, timeZone).read(text);
    return runInNewContext('read()', { read }, { timeout: longestReading }) as Period[];
  } catch (error) {
    if (error instanceof UnreadableCalendar) throw error;
    const tooLong = (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw new UnreadableCalendar(tooLong ? 'too_complex' : 'not_a_calendar');
  }
}

class CalendarReader {
  private occurrences = 0;

  constructor(
    private readonly window: Period,
    private readonly timeZone: string,
  ) {}

  read(text: string): Period[] {
    const parsed = ICAL.parse(text) as unknown[];
    // A file may hold several calendars.
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each as []));
    return merged(calendars.flatMap((calendar) => this.calendar(calendar)));
  }

  private calendar(calendar: ICAL.Component): Period[] {
    const events = calendar.getAllSubcomponents('vevent');
    const moved = new Map<string, Set<number>>();
    for (const event of events) {
      const instead = event.getFirstProperty('recurrence-id');
      if (!instead) continue;
      const uid = uidOf(event);
      moved.set(uid, (moved.get(uid) ?? new Set()).add(this.at(timeOf(instead), instead)));
    }
    const found: Period[] = [];
    for (const event of events) {
      if (!isBusy(event)) continue;
      const isException = event.hasProperty('recurrence-id');
      found.push(...this.event(event, isException ? new Set() : (moved.get(uidOf(event)) ?? new Set())));
      if (found.length > mostPeriods) throw new UnreadableCalendar('too_complex');
    }
    return found;
  }

  /** The times of an event inside the window, without those that other events stand for. */
  private event(event: ICAL.Component, moved: ReadonlySet<number>): Period[] {
    const begin = event.getFirstProperty('dtstart');
    if (!begin) return [];
    const first = timeOf(begin);
    const length = this.lengthOf(event, begin, first);
    if (length <= 0) return [];
    const left = new Set([...moved, ...this.instants(event, 'exdate')]);
    const leftDates = datesOf(event, 'exdate');
    const starts = new Map<number, ICAL.Time>();
    const spare = length + 2 * day;
    for (const time of this.starts(event, first, begin)) {
      const wall = wallOf(time);
      if (wall >= this.window.end.getTime() + 2 * day) break;
      if (wall + spare < this.window.start.getTime() || leftDates.has(dateOf(time))) continue;
      const start = this.at(time, begin);
      if (!left.has(start)) starts.set(start, time);
    }
    for (const start of this.instants(event, 'rdate')) if (!left.has(start)) starts.set(start, first);
    return [...starts].flatMap(([start, time]) => {
      const end = time.isDate ? this.wholeDays(time, length) : start + length;
      const from = Math.max(start, this.window.start.getTime());
      const to = Math.min(end, this.window.end.getTime());
      return from < to ? [Period.of(new Date(from), new Date(to))] : [];
    });
  }

  /** The starts of an event in order: the first, and those that its rules give. */
  private *starts(event: ICAL.Component, first: ICAL.Time, begin: ICAL.Property): Generator<ICAL.Time> {
    const rules = event.hasProperty('recurrence-id') ? [] : event.getAllProperties('rrule');
    if (rules.length === 0) yield first;
    for (const property of rules) {
      const rule = property.getFirstValue();
      if (!(rule instanceof ICAL.Recur)) throw new UnreadableCalendar('not_a_calendar');
      const until = rule.until ? this.at(rule.until, begin) + (rule.until.isDate ? day : 0) : undefined;
      const bounded = rule.clone();
      bounded.until = null;
      const iterator = bounded.iterator(first);
      for (let next = following(iterator); next; next = following(iterator)) {
        if (++this.occurrences > mostOccurrences) throw new UnreadableCalendar('too_complex');
        if (until !== undefined && this.at(next, begin) > until) break;
        yield next.clone();
        if (wallOf(next) >= this.window.end.getTime() + 2 * day) break;
      }
    }
  }

  /** Milliseconds from start to end. */
  private lengthOf(event: ICAL.Component, begin: ICAL.Property, first: ICAL.Time): number {
    const end = event.getFirstProperty('dtend');
    if (end) {
      const last = timeOf(end);
      return first.isDate ? wallOf(last) - wallOf(first) || day : this.at(last, end) - this.at(first, begin);
    }
    const duration = event.getFirstPropertyValue('duration');
    if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1_000;
    return first.isDate ? day : 0;
  }

  private wholeDays(time: ICAL.Time, length: number): number {
    const last = new Date(wallOf(time) + length).toISOString().slice(0, 10);
    return instantOf(last, '00:00', this.timeZone).getTime();
  }

  private instants(event: ICAL.Component, name: string): number[] {
    return event.getAllProperties(name).flatMap((property) =>
      property.getValues().flatMap((value: unknown) => {
        const time = value instanceof ICAL.Period ? value.start : value;
        return time instanceof ICAL.Time ? [this.at(time, property)] : [];
      }),
    );
  }

  /** The instant that a time of a property means. */
  private at(time: ICAL.Time, property: ICAL.Property): number {
    const date = dateOf(time);
    if (time.isDate) return instantOf(date, '00:00', this.timeZone).getTime();
    if (time.zone === ICAL.Timezone.utcTimezone) return wallOf(time);
    const named = property.getFirstParameter('tzid') as string | undefined;
    const zone = named === undefined ? this.timeZone : knownZone(named);
    if (zone === undefined) {
      const ours = time.clone();
      const own = named === undefined ? null : property.parent.getTimeZoneByID(named);
      if (own) {
        ours.zone = own;
        return ours.toUnixTime() * 1_000;
      }
    }
    const clock = `${two(time.hour)}:${two(time.minute)}`;
    return instantOf(date, clock, zone ?? this.timeZone).getTime() + time.second * 1_000;
  }
}

/** The next occurrence; there is none after the last, whatever the types of the parser say. */
function following(iterator: { next(): ICAL.Time }): ICAL.Time | undefined {
  return iterator.next();
}

function timeOf(property: ICAL.Property): ICAL.Time {
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new UnreadableCalendar('not_a_calendar');
  return value;
}

/** The name of a zone that we know: as it stands, or as the end of a path such as `/vendor/Europe/Helsinki`. */
function knownZone(name: string): string | undefined {
  if (isTimeZone(name)) return name;
  const end = name.split('/').slice(-2).join('/');
  return end.includes('/') && isTimeZone(end) ? end : undefined;
}

function isBusy(event: ICAL.Component): boolean {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    word('transp') !== 'TRANSPARENT' && word('status') !== 'CANCELLED' && word('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}

/** Dates of a property that names whole days. */
function datesOf(event: ICAL.Component, name: string): Set<string> {
  const values: unknown[] = event.getAllProperties(name).flatMap((property): unknown[] => property.getValues());
  return new Set(values.flatMap((value) => (value instanceof ICAL.Time && value.isDate ? [dateOf(value)] : [])));
}

/** What the clock face shows, as if it were in UTC. */
function wallOf(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

function dateOf(time: ICAL.Time): string {
  return new Date(Date.UTC(time.year, time.month - 1, time.day)).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
