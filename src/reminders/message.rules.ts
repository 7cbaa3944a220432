import { instantOf, localDate, localTime, LocalTime, plusDays } from '../kernel/site-time';

/**
 * How long a message stays with its sender without a sign of life, in milliseconds. What a killed sender had in hand
 * is that much late at most; a hand-over that takes longer is renewed every {@link renewEvery}.
 */
export const lease = 7_000;

/** How often a sender says that it is still at it, in milliseconds: two signs may be lost before the message is. */
export const renewEvery = 2_000;

/** After so many milliseconds of delay the sweeper takes over from the queue. */
export const sweepAfter = 2_000;

const second = 1_000;
const minute = 60 * second;
const pauses = [2 * second, 10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 60 * minute];

/** Milliseconds to wait after the n-th failed attempt (the first is 1): short at first, an hour in the end. */
export function pauseAfter(attempt: number): number {
  return pauses[Math.min(Math.max(attempt, 1), pauses.length) - 1] ?? 60 * minute;
}

/**
 * When the quiet hours end that an instant lies in, on the clock of a zone; undefined when it lies in none. Hours whose
 * beginning is later than their end go over midnight.
 */
export function quietUntil(now: Date, hours: { from: LocalTime; to: LocalTime }, timeZone: string): Date | undefined {
  const { from, to } = hours;
  const [date, time] = [localDate(now, timeZone), localTime(now, timeZone)];
  if (from < to) return time >= from && time < to ? instantOf(date, to, timeZone) : undefined;
  if (time >= from) return instantOf(plusDays(date, 1), to, timeZone);
  return time < to ? instantOf(date, to, timeZone) : undefined;
}

/** How often the queue itself tries; later attempts are the sweeper's, as nothing should wait in a queue for long. */
export const queueAttempts = 4;

/** Messages older than so many days are forgotten; what they were about remembers itself. */
export const keptDays = 90;
