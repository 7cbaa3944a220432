import { Rule } from '../../kernel/refusal';
import { instantOf, LocalDate, localTime, LocalTime, plusDays } from '../../kernel/site-time';

/** So many days ahead it is told who is in: enough to meet somebody, too little to study their habits. */
const daysAhead = 14;

/** A date that somebody asks about, and the date that the clock of the site shows. */
interface DateAsked {
  date: LocalDate;
  today: LocalDate;
}

const whoIsInDates: Rule<DateAsked> = {
  name: 'who_is_in_dates',
  judge: ({ date, today }) => {
    const lastDate = plusDays(today, daysAhead);
    if (date >= today && date <= lastDate) return undefined;
    return {
      detail: `Who is in is told from today to ${daysAhead} days ahead.`,
      facts: { date, firstDate: today, lastDate },
    };
  },
};

/** Nobody looks up afterwards who was where. */
export const whoIsInRules: readonly Rule<DateAsked>[] = [whoIsInDates];

/** The full hours around a stay on a local date: others need not know the minute at which somebody comes and goes. */
export function fullHours(
  since: Date,
  until: Date,
  date: LocalDate,
  timeZone: string,
): { from: LocalTime; until: LocalTime } {
  const midnight = instantOf(plusDays(date, 1), '00:00', timeZone);
  const from = since < instantOf(date, '00:00', timeZone) ? '00:00' : `${localTime(since, timeZone).slice(0, 2)}:00`;
  if (until >= midnight) return { from, until: '24:00' };
  const time = localTime(until, timeZone);
  const hour = Number(time.slice(0, 2)) + (time.endsWith(':00') ? 0 : 1);
  return { from, until: `${String(hour).padStart(2, '0')}:00` };
}
