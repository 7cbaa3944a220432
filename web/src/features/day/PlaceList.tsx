import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayRow, Kind, Resource } from '../../shared/api/views';
import { freeSpans, inOrder, standingOf, takenOf, wholeDay } from '../../shared/booking/plan';
import type { PlaceStanding } from '../../shared/booking/plan';
import { useFeatureNames, useZoneNames } from '../../shared/plan/names';
import { minutesOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { ChosenPeriod } from './chosen-period';
import { OccupancyBar } from './OccupancyBar';
import classes from './PlaceList.module.css';
import { shareOf } from './share';

interface Props {
  rows: DayRow[];
  open: Span[];
  timeZone: string;
  period: Span;
  onBook: (resource: Resource, span: Span) => void;
}

const kinds: Kind[] = ['desk', 'room', 'booth'];

/** Every place of the day in words: how it stands for the chosen time, when else it is free, and a way to book it. */
export function PlaceList({ rows, open, timeZone, period, onBook }: Props) {
  const { t } = useTranslation();
  const tell = useTell(open, timeZone);
  const book = useCallbackRef((resource: Resource) => onBook(resource, period));
  const ordered = useMemo(() => inOrder(rows), [rows]);
  const { start, end } = period;
  // The chosen time is marked in each bar from here, so that another time draws no place anew that stands as before.
  const at = useMemo(() => {
    const day = wholeDay(open);
    return day && shareOf(day, { start, end });
  }, [open, start, end]);
  return (
    <ChosenPeriod value={at}>
      <Stack gap="md">
        {kinds.map((kind) => {
          const places = ordered
            .filter((row) => row.resource.kind === kind)
            .map((row) => ({ row, standing: standingOf(row, open, period) }));
          if (places.length === 0) return null;
          const free = places.filter(({ standing }) => standing.is === 'free').length;
          return (
            <section key={kind} aria-labelledby={`places-${kind}`}>
              <Group gap="xs" mb="xs" align="baseline">
                <Title order={2} id={`places-${kind}`}>
                  {t(`kind.plural.${kind}`)}
                </Title>
                <Text c="dimmed">{t('day.freeCount', { free, all: places.length })}</Text>
              </Group>
              <ul className={classes.list}>
                {places.map(({ row, standing }) => (
                  <Place
                    key={row.resource.id}
                    row={row}
                    is={standing.is}
                    by={'by' in standing ? standing.by : undefined}
                    open={open}
                    tell={tell}
                    onBook={book}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </Stack>
    </ChosenPeriod>
  );
}

type By = Extract<PlaceStanding, { by: unknown }>['by'];

interface PlaceProps {
  row: DayRow;
  is: PlaceStanding['is'];
  by: By | undefined;
  open: Span[];
  tell: ReturnType<typeof useTell>;
  onBook: (resource: Resource) => void;
}

/**
 * One place. There may be a hundred, so it is made of plain elements, asks nothing of the application by itself, and is
 * drawn anew only when something of it has changed.
 */
const Place = memo(function Place({ row, is, by, open, tell, onBook }: PlaceProps) {
  const { resource } = row;
  const particulars = tell.particulars(resource);
  return (
    <li className={classes.place} data-standing={is} data-resource={resource.name}>
      <span className={classes.sign}>
        <Icon name={resource.kind} size={24} />
      </span>
      <div className={classes.words}>
        <div className={classes.heading}>
          <p className={classes.name}>{resource.name}</p>
          {is === 'mine' && (
            <Badge leftSection={<Icon name="check" size={14} />} tt="none">
              {tell.mine}
            </Badge>
          )}
        </div>
        {particulars && <p className={classes.particulars}>{particulars}</p>}
        <p className={classes.standing}>{tell.standing(row, is, by)}</p>
        <OccupancyBar open={open} taken={takenOf(row)} />
      </div>
      {is === 'free' && (
        <button
          type="button"
          className={classes.book}
          aria-label={tell.bookPlace(resource)}
          onClick={() => onBook(resource)}
        >
          {tell.book}
        </button>
      )}
      {is === 'taken' && !by?.isOutOfUse && (
        <button
          type="button"
          className={classes.wait}
          aria-label={tell.waitForPlace(resource)}
          onClick={() => onBook(resource)}
        >
          {tell.wait}
        </button>
      )}
    </li>
  );
});

/** All that is said of places, ready for each of them; the same until the language or the open hours change. */
function useTell(open: Span[], timeZone: string) {
  const { t } = useTranslation();
  const words = useWords();
  const featureNames = useFeatureNames();
  const zoneNames = useZoneNames();
  return useMemo(() => {
    const freeElse = (row: DayRow) => freeSpans(open, takenOf(row)).filter((span) => minutesOf(span) >= 15);
    const [freeThen, takenAll] = [t('day.freeThen'), t('day.takenAll')];
    return {
      book: t('book.book'),
      wait: t('waiting.short'),
      mine: t('day.mine'),
      bookPlace: ({ name }: Resource) => t('book.bookPlace', { place: name }),
      waitForPlace: ({ name }: Resource) => t('waiting.shortOf', { place: name }),
      particulars: ({ capacity, zone, features }: Resource) =>
        [
          ...(capacity > 1 ? [t('day.seats', { count: capacity })] : []),
          ...zoneNames(zone),
          ...featureNames(features),
        ].join(' · '),
      standing: (row: DayRow, is: PlaceStanding['is'], by: By | undefined) => {
        if (is === 'free') return freeThen;
        if (is === 'mine' && by) return t('day.mineThen', { span: words.span(by, timeZone) });
        const free = freeElse(row).map((span) => words.span(span, timeZone));
        return free.length > 0 ? t('day.takenFreeElse', { spans: free.join(', ') }) : takenAll;
      },
    };
  }, [t, words, zoneNames, featureNames, open, timeZone]);
}
