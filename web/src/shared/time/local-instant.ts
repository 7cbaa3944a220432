import { localDate, localTime, minute } from './site-time';

/**
 * The instant at which the wall clock of a zone shows a date and a time (`YYYY-MM-DD`, `HH:mm`): the earlier one where it
 * shows it twice, undefined where the clocks jump over it.
 */
export function instantAt(date: string, time: string, timeZone: string): number | undefined {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // No zone is further than 14 hours from UTC, and none has offsets that are not full quarters of an hour today.
  for (let at = asUtc - 14 * 60 * minute; at <= asUtc + 14 * 60 * minute; at += 15 * minute)
    if (localDate(at, timeZone) === date && localTime(at, timeZone) === time) return at;
  return undefined;
}
