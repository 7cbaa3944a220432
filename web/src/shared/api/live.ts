import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from './session';

/** Before a line is opened again, in milliseconds; longer after each failure, up to the second. */
const pauses = { first: 2_000, longest: 30_000 };

const open = new Set<string>();

/** Whether changes at a site are being heard; a screen that hears them need not ask every few seconds. */
export function isLive(siteId: string): boolean {
  return open.has(siteId);
}

/**
 * Hears of changes at a site while the screen is looked at, and has the day of the site asked for again after each.
 * Where no line can be opened, the screen asks every few seconds instead.
 */
export function useSiteChanges(siteId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!siteId) return;
    let line: AbortController | undefined;
    const refresh = () => {
      for (const queryKey of [['day', siteId], ['site-day', siteId], ['bookings']])
        void queries.invalidateQueries({ queryKey });
    };
    const look = () => {
      if (document.visibilityState === 'hidden') {
        line?.abort();
        line = undefined;
      } else if (!line) {
        line = new AbortController();
        void listen(siteId, refresh, line.signal);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      line?.abort();
    };
  }, [siteId, queries]);
}

/** Keeps a line open until the signal comes: the server ends it every few minutes. */
async function listen(siteId: string, onChange: () => void, signal: AbortSignal): Promise<void> {
  let pause = pauses.first;
  let hasMissed = false;
  while (!signal.aborted) {
    try {
      await hear(siteId, signal, (event) => {
        open.add(siteId);
        pause = pauses.first;
        // What happened while nobody listened is not told again.
        if (event === 'changed' || hasMissed) onChange();
        hasMissed = false;
      });
    } catch {
      // The connection is away or the person has left; the day is asked for by the clock meanwhile.
    }
    open.delete(siteId);
    hasMissed = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, pauses.longest);
  }
}

/** One line, until it ends. `fetch` and not EventSource, which cannot say who is asking. */
async function hear(siteId: string, signal: AbortSignal, onEvent: (name: string) => void): Promise<void> {
  const request = new Request(`/api/v1/sites/${siteId}/changes`, { signal });
  const answer = await session.send(request, (asked) => fetch(asked));
  if (!answer.ok || !answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('event: ')) onEvent(line.slice('event: '.length));
  }
}
