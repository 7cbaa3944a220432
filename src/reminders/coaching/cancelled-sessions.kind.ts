import { reasonOf } from '../booked';
import { Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { spanIn } from '../templates/moments';
import {
  Meeting,
  meetingCalendar,
  meetingColumns,
  meetingDetails,
  meetingTables,
  meetingWords,
  otherSide,
  partakersOf,
} from './meeting';

interface Cancelled extends Record<string, unknown> {
  meetings: Meeting[];
}

/** When and by whom a meeting was called off: what one act has called off has both in common. */
const at = 'coalesce(c.ended_at, c.updated_at)';

/**
 * All meetings of a person that one act calls off are one message: a closed site or an ended membership sends one mail,
 * not ten. The last of them stands for all, since it is in sight for the longest. What the suspension of a site calls off is
 * told, too.
 */
export const cancelledSessions: Kind<Cancelled> = {
  name: 'session_cancelled',
  audience: 'the coach and the founders',
  channels: ['mail', 'app', 'push'],
  canBeSwitchedOff: true,
  isUrgent: true,
  usefulUntil: 'the last of the meetings would be over',
  facts: `
    select (array_agg(c.id order by c.ends_at desc, c.id))[1] as subject_id, 'session_cancelled' as occasion, w.person_id,
           ${at} as due_at, max(c.ends_at) as useful_until
    from site s join coaching_session c on c.site_id = s.id cross join lateral (${partakersOf}) w
    where c.starts_at > $1::timestamptz - interval '8 hours' and c.status = 'cancelled' and ${at} > $2 and c.ends_at > $1
    group by w.person_id, ${at}, c.ended_by`,
  reread: `
    select coalesce(jsonb_agg(to_jsonb(x) order by x."startsAt"), '[]') as meetings,
           case when count(*) = 0 then 'the meetings are over' end as pointless
    from (
      select ${meetingColumns} from ${meetingTables}
      join coaching_session one on one.id = $1 and $3::text is not null
        and coalesce(one.ended_at, one.updated_at) = ${at} and one.ended_by is not distinct from c.ended_by
      where c.status = 'cancelled' and c.ends_at > $2 and $4 in (${partakersOf})
      for share of c) x`,
  draft: ({ meetings }: Cancelled, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    const [first] = meetings;
    if (!first) throw new Error('A message about cancelled meetings needs one.');
    const several = meetings.length > 1;
    const by = first.byReader ? 'reader' : first.endedBy ? 'other' : 'house';
    const closed = by === 'house' && !first.siteIsActive;
    const why = reasonOf(first, words.because);
    const reason: [string, string][] = why ? [[words.labels.reason, why]] : [];
    return {
      ...words.letters.session_cancelled({ ...meetingWords(first, reader), by, several, closed }),
      details: several
        ? [...meetings.map((meeting): [string, string] => [otherSide(meeting), spanIn(meeting, reader)]), ...reason]
        : meetingDetails(first, reader, words),
      link: links.coaching(),
      calendar: meetingCalendar('CANCEL', meetings, links),
    };
  },
};
