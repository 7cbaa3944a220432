import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answered, api } from '../../shared/api/client';
import { Problem, Unreachable } from '../../shared/api/problem';
import type { Application, ApplicationChange } from '../../shared/api/views';

/** How long somebody may pause in typing before what they wrote is kept, in milliseconds. */
const pause = 800;

/** How long to wait before trying again when nothing answered, in milliseconds. */
const patience = 4000;

/** Where the keeping of a draft stands. */
export type Keeping = 'kept' | 'keeping' | 'offline' | 'failed';

/** Both changes as one, the later answers over the earlier ones. */
export function together(earlier: ApplicationChange, later: ApplicationChange): ApplicationChange {
  const answers = { ...earlier.answers, ...later.answers };
  return { ...earlier, ...later, ...(Object.keys(answers).length > 0 && { answers }) };
}

/**
 * Keeps a draft by itself: changes are gathered while somebody types and sent one after the other, each for the
 * version that the last one made. Without a connection they wait here; changed elsewhere, they go on top.
 */
export function useDraft(application: Application) {
  const client = useQueryClient();
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [error, setError] = useState<unknown>();
  const waiting = useRef<ApplicationChange>({});
  const version = useRef(application.version);
  const sending = useRef<Promise<boolean> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async (): Promise<boolean> => {
    while (Object.keys(waiting.current).length > 0) {
      const change = waiting.current;
      waiting.current = {};
      setKeeping('keeping');
      const path = { id: application.id };
      try {
        const header = { 'If-Match': `"${version.current}"` };
        const call = api.PATCH('/api/v1/applications/{id}', { params: { path, header }, body: change });
        version.current = (await answered(call)).version;
        setError(undefined);
      } catch (failure) {
        waiting.current = together(change, waiting.current);
        if (failure instanceof Problem && failure.code === 'stale') {
          version.current = (await answered(api.GET('/api/v1/applications/{id}', { params: { path } }))).version;
          continue;
        }
        const isAway = failure instanceof Unreachable;
        setKeeping(isAway ? 'offline' : 'failed');
        setError(isAway ? undefined : failure);
        return false;
      }
    }
    setKeeping('kept');
    return true;
  }, [application.id]);

  /** Sends what waits; true when everything is kept. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current ??= send()
      .catch(() => {
        setKeeping('offline');
        return false;
      })
      .finally(() => {
        sending.current = undefined;
      });
    return sending.current;
  }, [send]);

  const change = useCallback(
    (wanted: ApplicationChange) => {
      waiting.current = together(waiting.current, wanted);
      setKeeping((before) => (before === 'offline' ? before : 'keeping'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  useEffect(() => {
    if (keeping !== 'offline') return;
    const again = setInterval(() => void flush(), patience);
    const now = () => void flush();
    window.addEventListener('online', now);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', now);
    };
  }, [keeping, flush]);

  // Whoever goes to another screen takes nothing unsent along, and finds it there when they come back.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void flush().then(() => client.invalidateQueries({ queryKey: ['applications'] }));
    },
    [flush, client],
  );

  return { keeping, error, change, flush };
}
