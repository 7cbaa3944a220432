import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Whether the entries of a file are to be kept or taken out of a calendar. */
export type CalendarMethod = 'PUBLISH' | 'CANCEL';

/** Something in a calendar that takes time. */
export interface CalendarEntry {
  /** The same for the whole life of the thing. */
  id: string;
  /** Rises with each change. */
  version: number;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  /** When it was changed last. */
  changedAt: Date;
  /** Where it can be looked at. */
  link: string;
  isTentative?: boolean;
}

/** What a calendar file (RFC 5545) is to say. */
export interface CalendarFile {
  method: CalendarMethod;
  /** The name of a whole calendar; a file with single entries has none. */
  name?: string;
  entries: readonly CalendarEntry[];
  /**
   * Who sends the file, when it goes out by mail: PUBLISH and CANCEL must name an organizer (RFC 5546, 3.2.1 and 3.2.5), or
   * programs do not know whose word it is that an entry is off. Nobody who takes part is named beside it.
   */
  organizer?: { name: string; email: string };
}

/**
 * Writes a calendar file. Instants are in UTC, so that no calendar needs to know our time zones; names that people have
 * typed are one line and hold nothing that a calendar could take for a line of its own.
 */
export function calendarText({ method, name, entries, organizer }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Business Oasis', product: 'Calendar', language: 'EN' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(name !== undefined && { name: plain(name) }),
  });
  for (const { id, version, title, place, startsAt, endsAt, changedAt, link, isTentative = false } of entries) {
    calendar.createEvent({
      id: `${id}@business-oasis`,
      sequence: version,
      start: startsAt,
      end: endsAt,
      stamp: changedAt,
      lastModified: changedAt,
      summary: plain(title),
      location: plain(place),
      url: link,
      ...(organizer && { organizer }),
      status:
        method === 'CANCEL'
          ? ICalEventStatus.CANCELLED
          : isTentative
            ? ICalEventStatus.TENTATIVE
            : ICalEventStatus.CONFIRMED,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** One line of text without control characters, line separators of Unicode or halves of characters. */
function plain(text: string): string {
  // Through UTF-8 and back, in which a half of a character cannot be written.
  return Buffer.from(text)
    .toString()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
