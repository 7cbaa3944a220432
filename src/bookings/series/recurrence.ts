import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { Malformed, Refused } from '../../kernel/errors';
import { isLocalDate, LocalDate, parseInstant } from '../../kernel/site-time';

/** A series has at most so many dates. */
export const mostOccurrences = 52;

/**
 * The part of RFC 5545 that a series of bookings may use. `until` is a date at the site, or an instant; both included.
 */
export interface RecurrenceRule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval?: number;
  count?: number;
  until?: LocalDate | Date;
  byDay?: string[];
  byMonthDay?: number[];
  bySetPos?: number[];
  wkst?: string;
}

type Frequency = RecurrenceRule['freq'];
const frequencies: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[];
const day = /^(MO|TU|WE|TH|FR|SA|SU)$/;
const numberedDay = /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * Reads a rule such as `FREQ=WEEKLY;COUNT=8`.
 * @throws Malformed at `/rule` for anything but the parts above, each once and within its bounds
 */
export function readRule(text: string): RecurrenceRule {
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || value === '' || parts.has(name)) throw flaw(`does not understand "${part}"`);
    parts.set(name, value);
  }
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const freq = take('FREQ');
  if (freq === undefined || !frequencies.includes(freq)) throw flaw('needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY');
  const rule: RecurrenceRule = {
    freq: freq as Frequency,
    interval: whole('INTERVAL', take('INTERVAL'), 1, 999),
    count: whole('COUNT', take('COUNT'), 1, 9999),
    until: untilOf(take('UNTIL')),
    byDay: daysOf(freq as Frequency, take('BYDAY')),
    byMonthDay: listOf('BYMONTHDAY', take('BYMONTHDAY'), 31),
    bySetPos: listOf('BYSETPOS', take('BYSETPOS'), 366),
    wkst: take('WKST'),
  };
  const [unknown] = parts.keys();
  if (unknown !== undefined) throw flaw(`does not know ${unknown}`);
  insistOnSense(rule);
  return rule;
}

/**
 * The dates of a rule in order, the first being `first`. Only the calendar is asked here, no clock: a date on which the
 * local time does not exist is one of them, and counts.
 * @param reaches whether an occurrence on this date is not after `UNTIL`
 * @throws Malformed when the rule does not yield `first`
 * @throws Refused `series_length` for more than 52 dates, or for no end
 */
export function datesOfRule(
  rule: RecurrenceRule,
  first: LocalDate,
  reaches: (date: LocalDate) => boolean,
): LocalDate[] {
  const { until: _, count, ...pattern } = rule;
  const found: LocalDate[] = [];
  const start = Temporal.PlainDate.from(first);
  try {
    // In UTC every date has a noon, so the library cannot leave one out for the sake of a clock.
    new RRuleTemporal({
      ...pattern,
      dtstart: start.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }),
      tzid: 'UTC',
      maxIterations: 2000,
      cache: false,
    }).all((at) => {
      const date = at.toPlainDate().toString();
      if (!reaches(date) || found.length === count) return false;
      found.push(date);
      return found.length <= mostOccurrences;
    });
  } catch {
    // The library gives up on rules that find no further date in thousands of steps.
    throw flaw('yields too few dates');
  }
  if (found[0] !== first) throw Malformed.at('/start', 'must be on a date that the rule yields');
  if (found.length > mostOccurrences) throw tooLong();
  return found;
}

function insistOnSense({ freq, count, until, byDay, byMonthDay, bySetPos, wkst }: RecurrenceRule): void {
  if (count !== undefined && until !== undefined) throw flaw('has either COUNT or UNTIL');
  if (count !== undefined && count > mostOccurrences) throw tooLong();
  if (byMonthDay && freq === 'WEEKLY') throw flaw('has no BYMONTHDAY in a week');
  if (bySetPos && !byDay && !byMonthDay) throw flaw('needs BYDAY or BYMONTHDAY beside BYSETPOS');
  if (wkst !== undefined && !day.test(wkst)) throw flaw('needs a weekday such as MO as WKST');
}

function daysOf(freq: Frequency, value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const form = freq === 'MONTHLY' || freq === 'YEARLY' ? numberedDay : day;
  const days = value.split(',');
  if (!days.every((one) => form.test(one) && Math.abs(Number.parseInt(one, 10) || 1) <= 53)) {
    throw flaw('needs weekdays such as MO,TH as BYDAY');
  }
  return days;
}

function listOf(name: string, value: string | undefined, most: number): number[] | undefined {
  return value?.split(',').map((one) => {
    const found = /^[+-]?[1-9]\d{0,2}$/.test(one) ? Number(one) : 0;
    if (found === 0 || Math.abs(found) > most) throw flaw(`needs numbers from 1 to ${most} as ${name}`);
    return found;
  });
}

function whole(name: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const found = /^\d{1,4}$/.test(value) ? Number(value) : NaN;
  if (!(found >= least && found <= most)) throw flaw(`needs a number from ${least} to ${most} as ${name}`);
  return found;
}

/** A date, or an instant in UTC. RFC 5545 has no local time with a zone here, and guessing one would be an hour off. */
function untilOf(value: string | undefined): LocalDate | Date | undefined {
  if (value === undefined) return undefined;
  const [, year, month, dayOfMonth, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})Z)?$/.exec(value) ?? [];
  const date = `${year}-${month}-${dayOfMonth}`;
  if (isLocalDate(date)) {
    if (time === undefined) return date;
    const at = parseInstant(`${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`);
    if (at) return at;
  }
  throw flaw('needs a date (20270630) or an instant in UTC (20270630T170000Z) as UNTIL');
}

function flaw(detail: string): Malformed {
  return Malformed.at('/rule', detail);
}

function tooLong(): Refused {
  return new Refused([
    {
      code: 'series_length',
      detail: `A series has an end (COUNT or UNTIL) and at most ${mostOccurrences} dates.`,
      facts: { most: mostOccurrences },
    },
  ]);
}
