import Holidays from 'date-holidays';
import { LocalDate, localDate } from '../kernel/site-time';

/** Days off that a calendar knows of; both dates are included. */
export interface Holiday {
  startsOn: LocalDate;
  endsOn: LocalDate;
  name: string;
}

/**
 * The public holidays and bank holidays of a country in a year, in order. The eves on which Finland stands still
 * (Midsummer, Christmas, New Year) are bank holidays. They are proposals and no more: whether a site closes is for its
 * manager to decide, and the days that Russia transfers by decree each year cannot be computed at all.
 * @param country ISO 3166 code of two letters
 * @returns undefined when nothing is known of the country
 */
export function holidaysOf(country: string, timeZone: string, year: number): Holiday[] | undefined {
  const calendar = new Holidays(country, { types: ['public', 'bank'], timezone: timeZone, languages: ['en'] });
  const entries = calendar.getHolidays(year);
  if (entries.length === 0) return undefined;
  const byDates = new Map<string, Holiday>();
  for (const { start, end, name } of entries) {
    const startsOn = localDate(start, timeZone);
    const endsOn = localDate(new Date(end.getTime() - 1), timeZone);
    const key = `${startsOn}/${endsOn}`;
    if (!byDates.has(key)) byDates.set(key, { startsOn, endsOn, name });
  }
  return [...byDates.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}
