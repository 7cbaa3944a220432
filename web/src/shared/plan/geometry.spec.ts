import type { Resource } from '../api/views';
import { around, footprintOf, labelOf, placed, zonesOf } from './geometry';

const place = (some: Partial<Resource>): Resource =>
  ({ kind: 'desk', name: 'Desk 01', capacity: 1, zone: 'open', position: { x: 2, y: 3 }, ...some }) as Resource;

describe('the plan of a floor', () => {
  it('tells places that stand somewhere from those that do not', () => {
    const here = { resource: place({}) };
    const nowhere = { resource: place({ position: null }) };
    const { on, off } = placed([here, nowhere]);
    expect(on.map(({ row }) => row)).toEqual([here]);
    expect(off).toEqual([nowhere]);
  });

  it('gives more floor to a room for more people, and never too much', () => {
    const widths = [2, 6, 10, 40, 400].map(
      (capacity) => footprintOf(place({ kind: 'room', capacity }))?.width ?? Number.NaN,
    );
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(Math.max(...widths)).toBeLessThanOrEqual(5.5);
  });

  it('lies around everything, and each zone around its own places', () => {
    const { on } = placed([
      { resource: place({ position: { x: 0, y: 0 } }) },
      { resource: place({ position: { x: 10, y: 4 }, zone: 'quiet' }) },
      { resource: place({ position: { x: 4, y: 0 }, zone: null }) },
    ]);
    expect(around(on.map(({ at }) => at))).toEqual({ x: -1.4, y: -1.4, width: 14.4, height: 8 });
    const [open, quiet] = zonesOf(on);
    expect(open?.at.x).toBe(-0.45);
    expect(open?.at.width).toBeCloseTo(2.5);
    expect(quiet?.at.x).toBe(9.55);
    expect(zonesOf(on)).toHaveLength(2);
  });

  it('writes the number on a desk and the name on a room', () => {
    expect(labelOf(place({ name: 'Desk 17' }))).toBe('17');
    expect(labelOf(place({ name: 'Työpiste 4b' }))).toBe('4b');
    expect(labelOf(place({ kind: 'room', name: 'Room 12' }))).toBe('Room 12');
    expect(labelOf(place({ name: 'By the window' }))).toBe('By the window');
  });
});
