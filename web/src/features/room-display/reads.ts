import { queryOptions } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered } from '../../shared/api/client';
import { open } from '../../shared/api/session';
import type { Door } from './door';

/** How often a display asks, in milliseconds. */
const pulse = 20_000;

const remembered = 'oasis-display';

/** What a door shows. What was read last is kept on the tablet: it starts with that when there is no connection. */
export const doorOf = (token: string) => {
  const known = recalled(token);
  return queryOptions({
    queryKey: ['display', token],
    queryFn: async ({ signal }) => {
      // A mistyped address may hold what no header can; what the house has made is the same as ever.
      const headers = { authorization: `Bearer ${encodeURIComponent(token)}` };
      const door = await answered(open.GET('/api/v1/display', { headers, signal }));
      remember(token, door);
      return door;
    },
    refetchInterval: pulse,
    refetchIntervalInBackground: true,
    staleTime: 0,
    initialData: known?.door,
    initialDataUpdatedAt: known?.at,
  });
};

function remember(token: string, door: Door): void {
  try {
    localStorage.setItem(remembered, JSON.stringify({ token, door, at: Date.now() }));
  } catch {
    // Storage may be forbidden; the display then starts empty without a connection.
  }
}

function recalled(token: string): { door: Door; at: number } | undefined {
  try {
    const known = JSON.parse(localStorage.getItem(remembered) ?? 'null') as {
      token: string;
      door: Door;
      at: number;
    } | null;
    return known?.token === token ? known : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the tablet from falling asleep, where the browser can. */
export function useAwakeScreen(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (held) => (lock = held),
        () => undefined,
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
