import { useTranslation } from 'react-i18next';

/** A Monday, to name weekdays from. */
const monday = Date.UTC(2024, 0, 1);

/** The name of a weekday in the language of the screen; Monday is 1. */
export function useWeekday(): (weekday: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (weekday) => {
    const name = format.format(monday + (weekday - 1) * 24 * 60 * 60_000);
    return name.charAt(0).toLocaleUpperCase(i18n.language) + name.slice(1);
  };
}
