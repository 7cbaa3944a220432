/**
 * The assignment of a whole intake: each row (an entrepreneur) gets one of the columns (coaches) or none, no column more
 * rows than it has places, so that the sum of the costs is the least possible. All numbers are whole and below 2^53, so
 * the answer is exact.
 *
 * The method is that of successive shortest paths: rows are added one by one, in their order, and each time the cheapest
 * chain of moves that seats one more is carried out. After each step the sum is the least for the rows so far. The k-th
 * place of a column may cost extra, as long as that rises with k. Ties are broken by the order of rows and columns and
 * by nothing else, so the same problem always has the same answer.
 */

/** What is to be assigned. */
export interface Allocation {
  /** For each row, what each column costs; Infinity where the two must not meet. */
  costs: readonly Float64Array[];
  /** How many rows each column can have. */
  places: readonly number[];
  /** What a row without a column costs. */
  unserved: number;
  /** What the k-th place of a column (from 0) costs extra; must not fall as k rises. */
  extra?: (column: number, k: number) => number;
}

/** The solver, as it is kept with each run. */
export const solver = 'successive-shortest-paths/1';

/** The column of each row, -1 for none. */
export function allocate({ costs, places, unserved, extra = () => 0 }: Allocation): Int32Array {
  const state = {
    costs,
    places,
    unserved,
    extra,
    seats: new Int32Array(costs.length).fill(-1),
    rowsOf: places.map(() => []),
    shift: places.map(() => new Float64Array(places.length).fill(Infinity)),
    shifted: places.map(() => new Int32Array(places.length).fill(-1)),
  };
  for (let row = 0; row < costs.length; row++) seat(row, state);
  return state.seats;
}

interface State extends Required<Allocation> {
  seats: Int32Array;
  rowsOf: number[][];
  /** What it costs at least to move a row of one column to another, and which row that is. */
  shift: Float64Array[];
  shifted: Int32Array[];
}

/** The cheapest ways to the columns: what each costs, who comes there, and from which column (-1: the new row itself). */
interface Ways {
  distance: Float64Array;
  comes: Int32Array;
  from: Int32Array;
}

/** Brings one more row in by the cheapest chain of moves; it may end with a free place or with somebody left out. */
function seat(row: number, state: State): void {
  const { places, unserved, extra, rowsOf, costs } = state;
  const ways = waysFrom(row, state);
  let best = unserved;
  let last = -1;
  let leaves = row;
  for (let column = 0; column < places.length; column++) {
    const here = ways.distance[column] ?? Infinity;
    if (here === Infinity) continue;
    const sitting = rowsOf[column] ?? [];
    if (sitting.length < (places[column] ?? 0)) {
      const price = here + extra(column, sitting.length);
      if (price < best) [best, last, leaves] = [price, column, -1];
    }
    for (const other of sitting) {
      const price = here + unserved - (costs[other]?.[column] ?? Infinity);
      if (price < best) [best, last, leaves] = [price, column, other];
    }
  }
  if (last >= 0) move(last, leaves, ways, state);
}

/** Looks for the cheapest ways until none becomes cheaper. No circle of moves gains anything, so it ends. */
function waysFrom(row: number, { costs, places, shift, shifted }: State): Ways {
  const count = places.length;
  const distance = Float64Array.from(costs[row] ?? []);
  const comes = new Int32Array(count).fill(row);
  const from = new Int32Array(count).fill(-1);
  const waits = new Uint8Array(count);
  const queue: number[] = [];
  for (let column = 0; column < count; column++) {
    if (distance[column] === Infinity) continue;
    waits[column] = 1;
    queue.push(column);
  }
  for (const column of queue) {
    waits[column] = 0;
    const base = distance[column] ?? Infinity;
    const moves = shift[column] ?? distance;
    for (let other = 0; other < count; other++) {
      const price = base + (moves[other] ?? Infinity);
      if (price >= (distance[other] ?? Infinity)) continue;
      distance[other] = price;
      comes[other] = shifted[column]?.[other] ?? -1;
      from[other] = column;
      if (waits[other] === 0) {
        waits[other] = 1;
        queue.push(other);
      }
    }
  }
  return { distance, comes, from };
}

/** Carries a chain out from its end: who leaves, then each who comes from the column before. */
function move(end: number, leaves: number, { comes, from }: Ways, state: State): void {
  const { seats, rowsOf } = state;
  if (leaves >= 0) seats[leaves] = -1;
  let gone = leaves;
  for (let column = end; column >= 0; column = from[column] ?? -1) {
    const coming = comes[column] ?? -1;
    const sitting = (rowsOf[column] ?? []).filter((row) => row !== gone);
    rowsOf[column] = [...sitting, coming].sort((a, b) => a - b);
    seats[coming] = column;
    gone = coming;
    measure(column, state);
  }
}

/** Measures anew what it costs to move a row of a column elsewhere. */
function measure(column: number, { costs, rowsOf, shift, shifted }: State): void {
  const least = shift[column];
  const which = shifted[column];
  if (!least || !which) return;
  least.fill(Infinity);
  for (const row of rowsOf[column] ?? []) {
    const own = costs[row] ?? least;
    const here = own[column] ?? 0;
    for (let other = 0; other < least.length; other++) {
      const price = (own[other] ?? Infinity) - here;
      if (other === column || price >= (least[other] ?? Infinity)) continue;
      least[other] = price;
      which[other] = row;
    }
  }
}
