import { Paper, Text, VisuallyHidden } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DayRow, Resource } from '../../shared/api/views';
import { MoveSheet } from '../../shared/booking/MoveSheet';
import { freeSpans, inOrder, nextStep, step, takenOf, wholeDay } from '../../shared/booking/plan';
import { minute, minuteOfDay } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { Legend } from './Legend';
import classes from './Timeline.module.css';
import { useDrag } from './use-drag';
import type { Landing } from './use-drag';
import { useMove } from './use-move';

interface Props {
  rows: DayRow[];
  open: Span[];
  timeZone: string;
  now: number;
  onBook: (resource: Resource, span: Span) => void;
}

const hour = 60 * minute;

/**
 * The day as a picture: a line for each place, the hours from left to right. A press on something free takes the hour
 * from there; by keyboard, each free stretch is a button that takes its first hour. One's own bookings can be dragged, and
 * opened to be changed by form. The list says the same in words.
 */
export function Timeline({ rows, open, timeZone, now, onBook }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const day = wholeDay(open);
  const ordered = useMemo(() => inOrder(rows), [rows]);
  const ahead = open
    .map((span) => ({ start: Math.max(span.start, nextStep(now, timeZone) - step * minute), end: span.end }))
    .filter((span) => span.start < span.end);
  const { move, stranded, dismiss } = useMove();
  const length = day ? day.end - day.start : 0;
  const { landing, handle } = useDrag(rows, ahead, length, move);
  if (!day) return null;

  const share = (at: number) => `${((Math.min(Math.max(at, day.start), day.end) - day.start) / length) * 100}%`;
  const place = (span: Span): CSSProperties => ({
    left: share(span.start),
    right: `calc(100% - ${share(span.end)})`,
  });
  const hours: number[] = [];
  for (let at = day.start; at < day.end; at += hour - (minuteOfDay(at, timeZone) % 60) * minute) hours.push(at);
  const width: CSSProperties = { minWidth: `${(length / hour) * 4.25}rem` };

  return (
    <>
      <Legend />
      {rows.some((row) => row.occupied.some(({ mine, bookingId }) => mine && bookingId)) && (
        <Text size="sm" c="dimmed">
          {t('booking.dragHint')}
        </Text>
      )}
      <div className={classes.frame} role="region" aria-label={t('day.timeline')} tabIndex={0}>
        <div className={classes.grid}>
          <div className={classes.corner} />
          <div className={classes.hours} style={width} aria-hidden="true">
            {hours.map((at) => (
              <span key={at} style={{ left: share(at) }}>
                {words.time(at, timeZone)}
              </span>
            ))}
          </div>
          {ordered.map(({ resource, ...row }, index) => (
            <Fragment key={resource.id}>
              {resource.kind !== ordered[index - 1]?.resource.kind && (
                <Text className={classes.kind} size="sm" c="dimmed" fw={600}>
                  {t(`kind.plural.${resource.kind}`)}
                </Text>
              )}
              <div className={classes.name} title={resource.name}>
                {resource.name}
              </div>
              <Track
                {...{ resource, open, ahead, timeZone, place, share, hours, width, onBook }}
                row={{ resource, ...row }}
                present={now > day.start && now < day.end ? now : undefined}
                landing={landing?.resourceId === resource.id ? landing : undefined}
                dragged={landing?.bookingId}
                handle={handle}
              />
            </Fragment>
          ))}
        </div>
      </div>
      {landing && (
        <Paper className={classes.tell} withBorder shadow="md" radius="xl" px="md" py={6} role="status">
          <Icon name={landing.isFree ? 'check' : 'close'} size={18} />
          <Text fw={600} size="sm">
            {t('booking.drop', {
              place: rows.find(({ resource }) => resource.id === landing.resourceId)?.resource.name ?? '',
              span: words.span(landing.span, timeZone),
              meaning: landing.isFree ? t('booking.dropFree') : t('booking.dropTaken'),
            })}
          </Text>
        </Paper>
      )}
      {stranded && <MoveSheet booking={stranded.booking} target={stranded.target} opened onClose={dismiss} />}
    </>
  );
}

interface TrackProps extends Omit<Props, 'rows' | 'now'> {
  row: DayRow;
  resource: Resource;
  /** What of the open hours is still to come. */
  ahead: Span[];
  hours: number[];
  place: (span: Span) => CSSProperties;
  share: (at: number) => string;
  width: CSSProperties;
  present: number | undefined;
  /** What is being dragged over this place. */
  landing: Landing | undefined;
  /** The booking that is being dragged, wherever it is. */
  dragged: string | undefined;
  handle: ReturnType<typeof useDrag>['handle'];
}

function Track(props: TrackProps) {
  const { row, resource, open, ahead, timeZone, hours, place, share, width, present, onBook } = props;
  const { landing, dragged, handle } = props;
  const { t } = useTranslation();
  const words = useWords();
  const taken = takenOf(row);
  const free = freeSpans(ahead, taken);

  function press(event: MouseEvent<HTMLButtonElement>, span: Span) {
    const box = event.currentTarget.getBoundingClientRect();
    const isByKeyboard = event.detail === 0 || box.width === 0;
    const along = isByKeyboard ? 0 : ((event.clientX - box.left) / box.width) * (span.end - span.start);
    const exact = span.start + Math.floor(along / (step * minute)) * step * minute;
    const start = Math.min(nextStep(exact, timeZone), span.end - step * minute);
    onBook(resource, { start, end: Math.min(start + hour, span.end) });
  }

  return (
    <div className={classes.track} style={width} role="group" aria-label={resource.name} data-place={resource.id}>
      {open.map((span) => (
        <span key={span.start} className={classes.open} style={place(span)} />
      ))}
      {hours.map((at) => (
        <span key={at} className={classes.line} style={{ left: share(at) }} />
      ))}
      {free.map((span) => (
        <button
          key={span.start}
          type="button"
          className={classes.free}
          style={place(span)}
          onClick={(event) => press(event, span)}
          aria-label={t('day.bookFree', { place: resource.name, span: words.span(span, timeZone) })}
        />
      ))}
      {taken.map((one) => {
        const inside = (
          <>
            {one.mine && <Icon name="check" size={16} />}
            <span className={classes.label}>
              {one.mine ? (one.title ?? t('day.mine')) : one.isOutOfUse ? t('day.outOfUse') : t('day.taken')}
            </span>
          </>
        );
        const span = words.span(one, timeZone);
        return one.mine && one.bookingId ? (
          <Link
            key={one.start}
            to={`/bookings/${one.bookingId}`}
            className={classes.mine}
            style={place(one)}
            title={span}
            aria-label={t('booking.open', { place: resource.name, span })}
            data-dragged={dragged === one.bookingId || undefined}
            {...handle(row, one.bookingId)}
          >
            {inside}
          </Link>
        ) : (
          <div key={one.start} className={one.mine ? classes.mine : classes.taken} style={place(one)} title={span}>
            {inside}
            <VisuallyHidden>{span}</VisuallyHidden>
          </div>
        );
      })}
      {landing && (
        <div className={classes.landing} style={place(landing.span)} data-free={landing.isFree}>
          <Icon name={landing.isFree ? 'check' : 'close'} size={16} />
          <span>{words.time(landing.span.start, timeZone)}</span>
        </div>
      )}
      {present !== undefined && <span className={classes.now} style={{ left: share(present) }} />}
    </div>
  );
}
