import { useSyncExternalStore } from 'react';
import { session } from './session';
import type { Visit } from './session';
import type { Person } from './views';

/** The visit as it stands, kept up to date. */
export function useVisit(): Visit {
  return useSyncExternalStore(session.subscribe, session.current);
}

/** The person signed in; only for screens behind the sign-in. */
export function usePerson(): Person {
  const { person } = useVisit();
  if (!person) throw new Error('This screen needs somebody to be signed in.');
  return person;
}
