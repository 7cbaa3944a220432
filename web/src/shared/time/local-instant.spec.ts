import { instantAt } from './local-instant';
import { instant } from './site-time';

const read = (date: string, time: string, zone: string) => {
  const at = instantAt(date, time, zone);
  return at === undefined ? undefined : instant(at);
};

it('the clock of the place decides, in winter and in summer', () => {
  expect(read('2027-01-15', '09:10', 'Europe/Helsinki')).toBe('2027-01-15T07:10:00Z');
  expect(read('2027-07-15', '09:10', 'Europe/Helsinki')).toBe('2027-07-15T06:10:00Z');
  expect(read('2027-01-01', '00:00', 'Asia/Kathmandu')).toBe('2026-12-31T18:15:00Z');
});

it('a time that the clock shows twice is the earlier one, and one that it jumps over is none', () => {
  expect(read('2027-10-31', '03:30', 'Europe/Helsinki')).toBe('2027-10-31T00:30:00Z');
  expect(read('2027-03-28', '03:30', 'Europe/Helsinki')).toBeUndefined();
});

it('what is no time is none', () => {
  expect(instantAt('', '09:00', 'Europe/Helsinki')).toBeUndefined();
  expect(instantAt('2027-01-01', '', 'Europe/Helsinki')).toBeUndefined();
});
