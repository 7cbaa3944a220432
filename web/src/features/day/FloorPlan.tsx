import { Stack, Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { memo, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayRow, Resource } from '../../shared/api/views';
import { standingOf } from '../../shared/booking/plan';
import type { PlaceStanding } from '../../shared/booking/plan';
import { around, labelOf, placed, zonesOf } from '../../shared/plan/geometry';
import type { Placed } from '../../shared/plan/geometry';
import type { Span } from '../../shared/time/site-time';
import { useZoneNames } from '../../shared/plan/names';
import classes from './FloorPlan.module.css';
import { Legend } from './Legend';
import { PlaceList } from './PlaceList';

interface Props {
  rows: DayRow[];
  open: Span[];
  timeZone: string;
  period: Span;
  onBook: (resource: Resource, span: Span) => void;
}

/** How many pixels a metre takes at least: a desk stays large enough for a thumb, and the plan scrolls instead. */
const pixels = 22;

/**
 * The floor as it is: where each place stands and whether it is free at the chosen time. A press on something free books
 * it; on anything else it tells below how it stands. The list says the same in words.
 */
export function FloorPlan({ rows, ...rest }: Props) {
  const { t } = useTranslation();
  const zoneNames = useZoneNames();
  const [asked, setAsked] = useState<string>();
  const { on, off } = useMemo(() => placed(rows), [rows]);
  const press = useCallbackRef((resource: Resource, is: PlaceStanding['is']) => {
    if (is === 'free') rest.onBook(resource, rest.period);
    else setAsked(resource.id);
  });
  if (on.length === 0) return <PlaceList rows={rows} {...rest} />;
  const floor = around(on.map(({ at }) => at));
  const chosen = rows.filter(({ resource }) => resource.id === asked);
  return (
    <Stack gap="md">
      <Legend ofPlan />
      <div className={classes.frame} role="region" aria-label={t('day.plan')} tabIndex={0}>
        <svg
          className={classes.floor}
          viewBox={`${floor.x} ${floor.y} ${floor.width} ${floor.height}`}
          style={{ minWidth: floor.width * pixels, maxHeight: '70dvh' }}
          role="group"
          aria-label={t('day.plan')}
        >
          <defs>
            <pattern id="taken" width="0.3" height="0.3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="0.3" height="0.3" className={classes.takenGround} />
              <rect width="0.1" height="0.3" className={classes.hatch} />
            </pattern>
          </defs>
          {zonesOf(on).map(({ zone, at }) => (
            <g key={zone} aria-hidden="true">
              <rect {...at} rx="0.4" className={classes.zone} />
              <text x={at.x + 0.1} y={at.y - 0.15} className={classes.zoneName}>
                {zoneNames(zone).join('')}
              </text>
            </g>
          ))}
          {on.map((one) => (
            <PlaceOnFloor
              key={one.resource.id}
              t={t}
              place={one}
              is={standingOf(one.row, rest.open, rest.period).is}
              isAsked={one.resource.id === asked}
              onPress={press}
            />
          ))}
        </svg>
      </div>
      {chosen.length > 0 && <PlaceList rows={chosen} {...rest} />}
      {off.length > 0 && (
        <>
          <Text c="dimmed">{t('day.offPlan')}</Text>
          <PlaceList rows={off} {...rest} />
        </>
      )}
    </Stack>
  );
}

interface PlaceOnFloorProps {
  t: TFunction;
  place: Placed<DayRow>;
  is: PlaceStanding['is'];
  isAsked: boolean;
  onPress: (resource: Resource, is: PlaceStanding['is']) => void;
}

/** One place; drawn anew only when something of it has changed. */
const PlaceOnFloor = memo(function PlaceOnFloor({ t, place, is, isAsked, onPress }: PlaceOnFloorProps) {
  const { resource, at } = place;
  const press = () => onPress(resource, is);
  const standing = t(`day.legend.${is}`);
  const label = labelOf(resource);
  const centre = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  return (
    <g
      role="button"
      tabIndex={0}
      className={classes.place}
      data-standing={is}
      data-resource={resource.name}
      aria-pressed={is === 'free' ? undefined : isAsked}
      aria-label={is === 'free' ? t('book.bookPlace', { place: resource.name }) : `${resource.name}: ${standing}`}
      onClick={press}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        press();
      }}
    >
      <rect {...at} rx="0.25" fill={is === 'taken' ? 'url(#taken)' : undefined} className={classes.top} />
      {resource.kind === 'desk' && (
        <rect
          x={at.x + at.width * 0.3}
          y={at.y + at.height + 0.08}
          width={at.width * 0.4}
          height="0.28"
          rx="0.14"
          className={classes.chair}
        />
      )}
      <text x={centre.x} y={centre.y} className={classes.name} style={{ fontSize: nameSize(label, at.width) }}>
        {label}
      </text>
      {is === 'mine' && (
        <path
          className={classes.mark}
          d={`M${at.x + at.width - 0.42} ${at.y + 0.26} l0.1 0.1 l0.18 -0.2`}
          aria-hidden="true"
        />
      )}
    </g>
  );
});

/** How large a name is written so that it keeps its shape and fits into its place; in units of the plan. */
function nameSize(label: string, width: number): number {
  const usual = 0.6;
  return Math.min(usual, (usual * (width - 0.3)) / (label.length * 0.34));
}
