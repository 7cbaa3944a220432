import { useEffect, useSyncExternalStore } from 'react';

/** How often a tab that stays open asks whether there is a newer version, in milliseconds. */
const askEvery = 30 * 60_000;

/** Keeping the application for the next visit must not slow this one down. Milliseconds. */
const patience = 3000;

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function offer(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Hears when a newer version is there beside the one that runs. */
function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The very first version is no news.
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  const ask = () => void registration.update().catch(() => undefined);
  setInterval(ask, askEvery);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
}

/** Keeps the application on this device, once the first screen stands. Without that everything works as well. */
export function keepOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const keep = () => {
    // A browser may refuse, in a private window for instance; some answer with nothing at all.
    void navigator.serviceWorker
      .register('/sw.js')
      .then((registration: ServiceWorkerRegistration | undefined) => registration && watch(registration))
      .catch(() => undefined);
  };
  const soon = () => setTimeout(keep, patience);
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
}

/** Whether a newer version waits. It is offered and never forced: a form may be half filled in. */
export function useUpdate(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== undefined,
  );
}

/** Changes to the newer version and shows the page again. */
export function takeUpdate(): void {
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting.postMessage('take-over');
}

/** For screens at which nobody stands who could be asked, and where nothing is typed: changes as soon as it is there. */
export function useUpdateAtOnce(): void {
  const isThere = useUpdate();
  useEffect(() => {
    if (isThere) takeUpdate();
  }, [isThere]);
}
