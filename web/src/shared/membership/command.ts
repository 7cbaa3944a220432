import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';

/** How long a screen waits for the new state after an answer, in milliseconds: longer, and a yes looks like a failure. */
const patience = 3_000;

/**
 * A command after which whatever showed the old state is read again; a no is also news. It is done when all of that is
 * there, so that nobody sees the old state after a yes; where reading takes too long, it goes on behind.
 */
export function useCommand<Wish, Answer>(run: (wish: Wish) => Promise<Answer>, touched: readonly QueryKey[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () =>
      Promise.race([
        Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey }))),
        new Promise((resolve) => setTimeout(resolve, patience)),
      ]),
  });
}
