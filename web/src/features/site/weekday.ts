import { plusDays } from '../../shared/time/site-time';

/** Some date of a weekday (1 is Monday), to write the name of the day by. */
export function dateOfWeekday(weekday: number): string {
  return plusDays('2024-01-01', weekday - 1);
}
