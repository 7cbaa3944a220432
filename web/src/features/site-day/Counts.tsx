import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/Icon';
import type { DaySheet } from './day-sheet';
import classes from './SiteDayPage.module.css';

const signs = { expected: 'clock', arrived: 'check', noShows: 'warning', guests: 'people' } as const;
const order = ['expected', 'arrived', 'noShows', 'guests'] as const;

/** The day in four numbers. */
export function Counts({ sheet }: { sheet: DaySheet }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.counts}>
      {order.map((one) => (
        <div key={one} className={classes.count} data-count={one}>
          <dt>
            <Icon name={signs[one]} size={18} />
            {t(`siteDay.count.${one}`)}
          </dt>
          <dd>{sheet.counts[one]}</dd>
        </div>
      ))}
    </dl>
  );
}
