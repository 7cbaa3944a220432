import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayRow, Kind, Resource } from '../../shared/api/views';
import { freeSpans, inOrder, standingOf, takenOf } from '../../shared/booking/plan';
import { minutesOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { useFeatureNames, useZoneNames } from '../../shared/plan/names';
import { OccupancyBar } from './OccupancyBar';
import classes from './PlaceList.module.css';

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
  const ordered = inOrder(rows);
  return (
    <>
      {kinds.map((kind) => {
        const places = ordered.filter((row) => row.resource.kind === kind);
        if (places.length === 0) return null;
        const free = places.filter((row) => standingOf(row, open, period).is === 'free').length;
        return (
          <section key={kind} aria-labelledby={`places-${kind}`}>
            <Group gap="xs" mb="xs" align="baseline">
              <Title order={2} id={`places-${kind}`}>
                {t(`kind.plural.${kind}`)}
              </Title>
              <Text c="dimmed">{t('day.freeCount', { free, all: places.length })}</Text>
            </Group>
            <ul className={classes.list}>
              {places.map((row) => (
                <Place key={row.resource.id} {...{ row, open, timeZone, period, onBook }} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Place({ row, open, timeZone, period, onBook }: Omit<Props, 'rows'> & { row: DayRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const featureNames = useFeatureNames();
  const zoneNames = useZoneNames();
  const { resource } = row;
  const taken = takenOf(row);
  const standing = standingOf(row, open, period);
  const free = freeSpans(open, taken).filter((span) => minutesOf(span) >= 15);
  const particulars = [
    ...(resource.capacity > 1 ? [t('day.seats', { count: resource.capacity })] : []),
    ...zoneNames(resource.zone),
    ...featureNames(resource.features),
  ];

  return (
    <li className={classes.place} data-standing={standing.is} data-resource={resource.name}>
      <span className={classes.sign}>
        <Icon name={resource.kind} size={24} />
      </span>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={650}>{resource.name}</Text>
          {standing.is === 'mine' && (
            <Badge leftSection={<Icon name="check" size={14} />} tt="none">
              {t('day.mine')}
            </Badge>
          )}
        </Group>
        {particulars.length > 0 && (
          <Text size="sm" c="dimmed">
            {particulars.join(' · ')}
          </Text>
        )}
        <Text size="sm">
          {standing.is === 'free'
            ? t('day.freeThen')
            : standing.is === 'mine'
              ? t('day.mineThen', { span: words.span(standing.by, timeZone) })
              : free.length > 0
                ? t('day.takenFreeElse', { spans: free.map((span) => words.span(span, timeZone)).join(', ') })
                : t('day.takenAll')}
        </Text>
        <OccupancyBar open={open} taken={taken} period={period} />
      </div>
      {standing.is === 'free' && (
        <Button
          variant="light"
          aria-label={t('book.bookPlace', { place: resource.name })}
          onClick={() => onBook(resource, period)}
        >
          {t('book.book')}
        </Button>
      )}
      {standing.is === 'taken' && !standing.by.isOutOfUse && (
        <Button
          variant="default"
          aria-label={t('waiting.shortOf', { place: resource.name })}
          onClick={() => onBook(resource, period)}
        >
          {t('waiting.short')}
        </Button>
      )}
    </li>
  );
}
