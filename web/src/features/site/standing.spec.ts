import { freeSpot, isMoved, snapped } from './standing';
import type { Place } from './reads';

const place = (position: { x: number; y: number } | null, zone: string | null = null) => ({ position, zone }) as Place;

it('places snap to the grid and stay on the floor', () => {
  expect(snapped(1.13, 0.25)).toBe(1.25);
  expect(snapped(-3, 0.5)).toBe(0);
  expect(snapped(9999, 1)).toBe(500);
});

it('only what differs from what is saved is saved', () => {
  expect(isMoved(place({ x: 1, y: 2 }), { x: 1, y: 2, zone: null })).toBe(false);
  expect(isMoved(place({ x: 1, y: 2 }), { x: 1.5, y: 2, zone: null })).toBe(true);
  expect(isMoved(place({ x: 1, y: 2 }), { x: 1, y: 2, zone: 'quiet' })).toBe(true);
  expect(isMoved(place({ x: 1, y: 2 }), undefined)).toBe(true);
  expect(isMoved(place(null, 'quiet'), undefined)).toBe(false);
});

it('what is put on the plan stands beside the rest', () => {
  expect(freeSpot([])).toEqual({ x: 1, y: 1 });
  expect(freeSpot([{ x: 4, y: 2, zone: null }, undefined])).toEqual({ x: 7, y: 2 });
});
