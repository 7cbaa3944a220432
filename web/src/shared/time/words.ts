import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate, plusDays } from './site-time';
import type { Span } from './site-time';

/** How dates and times are written in the language of the screen. */
export interface Words {
  /** `9.00` or `09:00`. */
  time(at: number, timeZone: string): string;
  /** A time that a clock on the wall shows, given as `09:00`. */
  clock(time: string): string;
  /** `09:00–12:00`; the date of the end is named when it is another one. */
  span(span: Span, timeZone: string): string;
  /** `Monday 23 November`, with today and tomorrow in words. */
  day(date: string, today: string): string;
  /** The plain date with its weekday, never a word such as today. */
  date(date: string): string;
  /** The same within a sentence: `monday` where the language writes weekdays small. */
  dateWithin(date: string): string;
  /** `today, Thursday 4 March`: within a sentence. */
  dayWithin(date: string, today: string): string;
  /** `20 March 2027`: for what lies months away. */
  fullDate(date: string): string;
  /** `24–26 December 2026`: what both have in common is said once; one date alone when it is both. */
  dates(first: string, last: string): string;
  /** `Monday`. */
  longWeekday(date: string): string;
  /** `Mon`, for narrow places. */
  weekday(date: string): string;
  /** `23`, for narrow places. */
  dayOfMonth(date: string): string;
  /** `March`, of `2027-03`. */
  month(month: string): string;
  /** `March 2027`, of `2027-03`, as it stands within a sentence. */
  monthOfYear(month: string): string;
  /** `€30`, or `€30.50`. */
  money(cents: number): string;
  /** `1 h 30 min`. */
  length(minutes: number): string;
  /** The zone as people say it: `Helsinki`. */
  zone(timeZone: string): string;
}

/** Regions whose habits go with our languages: 24 hours, the day before the month. */
const regions: Record<string, string> = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-FI', ru: 'ru-RU' };

/** The words of the present language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const region = regions[i18n.language] ?? 'en-GB';
    const zones = new Map<string, Intl.DateTimeFormat>();
    const plain = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
      return (date: string) => format.format(Date.parse(`${date}T00:00:00Z`));
    };
    const long = plain({ weekday: 'long', day: 'numeric', month: 'long' });
    const full = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const range = new Intl.DateTimeFormat(region, full);
    const fullDate = plain(full);
    const monthOfYear = plain({ month: 'long', year: 'numeric' });
    const longWeekday = plain({ weekday: 'long' });
    const short = plain({ weekday: 'short', day: 'numeric', month: 'short' });
    const time = (at: number, timeZone: string) => {
      let format = zones.get(timeZone);
      if (!format) {
        format = new Intl.DateTimeFormat(region, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
        zones.set(timeZone, format);
      }
      return format.format(at);
    };
    return {
      time,
      clock: (text) => text.replace(':', time(0, 'UTC').charAt(2)),
      span: ({ start, end }, timeZone) => {
        const last = localDate(end - 1, timeZone);
        const until = time(end, timeZone);
        return `${time(start, timeZone)}–${last === localDate(start, timeZone) ? until : `${short(last)} ${until}`}`;
      },
      day: (date, today) => {
        if (date === today) return t('time.today', { date: long(date) });
        if (date === plusDays(today, 1)) return t('time.tomorrow', { date: long(date) });
        return capital(long(date), region);
      },
      date: (date) => capital(long(date), region),
      dateWithin: long,
      dayWithin: (date, today) => {
        if (date === today) return uncapital(t('time.today', { date: long(date) }), region);
        if (date === plusDays(today, 1)) return uncapital(t('time.tomorrow', { date: long(date) }), region);
        return long(date);
      },
      fullDate: (date) => yearAlone(fullDate(date)),
      dates: (first, last) =>
        yearAlone(range.formatRange(Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`))),
      longWeekday: (date) => capital(longWeekday(date), region),
      weekday: plain({ weekday: 'short' }),
      dayOfMonth: plain({ day: 'numeric' }),
      month: (month) => plain({ month: 'long' })(`${month}-01`),
      monthOfYear: (month) => yearAlone(monthOfYear(`${month}-01`)),
      money: (cents) =>
        new Intl.NumberFormat(region, {
          style: 'currency',
          currency: 'EUR',
          minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        }).format(cents / 100),
      length: (minutes) => {
        const hours = Math.floor(minutes / 60);
        const rest = minutes % 60;
        if (hours === 0) return t('time.minutes', { minutes });
        return rest === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes: rest });
      },
      zone: (timeZone) => (timeZone.split('/').pop() ?? timeZone).replaceAll('_', ' '),
    };
  }, [t, i18n.language]);
}

/** Russian says "year" behind it, shortened with a full stop: at the end of a sentence there would be two of them. */
function yearAlone(text: string): string {
  return text.replace(/\sг\.(?=\s|$)/g, '');
}

function uncapital(text: string, region: string): string {
  return text.charAt(0).toLocaleLowerCase(region) + text.slice(1);
}

function capital(text: string, region: string): string {
  return text.charAt(0).toLocaleUpperCase(region) + text.slice(1);
}
