import { silent } from '../booked';
import { Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { dateIn } from '../stay';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { Meeting, meetingColumns, meetingDetails, meetingTables, meetingWords, partakersOf } from './meeting';

const month = `interval '30 days'`;
const week = `interval '7 days'`;

/** Somebody who took part has shared what they wrote; the text itself stays in the application. */
const notesShared: Kind<Meeting> = {
  name: 'notes_shared',
  audience: 'those who took part, but for the author',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'a week has passed',
  facts: `
    select n.id as subject_id, 'notes_shared' as occasion, w.person_id, n.shared_at as due_at, n.shared_at + ${week} as useful_until
    from session_note n join coaching_session c on c.id = n.session_id join site s on s.id = c.site_id
    cross join lateral (${partakersOf}) w
    where n.shared_at > $1::timestamptz - ${week} and n.visibility = 'shared' and w.person_id <> n.author_id
      and s.status <> 'suspended'`,
  reread: `
    select ${meetingColumns},
           case when n.visibility <> 'shared' then 'the note is private'
                when $4 not in (${partakersOf}) then 'the person did not take part'
                ${silent} end as pointless
    from session_note n join ${meetingTables.replace('coaching_session c', 'coaching_session c on c.id = n.session_id')}
    where n.id = $1 and $2::timestamptz is not null and $3::text is not null for share of n`,
  draft: (meeting, reader, links) => {
    const words = wordsIn(reader.locale);
    return {
      ...words.letters.notes_shared(meetingWords(meeting, reader)),
      details: meetingDetails(meeting, reader, words),
      link: links.session(meeting.id),
    };
  },
};

/** Whose note was read in an emergency, and whom it is about, hear of it each time. Never the text. */
const noteOpened: Kind<Meeting & { openedBy: string; why: string }> = {
  name: 'note_opened',
  audience: 'the author of the note and the founders',
  channels: ['mail', 'app'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'a month has passed',
  facts: `
    select o.id as subject_id, 'note_opened' as occasion, w.person_id, o.at as due_at, o.at + ${month} as useful_until
    from note_opening o join session_note n on n.id = o.note_id join coaching_session c on c.id = n.session_id
    cross join lateral (
      select n.author_id as person_id union select p.person_id from session_participant p where p.session_id = c.id) w
    where o.at > $1::timestamptz - ${month}`,
  reread: `
    select ${meetingColumns}, a.full_name as "openedBy", o.reason as why, null as pointless
    from note_opening o join session_note n on n.id = o.note_id join person a on a.id = o.opened_by
    join ${meetingTables.replace('coaching_session c', 'coaching_session c on c.id = n.session_id')}
    where o.id = $1 and $2::timestamptz is not null and $3::text is not null for share of o`,
  draft: (meeting, reader, links) => {
    const words = wordsIn(reader.locale);
    return {
      ...words.letters.note_opened(meetingWords(meeting, reader)),
      details: [
        [words.labels.openedBy, meeting.openedBy],
        [words.labels.reason, meeting.why],
        ...meetingDetails({ ...meeting, reason: null, because: null }, reader, words),
      ],
      link: links.session(meeting.id),
    };
  },
};

interface Tasks extends Record<string, unknown> {
  items: { title: string; dueOn: string }[];
  late: boolean;
}

const today = `($1::timestamptz at time zone s.time_zone)::date`;
const nine = `((${today} + time '09:00') at time zone s.time_zone)`;

/** The latest morning on which somebody was told of their tasks. */
const toldOn = `coalesce((select max(o.occasion)::date from message o
  where o.kind = 'action_items_due' and o.subject_id = i.assignee_id), ${today} - 4)`;

/**
 * One message a morning for all tasks of a person, on the day they are due and 3, 7 and 14 days later; no message on
 * mornings on which nothing of that comes up. A morning that nobody saw is made up for by the next.
 */
const actionItemsDue: Kind<Tasks> = {
  name: 'action_items_due',
  audience: 'whoever wanted to do it',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the day is over',
  facts: `
    select i.assignee_id as subject_id, ${today}::text as occasion, i.assignee_id as person_id, min(${nine}) as due_at,
           max((${today} + 1)::timestamp at time zone s.time_zone) as useful_until
    from action_item i join membership m on m.id = i.membership_id join site s on s.id = m.site_id
    where i.status = 'open' and i.due_on between $1::date - 20 and $1::date + 1 and ${nine} <= $1 and s.status <> 'suspended'
      and exists (select 1 from unnest(array[0, 3, 7, 14]) d where i.due_on + d <= ${today} and i.due_on + d > ${toldOn})
    group by i.assignee_id, ${today}`,
  reread: `
    select coalesce(jsonb_agg(jsonb_build_object('title', i.title, 'dueOn', i.due_on) order by i.due_on, i.id), '[]') as items,
           coalesce(bool_or(i.due_on < $3::date), false) as late,
           case when count(*) = 0 then 'nothing is due any more' end as pointless
    from (select i.* from action_item i where i.assignee_id = $1 and $2::timestamptz is not null and i.status = 'open'
          and i.due_on <= $3::date order by i.due_on, i.id limit 20 for share) i`,
  draft: ({ items, late }, reader: Reader, links: LetterLinks): Draft => ({
    ...wordsIn(reader.locale).letters.action_items_due({ several: items.length > 1, late }),
    details: items.map(({ title, dueOn }): [string, string] => [dateIn(dueOn, reader), title]),
    link: links.coaching(),
  }),
};

/** What people are told about the work between meetings. */
export const followUpKinds = [notesShared, noteOpened, actionItemsDue] as Kind[];
