import { HouseReason } from '../kernel/why';
import { CalendarFile, CalendarMethod } from '../platform/mail/calendar-file';
import { Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { momentsIn } from './templates/moments';
import { Words } from './templates/words';

/** A booking as its holder reads of it. */
export interface Booked extends Record<string, unknown> {
  id: string;
  version: number;
  place: string;
  site: string;
  address: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  title: string | null;
  reason: string | null;
  because: HouseReason | null;
  byReader: boolean;
  /** Whether the site takes bookings: it is neither suspended nor closed. */
  siteIsActive: boolean;
}

/** What {@link Booked} is made of, in SQL over b (booking), r (resource) and s (site). */
export const bookedColumns = `b.id, b.version, r.name as place, s.name as site, s.address, s.time_zone as "timeZone",
  b.title, b.reason, b.because, b.starts_at as "startsAt", b.ends_at as "endsAt", b.updated_at as "changedAt",
  b.ended_by is not distinct from b.person_id as "byReader", s.status = 'active' as "siteIsActive"`;

export const bookedTables = `booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id`;

/**
 * A suspended site is silent: one switch stops its intake, its bookings and its mails, but for those that say what the
 * suspension itself has cancelled.
 */
export const silent = `when s.status = 'suspended' then 'the site is suspended'`;

/** Why something was called off: in the words of a person, or the reason of the house in the reader's language. */
export function reasonOf(
  { reason, because }: Pick<Booked, 'reason' | 'because'>,
  ours: Words['because'],
): string | null {
  return reason ?? (because && ours[because]);
}

/** Both clocks are shown when the reader's differs from the site's; the address to those who have yet to find the site. */
export function bookedDetails(
  booked: Booked,
  reader: Reader,
  { labels, because }: Words,
  { withAddress = false } = {},
): Draft['details'] {
  const lines: [string, string | null][] = [
    [labels.place, booked.place],
    [labels.site, booked.site],
    [labels.address, withAddress ? booked.address : null],
    ...momentsIn(booked, reader, labels),
    [labels.title, booked.title],
    [labels.reason, reasonOf(booked, because)],
  ];
  return lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

/** The calendar file that belongs to bookings: the same UID for a booking's whole life, its version as SEQUENCE. */
export function calendarOf(method: CalendarMethod, bookings: readonly Booked[], links: LetterLinks): CalendarFile {
  const entries = bookings.map(({ id, version, place, site, address, title, startsAt, endsAt, changedAt }) => ({
    id,
    version,
    title: title ?? place,
    place: [place, site, address].filter(Boolean).join(', '),
    startsAt,
    endsAt,
    changedAt,
    link: links.bookings(),
  }));
  return { method, entries };
}
