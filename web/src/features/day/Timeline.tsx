import { Paper, Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayRow, Kind, Resource } from '../../shared/api/views';
import { MoveSheet } from '../../shared/booking/MoveSheet';
import { inOrder, nextStep, step, wholeDay } from '../../shared/booking/plan';
import { localTime, minute, minuteOfDay } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { Legend } from './Legend';
import { shareAt, shareOf } from './share';
import classes from './Timeline.module.css';
import { TimelineRow, useTell } from './TimelineRow';
import { useDrag } from './use-drag';
import { useMove } from './use-move';

interface Props {
  rows: DayRow[];
  open: Span[];
  timeZone: string;
  now: number;
  onBook: (resource: Resource, span: Span) => void;
}

const kinds: Kind[] = ['desk', 'room', 'booth'];

const hour = 60 * minute;

/**
 * The day as a picture: a line for each place, the hours from left to right. A press on something free takes the hour
 * from there; by keyboard, each free stretch is a button that takes its first hour. One's own bookings can be dragged, and
 * opened to be changed by form. The list says the same in words.
 */
export function Timeline({ rows, open, timeZone, now, onBook }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const tell = useTell(timeZone);
  const ordered = useMemo(() => inOrder(rows), [rows]);
  const day = useMemo(() => wholeDay(open), [open]);
  const soonest = nextStep(now, timeZone) - step * minute;
  const ahead = useMemo(
    () =>
      open
        .map((span) => ({ start: Math.max(span.start, soonest), end: span.end }))
        .filter((span) => span.start < span.end),
    [open, soonest],
  );
  const { move, stranded, dismiss } = useMove();
  const book = useCallbackRef(onBook);
  const length = day ? day.end - day.start : 0;
  const { landing, handle } = useDrag(rows, ahead, length, move);
  if (!day) return null;

  const hours: number[] = [];
  for (let at = day.start; at < day.end; at += hour - (minuteOfDay(at, timeZone) % 60) * minute) hours.push(at);
  const isUnderWay = now > day.start && now < day.end;

  return (
    <>
      <Legend />
      {rows.some((row) => row.occupied.some(({ mine, bookingId }) => mine && bookingId)) && (
        <Text size="sm" c="dimmed">
          {t('booking.dragHint')}
        </Text>
      )}
      <div className={classes.frame} role="region" aria-label={t('day.timeline')} tabIndex={0}>
        <div className={classes.sheet} style={{ '--hours': `${(length / hour) * 4.25}rem` } as CSSProperties}>
          <div className={classes.head} aria-hidden="true">
            <div className={classes.corner} />
            <div className={classes.hours}>
              {hours.map((at) => (
                <span key={at} style={{ left: shareAt(day, at) }}>
                  {words.clock(localTime(at, timeZone))}
                </span>
              ))}
            </div>
          </div>
          {kinds.map((kind) => {
            const places = ordered.filter(({ resource }) => resource.kind === kind);
            if (places.length === 0) return null;
            return (
              <div key={kind}>
                <Text className={classes.kind} size="sm" c="dimmed" fw={600}>
                  {t(`kind.plural.${kind}`)}
                </Text>
                <div className={classes.places}>
                  {/* What is the same in all lines is drawn once, under them and over them. */}
                  <div className={classes.ground} aria-hidden="true">
                    {open.map((span) => (
                      <span key={span.start} className={classes.open} style={shareOf(day, span)} />
                    ))}
                    {hours.map((at) => (
                      <span key={at} className={classes.hour} style={{ left: shareAt(day, at) }} />
                    ))}
                  </div>
                  {places.map((row) => (
                    <TimelineRow
                      key={row.resource.id}
                      {...{ row, day, ahead, timeZone, tell, handle }}
                      onBook={book}
                      landing={landing?.resourceId === row.resource.id ? landing : undefined}
                      dragged={
                        landing && row.occupied.some(({ bookingId }) => bookingId === landing.bookingId)
                          ? landing.bookingId
                          : undefined
                      }
                    />
                  ))}
                  {isUnderWay && (
                    <div className={classes.over} aria-hidden="true">
                      <span className={classes.now} style={{ left: shareAt(day, now) }} />
                    </div>
                  )}
                </div>
              </div>
            );
          })}
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
