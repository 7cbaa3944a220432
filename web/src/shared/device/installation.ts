import { useSyncExternalStore } from 'react';

/** What Chromium hands over when an application could be installed; other browsers have a menu for it. */
interface InstallMoment extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let moment: InstallMoment | undefined;
const listeners = new Set<() => void>();

function remember(next: InstallMoment | undefined): void {
  moment = next;
  for (const listener of listeners) listener();
}

/** Listens from the start: the browser says it once. */
export function watchInstallation(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    remember(event as InstallMoment);
  });
  window.addEventListener('appinstalled', () => remember(undefined));
}

/** Whether this window is the installed application already. */
export function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches;
}

/** Whether the browser can be asked to install. */
export function useCanInstall(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => moment !== undefined,
  );
}

/** Lets the browser ask the person. */
export async function install(): Promise<void> {
  const asked = moment;
  remember(undefined);
  await asked?.prompt();
}
