import { Period } from '../kernel/period';
import { Booked, bookedDetails, silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, momentIn, momentOnBothClocks, shortDayIn } from './templates/moments';

/** A place that is held for the reader, and until when. */
interface Offer extends Booked {
  deadlineAt: Date;
}

/** A place that somebody waited for has become free and is held for them. What is taken back may be offered again. */
export const waitingListOffer: Kind<Offer> = {
  name: 'waiting_list_offer',
  audience: 'the person who waits',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the offer is over',
  facts: `
    select e.id as subject_id, extract(epoch from e.offered_at)::text as occasion, e.person_id, e.offered_at as due_at,
           e.offer_expires_at as useful_until
    from waiting_list_entry e join site s on s.id = e.site_id
    where e.status = 'offered' and e.offered_at > $2 and e.offer_expires_at > $1 and s.status <> 'suspended'`,
  reread: `
    select e.id, 1 as version, r.name as place, s.name as site, s.address, s.time_zone as "timeZone", null as title,
           null as reason, e.starts_at as "startsAt", e.ends_at as "endsAt", e.offered_at as "changedAt",
           false as "byReader", e.offer_expires_at as "deadlineAt",
           case when e.status <> 'offered' then 'the offer is ' || e.status
                when e.offer_expires_at <= $2 then 'the offer is over'
                ${silent} end as pointless
    from waiting_list_entry e join resource r on r.id = e.offered_resource_id join site s on s.id = e.site_id
    where e.id = $1 for share of e`,
  draft: (offer: Offer, reader: Reader, links: LetterLinks): Draft => {
    const { place, site, timeZone, startsAt, endsAt, deadlineAt } = offer;
    const { locale } = reader;
    const words = wordsIn(locale);
    const until = momentIn(deadlineAt, timeZone, locale);
    const date = shortDayIn(startsAt, timeZone, locale);
    const hours = hoursIn(Period.of(startsAt, endsAt), timeZone, locale);
    return {
      ...words.letters.waiting_list_offer({ place, site, date, hours, until }),
      details: [
        ...bookedDetails(offer, reader, words),
        [words.labels.deadline, momentOnBothClocks(deadlineAt, timeZone, reader)],
      ],
      link: links.bookings(),
    };
  },
};
