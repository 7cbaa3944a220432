import { v7 } from 'uuid';

/** A new identifier: UUID version 7, so that ids of one table sort by the time of their making. */
export function newId(): string {
  return v7();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID of any version. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
