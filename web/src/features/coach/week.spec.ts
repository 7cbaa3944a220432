import { clockMoves, datesFrom, mondayOf } from './week';

it('a week begins on its Monday', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  expect(datesFrom('2026-12-30', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
});

it('the nights on which the clock moves are told', () => {
  expect(clockMoves('2027-03-28', 'Europe/Helsinki')).toBe(60);
  expect(clockMoves('2027-10-31', 'Europe/Helsinki')).toBe(-60);
  expect(clockMoves('2027-03-27', 'Europe/Helsinki')).toBe(0);
  expect(clockMoves('2027-03-28', 'Europe/Moscow')).toBe(0);
});
