/** No row of the ledger is longer (`occupation_longest`): a booking of a day and the cleaning after it. */
export const longestHours = 26;

/**
 * The condition that a row of the ledger, a booking or a session shares an instant with a period, both without their
 * ends. Bounded on both sides: as no row is longer than {@link longestHours}, a fixed look-back finds all of them by
 * an index on their start, and the cost does not grow with history.
 * @param row the name of the row in the statement
 * @param start where the period begins, and `end` where it ends, as the statement says them: `$2`, `e.starts_at`
 */
export function overlaps(row: string, start: string, end: string): string {
  return `(${row}.starts_at > ${start}::timestamptz - interval '${longestHours} hours'
    and ${row}.starts_at < ${end} and ${row}.ends_at > ${start})`;
}
