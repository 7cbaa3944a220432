import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { localDate, oncePerMinute, plusDays, turnOf } from './site-time';
import type { Span } from './site-time';

/** How dates and times are written in the language of the screen. */
export interface Words {
  /** `9.00` or `09:00`; in the night in which the clock shows it twice, which of the two is said with it. */
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

/** The words of each language, made once: a format of the browser is dear to make and cheap to use. */
const known = new Map<string, Words>();

/** The words of the present language; the same object until another is spoken. */
export function useWords(): Words {
  const { i18n } = useTranslation();
  const { language } = i18n;
  let words = known.get(language);
  if (!words) {
    words = wordsOf(regions[language] ?? 'en-GB', i18n.getFixedT(language));
    known.set(language, words);
  }
  return words;
}

/** What `make` makes, when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function wordsOf(region: string, t: TFunction): Words {
  const plain = (options: Intl.DateTimeFormatOptions) => {
    const format = lazily(() => new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' }));
    return (date: string) => format().format(Date.parse(`${date}T00:00:00Z`));
  };
  const long = plain({ weekday: 'long', day: 'numeric', month: 'long' });
  const longWeekday = plain({ weekday: 'long' });
  const short = plain({ weekday: 'short', day: 'numeric', month: 'short' });
  const full = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const range = lazily(() => new Intl.DateTimeFormat(region, full));
  const fullDate = plain(full);
  const month = plain({ month: 'long' });
  const monthOfYear = plain({ month: 'long', year: 'numeric' });
  const euros = (minimumFractionDigits: number) =>
    lazily(() => new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR', minimumFractionDigits }));
  const [wholeEuros, cents] = [euros(0), euros(2)];
  const zones = new Map<string, (at: number) => string>();
  const time = (at: number, timeZone: string) => {
    let written = zones.get(timeZone);
    if (!written) {
      const format = new Intl.DateTimeFormat(region, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      written = oncePerMinute((at) => {
        const turn = turnOf(at, timeZone);
        return turn ? t(`time.turn.${turn}`, { time: format.format(at) }) : format.format(at);
      });
      zones.set(timeZone, written);
    }
    return written(at);
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
      yearAlone(range().formatRange(Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`))),
    longWeekday: (date) => capital(longWeekday(date), region),
    weekday: plain({ weekday: 'short' }),
    dayOfMonth: plain({ day: 'numeric' }),
    month: (text) => month(`${text}-01`),
    monthOfYear: (text) => yearAlone(monthOfYear(`${text}-01`)),
    money: (amount) => (amount % 100 === 0 ? wholeEuros() : cents()).format(amount / 100),
    length: (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return t('time.minutes', { minutes });
      return rest === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes: rest });
    },
    zone: (timeZone) => (timeZone.split('/').pop() ?? timeZone).replaceAll('_', ' '),
  };
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
