import { memo, useMemo } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DayRow, Resource } from '../../shared/api/views';
import { freeSpans, nextStep, step, takenOf } from '../../shared/booking/plan';
import type { Taken } from '../../shared/booking/plan';
import { minute } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { shareOf } from './share';
import classes from './Timeline.module.css';
import type { Landing, useDrag } from './use-drag';

interface Props {
  row: DayRow;
  day: Span;
  /** What of the open hours is still to come. */
  ahead: Span[];
  timeZone: string;
  tell: ReturnType<typeof useTell>;
  onBook: (resource: Resource, span: Span) => void;
  /** What is being dragged over this place. */
  landing: Landing | undefined;
  /** The booking of this place that is being dragged, wherever it is. */
  dragged: string | undefined;
  handle: ReturnType<typeof useDrag>['handle'];
}

const hour = 60 * minute;

/**
 * The line of one place. There may be a hundred, with a dozen stretches each, so it is made of plain elements, asks
 * nothing of the application by itself, and is drawn anew only when something of it has changed.
 */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { row, day, ahead, timeZone, tell, onBook, landing, dragged, handle } = props;
  const { resource } = row;
  const taken = takenOf(row);

  function press(event: MouseEvent<HTMLButtonElement>, span: Span) {
    const box = event.currentTarget.getBoundingClientRect();
    const isByKeyboard = event.detail === 0 || box.width === 0;
    const along = isByKeyboard ? 0 : ((event.clientX - box.left) / box.width) * (span.end - span.start);
    const exact = span.start + Math.floor(along / (step * minute)) * step * minute;
    const start = Math.min(nextStep(exact, timeZone), span.end - step * minute);
    onBook(resource, { start, end: Math.min(start + hour, span.end) });
  }

  return (
    <div className={classes.row}>
      <div className={classes.name} title={resource.name}>
        {resource.name}
      </div>
      <div className={classes.track} role="group" aria-label={resource.name} data-place={resource.id}>
        {freeSpans(ahead, taken).map((span) => (
          <button
            key={span.start}
            type="button"
            className={classes.free}
            style={shareOf(day, span)}
            onClick={(event) => press(event, span)}
            aria-label={tell.bookFree(resource, span)}
          />
        ))}
        {taken.map((one) => {
          const inside = (
            <>
              {one.mine && <Icon name="check" size={16} />}
              <span className={classes.label}>{tell.standing(one)}</span>
            </>
          );
          const span = tell.span(one);
          return one.mine && one.bookingId ? (
            <Link
              key={one.start}
              to={`/bookings/${one.bookingId}`}
              className={classes.mine}
              style={shareOf(day, one)}
              title={span}
              aria-label={`${tell.standing(one)}: ${tell.openBooking(resource, one)}`}
              data-dragged={dragged === one.bookingId || undefined}
              {...handle(row, one.bookingId)}
            >
              {inside}
            </Link>
          ) : (
            <div
              key={one.start}
              className={one.mine ? classes.mine : classes.taken}
              style={shareOf(day, one)}
              title={span}
            >
              {inside}
              <span className={classes.unseen}>{span}</span>
            </div>
          );
        })}
        {landing && (
          <div className={classes.landing} style={shareOf(day, landing.span)} data-free={landing.isFree}>
            <Icon name={landing.isFree ? 'check' : 'close'} size={16} />
            <span>{tell.time(landing.span.start)}</span>
          </div>
        )}
      </div>
    </div>
  );
});

/** All that is said of lines, ready for each of them; the same until the language changes. */
export function useTell(timeZone: string) {
  const { t } = useTranslation();
  const words = useWords();
  return useMemo(() => {
    const span = (one: Span) => words.span(one, timeZone);
    const [mine, taken, outOfUse] = [t('day.mine'), t('day.taken'), t('day.outOfUse')];
    return {
      span,
      time: (at: number) => words.time(at, timeZone),
      bookFree: ({ name }: Resource, free: Span) => t('day.bookFree', { place: name, span: span(free) }),
      openBooking: ({ name }: Resource, one: Span) => t('booking.open', { place: name, span: span(one) }),
      standing: (one: Taken) => (one.mine ? (one.title ?? mine) : one.isOutOfUse ? outOfUse : taken),
    };
  }, [t, words, timeZone]);
}
