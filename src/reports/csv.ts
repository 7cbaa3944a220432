/** A value of a table; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Programs for tables take a text that begins like this for a formula. */
const formula = /^[=+\-@\t\r\n|％＝＋－＠]/u;

/**
 * A table as CSV (RFC 4180): lines end with CRLF, and what contains a comma, a quote or a line break is quoted. A text that
 * a program might calculate is led by an apostrophe, so that names from people never run; numbers are as they are.
 */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
