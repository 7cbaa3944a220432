import fc from 'fast-check';
import { judge } from '../kernel/refusal';
import { hiddenCells, median, reportRules, smallestCell } from './report.rules';

describe('report_range', () => {
  it.each([
    ['2027-03-02', '2027-03-02', []],
    ['2028-01-01', '2028-12-31', []],
    ['2027-01-01', '2028-01-02', ['report_range']],
    ['2027-03-02', '2027-03-01', ['report_range']],
  ])('%s to %s: %j', (from, to, codes) => {
    expect(judge(reportRules, { from, to }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('small_cells', () => {
  it.each<[number[], boolean[]]>([
    [[], []],
    [
      [0, 5, 9],
      [false, false, false],
    ],
    // One small group could be told from the whole: the next smallest is hidden as well.
    [
      [3, 9, 7],
      [true, false, true],
    ],
    // Two, but only two people together: hidden ones are five at least.
    [
      [1, 1, 8, 6],
      [true, true, false, true],
    ],
    [
      [4, 2, 30],
      [true, true, false],
    ],
    [
      [0, 2],
      [false, true],
    ],
  ])('%j hides %j', (people, hidden) => {
    expect(hiddenCells(people)).toEqual(hidden);
  });

  it('never lets anybody tell a small group by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (people) => {
        const hidden = hiddenCells(people);
        const counts = people.filter((_, index) => hidden[index]);
        const shown = people.filter((_, index) => !hidden[index]);
        expect(shown.every((count) => count === 0 || count >= smallestCell)).toBe(true);
        // What is hidden is nothing, or more than one group and five people together, or all there is.
        const rest = counts.reduce((sum, count) => sum + count, 0);
        const isSafe = counts.length === 0 || (counts.length > 1 && rest >= smallestCell);
        expect(isSafe || shown.every((count) => count === 0)).toBe(true);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

it.each([
  [[], null],
  [[4], 4],
  [[9, 1, 4], 4],
  [[1, 2, 10, 3], 2.5],
])('the median of %j is %j', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});
