import { Period } from '../kernel/period';
import { Booked, bookedColumns, bookedDetails, bookedTables, calendarOf, reasonOf } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, shortDayIn, spanIn } from './templates/moments';

interface Cancelled extends Record<string, unknown> {
  bookings: Booked[];
}

/** As long as another place is held for the holder, that is what they are told of. */
const isFinal = `not exists (select 1 from replacement p where p.booking_id = b.id and p.status = 'offered')`;

/**
 * All bookings of a person that one act cancels (a closure, a pause, the rest of a series) are one message. They have
 * the instant and the doer in common. The last of them stands for all, since it is in sight for the longest.
 *
 * A suspended site is silent but for this: suspending it cancels everything ahead, and nobody must come in vain.
 */
export const cancelledBookings: Kind<Cancelled> = {
  name: 'booking_cancelled',
  audience: 'the holder of the bookings',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the last of the booked times is over',
  facts: `
    select (array_agg(b.id order by b.ends_at desc, b.id))[1] as subject_id, 'booking_cancelled' as occasion, b.person_id,
           b.updated_at as due_at, max(b.ends_at) as useful_until
    from ${bookedTables}
    where b.updated_at > $2 and b.ends_at > $1 and b.status = 'cancelled' and ${isFinal}
    group by b.person_id, b.updated_at, b.ended_by`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(c) order by c."startsAt"), '[]') as bookings,
           case when count(*) = 0 then 'the bookings are over or stand again' end as pointless
    from (
      select ${bookedColumns} from ${bookedTables}
      join booking one on one.id = $1 and one.person_id = b.person_id and one.updated_at = b.updated_at
        and one.ended_by is not distinct from b.ended_by
      where b.status = 'cancelled' and b.ends_at > $2 and ${isFinal} for share of b) c`,
  draft: ({ bookings }: Cancelled, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const [first] = bookings;
    if (!first) throw new Error('A message about cancelled bookings needs one.');
    const several = bookings.length > 1;
    const { place, site, byReader } = first;
    const date = (booked: Booked): string => shortDayIn(booked.startsAt, booked.timeZone, reader.locale);
    const hours = (booked: Booked): string =>
      hoursIn(Period.of(booked.startsAt, booked.endsAt), booked.timeZone, reader.locale);
    const reasons = [...new Set(bookings.flatMap((booked) => reasonOf(booked, words.because) ?? []))];
    const closed = !first.siteIsActive && !byReader;
    return {
      ...words.letters.booking_cancelled({
        place,
        site,
        date: date(first),
        hours: hours(first),
        byReader,
        several,
        closed,
      }),
      details: several
        ? [
            ...bookings.map((booked): [string, string] => [booked.place, spanIn(booked, reader)]),
            ...reasons.map((reason): [string, string] => [words.labels.reason, reason]),
          ]
        : bookedDetails(first, reader, words),
      link: byReader ? links.bookings() : links.home(),
      calendar: calendarOf('CANCEL', bookings, links),
    };
  },
};
