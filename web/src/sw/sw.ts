import { noticeFrom, strategyFor } from './strategy';
import type { WorkerScope } from './worker-scope';

/** The build writes the mark of its pages here, so that each build is another worker. */
declare const __BUILD__: string;
/** The build writes the files of the first screen here. */
declare const __SHELL__: readonly string[];

const worker = self as unknown as WorkerScope;
const origin = worker.location.origin;

/** One cache for each build; files that two builds share are fetched once from the browser's own. */
const shelf = `oasis-${__BUILD__}`;
const shell = '/index.html';

worker.addEventListener('install', (moment) => {
  moment.waitUntil(caches.open(shelf).then(fill));
});

/** The page has to come; a file that does not come now is fetched when it is needed. */
async function fill(cache: Cache): Promise<void> {
  await cache.add(shell);
  await Promise.allSettled(__SHELL__.filter((file) => file !== shell).map((file) => cache.add(file)));
}

worker.addEventListener('activate', (moment) => {
  const rest = caches
    .keys()
    .then((names) => names.filter((name) => name.startsWith('oasis-') && name !== shelf))
    .then((old) => Promise.all(old.map((name) => caches.delete(name))));
  moment.waitUntil(Promise.all([rest, worker.clients.claim()]));
});

worker.addEventListener('fetch', (moment) => {
  const strategy = strategyFor(moment.request, origin);
  if (strategy === 'kept') moment.respondWith(kept(moment.request));
  if (strategy === 'fresh') moment.respondWith(fresh(moment.request, moment.request));
  if (strategy === 'page') moment.respondWith(fresh(moment.request, shell));
  if (strategy === 'shell') moment.respondWith(fresh(shell, shell));
});

/** The person has said yes to the new version. */
worker.addEventListener('message', (moment) => {
  if (moment.data === 'take-over') moment.waitUntil(worker.skipWaiting());
});

worker.addEventListener('push', (moment) => {
  const notice = noticeFrom(moment.data?.text() ?? '', origin);
  if (!notice) return;
  moment.waitUntil(
    worker.registration.showNotification(notice.title, {
      body: notice.text,
      // A repeat of a message takes the place of the first.
      tag: notice.id,
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      data: notice.link,
    }),
  );
});

worker.addEventListener('notificationclick', (moment) => {
  moment.notification.close();
  moment.waitUntil(show(String(moment.notification.data ?? '/')));
});

/** What carries the hash of its content in its name never changes. */
async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(shelf);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** It is asked for; without a connection what is kept stands in: for a page the shell, which says so and shows what it can. */
async function fresh(request: Request | string, instead: Request | string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await caches.match(instead);
    if (known) return known;
    throw error;
  }
}

/** Leads a tab that is open to the page, or opens one. */
async function show(link: string): Promise<void> {
  const [tab] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!tab) {
    await worker.clients.openWindow(link);
    return;
  }
  await tab.focus();
  try {
    await tab.navigate(link);
  } catch {
    // A tab that this worker does not control yet cannot be led.
    await worker.clients.openWindow(link);
  }
}
