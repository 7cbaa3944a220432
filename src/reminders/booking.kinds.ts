import { Period } from '../kernel/period';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { clocksDiffer, dayIn, hoursIn, zoneName } from './templates/moments';
import { wordsIn } from './templates/languages';
import { BookingWords, Copy, Words } from './templates/words';

/** A booking as its holder reads of it. */
interface Booked extends Record<string, unknown> {
  place: string;
  site: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  title: string | null;
  reason: string | null;
  byReader: boolean;
}

interface BookingKind {
  name: keyof Words['letters'] & `booking_${string}`;
  /** States of the booking in which this is true. */
  states: readonly string[];
  /** What else makes it worth telling, in SQL over b (booking) and r (resource). */
  provided?: string;
  copy: (letters: Words['letters'], words: BookingWords & { byReader: boolean }) => Copy;
  link: (links: LetterLinks, booked: Booked) => string;
}

/** A suspended site is silent: one switch stops its intake, its bookings and its mails. */
const silent = `when s.status = 'suspended' then 'the site is suspended'`;

function bookingKind({ name, states, provided = 'true', copy, link }: BookingKind): Kind<Booked> {
  const among = `b.status in (${states.map((state) => `'${state}'`).join(', ')})`;
  return {
    name,
    audience: 'the holder of the booking',
    channels: ['mail'],
    canBeSwitchedOff: true,
    usefulUntil: 'the booked time is over',
    facts: `
      select b.id as subject_id, '${name}' as occasion, b.person_id, b.updated_at as due_at, b.ends_at as useful_until
      from booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id
      where b.updated_at > $2 and ${among} and b.ends_at > $1 and s.status <> 'suspended' and ${provided}`,
    reread: `
      select r.name as place, s.name as site, s.time_zone as "timeZone", b.title, b.reason,
             b.starts_at as "startsAt", b.ends_at as "endsAt", b.ended_by is not distinct from b.person_id as "byReader",
             case when not ${among} then 'the booking is ' || b.status
                  when b.ends_at <= $2 then 'the booked time is over'
                  ${silent} end as pointless
      from booking b join resource r on r.id = b.resource_id join site s on s.id = b.site_id
      where b.id = $1 for share of b`,
    draft: (booked: Booked, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      const day = dayIn(booked.startsAt, booked.timeZone, reader.locale);
      const { place, site, byReader } = booked;
      return {
        ...copy(words.letters, { place, site, day, byReader }),
        details: details(booked, reader, words, day),
        link: link(links, booked),
      };
    },
  };
}

/** Both clocks are shown when the reader's differs from the site's. */
function details(booked: Booked, reader: Reader, { labels }: Words, day: string): Draft['details'] {
  const { timeZone, startsAt, endsAt } = booked;
  const period = Period.of(startsAt, endsAt);
  const own = reader.timeZone;
  const lines: [string, string | null][] = [
    [labels.place, booked.place],
    [labels.site, booked.site],
    [labels.date, day],
    [labels.time, `${hoursIn(period, timeZone, reader.locale)} (${zoneName(timeZone)})`],
  ];
  if (own !== null && (clocksDiffer(startsAt, timeZone, own) || clocksDiffer(endsAt, timeZone, own))) {
    const there = `${dayIn(startsAt, own, reader.locale)}, ${hoursIn(period, own, reader.locale)} (${zoneName(own)})`;
    lines.push([labels.yourTime, there]);
  }
  lines.push([labels.title, booked.title], [labels.reason, booked.reason]);
  return lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

/** What people are told about their bookings. */
export const bookingKinds = [
  bookingKind({
    name: 'booking_confirmed',
    states: ['confirmed', 'checked_in'],
    // An old booking that is moved was confirmed long ago; one that needed approval may be confirmed long after its making.
    provided: `(b.created_at > $1 - interval '1 day' or r.needs_approval)`,
    copy: (letters, words) => letters.booking_confirmed(words),
    link: (links) => links.bookings(),
  }),
  bookingKind({
    name: 'booking_cancelled',
    states: ['cancelled'],
    copy: (letters, words) => letters.booking_cancelled(words),
    link: (links, { byReader }) => (byReader ? links.bookings() : links.home()),
  }),
  bookingKind({
    name: 'booking_rejected',
    states: ['rejected'],
    copy: (letters, words) => letters.booking_rejected(words),
    link: (links) => links.home(),
  }),
] as Kind[];
