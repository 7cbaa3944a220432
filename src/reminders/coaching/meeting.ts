import { Period } from '../../kernel/period';
import { HouseReason } from '../../kernel/why';
import { CalendarFile, CalendarMethod } from '../../platform/mail/calendar-file';
import { reasonOf } from '../booked';
import { Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { Draft } from '../templates/letter';
import { dayIn, hoursIn, momentsIn, shortDayIn } from '../templates/moments';
import { Words } from '../templates/words';
import { SessionWords } from '../templates/words/coaching';

/** A coaching session as one of those who take part reads of it. */
export interface Meeting extends Record<string, unknown> {
  id: string;
  version: number;
  site: string;
  address: string;
  timeZone: string;
  room: string | null;
  remoteLink: string | null;
  topic: string;
  coach: string;
  founders: string | null;
  isCoach: boolean;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  reason: string | null;
  because: HouseReason | null;
  byReader: boolean;
  /** Who of those who take part called it off; null when it was the house, or nobody. */
  endedBy: string | null;
  /** Whether the site takes bookings: it is neither suspended nor closed. */
  siteIsActive: boolean;
}

/** Who takes part in c (coaching_session), in SQL. */
export const coachOf = `select c.coach_id as person_id`;
export const foundersOf = `select p.person_id from session_participant p where p.session_id = c.id`;
export const partakersOf = `${coachOf} union all ${foundersOf}`;

/** What {@link Meeting} is made of, in SQL over {@link meetingTables}. $4 is the reader. */
export const meetingColumns = `c.id, c.version, s.name as site, s.address, s.time_zone as "timeZone", r.name as room,
  c.remote_link as "remoteLink", c.topic, k.full_name as coach,
  (select string_agg(x.full_name, ', ' order by x.full_name, x.id) from person x where x.id in (${foundersOf})) as founders,
  c.coach_id = $4::uuid as "isCoach", c.starts_at as "startsAt", c.ends_at as "endsAt", c.updated_at as "changedAt",
  s.status = 'active' as "siteIsActive", c.reason, c.because, c.ended_by is not distinct from $4::uuid as "byReader",
  (select x.full_name from person x where x.id = c.ended_by and x.id in (${partakersOf})) as "endedBy"`;

export const meetingTables = `coaching_session c join site s on s.id = c.site_id join person k on k.id = c.coach_id
  left join resource r on r.id = c.room_id`;

/** Whom the reader meets. */
export function otherSide({ isCoach, coach, founders }: Meeting): string {
  return isCoach ? (founders ?? '') : coach;
}

/** The changing parts of the words about a meeting. */
export function meetingWords(meeting: Meeting, { locale }: Reader): SessionWords {
  const { site, timeZone, startsAt, endsAt } = meeting;
  return {
    other: otherSide(meeting),
    site,
    day: dayIn(startsAt, timeZone, locale),
    date: shortDayIn(startsAt, timeZone, locale),
    hours: hoursIn(Period.of(startsAt, endsAt), timeZone, locale),
  };
}

/** The lines of a letter about a meeting; both clocks when the reader's differs from the site's. */
export function meetingDetails(meeting: Meeting, reader: Reader, { labels, because }: Words): Draft['details'] {
  const { site, room, remoteLink, topic, endedBy, byReader } = meeting;
  const reason = reasonOf(meeting, because);
  const lines: [string, string | null][] = [
    [labels.with, otherSide(meeting)],
    [labels.place, room === null ? null : `${room}, ${site}`],
    [labels.link, remoteLink],
    ...momentsIn(meeting, reader, labels),
    [labels.topic, topic],
    [labels.reason, reason === null || byReader || !endedBy ? reason : `${reason} (${endedBy})`],
  ];
  return lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

/** The calendar file of meetings: the same UID for the life of a meeting, its version as SEQUENCE. */
export function meetingCalendar(
  method: CalendarMethod,
  meetings: readonly Meeting[],
  links: LetterLinks,
): CalendarFile {
  const entries = meetings.map((meeting) => {
    const { id, version, site, address, room, remoteLink, topic, startsAt, endsAt, changedAt } = meeting;
    const title = [topic, otherSide(meeting)].filter(Boolean).join(' · ');
    const place = room === null ? (remoteLink ?? '') : [room, site, address].filter(Boolean).join(', ');
    return { id, version, title, place, startsAt, endsAt, changedAt, link: links.session(id) };
  });
  return { method, entries };
}
