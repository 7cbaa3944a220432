import { answered, api } from '../api/client';

/** What this browser says about notifications; `impossible`: it knows none, or its person has forbidden them. */
export type PushStanding = 'on' | 'off' | 'forbidden' | 'impossible';

function isPossible(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration('/');
}

/** How it stands with notifications in this browser. */
export async function pushStanding(): Promise<PushStanding> {
  if (!isPossible()) return 'impossible';
  if (Notification.permission === 'denied') return 'forbidden';
  const registration = await worker();
  if (!registration) return 'impossible';
  return (await registration.pushManager.getSubscription()) ? 'on' : 'off';
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** What a person would call this browser: `Chrome, Android`. */
export function deviceName(agent = navigator.userAgent): string {
  const browsers: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ];
  const systems: [RegExp, string][] = [
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ];
  const found = [browsers, systems].map((list) => list.find(([mark]) => mark.test(agent))?.[1]);
  return found.filter(Boolean).join(', ') || 'Browser';
}

/**
 * Asks the person and tells the server where to reach this browser.
 * @returns how it stands now: `off` and `forbidden` when the person said no
 * @throws Problem, Unreachable
 */
export async function switchPushOn(publicKey: string): Promise<PushStanding> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'forbidden' : 'off';
  const registration = await worker();
  if (!registration) return 'impossible';
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(publicKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  const body = {
    endpoint: endpoint ?? '',
    keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
    device: deviceName(),
  };
  try {
    await answered(api.POST('/api/v1/me/push-subscriptions', { body }));
  } catch (error) {
    // Nobody would send anything: the switch must not stand on "on".
    await subscription.unsubscribe();
    throw error;
  }
  return 'on';
}

/** Forgets this browser: nothing that is sent arrives any more, and the server learns it with the next message. */
export async function switchPushOff(): Promise<PushStanding> {
  const subscription = await (await worker())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  return 'off';
}
