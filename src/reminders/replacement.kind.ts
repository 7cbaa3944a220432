import { Period } from '../kernel/period';
import { Booked } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Detail, Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, momentIn, momentOnBothClocks, shortDayIn, spanIn } from './templates/moments';

/** A place that is held for the reader instead of one that the house took away, and until when. */
interface Offered extends Pick<Booked, 'place' | 'site' | 'timeZone' | 'startsAt' | 'endsAt' | 'reason'> {
  fromPlace: string;
  fromStartsAt: Date;
  fromEndsAt: Date;
  deadlineAt: Date;
}

/** When it was to be before it was taken away. */
const before = ({
  fromStartsAt: startsAt,
  fromEndsAt: endsAt,
  timeZone,
}: Offered): Pick<Offered, 'startsAt' | 'endsAt' | 'timeZone'> => ({
  startsAt,
  endsAt,
  timeZone,
});

interface Offers extends Record<string, unknown> {
  offers: Offered[];
}

/**
 * All places that one act of the house (a closure, maintenance) holds for a person are one message. They have the instant
 * in common; the one with the last deadline stands for all. Nothing is said of the cancellation beside it.
 */
export const replacementOffer: Kind<Offers> = {
  name: 'replacement_offer',
  audience: 'the holder of the bookings',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the last of the offers is over',
  facts: `
    select (array_agg(p.id order by p.expires_at desc, p.id))[1] as subject_id, 'replacement_offer' as occasion, p.person_id,
           p.offered_at as due_at, max(p.expires_at) as useful_until
    from replacement p join site s on s.id = p.site_id
    where p.offered_at > $2 and s.status <> 'suspended'
    group by p.person_id, p.offered_at
    having bool_or(p.status = 'offered' and p.expires_at > $1)`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(o) order by o."startsAt"), '[]') as offers,
           case when count(*) = 0 then 'the offers are answered or over' end as pointless
    from (
      select r.name as place, s.name as site, s.time_zone as "timeZone", b.reason, p.starts_at as "startsAt",
             p.ends_at as "endsAt", f.name as "fromPlace", p.from_starts_at as "fromStartsAt",
             p.from_ends_at as "fromEndsAt", p.expires_at as "deadlineAt"
      from replacement p
      join replacement one on one.id = $1 and one.person_id = p.person_id and one.offered_at = p.offered_at
      join booking b on b.id = p.booking_id
      join resource r on r.id = p.resource_id
      join resource f on f.id = p.from_resource_id
      join site s on s.id = p.site_id
      where p.status = 'offered' and p.expires_at > $2 and s.status <> 'suspended' for share of p) o`,
  draft: ({ offers }: Offers, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const { labels } = words;
    const [first] = offers;
    if (!first) throw new Error('A message about offered places needs one.');
    const { place, site, timeZone } = first;
    const date = (at: Date): string => shortDayIn(at, timeZone, reader.locale);
    const hours = (start: Date, end: Date): string => hoursIn(Period.of(start, end), timeZone, reader.locale);
    const deadlines = offers.map(({ deadlineAt }) => deadlineAt).sort((a, b) => a.getTime() - b.getTime());
    const until = momentIn(deadlines[0] ?? first.deadlineAt, timeZone, reader.locale);
    const reasons = [...new Set(offers.flatMap(({ reason }) => (reason ? [reason] : [])))];
    return {
      ...words.letters.replacement_offer({
        place,
        site,
        date: date(first.startsAt),
        hours: hours(first.startsAt, first.endsAt),
        until,
        several: offers.length > 1,
      }),
      details: [
        ...offers.flatMap((offer): Detail[] => [
          [labels.place, `${offer.place}, ${spanIn(offer, reader)}`, 'group'],
          [labels.insteadOf, `${offer.fromPlace}, ${spanIn(before(offer), reader)}`],
          [labels.deadline, momentOnBothClocks(offer.deadlineAt, timeZone, reader)],
        ]),
        [labels.site, site, 'group'],
        ...reasons.map((reason): [string, string] => [labels.reason, reason]),
      ],
      link: links.bookings(),
    };
  },
};
