import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import classes from './Week.module.css';
import { inOrder, weekdays } from './week';
import type { OpeningSpan } from './week';
import { dateOfWeekday } from './weekday';

/** A week in words. */
export function WeekList({ week }: { week: readonly OpeningSpan[] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <dl className={classes.week}>
      {weekdays.map((weekday) => {
        const spans = inOrder(week).filter((span) => span.weekday === weekday);
        return (
          <div key={weekday} className={classes.day}>
            <dt>{words.longWeekday(dateOfWeekday(weekday))}</dt>
            <dd>
              {spans.length === 0
                ? t('site.hours.closed')
                : spans.map(({ opens, closes }, index) => (
                    <span key={opens}>
                      {index > 0 && ', '}
                      <span className={classes.span}>{`${words.clock(opens)}–${words.clock(closes)}`}</span>
                    </span>
                  ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
