import { Period } from '../../kernel/period';
import { localDate, localTime, turnOf } from '../../kernel/site-time';
import { Locale } from '../../people/people.rules';
import { wordsIn } from './languages';

/** The date on the clock of a zone, such as "Wednesday 3 March 2027", in the reader's language. */
export function dayIn(at: Date, timeZone: string, locale: Locale): string {
  const day = new Intl.DateTimeFormat(dialect(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  // In Russian the word for "year" follows, shortened: its full stop would be the second one at the end of a sentence.
  return day.replace(/\sг\.$/, '');
}

/**
 * The date on the clock of a zone in few letters, such as "Wed 3 Mar": for subjects, of which a phone shows forty. The year
 * is in the letter.
 */
export function shortDayIn(at: Date, timeZone: string, locale: Locale): string {
  // In Russian a shortened month ends in a full stop, and is hardly shorter.
  const month = locale === 'ru' ? 'long' : 'short';
  return new Intl.DateTimeFormat(dialect(locale), { timeZone, weekday: 'short', day: 'numeric', month }).format(at);
}

/** The time on the clock of a zone; in the night in which the clock shows it twice, which of the two is said with it. */
function timeIn(at: Date, timeZone: string, locale: Locale): string {
  const turn = turnOf(at, timeZone);
  return turn ? `${localTime(at, timeZone)} (${wordsIn(locale).turns[turn]})` : localTime(at, timeZone);
}

/** A date and the time on the clock of a zone, which is named. */
export function momentIn(at: Date, timeZone: string, locale: Locale): string {
  return `${dayIn(at, timeZone, locale)}, ${timeIn(at, timeZone, locale)} (${zoneName(timeZone)})`;
}

/** From when to when on the clock of a zone; the later date is named when it is another one. */
export function hoursIn(period: Period, timeZone: string, locale: Locale): string {
  const ends = timeIn(period.end, timeZone, locale);
  const isSameDay = localDate(period.start, timeZone) === localDate(period.end, timeZone);
  const until = isSameDay ? ends : `${dayIn(period.end, timeZone, locale)} ${ends}`;
  return `${timeIn(period.start, timeZone, locale)}–${until}`;
}

/** Whose clock it is to be shown on beside that of the site. */
interface ClockOwner {
  locale: Locale;
  timeZone: string | null;
}

/** From when to when, in one line: on the clock of the site, and in brackets on the reader's own where that differs. */
export function spanIn(
  { startsAt, endsAt, timeZone }: { startsAt: Date; endsAt: Date; timeZone: string },
  { locale, timeZone: own }: ClockOwner,
): string {
  const period = Period.of(startsAt, endsAt);
  const span = `${dayIn(startsAt, timeZone, locale)}, ${hoursIn(period, timeZone, locale)}`;
  if (own === null || !(clocksDiffer(startsAt, timeZone, own) || clocksDiffer(endsAt, timeZone, own))) return span;
  return `${span} (${zoneName(own)}: ${otherDayIn(startsAt, timeZone, own, locale)}${hoursIn(period, own, locale)})`;
}

/** An instant on the clock of the site, and on the reader's own where that differs. Both are named. */
export function momentOnBothClocks(at: Date, timeZone: string, { locale, timeZone: own }: ClockOwner): string {
  const moment = momentIn(at, timeZone, locale);
  if (own === null || !clocksDiffer(at, timeZone, own)) return moment;
  return `${moment} / ${otherDayIn(at, timeZone, own, locale)}${timeIn(at, own, locale)} (${zoneName(own)})`;
}

/** The date in one zone, as the beginning of a time, when it is another one than in the other zone. */
function otherDayIn(at: Date, other: string, timeZone: string, locale: Locale): string {
  return localDate(at, other) === localDate(at, timeZone) ? '' : `${dayIn(at, timeZone, locale)}, `;
}

/** Whether two zones show different clocks at an instant. */
export function clocksDiffer(at: Date, one: string, other: string): boolean {
  return localTime(at, one) !== localTime(at, other) || localDate(at, one) !== localDate(at, other);
}

/** A zone as people read it: `Europe/St Petersburg` rather than `Europe/St_Petersburg`. */
export function zoneName(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

/** A length of time in whole hours, such as "24 hours", in the reader's language. */
export function lengthIn(from: Date, until: Date, locale: Locale): string {
  const hours = Math.max(1, Math.round((until.getTime() - from.getTime()) / 3_600_000));
  return new Intl.NumberFormat(dialect(locale), { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(hours);
}

/** The English of Europe: day before month. */
function dialect(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** Date and time on the clock of a site, and on the reader's own where that differs, as lines of a letter. */
export function momentsIn(
  { startsAt, endsAt, timeZone }: { startsAt: Date; endsAt: Date; timeZone: string },
  { locale, timeZone: own }: ClockOwner,
  labels: Record<'date' | 'time' | 'yourTime', string>,
): [string, string][] {
  const period = Period.of(startsAt, endsAt);
  const lines: [string, string][] = [
    [labels.date, dayIn(startsAt, timeZone, locale)],
    [labels.time, `${hoursIn(period, timeZone, locale)} (${zoneName(timeZone)})`],
  ];
  if (own !== null && (clocksDiffer(startsAt, timeZone, own) || clocksDiffer(endsAt, timeZone, own))) {
    const there = `${dayIn(startsAt, own, locale)}, ${hoursIn(period, own, locale)} (${zoneName(own)})`;
    lines.push([labels.yourTime, there]);
  }
  return lines;
}
