import { Refused } from '../kernel/errors';
import { Period } from '../kernel/period';
import { exactInstantOf, LocalDate, LocalTime, plusDays } from '../kernel/site-time';

/**
 * The period between two local times of a date, `24:00` being the end of the day. Of a time that comes twice the earlier
 * instant is meant; who means the later sends instants. The length is what passes, not what the clock face shows.
 * @throws Refused `local_time_exists` when the clock skips one of the two on that date
 */
export function localPeriod(date: LocalDate, from: LocalTime, to: LocalTime, timeZone: string): Period {
  const [lastDate, lastTime] = to === '24:00' ? [plusDays(date, 1), '00:00'] : [date, to];
  return Period.of(existing(date, from, timeZone), existing(lastDate, lastTime, timeZone));
}

function existing(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const found = exactInstantOf(date, time, timeZone);
  if (found) return found;
  throw new Refused([
    {
      code: 'local_time_exists',
      detail: `The clock is put forward on ${date}: ${time} does not exist at the site that day.`,
      facts: { date, time, timeZone },
    },
  ]);
}
