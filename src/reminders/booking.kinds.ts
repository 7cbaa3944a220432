import { Period } from '../kernel/period';
import { cancelledBookings } from './booking-cancellations.kind';
import { changedBookings } from './booking-changes.kind';
import { Booked, bookedColumns, bookedDetails, bookedTables, calendarOf, silent } from './booked';
import { isNearlyDue, Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Channel } from './message.entity';
import { seriesConfirmed } from './series.kind';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, shortDayIn } from './templates/moments';
import { Words } from './templates/words';
import { BookingWords } from './templates/words/bookings';
import { Copy } from './templates/words/copy';

/** When it is to be told, in SQL over b (booking), r (resource) and s (site). */
interface Timing {
  when: string;
  due: string;
  until: string;
  /** A booking that moves is told of anew. */
  occasion: string;
}

interface BookingKind {
  name: Exclude<keyof Words['letters'] & `booking_${string}`, 'booking_changed' | 'booking_cancelled'>;
  /** States of the booking in which this is true. */
  states: readonly string[];
  /** What else makes it worth telling, in SQL over b (booking) and r (resource). */
  provided?: string;
  channels?: readonly Channel[];
  isUrgent?: boolean;
  minutesBefore?: Kind['minutesBefore'];
  timing?: Timing;
  usefulUntil?: string;
  copy: (letters: Words['letters'], words: BookingWords & { byReader: boolean }) => Copy;
  link: (links: LetterLinks, booked: Booked) => string;
  /** What the attached calendar entry says: the booking stands, or it is gone. */
  calendar?: 'PUBLISH' | 'CANCEL';
}

/** As soon as the booking has changed, for as long as it is not over. */
const atOnce = (name: string): Timing => ({
  when: 'b.updated_at > $2 and b.ends_at > $1',
  due: 'b.updated_at',
  until: 'b.ends_at',
  occasion: `'${name}'`,
});

const dayOfBooking = `(b.starts_at at time zone s.time_zone)::date`;
const six = `((${dayOfBooking} - 1) + time '18:00') at time zone s.time_zone`;
const midnight = `${dayOfBooking}::timestamp at time zone s.time_zone`;

/**
 * At six in the evening of the day before, on the clock of the site, whichever clock that is that night. After midnight
 * the word "tomorrow" would be wrong.
 */
const eveningBefore: Timing = {
  when: `b.starts_at > $1 and b.starts_at <= $1::timestamptz + interval '2 days' and b.created_at < ${six} and ${midnight} > $1`,
  due: six,
  until: midnight,
  occasion: `extract(epoch from b.starts_at)::bigint::text`,
};

/** The longest distance that a person can choose, in minutes; what the planner has to look ahead. */
const farthest = 240;

function minutesBefore(edge: 'starts_at' | 'ends_at'): Timing {
  return {
    when: `b.${edge} > $1 and b.${edge} <= $1::timestamptz + interval '${farthest} minutes'`,
    due: `b.${edge} - make_interval(mins => distance)`,
    until: `b.${edge}`,
    occasion: `extract(epoch from b.${edge})::bigint::text`,
  };
}

/** The distance that the holder has chosen, or the usual one. */
function chosen(name: string, usual = 0): string {
  return `coalesce((select p.minutes_before from reminder_preference p
    where p.person_id = b.person_id and p.kind = '${name}'), ${usual})`;
}

function bookingKind(one: BookingKind): Kind<Booked> {
  const { name, states, provided = 'true', timing = atOnce(name), copy, link, calendar, minutesBefore: distance } = one;
  const among = `b.status in (${states.map((state) => `'${state}'`).join(', ')})`;
  const due = timing.due.replace('distance', chosen(name, distance?.usual));
  const isNear = timing.occasion === `'${name}'` ? 'true' : isNearlyDue(due);
  const moved = timing.occasion === `'${name}'` ? '' : `when ${timing.occasion} <> $3 then 'the booking was moved'`;
  return {
    name,
    audience: 'the holder of the booking',
    channels: one.channels ?? ['mail', 'app'],
    canBeSwitchedOff: true,
    isUrgent: one.isUrgent ?? false,
    minutesBefore: distance,
    usefulUntil: one.usefulUntil ?? 'the booked time is over',
    facts: `
      select b.id as subject_id, ${timing.occasion} as occasion, b.person_id, ${due} as due_at, ${timing.until} as useful_until
      from ${bookedTables}
      where ${timing.when} and ${among} and ${isNear} and s.status <> 'suspended' and ${provided}`,
    reread: `
      select ${bookedColumns},
             case when not ${among} then 'the booking is ' || b.status
                  ${moved}
                  when ${timing.until} <= $2 then 'too late to be of use'
                  ${silent} end as pointless
      from ${bookedTables}
      where b.id = $1 for share of b`,
    draft: (booked: Booked, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      const { place, site, byReader, startsAt, endsAt, timeZone } = booked;
      const date = shortDayIn(startsAt, timeZone, reader.locale);
      const hours = hoursIn(Period.of(startsAt, endsAt), timeZone, reader.locale);
      return {
        ...copy(words.letters, { place, site, date, hours, byReader }),
        details: bookedDetails(booked, reader, words),
        link: link(links, booked),
        ...(calendar && { calendar: calendarOf(calendar, [booked], links) }),
      };
    },
  };
}

/** What people are told about their bookings. */
export const bookingKinds = [
  bookingKind({
    name: 'booking_confirmed',
    states: ['confirmed', 'checked_in'],
    // An old booking that is moved was confirmed long ago; one that needed approval may be confirmed long after its making.
    // What is booked as a series is told of as a series.
    provided: `(b.created_at > $1::timestamptz - interval '1 day' and b.series_id is null or r.needs_approval)`,
    isUrgent: true,
    copy: (letters, words) => letters.booking_confirmed(words),
    link: (links) => links.bookings(),
    calendar: 'PUBLISH',
  }),
  seriesConfirmed,
  changedBookings,
  cancelledBookings,
  bookingKind({
    name: 'booking_rejected',
    states: ['rejected'],
    copy: (letters, words) => letters.booking_rejected(words),
    link: (links) => links.home(),
  }),
  bookingKind({
    name: 'booking_tomorrow',
    states: ['confirmed'],
    timing: eveningBefore,
    usefulUntil: 'the day of the booking begins',
    copy: (letters, words) => letters.booking_tomorrow(words),
    link: (links) => links.bookings(),
  }),
  bookingKind({
    name: 'booking_soon',
    states: ['confirmed'],
    timing: minutesBefore('starts_at'),
    channels: ['mail', 'app', 'push'],
    isUrgent: true,
    minutesBefore: { usual: 30, least: 5, most: farthest },
    usefulUntil: 'the booked time begins',
    copy: (letters, words) => letters.booking_soon(words),
    link: (links) => links.bookings(),
  }),
  bookingKind({
    name: 'booking_ending',
    states: ['checked_in'],
    channels: ['app', 'push'],
    timing: minutesBefore('ends_at'),
    isUrgent: true,
    minutesBefore: { usual: 15, least: 5, most: farthest },
    copy: (letters, words) => letters.booking_ending(words),
    link: (links) => links.bookings(),
  }),
  bookingKind({
    name: 'booking_released',
    states: ['no_show'],
    timing: {
      ...atOnce('booking_released'),
      when: `b.updated_at > $2 and b.updated_at > $1::timestamptz - interval '7 days'`,
      until: `b.updated_at + interval '7 days'`,
    },
    usefulUntil: 'a week has passed',
    copy: (letters, words) => letters.booking_released(words),
    link: (links) => links.bookings(),
  }),
] as Kind[];
