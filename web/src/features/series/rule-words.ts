import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import { spokenOf, weekdays } from './rule';
import type { Weekday } from './rule';

/** A Monday; the days after it stand for the weekdays of every week. */
const monday = Date.UTC(2024, 0, 1);

/** A weekday in few letters, in the language of the screen. */
export function useWeekdayNames(): (day: Weekday) => string {
  const words = useWords();
  return (day) => words.weekday(new Date(monday + weekdays.indexOf(day) * 86_400_000).toISOString().slice(0, 10));
}

/** How a series repeats, in words. */
export function useRuleWords(): (rule: string, first: string) => string {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const nameOf = useWeekdayNames();
  return (rule, first) => {
    const spoken = spokenOf(rule, first);
    if (!spoken) return t('series.rule.other');
    const days = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(spoken.days.map(nameOf));
    const rhythm =
      spoken.rhythm === 'monthly'
        ? t(`series.rule.monthly.${ordinal(spoken.place)}`, { day: days })
        : t(`series.rule.${spoken.rhythm}`, { days });
    if (spoken.count !== undefined) return `${rhythm}, ${t('series.rule.times', { count: spoken.count })}`;
    return spoken.until === undefined
      ? rhythm
      : `${rhythm}, ${t('series.rule.until', { date: words.fullDate(spoken.until) })}`;
  };
}

function ordinal(place: number | undefined): 'first' | 'second' | 'third' | 'fourth' | 'last' {
  return (['first', 'second', 'third', 'fourth'] as const)[(place ?? 1) - 1] ?? 'last';
}
