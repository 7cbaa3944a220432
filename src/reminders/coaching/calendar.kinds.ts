import { Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { spanIn } from '../templates/moments';
import { Meeting, meetingColumns, meetingTables, meetingWords, otherSide } from './meeting';

interface Clashes extends Record<string, unknown> {
  meetings: Meeting[];
}

/** What one reading of a calendar has found has its instant in common. */
const reading = `extract(epoch from x.found_at)::text`;

/** A clash of which the coach has not said yet what holds, and whose session still stands at that time. */
const waits = `x.answered_at is null and c.status = 'confirmed' and c.starts_at < x.ends_at and c.ends_at > x.starts_at`;

/** A calendar outside says that a coach is busy at the time of a session; what one reading finds is one message. */
const calendarClash: Kind<Clashes> = {
  name: 'calendar_clash',
  audience: 'the coach',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the last of the meetings begins',
  facts: `
    select x.coach_id as subject_id, ${reading} as occasion, x.coach_id as person_id, x.found_at as due_at,
           max(c.starts_at) as useful_until
    from calendar_clash x join coaching_session c on c.id = x.session_id join site s on s.id = c.site_id
    where x.found_at > $2 and c.starts_at > $1 and ${waits} and s.status <> 'suspended'
    group by x.coach_id, x.found_at`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(m) order by m."startsAt"), '[]') as meetings,
           case when count(*) = 0 then 'the coach has answered, or nothing clashes any more' end as pointless
    from (
      select ${meetingColumns} from ${meetingTables}
      where c.coach_id = $1 and c.starts_at > $2 and s.status <> 'suspended' and exists (
        select 1 from calendar_clash x where x.session_id = c.id and ${reading} = $3 and ${waits})
      for share of c) m`,
  draft: ({ meetings }: Clashes, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const [first] = meetings;
    if (!first) throw new Error('A message about clashes needs a meeting.');
    const several = meetings.length > 1;
    return {
      ...words.letters.calendar_clash({ ...meetingWords(first, reader), several }),
      details: meetings.map((meeting): [string, string] => [otherSide(meeting), spanIn(meeting, reader)]),
      link: links.clashes(),
    };
  },
};

/** So many readings in a row must fail before a coach is told: some hours, so that a short failure is no news. */
const failuresToTell = 3;

/** A calendar outside cannot be read; one message until it has been read again. */
const calendarFailing: Kind<{ host: string }> = {
  name: 'calendar_failing',
  audience: 'the coach',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'a week has passed, or it has been read',
  facts: `
    select o.coach_id as subject_id, extract(epoch from coalesce(o.fetched_at, o.created_at))::text as occasion, o.coach_id as person_id,
           o.updated_at as due_at, o.updated_at + interval '7 days' as useful_until
    from outside_calendar o where o.failures >= ${failuresToTell} and o.updated_at > $2 and o.updated_at <= $1`,
  reread: `
    select o.host, case when o.failures = 0 then 'it has been read since then' end as pointless
    from outside_calendar o where o.coach_id = $1 and $2::timestamptz is not null for share of o`,
  draft: ({ host }: { host: string }, reader: Reader, links: LetterLinks): Draft => ({
    ...wordsIn(reader.locale).letters.calendar_failing({ host }),
    details: [],
    link: links.outsideCalendar(),
  }),
};

/** What coaches are told about their calendars outside. */
export const calendarKinds = [calendarClash, calendarFailing] as Kind[];
