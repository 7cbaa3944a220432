import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { around, labelOf, placed, zonesOf } from '../../shared/plan/geometry';
import type { Footprint, Placed } from '../../shared/plan/geometry';
import { useZoneNames } from '../../shared/plan/names';
import { arrows } from './standing';
import type { Standing } from './standing';
import classes from './Floor.module.css';
import type { Place } from './reads';

interface Props {
  places: Place[];
  standing: (place: Place) => Standing | undefined;
  snap: number;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  onMove: (id: string, to: { x: number; y: number }, step?: number) => void;
}

/** How many pixels a metre takes at least: a desk stays large enough for a thumb, and the plan scrolls instead. */
const pixels = 26;

/** With Shift, an arrow key moves a place by this much, in metres. */
const finest = 0.1;

interface Drag {
  id: string;
  /** From the upper left corner of the place to the finger, in metres. */
  grip: { x: number; y: number };
  /** The floor as it was when the finger came down: it must not run away under it. */
  floor: Footprint;
}

/** The floor as a drawing in which places are moved. */
export function Floor({ places, standing, snap, chosenId, onChoose, onMove }: Props) {
  const { t } = useTranslation();
  const zoneNames = useZoneNames();
  const picture = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const { on } = placed(
    places.map((place) => {
      const at = standing(place);
      return { resource: { ...place, position: at ? { x: at.x, y: at.y } : null, zone: at?.zone ?? null } };
    }),
  );
  if (on.length === 0) return null;
  const floor =
    drag?.floor ??
    around(
      on.map(({ at }) => at),
      3,
    );
  const zones = zonesOf(on);
  const there = (event: PointerEvent) => {
    const matrix = picture.current?.getScreenCTM();
    if (!matrix) return undefined;
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  };
  const pick = (event: PointerEvent, one: Placed<unknown>) => {
    const finger = there(event);
    if (!finger || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onChoose(one.resource.id);
    setDrag({ id: one.resource.id, grip: { x: finger.x - one.at.x, y: finger.y - one.at.y }, floor });
  };
  const pull = (event: PointerEvent) => {
    const finger = drag && there(event);
    if (finger) onMove(drag.id, { x: finger.x - drag.grip.x, y: finger.y - drag.grip.y });
  };
  const push = (event: KeyboardEvent, { resource, at }: Placed<unknown>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(resource.id);
    }
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? finest : snap;
    onChoose(resource.id);
    onMove(resource.id, { x: at.x + way.x * step, y: at.y + way.y * step }, step);
  };
  return (
    <div className={classes.frame} role="region" aria-label={t('site.plan.title')} tabIndex={0}>
      <svg
        ref={picture}
        className={classes.floor}
        viewBox={`${floor.x} ${floor.y} ${floor.width} ${floor.height}`}
        style={{ minWidth: floor.width * pixels, maxHeight: '75dvh' }}
        role="group"
        aria-label={t('site.plan.title')}
      >
        <defs>
          <pattern id="metres" width="1" height="1" patternUnits="userSpaceOnUse">
            <path d="M1 0H0V1" className={classes.grid} />
          </pattern>
        </defs>
        <rect {...floor} fill="url(#metres)" />
        {zones.map(({ zone, at }) => (
          <rect key={zone} {...at} rx="0.4" className={classes.zone} aria-hidden="true" />
        ))}
        {/* Above all zones, so that none covers the name of another. */}
        {zones.map(({ zone, at }) => (
          <text key={zone} x={at.x + 0.1} y={at.y - 0.15} className={classes.zoneName} aria-hidden="true">
            {zoneNames(zone).join('')}
          </text>
        ))}
        {on.map((one) => (
          <g
            key={one.resource.id}
            role="button"
            tabIndex={0}
            className={classes.place}
            data-resource={one.resource.name}
            data-dragged={drag?.id === one.resource.id ? '' : undefined}
            aria-pressed={one.resource.id === chosenId}
            aria-label={t('site.plan.stands', { place: one.resource.name, x: one.at.x, y: one.at.y })}
            onPointerDown={(event) => pick(event, one)}
            onPointerMove={pull}
            onPointerUp={() => setDrag(undefined)}
            onPointerCancel={() => setDrag(undefined)}
            onKeyDown={(event) => push(event, one)}
          >
            <rect {...one.at} rx="0.25" className={classes.top} />
            <text
              x={one.at.x + one.at.width / 2}
              y={one.at.y + one.at.height / 2}
              className={classes.name}
              {...fitting(labelOf(one.resource), one.at.width)}
            >
              {labelOf(one.resource)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** A long name is pressed together so that it stays within its place. */
function fitting(label: string, width: number) {
  return label.length * 0.34 > width - 0.3
    ? { textLength: width - 0.3, lengthAdjust: 'spacingAndGlyphs' as const }
    : {};
}
