import { createHash } from 'node:crypto';
import { CalendarFile, calendarText } from '../platform/mail/calendar-file';

/** A calendar file, and by what a client recognises that it has it already. */
export interface Calendar {
  text: string;
  etag: string;
  lastModified: Date;
}

/** A calendar with the validators of its answer: what it says, and when that changed last. */
export function calendarOf(file: CalendarFile, lastModified: Date): Calendar {
  const text = calendarText(file);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`, lastModified };
}
