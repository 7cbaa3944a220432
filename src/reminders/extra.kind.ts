import { Period } from '../kernel/period';
import { Booked, bookedColumns, bookedDetails, bookedTables, silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, shortDayIn } from './templates/moments';

/** A booking that goes without what it was to take along. */
interface Withdrawn extends Booked {
  /** The names of what is missing. */
  extras: string;
}

/** There are fewer of an extra than promised: who booked last keeps the place and goes without. */
export const extraWithdrawn: Kind<Withdrawn> = {
  name: 'extra_withdrawn',
  audience: 'the holder of the booking',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the booked time is over',
  facts: `
    select b.id as subject_id, extract(epoch from x.withdrawn_at)::text as occasion, b.person_id,
           x.withdrawn_at as due_at, b.ends_at as useful_until
    from booking_extra x, ${bookedTables}
    where b.id = x.booking_id and x.withdrawn_at > $2 and b.ends_at > $1 and b.status in ('requested', 'confirmed', 'checked_in')
      and s.status <> 'suspended'`,
  reread: `
    select ${bookedColumns}, x.extras,
           case when x.extras is null then 'what was missing is not wanted any more'
                when b.status not in ('requested', 'confirmed', 'checked_in') then 'the booking is ' || b.status
                when b.ends_at <= $2 then 'the booked time is over'
                ${silent} end as pointless
    from ${bookedTables} cross join lateral (
      select string_agg(w.count || ' × ' || e.name, ', ' order by e.name) as extras
      from booking_extra w join extra e on e.id = w.extra_id
      where w.booking_id = b.id and extract(epoch from w.withdrawn_at)::text = $3) x
    where b.id = $1 for share of b`,
  draft: (booked: Withdrawn, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const { place, site, extras, startsAt, endsAt, timeZone } = booked;
    const date = shortDayIn(startsAt, timeZone, reader.locale);
    const hours = hoursIn(Period.of(startsAt, endsAt), timeZone, reader.locale);
    return {
      ...words.letters.extra_withdrawn({ place, site, date, hours, extras }),
      details: bookedDetails(booked, reader, words),
      link: links.bookings(),
    };
  },
};
