/**
 * The clock of a place. Instants are milliseconds since 1970, dates are `YYYY-MM-DD` of the place's own calendar. The
 * screens only ever walk along instants that the server named, so no local time has to be turned into an instant, and
 * the nights on which clocks change need no case of their own.
 */
export interface Span {
  start: number;
  end: number;
}

export const minute = 60_000;

/** Reads a period of the API. */
export function spanOf(period: { start: string; end: string }): Span {
  return { start: Date.parse(period.start), end: Date.parse(period.end) };
}

/** An instant as the API writes it. */
export function instant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function minutesOf(span: Span): number {
  return Math.round((span.end - span.start) / minute);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  let known = clocks.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(timeZone, known);
  }
  return known;
}

function read(at: number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    clock(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** The date on the wall calendar of the zone. */
export function localDate(at: number, timeZone: string): string {
  const { year, month, day } = read(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** `HH:mm` on the wall clock of the zone: for addresses and comparisons, not for people. */
export function localTime(at: number, timeZone: string): string {
  const { hour, minute } = read(at, timeZone);
  return `${hour}:${minute}`;
}

/** Minutes on the clock face since midnight. */
export function minuteOfDay(at: number, timeZone: string): number {
  const { hour, minute } = read(at, timeZone);
  return Number(hour) * 60 + Number(minute);
}

/** The date a number of days later. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * 60 * minute).toISOString().slice(0, 10);
}

/** Whether a text is a date that exists. */
export function isDate(text: string | null): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whether two zones show the same date and time at an instant. */
export function sameClock(at: number, one: string, other: string): boolean {
  return localDate(at, one) === localDate(at, other) && localTime(at, one) === localTime(at, other);
}

/** The zone that this browser runs in. */
export function viewerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
