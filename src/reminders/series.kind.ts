import { Period } from '../kernel/period';
import { Booked, bookedColumns, bookedDetails, bookedTables, calendarOf } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, shortDayIn, spanIn } from './templates/moments';

interface BookedSeries extends Record<string, unknown> {
  bookings: Booked[];
}

/** What was booked of a series in one act has its instant in common. */
const act = `extract(epoch from b.created_at)::text`;

/** Where somebody has to say yes first, each date is told of when it is granted: see `booking_confirmed`. */
const confirmed = `b.series_id is not null and not r.needs_approval and b.status in ('confirmed', 'checked_in')`;

/** All dates of a series that one act has booked are one message: the series itself, or a date that was added later. */
export const seriesConfirmed: Kind<BookedSeries> = {
  name: 'series_confirmed',
  audience: 'the holder of the series',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the last of the booked times is over',
  facts: `
    select b.series_id as subject_id, ${act} as occasion, b.person_id, b.created_at as due_at,
           max(b.ends_at) as useful_until
    from ${bookedTables}
    where b.updated_at > $2 and b.created_at > $2 and b.ends_at > $1 and ${confirmed} and s.status <> 'suspended'
    group by b.series_id, b.person_id, b.created_at`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(c) order by c."startsAt"), '[]') as bookings,
           case when count(*) = 0 then 'the bookings are over or gone' end as pointless
    from (
      select ${bookedColumns} from ${bookedTables}
      where b.series_id = $1 and ${act} = $3 and b.ends_at > $2 and ${confirmed} and s.status <> 'suspended'
      for share of b) c`,
  draft: ({ bookings }: BookedSeries, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const [first] = bookings;
    if (!first) throw new Error('A message about a series needs a booking.');
    const several = bookings.length > 1;
    const { place, site } = first;
    const date = (booked: Booked): string => shortDayIn(booked.startsAt, booked.timeZone, reader.locale);
    const hours = (booked: Booked): string =>
      hoursIn(Period.of(booked.startsAt, booked.endsAt), booked.timeZone, reader.locale);
    return {
      ...words.letters.series_confirmed({ place, site, date: date(first), hours: hours(first), several }),
      details: several
        ? bookings.map((booked): [string, string] => [booked.place, spanIn(booked, reader)])
        : bookedDetails(first, reader, words),
      link: links.bookings(),
      calendar: calendarOf('PUBLISH', bookings, links),
    };
  },
};
