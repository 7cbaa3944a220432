import { DepartureReason } from '../../coaching/sessions/session-departures.service';
import { silent } from '../booked';
import { Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { Meeting, meetingCalendar, meetingColumns, meetingDetails, meetingTables, meetingWords } from './meeting';

/** A meeting that goes on without one of its founders. */
interface Left extends Meeting {
  founder: string;
  /** Whose coaching it is. */
  entrepreneur: string;
  cause: DepartureReason;
}

const leaver = `(e.facts ->> 'personId')::uuid`;

/**
 * Somebody takes part no more, since a team parts or their membership ends, rests or is suspended, while the others meet
 * all the same: the one who left and the coach are told of each meeting.
 */
export const sessionLeft: Kind<Left> = {
  name: 'session_left',
  audience: 'the founder who takes part no more, and the coach',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the meeting is over',
  facts: `
    select c.id as subject_id, e.id::text as occasion, w.person_id, e.at as due_at, c.ends_at as useful_until
    from site s
    join audit_event e on e.site_id = s.id and e.action = 'coaching_session.leave'
    join coaching_session c on c.id = e.subject_id
    cross join lateral (values (${leaver}), (c.coach_id)) w (person_id)
    where e.at > $2 and c.ends_at > $1 and c.status = 'confirmed' and s.status <> 'suspended'`,
  reread: `
    select ${meetingColumns}, coalesce(f.full_name, '') as founder,
           coalesce(h.full_name, '') as entrepreneur, coalesce(e.facts ->> 'because', 'membership') as cause,
           case when c.status <> 'confirmed' then 'the meeting is ' || c.status
                when c.ends_at <= $2 then 'the meeting is over'
                when exists (select 1 from session_participant p where p.session_id = c.id and p.person_id = ${leaver})
                  then 'the person takes part again'
                ${silent} end as pointless
    from ${meetingTables}
    join audit_event e on e.subject_id = c.id and e.action = 'coaching_session.leave' and e.id::text = $3
    left join person f on f.id = ${leaver}
    left join coaching_assignment a on a.id = c.assignment_id
    left join person h on h.id = a.entrepreneur_id
    where c.id = $1 for share of c`,
  draft: (meeting: Left, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const { isCoach, founder, coach, entrepreneur, cause } = meeting;
    const facts = { ...meetingWords(meeting, reader), coach, founder, isCoach, entrepreneur, cause };
    return {
      ...words.letters.session_left(facts),
      details: meetingDetails(meeting, reader, words),
      link: isCoach ? links.session(meeting.id) : links.coaching(),
      ...(!isCoach && { calendar: meetingCalendar('CANCEL', [meeting], links) }),
    };
  },
};
