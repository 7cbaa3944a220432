import { CalendarMethod } from '../platform/mail/calendar-file';
import {
  draft,
  entryOf,
  guestWords,
  hasHeard,
  Invitation,
  invitationColumns,
  invitationTables,
  invitedWith,
  isOff,
  ofSeries,
  stands,
  touched,
} from './guest.kinds';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';
import { dayIn, zoneName } from './templates/moments';

interface Invitations extends Record<string, unknown> {
  invitations: Invitation[];
}

/** Two letters of which one is for one meeting, the other for several. */
const letters = {
  invited: { one: 'guest_invited', several: 'guest_series_invited', method: 'PUBLISH' },
  cancelled: { one: 'guest_cancelled', several: 'guest_series_cancelled', method: 'CANCEL' },
} as const satisfies Record<string, { one: string; several: string; method: CalendarMethod }>;

/** Invitations ($1 is one of them) of the same guest to dates of the same series. */
const together = `${invitationTables}
  join booking_guest f on f.id = $1 and f.email = g.email
  join booking q on q.id = f.booking_id and q.series_id = b.series_id`;

/** Somebody is invited to dates of a series: all that one act has booked are one letter. */
const invited: Kind<Invitations> = {
  name: 'guest_series_invited',
  audience: 'the guest of a series',
  addressee: 'guest',
  channels: ['mail'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'the last of the meetings is over',
  facts: `
    select w.id as subject_id, 'invited' as occasion, w.id as guest_id, min(w.at) as due_at, max(w.ends_at) as useful_until
    from (
      select (${invitedWith} order by e.id limit 1) as id, g.created_at as at, b.ends_at
      from ${invitationTables}
      where ${touched} and ${stands} and ${ofSeries} and g.version = 1 and b.ends_at > $1 and s.status <> 'suspended'
        and g.updated_at > $1::timestamptz - interval '1 day') w
    group by w.id`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(i) order by i."startsAt"), '[]') as invitations,
           case when count(*) = 0 then 'none of the meetings stands' end as pointless
    from (
      select ${invitationColumns}, 2 * g.version as version, false as changed from ${together}
      where g.created_at = f.created_at and g.version = 1 and ${stands} and b.ends_at > $2 and s.status <> 'suspended'
      for share of g, b) i`,
  draft: (facts, reader, links) => severalDraft('invited', facts, reader, links),
};

/** Dates of a series are off for a guest who had been invited: all that one act has cancelled are one letter. */
const cancelled: Kind<Invitations> = {
  name: 'guest_series_cancelled',
  audience: 'the guest of a series',
  addressee: 'guest',
  channels: ['mail'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'the last of the meetings would have been over',
  facts: `
    select w.id as subject_id, extract(epoch from w.at)::text as occasion, w.id as guest_id, w.at as due_at,
           max(w.ends_at) as useful_until
    from (
      select (select e.id from booking_series_date d join booking p on p.id = d.booking_id
              join booking_guest e on e.booking_id = p.id
              where d.series_id = b.series_id and e.email = g.email and e.removed_at is null
                and p.status = 'cancelled' and p.updated_at = b.updated_at order by e.id limit 1) as id,
             b.updated_at as at, b.ends_at
      from ${invitationTables}
      where ${touched} and g.removed_at is null and b.status = 'cancelled' and ${isOff} and ${ofSeries}
        and b.ends_at > $1 and b.updated_at > $1::timestamptz - interval '1 day'
        and ${hasHeard}) w
    group by w.id, w.at`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(i) order by i."startsAt"), '[]') as invitations,
           case when count(*) = 0 then 'the meetings stand, or are over' end as pointless
    from (
      select ${invitationColumns}, 2 * g.version + 1 as version, false as changed from ${together}
      where g.removed_at is null and b.status = 'cancelled' and ${isOff} and b.ends_at > $2
        and extract(epoch from b.updated_at)::text = $3
      for share of g, b) i`,
  draft: (facts, reader, links) => severalDraft('cancelled', facts, reader, links),
};

function severalDraft(
  what: keyof typeof letters,
  { invitations }: Invitations,
  reader: Reader,
  links: LetterLinks,
): Draft {
  const { one, several, method } = letters[what];
  const [first] = invitations;
  if (!first) throw new Error('A letter about meetings needs one.');
  if (invitations.length === 1) return draft(one, method, first, reader, links);
  const words = wordsIn(reader.locale);
  const dates = invitations.map((invitation): [string, string] => {
    const { startsAt, timeZone } = invitation;
    const day = dayIn(startsAt, timeZone, reader.locale);
    const { hours } = guestWords(invitation, reader);
    // A guest may live by another clock, and has no profile that says so.
    return [invitation.place, `${day}, ${hours} (${zoneName(timeZone)})`];
  });
  const way: [string, string][] = [
    [words.labels.site, first.site],
    ...(first.address ? [[words.labels.address, first.address] as [string, string]] : []),
  ];
  return {
    ...words.letters[several](guestWords(first, reader)),
    details: what === 'invited' ? [...dates, ...way] : dates,
    link: links.home(),
    calendar: { method, entries: invitations.map((invitation) => entryOf(invitation, links)) },
  };
}

/** What guests of series are told. */
export const guestSeriesKinds = [invited, cancelled] as Kind[];
