import type { ServerResponse } from 'node:http';

/** What a response that stays open is told when the server is about to leave: end now, the caller will come again. */
const leaving = 'oasis:leaving';

/** Tells a response that is still being written that the server leaves. */
export function announceLeaving(response: ServerResponse): void {
  response.emit(leaving);
}

/** Runs `end` when the server leaves while the response is open. For streams, which would otherwise hold it up. */
export function onLeaving(response: ServerResponse, end: () => void): void {
  response.once(leaving, end);
}
