/**
 * What the worker does with a request: nothing, a kept file first, the network first and the kept file without a
 * connection, or the same with the page of the application, by the address that was asked for or by its own name.
 */
export type Strategy = 'pass' | 'kept' | 'fresh' | 'page' | 'shell';

/** Files of the first screen that keep their names when their content changes. */
const ofShell = new Set(['/early.js', '/mark.svg', '/icon-192.png']);

/** Addresses that are the server's and never the application's. */
const notPages = /^\/(api|health|metrics|mailbox)(\/|$)/;

/** Where displays were: with their secret in the path, which is not to travel. */
const holdsSecret = /^\/display\/./;

/**
 * Files whose names carry the hash of their content are kept; pages and the other files of the first screen are asked for
 * first, and what is kept stands in without a connection. Everything else passes: no answer of the API is ever kept, for it speaks of people.
 */
export function strategyFor(request: { method: string; mode: string; url: string }, origin: string): Strategy {
  const { pathname, origin: from } = new URL(request.url);
  if (request.method !== 'GET' || from !== origin) return 'pass';
  if (pathname.startsWith('/assets/')) return 'kept';
  if (ofShell.has(pathname)) return 'fresh';
  if (request.mode === 'navigate' && !notPages.test(pathname)) return holdsSecret.test(pathname) ? 'shell' : 'page';
  return 'pass';
}

/** A notification as the server sends it. */
export interface Notice {
  id: string;
  title: string;
  text: string;
  /** A path of this application. */
  link: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what a push service brought; anything but ours is nothing. A link that leads elsewhere leads home. */
export function noticeFrom(payload: string, origin: string): Notice | undefined {
  const fields = read(payload);
  if (text(fields.title) === '') return undefined;
  return {
    id: text(fields.id),
    title: text(fields.title),
    text: text(fields.text),
    link: ownPath(fields.link, origin),
  };
}

function read(payload: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function ownPath(link: unknown, origin: string): string {
  try {
    const url = new URL(text(link), origin);
    return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
  } catch {
    return '/';
  }
}
