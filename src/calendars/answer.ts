import type { FastifyReply } from 'fastify';
import { Calendar } from './calendar';
import { isKnown } from './calendar.rules';

/** The media type of calendars (RFC 5545). */
export const calendar = 'text/calendar; charset=utf-8';

/** The text of a calendar, or nothing (304) when the client has it already. */
export function answered(
  reply: FastifyReply,
  found: Calendar,
  asked: { noneMatch: string | undefined; modifiedSince: string | undefined },
): string | undefined {
  void reply.header('etag', found.etag).header('last-modified', found.lastModified.toUTCString());
  if (isKnown(asked, found)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', calendar);
  return found.text;
}
