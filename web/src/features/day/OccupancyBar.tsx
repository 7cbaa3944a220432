import type { Taken } from '../../shared/booking/plan';
import { wholeDay } from '../../shared/booking/plan';
import type { Span } from '../../shared/time/site-time';
import classes from './PlaceList.module.css';

/** The day of one place at a glance. The words beside it say the same, so it is hidden from screen readers. */
export function OccupancyBar({ open, taken, period }: { open: Span[]; taken: Taken[]; period: Span }) {
  const day = wholeDay(open);
  if (!day) return null;
  const at = (span: Span) => {
    const start = Math.max(span.start, day.start);
    const end = Math.min(span.end, day.end);
    const share = (length: number) => `${(length / (day.end - day.start)) * 100}%`;
    return { left: share(start - day.start), width: share(Math.max(0, end - start)) };
  };
  return (
    <div className={classes.bar} aria-hidden="true">
      {taken.map((one) => (
        <span key={one.start} className={one.mine ? classes.mine : classes.taken} style={at(one)} />
      ))}
      <span className={classes.period} style={at(period)} />
    </div>
  );
}
