import { silent } from '../booked';
import { Kind, Reader } from '../kind';
import { LetterLinks } from '../letter-links';
import { deadlineIn } from '../stay';
import { wordsIn } from '../templates/languages';
import { Draft } from '../templates/letter';
import { momentOnBothClocks } from '../templates/moments';
import { Words } from '../templates/words';
import { AssignmentWords, CoachAnswer } from '../templates/words/coaching';
import { Copy } from '../templates/words/copy';

/** An assignment as coach, founder and managers read of it. */
interface Assigned extends Record<string, unknown> {
  siteId: string;
  site: string;
  timeZone: string;
  coach: string;
  founder: string;
  status: string;
  /** Why the coach declined; told to managers only. */
  reason: string | null;
  isCoach: boolean;
  /** Whether another coach has been asked in this one's place. */
  next: boolean;
  deadlineAt: Date;
}

interface AssignmentKind {
  name: keyof Words['letters'] &
    ('coach_asked' | 'coach_answer_due' | 'coach_found' | 'coach_answered' | 'coaching_ended');
  audience: string;
  /** Who is told, in SQL over a (coaching_assignment). */
  who: string;
  near: string;
  holds: string;
  due: string;
  until: string;
  usefulUntil: string;
  canBeSwitchedOff?: boolean;
  copy: (letters: Words['letters'], words: AssignmentWords, assigned: Assigned) => Copy;
  details?: (assigned: Assigned, words: Words, reader: Reader) => [string, string | null][];
  link?: (links: LetterLinks, assigned: Assigned) => string;
}

const answers: Record<string, CoachAnswer> = { active: 'accepted', declined: 'declined', expired: 'expired' };

function assignmentKind(one: AssignmentKind): Kind<Assigned> {
  const { name, who, near, holds, due, until, copy, details, link = (links: LetterLinks) => links.coaching() } = one;
  return {
    name,
    audience: one.audience,
    channels: ['mail', 'app'],
    canBeSwitchedOff: one.canBeSwitchedOff ?? false,
    isUrgent: false,
    usefulUntil: one.usefulUntil,
    facts: `
      select a.id as subject_id, '${name}' as occasion, w.person_id, ${due} as due_at, ${until} as useful_until
      from site s join coaching_assignment a on a.site_id = s.id cross join lateral (${who}) w
      where ${near} and ${holds} and ${due} <= $1 and ${until} > $1 and s.status <> 'suspended'`,
    reread: `
      select s.id as "siteId", s.name as site, s.time_zone as "timeZone", k.full_name as coach, e.full_name as founder, a.status,
             case when a.status = 'declined' then a.reason end as reason, a.coach_id = $4::uuid as "isCoach",
             exists (select 1 from coaching_assignment n where n.follows_id = a.id and n.status in ('offered', 'active')) as next,
             a.answer_by as "deadlineAt",
             case when not (${holds}) then 'the assignment is ' || a.status
                  when ${until} <= $2 then 'too late to be of use'
                  ${silent} end as pointless
      from coaching_assignment a join site s on s.id = a.site_id
      join person k on k.id = a.coach_id join person e on e.id = a.entrepreneur_id
      where a.id = $1 and $3::text is not null for share of a`,
    draft: (assigned: Assigned, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      const { coach, founder, site, deadlineAt, timeZone } = assigned;
      const until = deadlineIn(deadlineAt, timeZone, reader);
      const lines = details?.(assigned, words, reader) ?? [];
      return {
        ...copy(words.letters, { coach, founder, site, until }, assigned),
        details: [
          [words.labels.site, site],
          ...lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : [])),
        ],
        link: link(links, assigned),
      };
    },
  };
}

const theCoach = {
  audience: 'the coach who is asked',
  who: 'select a.coach_id as person_id',
  link: (links: LetterLinks) => links.coachRequests(),
};
const isAsked = `a.status = 'offered'`;
const isStillAsked = `a.status = 'offered' and a.answer_by > $1`;
const answeredAt = `coalesce(a.answered_at, a.updated_at)`;
const week = `interval '7 days'`;
const asked = ({ founder, deadlineAt, timeZone }: Assigned, { labels }: Words, reader: Reader): [string, string][] => [
  [labels.founder, founder],
  [labels.deadline, momentOnBothClocks(deadlineAt, timeZone, reader)],
];

/** What coaches, founders and managers are told about who coaches whom. */
export const assignmentKinds = [
  assignmentKind({
    ...theCoach,
    name: 'coach_asked',
    near: isStillAsked,
    holds: isAsked,
    due: 'a.offered_at',
    until: 'a.answer_by',
    usefulUntil: 'the time for an answer is over',
    copy: (letters, words) => letters.coach_asked(words),
    details: asked,
  }),
  assignmentKind({
    ...theCoach,
    name: 'coach_answer_due',
    near: `${isStillAsked} and a.answer_by <= $1::timestamptz + interval '1 day' and a.offered_at < a.answer_by - interval '36 hours'`,
    holds: isAsked,
    due: `a.answer_by - interval '1 day'`,
    until: 'a.answer_by',
    usefulUntil: 'the time for an answer is over',
    canBeSwitchedOff: true,
    copy: (letters, words) => letters.coach_answer_due(words),
    details: asked,
  }),
  assignmentKind({
    name: 'coach_found',
    audience: 'the founder',
    who: 'select a.entrepreneur_id as person_id',
    near: `a.status = 'active' and a.updated_at > $1::timestamptz - ${week} and a.answered_at > $1::timestamptz - ${week}`,
    holds: `a.status = 'active'`,
    due: 'a.answered_at',
    until: `a.answered_at + ${week}`,
    usefulUntil: 'a week has passed',
    copy: (letters, words) => letters.coach_found(words),
    details: ({ coach }, { labels }) => [[labels.coach, coach]],
  }),
  assignmentKind({
    name: 'coach_answered',
    audience: 'the managers of the site',
    who: `select g.person_id from role_grant g where g.site_id = a.site_id and g.role = 'manager'
        and (g.ends_at is null or g.ends_at > $1)`,
    near: `a.updated_at > $1::timestamptz - ${week} and ${answeredAt} > $1::timestamptz - ${week}`,
    holds: `a.status in ('active', 'declined', 'expired')`,
    due: answeredAt,
    until: `${answeredAt} + ${week}`,
    usefulUntil: 'a week has passed',
    canBeSwitchedOff: true,
    copy: (letters, words, { status, next }) =>
      letters.coach_answered({ ...words, answer: answers[status] ?? 'accepted', next }),
    details: ({ coach, founder, reason }, { labels }) => [
      [labels.coach, coach],
      [labels.founder, founder],
      [labels.reason, reason],
    ],
    link: (links, { siteId }) => links.coachingOfSite(siteId),
  }),
  assignmentKind({
    name: 'coaching_ended',
    audience: 'the coach and the founder',
    who: 'select unnest(array[a.coach_id, a.entrepreneur_id]) as person_id',
    near: `a.updated_at > $1::timestamptz - ${week} and a.ended_at > $1::timestamptz - ${week}`,
    holds: `a.status in ('completed', 'ended_early')`,
    due: 'a.ended_at',
    until: `a.ended_at + ${week}`,
    usefulUntil: 'a week has passed',
    copy: (letters, words, { isCoach }) => letters.coaching_ended({ ...words, isCoach }),
    details: ({ coach, founder, isCoach }, { labels }) => [isCoach ? [labels.founder, founder] : [labels.coach, coach]],
  }),
] as Kind[];
