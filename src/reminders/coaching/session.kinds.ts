import { silent } from '../booked';
import { isNearlyDue, Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { Words } from '../templates/words';
import { SessionWords } from '../templates/words/coaching';
import { Copy } from '../templates/words/copy';
import { cancelledSessions } from './cancelled-sessions.kind';
import {
  coachOf,
  foundersOf,
  Meeting,
  meetingCalendar,
  meetingColumns,
  meetingDetails,
  meetingTables,
  meetingWords,
  partakersOf,
} from './meeting';

type Name = Exclude<keyof Words['letters'] & `session_${string}`, 'session_cancelled'> | 'feedback_asked';

interface SessionKind {
  name: Name;
  audience: string;
  /** Who is told, in SQL over c (coaching_session). */
  who: string;
  /** Rows that may have something to tell, found by an index; in SQL over c, s (site), w.person_id and `more`. */
  near: string;
  /** Whether it is true, then and when it is sent. */
  holds: string;
  /** Further tables. */
  more?: string;
  due: string;
  until: string;
  usefulUntil: string;
  occasion: string;
  isUrgent?: boolean;
  minutesBefore?: Kind['minutesBefore'];
  hasCalendar?: boolean;
  copy: (letters: Words['letters'], words: SessionWords) => Copy;
}

function sessionKind(one: SessionKind): Kind<Meeting> {
  const { name, who, near, holds, more = '', due, until, occasion, copy, hasCalendar = false } = one;
  return {
    name,
    audience: one.audience,
    channels: one.isUrgent ? ['mail', 'app', 'push'] : ['mail', 'app'],
    canBeSwitchedOff: true,
    isUrgent: one.isUrgent ?? false,
    minutesBefore: one.minutesBefore,
    usefulUntil: one.usefulUntil,
    facts: `
      select c.id as subject_id, ${occasion} as occasion, w.person_id, ${due} as due_at, ${until} as useful_until
      from site s join coaching_session c on c.site_id = s.id ${more} cross join lateral (${who}) w
      where ${near} and ${holds} and ${isNearlyDue(due)} and ${until} > $1 and s.status <> 'suspended'`,
    reread: `
      select ${meetingColumns},
             case when c.status = 'cancelled' then 'the meeting is cancelled'
                  when w.person_id is null then 'the person does not take part'
                  when not (${holds}) then 'the meeting is ' || c.status
                  when ${until} <= $2 then 'too late to be of use'
                  ${silent} end as pointless
      from ${meetingTables} ${more} left join lateral (select x.person_id from (${who}) x where x.person_id = $4) w on true
      where c.id = $1 and ${occasion} = $3 for share of c`,
    draft: (meeting: Meeting, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      return {
        ...copy(words.letters, meetingWords(meeting, reader)),
        details: meetingDetails(meeting, reader, words),
        link: links.session(meeting.id),
        ...(hasCalendar && { calendar: meetingCalendar('PUBLISH', [meeting], links) }),
      };
    },
  };
}

const everybody = { audience: 'the coach and the founders', who: partakersOf };
const start = `extract(epoch from c.starts_at)::bigint::text`;
const dayOfMeeting = `(c.starts_at at time zone s.time_zone)::date`;
const six = `(((${dayOfMeeting} - 1) + time '18:00') at time zone s.time_zone)`;
const midnight = `(${dayOfMeeting}::timestamp at time zone s.time_zone)`;
const isAhead = `c.status = 'confirmed' and c.starts_at > $1`;
const confirmed = `c.status = 'confirmed'`;

/** The distance that the one who is told has chosen, or an hour. */
const chosen = `make_interval(mins => coalesce((select f.minutes_before from reminder_preference f
  where f.person_id = w.person_id and f.kind = 'session_soon'), 60))`;

/** What coaches and founders are told about their meetings. */
export const sessionKinds = [
  sessionKind({
    ...everybody,
    name: 'session_confirmed',
    near: `c.starts_at > $1::timestamptz - interval '8 hours' and c.created_at > $1::timestamptz - interval '1 day'`,
    holds: confirmed,
    due: 'c.created_at',
    until: 'c.ends_at',
    usefulUntil: 'the meeting is over',
    occasion: `'session_confirmed'`,
    isUrgent: true,
    hasCalendar: true,
    copy: (letters, words) => letters.session_confirmed(words),
  }),
  sessionKind({
    ...everybody,
    name: 'session_moved',
    // Each move leaves a trace; only the last one is worth telling.
    more: `join audit_event e on e.subject_id = c.id and e.action = 'coaching_session.move'`,
    near: `c.starts_at > $1::timestamptz - interval '8 hours' and e.at > $2`,
    holds: `${confirmed} and not exists (select 1 from audit_event l
        where l.subject_id = c.id and l.action = 'coaching_session.move' and l.at > e.at)`,
    due: 'e.at',
    until: 'c.ends_at',
    usefulUntil: 'the meeting is over',
    occasion: `e.id::text`,
    isUrgent: true,
    hasCalendar: true,
    copy: (letters, words) => letters.session_moved(words),
  }),
  sessionKind({
    ...everybody,
    name: 'session_tomorrow',
    near: `${isAhead} and c.starts_at <= $1::timestamptz + interval '2 days' and c.created_at < ${six}`,
    holds: confirmed,
    due: six,
    until: midnight,
    usefulUntil: 'the day of the meeting begins',
    occasion: start,
    copy: (letters, words) => letters.session_tomorrow(words),
  }),
  sessionKind({
    ...everybody,
    name: 'session_soon',
    near: `${isAhead} and c.starts_at <= $1::timestamptz + interval '240 minutes'`,
    holds: confirmed,
    due: `c.starts_at - ${chosen}`,
    until: 'c.starts_at',
    usefulUntil: 'the meeting begins',
    occasion: start,
    isUrgent: true,
    minutesBefore: { usual: 60, least: 5, most: 240 },
    copy: (letters, words) => letters.session_soon(words),
  }),
  sessionKind({
    name: 'session_to_close',
    audience: 'the coach',
    who: coachOf,
    near: `c.status in ('confirmed', 'held') and c.ends_at between $1::timestamptz - interval '7 days' and $1::timestamptz - interval '1 hour'`,
    holds: `c.status in ('confirmed', 'held')`,
    due: `c.ends_at + interval '1 hour'`,
    until: `c.ends_at + interval '7 days'`,
    usefulUntil: 'a week has passed',
    occasion: start,
    copy: (letters, words) => letters.session_to_close(words),
  }),
  sessionKind({
    name: 'feedback_asked',
    audience: 'the founders who were there',
    who: `${foundersOf} and p.attendance in ('present', 'late') and not exists
        (select 1 from session_feedback f where f.session_id = c.id and f.person_id = p.person_id)`,
    near: `c.closed_at > $1::timestamptz - interval '7 days' and c.starts_at > $1::timestamptz - interval '60 days'`,
    holds: `c.status = 'closed'`,
    due: 'c.closed_at',
    until: `c.closed_at + interval '14 days'`,
    usefulUntil: 'two weeks have passed, or the feedback is there',
    occasion: `'feedback_asked'`,
    copy: (letters, words) => letters.feedback_asked(words),
  }),
  cancelledSessions,
] as Kind[];
