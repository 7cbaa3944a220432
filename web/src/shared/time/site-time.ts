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

/** What the clock and the calendar on the wall of a place show. */
interface Face {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:mm`. */
  time: string;
  /** Minutes on the clock face since midnight. */
  minutes: number;
}

/** More minutes than any screen shows at once; beyond it what is remembered of a zone is forgotten. */
const mostRemembered = 5_000;

/**
 * The same answer for the same minute, asked of `read` once only: a day of a hundred places names the same handful of
 * instants thousands of times, and turning an instant into words of a zone is slow.
 */
export function oncePerMinute<T>(read: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>();
  return (at) => {
    const whole = Math.floor(at / minute);
    const before = known.get(whole);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const face = read(whole * minute);
    known.set(whole, face);
    return face;
  };
}

const faces = new Map<string, (at: number) => Face>();

function faceOf(at: number, timeZone: string): Face {
  let read = faces.get(timeZone);
  if (!read) {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    read = oncePerMinute((at) => {
      const of = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, part.value]));
      const [hours = '', minutes = ''] = [of.hour, of.minute];
      return {
        date: `${of.year}-${of.month}-${of.day}`,
        time: `${hours}:${minutes}`,
        minutes: Number(hours) * 60 + Number(minutes),
      };
    });
    faces.set(timeZone, read);
  }
  return read(at);
}

/** The date on the wall calendar of the zone. */
export function localDate(at: number, timeZone: string): string {
  return faceOf(at, timeZone).date;
}

/** `HH:mm` on the wall clock of the zone: for addresses and comparisons, not for people. */
export function localTime(at: number, timeZone: string): string {
  return faceOf(at, timeZone).time;
}

/** Minutes on the clock face since midnight. */
export function minuteOfDay(at: number, timeZone: string): number {
  return faceOf(at, timeZone).minutes;
}

/**
 * Which of two instants it is when the clock of the zone shows the same twice, because it is put back: `first` before
 * that, `second` after it. Undefined at all other times. Zones put their clocks back by an hour, or by half of one.
 */
export function turnOf(at: number, timeZone: string): 'first' | 'second' | undefined {
  const isSame = (other: number) =>
    localTime(other, timeZone) === localTime(at, timeZone) && localDate(other, timeZone) === localDate(at, timeZone);
  if ([30, 60].some((shift) => isSame(at + shift * minute))) return 'first';
  return [30, 60].some((shift) => isSame(at - shift * minute)) ? 'second' : undefined;
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
