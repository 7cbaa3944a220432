import { Malformed } from '../../kernel/errors';
import { QueryInt, Text } from './fields';

/** What every list takes. */
export class PageQuery {
  @QueryInt({ optional: true, min: 1, max: 100, description: 'how many, 50 when left out' })
  limit?: number;

  @Text({ optional: true, max: 300, description: 'where the page before this one ended' })
  cursor?: string;
}

/** One page of a list: the things, and where the next page starts (null at the end). */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export const defaultLimit = 50;

/** Packs the sort key of the last row into an opaque cursor. */
export function cursorOf(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Unpacks a cursor of as many texts as the list's sort key has. @throws Malformed when it is not one of ours. */
export function cursorKey(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'number' || (typeof part === 'string' && !part.includes('\0')))
    )
      return key.map(String);
  } catch {
    // falls through to the one answer for every broken cursor
  }
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}

/** Cuts `limit + 1` rows to a page; `keyOf` is the sort key of a row. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number)[],
  view: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last ? cursorOf(...keyOf(last)) : null };
}
