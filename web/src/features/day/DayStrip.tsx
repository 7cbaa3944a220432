import { Popover, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plusDays } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import classes from './DayStrip.module.css';

const Calendar = lazy(() => import('../../shared/time/Calendar').then((module) => ({ default: module.Calendar })));

/** How many days can be had with one press. */
const shown = 8;

/** The next days side by side, today first, and a calendar for all others. */
export function DayStrip(props: { today: string; date: string; onChange: (date: string) => void }) {
  const { today, date, onChange } = props;
  const { t } = useTranslation();
  const words = useWords();
  const [picking, setPicking] = useState(false);
  const days = Array.from({ length: shown }, (_, index) => plusDays(today, index));
  if (!days.includes(date)) days.push(date);

  return (
    <nav aria-label={t('day.days')} className={classes.strip}>
      {days.map((one, index) => {
        const short =
          index === 0 && one === today
            ? t('time.todayShort')
            : index === 1
              ? t('time.tomorrowShort')
              : words.weekday(one);
        return (
          <UnstyledButton
            key={one}
            className={classes.day}
            aria-current={one === date ? 'date' : undefined}
            aria-label={`${short} ${words.dayOfMonth(one)}: ${words.day(one, today)}`}
            onClick={() => onChange(one)}
          >
            <span className={classes.weekday}>{short}</span>{' '}
            <span className={classes.number}>{words.dayOfMonth(one)}</span>
          </UnstyledButton>
        );
      })}
      <Popover opened={picking} onChange={setPicking} position="bottom-end" shadow="md" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.day}
            aria-label={t('day.otherDay')}
            aria-expanded={picking}
            onClick={() => setPicking((before) => !before)}
          >
            <Icon name="calendar" size={24} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={t('action.loading')}>
            <Calendar
              date={date}
              earliest={today}
              onChange={(chosen) => {
                setPicking(false);
                onChange(chosen);
              }}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </nav>
  );
}
