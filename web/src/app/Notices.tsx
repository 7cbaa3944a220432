import type { NotificationsProps } from '@mantine/notifications';
import { lazy, Suspense, useDeferredValue } from 'react';
import type { ComponentType } from 'react';

const Place = lazy(async (): Promise<{ default: ComponentType<NotificationsProps> }> => {
  try {
    return { default: (await import('@mantine/notifications')).Notifications };
  } catch {
    // A file that does not come costs the notices and not the screen.
    return { default: () => null };
  }
});

/**
 * Where it is told in passing what has been done. Nobody has anything to be told before the first screen stands, so it
 * is fetched after that; what is told before it is there waits for it.
 */
export function Notices() {
  const isTime = useDeferredValue(true, false);
  if (!isTime) return null;
  return (
    <Suspense>
      <Place position="top-center" autoClose={5000} />
    </Suspense>
  );
}
