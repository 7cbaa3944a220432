import { datesOf } from './ranges';

describe('the ranges of a report', () => {
  it.each([
    ['month', '2027-03-02', '2027-03-01', '2027-03-02'],
    ['lastMonth', '2027-03-02', '2027-02-01', '2027-02-28'],
    ['lastMonth', '2027-01-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2027-03-31', '2027-01-01', '2027-03-31'],
    ['year', '2028-12-31', '2028-01-01', '2028-12-31'],
  ] as const)('%s, on %s, goes from %s to %s', (range, today, from, to) => {
    expect(datesOf(range, today)).toEqual({ from, to });
  });
});
