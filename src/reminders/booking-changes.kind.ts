import { Booked, bookedColumns, bookedDetails, bookedTables, calendarOf } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { shortDayIn, spanIn } from './templates/moments';

interface Changes extends Record<string, unknown> {
  bookings: Booked[];
}

/** Bookings that got another place or time, with the minute in which they did; `a` is the trace that each change leaves. */
const moves = `${bookedTables}
  join audit_event a on a.subject_id = b.id and a.action = 'booking.change' and a.facts -> 'from' <> a.facts -> 'to'`;

/** The minute of a change, as the ledger's occasion. A minute is long enough for a whole series to be moved. */
const minute = `extract(epoch from date_trunc('minute', a.at))::bigint`;

/** Whatever of a person's bookings was moved within one minute is one message, sent when that minute is over. */
export const changedBookings: Kind<Changes> = {
  name: 'booking_changed',
  audience: 'the holder of the bookings',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the last of the booked times is over',
  facts: `
    select b.person_id as subject_id, ${minute}::text as occasion, b.person_id,
           to_timestamp(${minute} + 60) as due_at, max(b.ends_at) as useful_until
    from ${moves}
    where b.updated_at > $2 and a.at > $2 and b.ends_at > $1 and b.status in ('requested', 'confirmed', 'checked_in')
      and s.status <> 'suspended'
    group by b.person_id, ${minute}`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(c) order by c."startsAt"), '[]') as bookings,
           case when count(*) = 0 then 'the bookings are over or gone' end as pointless
    from (
      select ${bookedColumns} from ${bookedTables}
      where b.person_id = $1 and b.ends_at > $2 and b.status in ('requested', 'confirmed', 'checked_in')
        and s.status <> 'suspended' and exists (
          select 1 from audit_event a
          where a.subject_id = b.id and a.action = 'booking.change' and a.facts -> 'from' <> a.facts -> 'to'
            and a.at >= to_timestamp($3::bigint) and a.at < to_timestamp($3::bigint + 60))
      for share of b) c`,
  draft: ({ bookings }: Changes, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const [first] = bookings;
    if (!first) throw new Error('A message about changed bookings needs one.');
    const several = bookings.length > 1;
    const date = shortDayIn(first.startsAt, first.timeZone, reader.locale);
    return {
      ...words.letters.booking_changed({ place: first.place, site: first.site, date, hours: '', several }),
      details: several
        ? bookings.map((booked): [string, string] => [booked.place, spanIn(booked, reader)])
        : bookedDetails(first, reader, words),
      link: links.bookings(),
      calendar: calendarOf('PUBLISH', bookings, links),
    };
  },
};
