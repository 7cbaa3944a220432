import type { Resource } from '../api/views';

/** A rectangle on the floor, in metres from a corner of the plan. */
export interface Footprint {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place with where it stands. */
export interface Placed<Row> {
  row: Row;
  resource: Resource;
  at: Footprint;
}

/** Free floor around what is drawn, in metres. */
const margin = 1.4;

/**
 * How much floor a place takes, in metres, from its upper left corner. The house knows where a place stands and for how
 * many it is; the drawing only has to tell places apart.
 */
export function footprintOf({ kind, capacity, position }: Resource): Footprint | undefined {
  if (!position) return undefined;
  const { x, y } = position;
  if (kind === 'desk') return { x, y, width: 1.6, height: 1.2 };
  if (kind === 'booth') return { x, y, width: 1.6, height: 1.5 };
  const side = Math.min(Math.max(Math.sqrt(capacity * 1.1), 2.2), 5);
  return { x, y, width: Math.min(side * 1.3, 5.5), height: side };
}

/** The places that stand on the plan, and those of which nobody has said where. */
export function placed<Row extends { resource: Resource }>(rows: readonly Row[]): { on: Placed<Row>[]; off: Row[] } {
  const on: Placed<Row>[] = [];
  const off: Row[] = [];
  for (const row of rows) {
    const at = footprintOf(row.resource);
    if (at) on.push({ row, resource: row.resource, at });
    else off.push(row);
  }
  return { on, off };
}

/** The smallest rectangle around several, with free floor around it. */
export function around(all: readonly Footprint[], space = margin): Footprint {
  const left = Math.min(...all.map(({ x }) => x)) - space;
  const top = Math.min(...all.map(({ y }) => y)) - space;
  const right = Math.max(...all.map(({ x, width }) => x + width)) + space;
  const bottom = Math.max(...all.map(({ y, height }) => y + height)) + space;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where the zones of a plan lie: around the places that name them. */
export function zonesOf(all: readonly Placed<unknown>[]): { zone: string; at: Footprint }[] {
  const names = [...new Set(all.flatMap(({ resource }) => (resource.zone ? [resource.zone] : [])))];
  return names.map((zone) => ({
    zone,
    at: around(
      all.filter(({ resource }) => resource.zone === zone).map(({ at }) => at),
      0.45,
    ),
  }));
}

/** What is written on a place: the number of a desk, the name of everything else. */
export function labelOf({ name, kind }: Resource): string {
  return (kind === 'desk' && /\d+\p{L}?$/u.exec(name)?.[0]) || name;
}
