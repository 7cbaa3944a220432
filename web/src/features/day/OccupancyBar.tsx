import type { Taken } from '../../shared/booking/plan';
import { wholeDay } from '../../shared/booking/plan';
import type { Span } from '../../shared/time/site-time';
import classes from './PlaceList.module.css';
import { shareOf } from './share';

/**
 * The day of one place at a glance. The words beside it say the same, so it is hidden from screen readers. Whatever
 * holds the bars says where the chosen period lies: `--period-left` and `--period-right`.
 */
export function OccupancyBar({ open, taken }: { open: Span[]; taken: Taken[] }) {
  const day = wholeDay(open);
  if (!day) return null;
  return (
    <div className={classes.bar} aria-hidden="true">
      {taken.map((one) => (
        <span key={one.start} className={one.mine ? classes.mine : classes.taken} style={shareOf(day, one)} />
      ))}
      <span className={classes.period} />
    </div>
  );
}
