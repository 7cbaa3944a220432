import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** How figures are written in the language of the screen; what is hidden is said to be hidden, never shown as nothing. */
export interface Figures {
  whole(value: number | null): string;
  hours(minutes: number | null): string;
  decimal(value: number | null): string;
  percent(value: number | null): string;
  /** A share that may have nothing to be a share of. */
  share(value: number | null, isOfNothing: boolean): string;
}

/** The figures of the present language. */
export function useFigures(): Figures {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const write = (most: number) => {
      const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: most });
      return (value: number | null) => (value === null ? t('reports.hidden') : format.format(value));
    };
    const [whole, decimal] = [write(0), write(1)];
    const percent = (value: number | null) =>
      value === null ? t('reports.hidden') : t('reports.percent', { percent: decimal(value) });
    return {
      whole,
      decimal,
      percent,
      hours: (minutes) => (minutes === null ? t('reports.hidden') : t('time.hours', { hours: decimal(minutes / 60) })),
      share: (value, isOfNothing) => (value === null && isOfNothing ? '–' : percent(value)),
    };
  }, [t, i18n.language]);
}
