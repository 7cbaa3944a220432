import { Booked, bookedColumns, bookedDetails, silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Period } from '../kernel/period';
import { Stage } from '../memberships/ventures/venture.rules';
import { dateIn, Stay, stayDetails } from './stay';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';
import { hoursIn, shortDayIn } from './templates/moments';

/** For how long an answer is looked for and worth telling: the house may have stood still for days. */
const week = `interval '7 days'`;

/** What the answers of the house have in common; each is told whatever the person has chosen. */
const anAnswer = {
  channels: ['mail', 'app'],
  canBeSwitchedOff: false,
  isUrgent: false,
  usefulUntil: 'a week has passed',
} as const;

type AnsweredStay = Stay & { granted: boolean };

/** Answers to what a member has asked for: `q` is the request, with its state and its date of decision. */
function requestKind(
  name: 'pause_answered' | 'renewal_answered',
  table: string,
  columns: { startsOn: string; endsOn: string; reason: string },
): Kind<AnsweredStay> {
  return {
    ...anAnswer,
    name,
    audience: 'the member who asked',
    facts: `
      select q.id as subject_id, '${name}' as occasion, m.person_id, q.decided_at as due_at, q.decided_at + ${week} as useful_until
      from ${table} q join membership m on m.id = q.membership_id join site s on s.id = m.site_id
      where q.decided_at > $1::timestamptz - ${week} and q.status in ('approved', 'refused') and s.status <> 'suspended'`,
    reread: `
      select s.name as site, s.time_zone as "timeZone", v.texts, ${columns.startsOn} as "startsOn", ${columns.endsOn} as "endsOn",
             q.status = 'approved' as granted, ${columns.reason} as reason,
             case when q.status not in ('approved', 'refused') then 'the request is ' || q.status ${silent} end as pointless
      from ${table} q join membership m on m.id = q.membership_id join site s on s.id = m.site_id
      join plan_version v on v.id = m.plan_version_id
      where q.id = $1 and $2::timestamptz is not null for share of q`,
    draft: (stay, reader, links): Draft => {
      const words = wordsIn(reader.locale);
      const date = (value: string | null | undefined): string => (value ? dateIn(value, reader) : '');
      const { site, granted, startsOn, endsOn } = stay;
      const facts = { site, granted, date: '', from: date(startsOn), to: date(endsOn), until: '', approved: true };
      return { ...words.letters[name](facts), details: stayDetails(stay, reader, words), link: links.membership() };
    },
  };
}

interface AnsweredStep extends Record<string, unknown> {
  venture: string;
  stage: Stage;
  approved: boolean;
  reason: string | null;
}

/** A step to the next stage is approved or returned: all who belong to the venture hear of it. */
const stageAnswered: Kind<AnsweredStep> = {
  ...anAnswer,
  name: 'stage_answered',
  audience: 'the members of the venture',
  facts: `
    select t.id as subject_id, 'stage_answered' as occasion, b.person_id, t.decided_at as due_at, t.decided_at + ${week} as useful_until
    from stage_transition t join venture v on v.id = t.venture_id join site s on s.id = v.site_id
    join venture_member b on b.venture_id = v.id
      and t.decided_at::date between b.starts_on and coalesce(b.ends_on, t.decided_at::date)
    where t.decided_at > $1::timestamptz - ${week} and s.status <> 'suspended'`,
  reread: `
    select v.name as venture, t.to_stage as stage, t.status = 'approved' as approved, t.decision_reason as reason,
           case when t.status = 'proposed' then 'the step is open again' ${silent} end as pointless
    from stage_transition t join venture v on v.id = t.venture_id join site s on s.id = v.site_id
    where t.id = $1 and $2::timestamptz is not null for share of t`,
  draft: ({ venture, stage, approved, reason }, reader: Reader, links: LetterLinks): Draft => {
    const { letters, labels, stages } = wordsIn(reader.locale);
    const lines: [string, string | null][] = [
      [labels.venture, venture],
      [labels.stage, stages[stage]],
      [labels.reason, reason],
    ];
    return {
      ...letters.stage_answered({ venture, stage: stages[stage], approved }),
      details: lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : [])),
      link: links.membership(),
    };
  },
};

/** What a person said about a missed booking has been read, and what came of it. */
const noShowAnswered: Kind<Booked & { forgiven: boolean }> = {
  ...anAnswer,
  name: 'no_show_answered',
  audience: 'the person who appealed',
  facts: `
    select k.id as subject_id, 'no_show_answered' as occasion, k.person_id, coalesce(k.forgiven_at, k.answered_at) as due_at,
           coalesce(k.forgiven_at, k.answered_at) + ${week} as useful_until
    from no_show_strike k join site s on s.id = k.site_id
    where (k.answered_at > $1::timestamptz - ${week} or (k.forgiven_at > $1::timestamptz - ${week} and k.forgiven_at is not null))
      and k.appealed_at is not null and s.status <> 'suspended'`,
  reread: `
    select ${bookedColumns.replace('b.reason', `coalesce(k.forgiven_reason, k.appeal_answer) as reason`)},
           k.forgiven_at is not null as forgiven,
           case when k.forgiven_at is null and k.answered_at is null then 'it is not answered any more' ${silent} end as pointless
    from no_show_strike k join booking b on b.id = k.booking_id join resource r on r.id = b.resource_id
    join site s on s.id = k.site_id
    where k.id = $1 and $2::timestamptz is not null for share of k`,
  draft: (booked, reader, links): Draft => {
    const words = wordsIn(reader.locale);
    const { place, site, forgiven, startsAt, endsAt, timeZone, reason } = booked;
    const date = shortDayIn(startsAt, timeZone, reader.locale);
    const hours = hoursIn(Period.of(startsAt, endsAt), timeZone, reader.locale);
    const details = bookedDetails({ ...booked, reason: null, because: null }, reader, words);
    return {
      ...words.letters.no_show_answered({ place, site, date, hours, forgiven }),
      details: reason ? [...details, [words.labels.answer, reason]] : details,
      link: links.bookings(),
    };
  },
};

/** What people are told of what the house has decided about their requests. */
export const answerKinds = [
  requestKind('pause_answered', 'pause', { startsOn: 'q.starts_on', endsOn: 'q.ends_on', reason: 'q.answer' }),
  requestKind('renewal_answered', 'renewal_request', {
    startsOn: 'm.starts_on',
    endsOn: 'm.ends_on',
    reason: 'q.reason',
  }),
  stageAnswered,
  noShowAnswered,
] as Kind[];
