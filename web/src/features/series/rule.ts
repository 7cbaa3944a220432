/** A day of the week as RFC 5545 writes it. */
export type Weekday = (typeof weekdays)[number];
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export const rhythms = ['weekly', 'fortnightly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** The most dates that a series may have. */
export const mostDates = 52;

/** How something repeats, as a person says it. */
export interface Repeat {
  rhythm: Rhythm;
  /** On which days of the week; in a month it is the one of the first date. */
  days: Weekday[];
  /** After so many dates, or with the last one on or before a date. */
  ends: { count: number } | { until: string };
}

const at = (date: string) => new Date(`${date}T00:00:00Z`);

/** The day of the week of a date. */
export function weekdayOf(date: string): Weekday {
  return weekdays[(at(date).getUTCDay() + 6) % 7] ?? 'MO';
}

/** The how manieth of its weekday in the month a date is; -1 for a fifth one, which not every month has: the last. */
export function placeInMonth(date: string): 1 | 2 | 3 | 4 | -1 {
  const place = Math.ceil(at(date).getUTCDate() / 7);
  return place === 1 || place === 2 || place === 3 || place === 4 ? place : -1;
}

/** The rule for the server (RFC 5545). The first date is always one of its dates. */
export function ruleOf({ rhythm, days, ends }: Repeat, first: string): string {
  const own = weekdayOf(first);
  const byDay =
    rhythm === 'monthly'
      ? `${placeInMonth(first)}${own}`
      : weekdays.filter((day) => day === own || days.includes(day)).join(',');
  return [
    rhythm === 'monthly' ? 'FREQ=MONTHLY' : 'FREQ=WEEKLY',
    ...(rhythm === 'fortnightly' ? ['INTERVAL=2'] : []),
    `BYDAY=${byDay}`,
    'count' in ends ? `COUNT=${ends.count}` : `UNTIL=${ends.until.replaceAll('-', '')}`,
  ].join(';');
}

/**
 * What is proposed to whoever has said no more than the first date: the same weekday for four weeks or for as many as can
 * be booked by now, and where that would be one, the working days up to the last date that can.
 */
export function proposedFor(first: string, lastDate: string): Repeat {
  const weeks = Math.floor((at(lastDate).getTime() - at(first).getTime()) / (7 * 86_400_000));
  if (weeks >= 1 || lastDate <= first) {
    return { rhythm: 'weekly', days: [], ends: { count: weeks >= 1 ? Math.min(weeks + 1, 4) : 4 } };
  }
  return { rhythm: 'weekly', days: [...weekdays.slice(0, 5)], ends: { until: lastDate } };
}

/** What a rule says, as far as this application has words for it. */
export interface Spoken {
  rhythm: Rhythm | 'daily';
  days: Weekday[];
  /** Which one of its kind in the month. */
  place?: number;
  count?: number;
  until?: string;
}

/** Reads a rule that this application could have made; undefined for any other. */
export function spokenOf(rule: string, first: string): Spoken | undefined {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const interval = parts.get('INTERVAL') ?? '1';
  const byDay = parts.get('BYDAY')?.split(',') ?? [weekdayOf(first)];
  const ends = {
    ...(parts.has('COUNT') && { count: Number(parts.get('COUNT')) }),
    ...(parts.has('UNTIL') && { until: parts.get('UNTIL')?.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') }),
  };
  if (parts.get('FREQ') === 'DAILY' && interval === '1' && !parts.has('BYDAY')) {
    return { rhythm: 'daily', days: [...weekdays], ...ends };
  }
  if (parts.get('FREQ') === 'WEEKLY' && (interval === '1' || interval === '2')) {
    const days = weekdays.filter((day) => byDay.includes(day));
    return { rhythm: interval === '1' ? 'weekly' : 'fortnightly', days, ...ends };
  }
  const [, place, day] = /^(-?\d)([A-Z]{2})$/.exec(byDay[0] ?? '') ?? [];
  const known = weekdays.find((one) => one === day);
  if (parts.get('FREQ') === 'MONTHLY' && interval === '1' && byDay.length === 1 && known && place)
    return { rhythm: 'monthly', days: [known], place: Number(place), ...ends };
  return undefined;
}
