import { use } from 'react';
import type { Taken } from '../../shared/booking/plan';
import { wholeDay } from '../../shared/booking/plan';
import type { Span } from '../../shared/time/site-time';
import { ChosenPeriod } from './chosen-period';
import classes from './PlaceList.module.css';
import { shareOf } from './share';

/**
 * The day of one place at a glance. The words beside it say the same, so it is hidden from screen readers. Whatever
 * holds the bars says where the chosen period lies: `ChosenPeriod`.
 */
export function OccupancyBar({ open, taken }: { open: Span[]; taken: Taken[] }) {
  const day = wholeDay(open);
  if (!day) return null;
  return (
    <div className={classes.bar} aria-hidden="true">
      {taken.map((one) => (
        <span key={one.start} className={one.mine ? classes.mine : classes.taken} style={shareOf(day, one)} />
      ))}
      <Mark />
    </div>
  );
}

/** The chosen period within one bar: all that is drawn of a place when another time is pressed and it stands as before. */
function Mark() {
  return <span className={classes.period} style={use(ChosenPeriod)} />;
}
