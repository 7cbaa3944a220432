import { useState } from 'react';
import { Problem } from './problem';

/**
 * A thing as it was when its form was opened. What is behind an open form is read again now and then; a change of words is
 * meant for the words that were seen, and not for what somebody else has written since. Whoever has been told that it was
 * changed meanwhile, and saves again, means it as it is now.
 */
export function useAsOpened<Thing>(thing: Thing, error: unknown): Thing {
  const [opened] = useState(thing);
  return isStale(error) ? thing : opened;
}

/** Whether a change was meant for another state of the thing than the present one. */
export function isStale(error: unknown): boolean {
  return error instanceof Problem && error.code === 'stale';
}

/** A thing of a list as it is there now, for a form that was opened with how it was; itself when it is there no more. */
export function newest<Thing extends { id: string }>(thing: Thing, list: readonly Thing[] | undefined): Thing {
  return list?.find(({ id }) => id === thing.id) ?? thing;
}
