import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/fi';
import 'dayjs/locale/ru';
import 'dayjs/locale/sv';
import { useTranslation } from 'react-i18next';

/** A month to pick a date from, in the language of the screen; the week begins on Monday. */
export function Calendar(props: { date: string; earliest?: string; onChange: (date: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <DatePicker
      value={props.date}
      defaultDate={props.date}
      minDate={props.earliest}
      onChange={(chosen) => chosen && props.onChange(chosen)}
      locale={i18n.language}
      firstDayOfWeek={1}
      ariaLabels={{
        previousMonth: t('time.previousMonth'),
        nextMonth: t('time.nextMonth'),
        monthLevelControl: t('time.chooseMonth'),
        previousYear: t('time.previousYear'),
        nextYear: t('time.nextYear'),
        yearLevelControl: t('time.chooseYear'),
        previousDecade: t('time.previousDecade'),
        nextDecade: t('time.nextDecade'),
      }}
    />
  );
}
