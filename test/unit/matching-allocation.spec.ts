import fc from 'fast-check';
import munkres from 'munkres';
import { allocate } from '../../src/coaching/matching/allocation.rules';
import { solve } from '../../src/coaching/matching/intake.rules';

/** A small intake: scores (-1: must not be), and how many places each coach has. */
const intakes = fc
  .record({ rows: fc.integer({ min: 1, max: 7 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      scores: fc.array(
        fc.array(
          fc.oneof(
            { weight: 1, arbitrary: fc.constant(-1) },
            { weight: 2, arbitrary: fc.integer({ min: 0, max: 100 }) },
          ),
          {
            minLength: columns,
            maxLength: columns,
          },
        ),
        { minLength: rows, maxLength: rows },
      ),
      places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
      taken: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
    }),
  );
type Small = typeof intakes extends fc.Arbitrary<infer T> ? T : never;

const few = { numRuns: 400 };
const mentors = ({ taken }: Small) => taken.map((each) => ({ taken: each, offered: 0 })) as never;

/** Every possible seating, as long as the problem is small. */
function* seatings({ scores, places }: Small, least: number, row = 0, left = [...places]): Generator<number[]> {
  if (row === scores.length) {
    yield [];
    return;
  }
  for (const rest of seatings({ scores, places } as Small, least, row + 1, left)) yield [-1, ...rest];
  for (let column = 0; column < left.length; column++) {
    const score = scores[row]?.[column] ?? -1;
    if (score < 0 || score < least || (left[column] ?? 0) === 0) continue;
    const fewer = left.map((places, index) => (index === column ? places - 1 : places));
    for (const rest of seatings({ scores, places } as Small, least, row + 1, fewer)) yield [column, ...rest];
  }
}

interface Worth {
  served: number;
  worst: number;
  total: number;
  /** Sum of the loads that each newcomer meets; the less, the more even. */
  load: number;
}

function worthOf({ scores, taken }: Small, columns: readonly number[]): Worth {
  const made = columns.flatMap((column, row) => (column < 0 ? [] : [scores[row]?.[column] ?? NaN]));
  const counts = taken.map((_, column) => columns.filter((each) => each === column).length);
  const load = counts.reduce((sum, count, column) => {
    for (let k = 0; k < count; k++) sum += (taken[column] ?? 0) + k;
    return sum;
  }, 0);
  return { served: made.length, worst: Math.min(101, ...made), total: made.reduce((a, b) => a + b, 0), load };
}

/** The best of all seatings by brute force, in the stated order. */
function best(small: Small, goal: 'coverage' | 'score', floor: number): Omit<Worth, 'worst'> & { worst: number } {
  const worths = [...seatings(small, goal === 'score' ? floor : 0)].map((columns) => worthOf(small, columns));
  const key = ({ served, worst, total, load }: Worth): number[] =>
    goal === 'coverage' ? [served, Math.min(worst, floor), total, -load] : [total, served, -load];
  const greater = (a: number[], b: number[]): boolean => {
    const index = a.findIndex((value, i) => value !== b[i]);
    return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
  };
  return worths.reduce((found, each) => (greater(key(each), key(found)) ? each : found));
}

describe('the allocation', () => {
  it('costs as little as that of an independent solver', () => {
    fc.assert(
      fc.property(intakes, ({ scores, places }) => {
        const unserved = 1000;
        const costs = scores.map((row) => Float64Array.from(row, (score) => (score < 0 ? Infinity : 100 - score)));
        const seats = allocate({ costs, places, unserved });
        const cost = seats.reduce(
          (sum, column, row) => sum + (column < 0 ? unserved : (costs[row]?.[column] ?? NaN)),
          0,
        );
        // One column for each place, and for each row one that stands for "no coach".
        const wide = scores.map((row) => [
          ...row.flatMap((score, column) =>
            Array.from({ length: places[column] ?? 0 }, () => (score < 0 ? 1_000_000 : 100 - score)),
          ),
          ...scores.map(() => unserved),
        ]);
        const theirs = munkres(wide).reduce((sum, [row, column]) => sum + (wide[row]?.[column] ?? NaN), 0);
        expect(cost).toBe(theirs);
        places.forEach((most, column) => {
          expect(seats.filter((each) => each === column).length).toBeLessThanOrEqual(most);
        });
      }),
      few,
    );
  });

  it.each(['coverage', 'score'] as const)('is the best of all in the order of the goal %s', (goal) => {
    fc.assert(
      fc.property(
        intakes.filter(({ scores, places }) => scores.length * places.length <= 20),
        fc.integer({ min: 0, max: 100 }),
        (small, floor) => {
          const { columns } = solve({ goal, floor, mentors: mentors(small) }, small.scores, small.places);
          const ours = worthOf(small, [...columns]);
          const theirs = best(small, goal, floor);
          expect(ours).toMatchObject(
            goal === 'coverage'
              ? { served: theirs.served, total: theirs.total, load: theirs.load }
              : { total: theirs.total, served: theirs.served, load: theirs.load },
          );
          if (goal === 'coverage') expect(Math.min(ours.worst, floor)).toBe(Math.min(theirs.worst, floor));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('serves as many as a maximum flow does', () => {
    fc.assert(
      fc.property(intakes, (small) => {
        const { columns } = solve({ goal: 'coverage', floor: 40, mentors: mentors(small) }, small.scores, small.places);
        expect(columns.filter((column) => column >= 0)).toHaveLength(maximumFlow(small));
      }),
      few,
    );
  });

  it('spreads equal pairs evenly, and by the order of columns where that decides', () => {
    const scores = Array.from({ length: 6 }, () => [50, 50, 50]);
    const even = solve(
      { goal: 'coverage', floor: 40, mentors: [0, 0, 0].map((taken) => ({ taken, offered: 0 })) as never },
      scores,
      [5, 5, 5],
    );
    expect([0, 1, 2].map((column) => even.columns.filter((each) => each === column).length)).toEqual([2, 2, 2]);
    const loaded = solve(
      { goal: 'coverage', floor: 40, mentors: [3, 0, 1].map((taken) => ({ taken, offered: 0 })) as never },
      scores,
      [5, 5, 5],
    );
    expect([0, 1, 2].map((column) => loaded.columns.filter((each) => each === column).length)).toEqual([1, 3, 2]);
  });
});

/** Kuhn's augmenting paths on one column for each place: another way to count. */
function maximumFlow({ scores, places }: Small): number {
  const seats = places.flatMap((count, column) => Array.from({ length: count }, () => column));
  const holder = new Array<number>(seats.length).fill(-1);
  const find = (row: number, seen: Set<number>): boolean =>
    seats.some((column, seat) => {
      if (seen.has(seat) || (scores[row]?.[column] ?? -1) < 0) return false;
      seen.add(seat);
      if ((holder[seat] ?? -1) >= 0 && !find(holder[seat] ?? -1, seen)) return false;
      holder[seat] = row;
      return true;
    });
  return scores.filter((_, row) => find(row, new Set())).length;
}
