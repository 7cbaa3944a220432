import type { Place } from './reads';

/** Where a place stands and to which zone it belongs, while somebody arranges the floor. */
export interface Standing {
  x: number;
  y: number;
  zone: string | null;
}

/** How finely places snap, in metres. */
export const snaps = [1, 0.5, 0.25] as const;

/** The floor ends here, in metres: as far as the plan of a house reaches. */
const furthest = 500;

/** The nearest point of the grid that is on the floor. */
export function snapped(at: number, snap: number): number {
  const steps = Math.round(Math.min(Math.max(at, 0), furthest) / snap);
  return Math.round(steps * snap * 100) / 100;
}

/** What is saved of a place: nothing for one that is not on the plan. */
export function standingOf({ position, zone }: Place): Standing | undefined {
  return position ? { x: position.x, y: position.y, zone } : undefined;
}

/** Whether the floor as arranged differs from what is saved of a place. */
export function isMoved(place: Place, now: Standing | undefined): boolean {
  const before = standingOf(place);
  if (!before || !now) return before !== now;
  return before.x !== now.x || before.y !== now.y || before.zone !== now.zone;
}

/** A free spot for a place that is put on the plan: to the right of everything that stands there. */
export function freeSpot(standings: readonly (Standing | undefined)[]): { x: number; y: number } {
  const known = standings.filter((one) => one !== undefined);
  if (known.length === 0) return { x: 1, y: 1 };
  return {
    x: snapped(Math.max(...known.map(({ x }) => x)) + 3, 1),
    y: snapped(Math.min(...known.map(({ y }) => y)), 1),
  };
}

/** The move that an arrow key asks for, in steps. */
export const arrows: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
