import { Period } from '../kernel/period';
import { CalendarEntry, CalendarMethod } from '../platform/mail/calendar-file';
import { Booked, bookedDetails, silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { wordsIn } from './templates/languages';
import { hoursIn, shortDayIn } from './templates/moments';
import { GuestWords } from './templates/words/additions';

/** A meeting as a guest reads of it: id and version are those of the invitation. */
export interface Invitation extends Booked {
  host: string;
  changed: boolean;
}

export const invitationTables = `booking_guest g join booking b on b.id = g.booking_id join person h on h.id = b.person_id
  join resource r on r.id = b.resource_id join site s on s.id = b.site_id`;

/** Invitations that changed since $2, or whose meeting did. Two looks by index and not one over all. */
export const touched = `g.id in (
  select id from booking_guest where updated_at > $2 union
  select i.id from booking k join booking_guest i on i.booking_id = k.id where k.updated_at > $2)`;

export const stands = `g.removed_at is null and b.status in ('confirmed', 'checked_in')`;

/**
 * The guest was taken off the list, or the meeting is off. A place given back as a no-show had its meeting already begun;
 * while another place is held for its holder, the meeting may still live on there.
 */
export const isOff = `(g.removed_at is not null or b.status = 'rejected' or b.status = 'cancelled'
  and not exists (select 1 from replacement p where p.booking_id = b.id and p.status = 'offered'))`;

/** A date of a series that nobody has to grant: its guests hear of all dates of one act in one letter. */
export const ofSeries = `b.series_id is not null and not r.needs_approval`;

/** The invitations of one guest to dates of one series that one act has made, in SQL; the first speaks for all. */
export const invitedWith = `select e.id from booking_series_date d join booking_guest e on e.booking_id = d.booking_id
  where d.series_id = b.series_id and e.email = g.email and e.created_at = g.created_at`;

/** Nobody is told that something is off of which they have never heard. The ledger forgets after three months. */
export const hasHeard = `coalesce(
  (select bool_or(m.status in ('sending', 'sent')) from message m
   where m.kind in ('guest_invited', 'guest_series_invited') and (m.guest_id = g.id or m.guest_id in (${invitedWith}))),
  g.created_at < $1::timestamptz - interval '30 days')`;

export const invitationColumns = `g.id, r.name as place, s.name as site, s.address, s.time_zone as "timeZone", b.title, null as reason,
  b.starts_at as "startsAt", b.ends_at as "endsAt", greatest(g.updated_at, b.updated_at) as "changedAt",
  false as "byReader", h.full_name as host`;

/** Somebody is invited to a meeting, or the meeting has another place or time now. */
const guestInvited: Kind<Invitation> = {
  name: 'guest_invited',
  audience: 'the guest of a meeting',
  addressee: 'guest',
  channels: ['mail'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'the meeting is over',
  // Whoever moves a meeting to and fro tells its guests once, when a minute has passed.
  facts: `
    select g.id as subject_id, g.version::text as occasion, g.id as guest_id,
           greatest(g.updated_at, b.updated_at) + case when g.version > 1 then interval '1 minute' else interval '0' end as due_at,
           b.ends_at as useful_until
    from ${invitationTables}
    where ${touched} and ${stands} and b.ends_at > $1 and s.status <> 'suspended'
      and (g.updated_at > $1::timestamptz - interval '1 day' or r.needs_approval) and not (g.version = 1 and ${ofSeries})`,
  reread: `
    select ${invitationColumns}, 2 * g.version as version, g.version > 1 as changed,
           case when g.removed_at is not null then 'the guest is not invited any more'
                when b.status not in ('confirmed', 'checked_in') then 'the booking is ' || b.status
                when g.version::text <> $3 then 'there is a newer invitation'
                when b.ends_at <= $2 then 'the meeting is over'
                ${silent} end as pointless
    from ${invitationTables} where g.id = $1 for share of g, b`,
  draft: (invitation, reader, links) => draft('guest_invited', 'PUBLISH', invitation, reader, links),
};

/** A meeting is off for a guest who had been invited, also when it is the site that was suspended. */
const guestCancelled: Kind<Invitation> = {
  name: 'guest_cancelled',
  audience: 'the guest of a meeting',
  addressee: 'guest',
  channels: ['mail'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'the meeting would have been over',
  facts: `
    select g.id as subject_id, g.version::text as occasion, g.id as guest_id,
           greatest(g.updated_at, b.updated_at) as due_at, b.ends_at as useful_until
    from ${invitationTables}
    where ${touched} and ${isOff} and b.ends_at > $1
      and greatest(g.removed_at, b.updated_at) > $1::timestamptz - interval '1 day' and ${hasHeard}
      and not (g.removed_at is null and b.status = 'cancelled' and ${ofSeries})`,
  // Even numbers invite, odd ones call off the whole meeting: should it live again, its next number is higher still.
  reread: `
    select ${invitationColumns}, 2 * g.version + case when g.removed_at is null then 1 else 0 end as version, false as changed,
           case when not ${isOff} then 'the meeting stands'
                when b.ends_at <= $2 then 'the meeting would have been over' end as pointless
    from ${invitationTables} where g.id = $1 for share of g, b`,
  draft: (invitation, reader, links) => draft('guest_cancelled', 'CANCEL', invitation, reader, links),
};

/** What is said to a guest about one meeting. */
export function draft(
  letter: 'guest_invited' | 'guest_cancelled',
  method: CalendarMethod,
  invitation: Invitation,
  reader: Reader,
  links: LetterLinks,
): Draft {
  const words = wordsIn(reader.locale);
  return {
    ...words.letters[letter](guestWords(invitation, reader)),
    details: bookedDetails(invitation, reader, words, { withAddress: letter === 'guest_invited' }),
    link: links.home(),
    calendar: { method, entries: [entryOf(invitation, links)] },
  };
}

/** The changing parts of the words to a guest. */
export function guestWords(
  { host, changed, place, site, startsAt, endsAt, timeZone }: Invitation,
  { locale }: Reader,
): GuestWords {
  const date = shortDayIn(startsAt, timeZone, locale);
  return { host, place, site, date, hours: hoursIn(Period.of(startsAt, endsAt), timeZone, locale), changed };
}

/** The meeting for the guest's calendar: one UID for the whole life of an invitation, a SEQUENCE that rises with each letter. */
export function entryOf(invitation: Invitation, links: LetterLinks): CalendarEntry {
  const { id, version, place, site, address, title, startsAt, endsAt, changedAt } = invitation;
  const where = [place, site, address].filter(Boolean).join(', ');
  return { id, version, title: title ?? place, place: where, startsAt, endsAt, changedAt, link: links.home() };
}

/** What guests of meetings are told. */
export const guestKinds = [guestInvited, guestCancelled] as Kind[];
