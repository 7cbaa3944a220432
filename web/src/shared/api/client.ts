import { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { Problem, Unreachable } from './problem';
import type { paths } from './schema';
import { session } from './session';

/** The typed client that speaks in the person's name. Of what is also a table or a file, it reads the JSON. */
export const api = createClient<paths, 'application/json'>({ baseUrl: '', fetch: (request) => session.send(request) });

/** The body of a success. @throws Problem for every other answer */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  const problem = Problem.from(response, error);
  if (problem.code === 'second_factor_missing') session.lacksSecondFactor();
  throw problem;
}

/** Reading again helps when nothing answered or the house was busy; it does not change a no. */
export function worthRepeating(failures: number, error: Error): boolean {
  return failures < 3 && (error instanceof Unreachable || (error instanceof Problem && error.status >= 500));
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRepeating, staleTime: 10_000, networkMode: 'always' },
    // A command that fails says so at once; the person repeats it, with the same Idempotency-Key.
    mutations: { retry: false, networkMode: 'always' },
  },
});

// Names and documents come in the language of the screen.
i18next.on('languageChanged', () => void queryClient.invalidateQueries());

let shownTo = session.current().person?.id;

// What one person was shown is forgotten before another sees the screen.
session.subscribe(() => {
  const id = session.current().person?.id;
  if (id !== shownTo) queryClient.clear();
  shownTo = id;
});
