import { silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { dateIn, deadlineIn, shortDateIn, Stay, stayDetails } from './stay';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';
import { Words } from './templates/words';
import { Copy } from './templates/words/copy';
import { MembershipWords } from './templates/words/memberships';

type Name = keyof Words['letters'] &
  (`membership_${string}` | `offer_${string}` | `term_${string}` | `pause_${string}`);

interface MembershipKind {
  name: Name;
  /** Rows that may have something to tell, found by an index; in SQL over `tables`. $1 is now. */
  near: string;
  /** Whether it is true, then and when it is sent; in SQL over `tables`. */
  holds: string;
  occasion: string;
  due: string;
  until: string;
  usefulUntil: string;
  /** What it is about: `m` the membership (as always), `p` one of its pauses, `d` a distance to its end. */
  more?: 'pause' | 'distance' | 'trace';
  canBeSwitchedOff?: boolean;
  copy: (letters: Words['letters'], words: MembershipWords) => Copy;
}

/** For how long a change is looked for and worth telling: the house may have stood still for days. */
const remembered = `interval '7 days'`;
const nine = `time '09:00'`;

/** An instant on a date of the site, in SQL. */
const at = (date: string, time = nine): string => `((${date} + ${time}) at time zone s.time_zone)`;

/** Days before the end at which a member is told of it; each is of use until the next. */
const distances = `(values (45, 30), (30, 14), (14, 7), (7, -1)) as d (days, next)`;

const joins: Record<NonNullable<MembershipKind['more']>, string> = {
  pause: 'join pause p on p.membership_id = m.id',
  distance: `cross join ${distances}`,
  trace: `join audit_event e on e.subject_id = m.id and e.action = 'membership.reinstate'`,
};

/** Decision and notification are two facts: an offer is there for the person when the person has been told. */
const isTold = `(t.id is null or t.notified_at is not null)`;
const toldAt = `coalesce(t.notified_at, m.created_at)`;
const runs = `m.status in ('active', 'paused', 'suspended')`;

function membershipKind(one: MembershipKind): Kind<Stay & { approved: boolean }> {
  const { name, near, holds, occasion, due, until, copy, more } = one;
  const tables = `membership m join site s on s.id = m.site_id join plan_version v on v.id = m.plan_version_id
      left join application t on t.id = m.application_id ${more ? joins[more] : ''}`;
  const [starts, ends] = more === 'pause' ? ['p.starts_on', 'p.ends_on'] : ['m.starts_on', 'm.ends_on'];
  return {
    name,
    audience: 'the member',
    channels: ['mail', 'app'],
    canBeSwitchedOff: one.canBeSwitchedOff ?? false,
    isUrgent: false,
    usefulUntil: one.usefulUntil,
    facts: `
      select m.id as subject_id, ${occasion} as occasion, m.person_id, ${due} as due_at, ${until} as useful_until
      from ${tables}
      where ${near} and ${holds} and ${due} <= $1 and ${until} > $1 and s.status <> 'suspended'`,
    reread: `
      select s.name as site, s.time_zone as "timeZone", v.texts, ${starts} as "startsOn", ${ends} as "endsOn",
             case when m.status = 'offered' then m.offer_expires_at end as "deadlineAt",
             case when m.status = 'suspended' then m.suspended_reason end as reason,
             case when m.status = 'suspended' then m.review_on end as "reviewOn", t.id is not null as approved,
             case when not (${holds}) then 'the membership is ' || m.status
                  when ${until} <= $2 then 'too late to be of use'
                  ${silent} end as pointless
      from ${tables} where m.id = $1 and ${occasion} = $3 limit 1 for share of m`,
    draft: (stay, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      const date = (value: string | null | undefined): string => (value ? dateIn(value, reader) : '');
      const until = stay.deadlineAt ? deadlineIn(stay.deadlineAt, stay.timeZone, reader) : '';
      const ends = stay.endsOn ? shortDateIn(stay.endsOn, reader) : '';
      const { site, approved } = stay;
      return {
        ...copy(words.letters, { site, approved, from: date(stay.startsOn), to: date(stay.endsOn), date: ends, until }),
        details: stayDetails(stay, reader, words),
        link: links.membership(),
      };
    },
  };
}

/** What people are told about offers, terms and pauses. */
export const membershipKinds = [
  membershipKind({
    name: 'offer_made',
    near: `m.status = 'offered' and m.offer_expires_at > $1`,
    holds: `m.status = 'offered' and ${isTold}`,
    occasion: `'offer_made'`,
    due: toldAt,
    until: 'm.offer_expires_at',
    usefulUntil: 'the offer lapses',
    copy: (letters, words) => letters.offer_made(words),
  }),
  membershipKind({
    name: 'offer_ending',
    near: `m.status = 'offered' and m.offer_expires_at > $1 and m.offer_expires_at <= $1::timestamptz + interval '2 days'`,
    holds: `m.status = 'offered' and ${isTold} and ${toldAt} < m.offer_expires_at - interval '2 days'`,
    occasion: `extract(epoch from m.offer_expires_at)::bigint::text`,
    due: `m.offer_expires_at - interval '2 days'`,
    until: 'm.offer_expires_at',
    usefulUntil: 'the offer lapses',
    copy: (letters, words) => letters.offer_ending(words),
  }),
  membershipKind({
    name: 'term_starting',
    near: `m.status in ('scheduled', 'active') and m.starts_on between ($1::timestamptz - interval '2 days')::date and ($1::timestamptz + interval '2 days')::date`,
    holds: `m.status in ('scheduled', 'active')`,
    occasion: `m.starts_on::text`,
    due: `greatest(${at('m.starts_on - 1')}, m.accepted_at)`,
    until: at('m.starts_on + 1', `time '00:00'`),
    usefulUntil: 'the first day is over',
    canBeSwitchedOff: true,
    copy: (letters, words) => letters.term_starting(words),
  }),
  membershipKind({
    name: 'term_ending',
    more: 'distance',
    near: `m.status in ('scheduled', 'active', 'paused', 'suspended')
        and m.ends_on between ($1::timestamptz - interval '2 days')::date and ($1::timestamptz + interval '47 days')::date`,
    holds: `${runs} and ${at('m.ends_on - d.days')} > m.accepted_at`,
    occasion: `m.ends_on::text || ' ' || d.days`,
    due: at('m.ends_on - d.days'),
    until: at('m.ends_on - d.next'),
    usefulUntil: 'the next of these messages is due',
    copy: (letters, words) => letters.term_ending(words),
  }),
  membershipKind({
    name: 'pause_starting',
    more: 'pause',
    near: `p.status = 'approved' and p.starts_on between ($1::timestamptz - interval '2 days')::date and ($1::timestamptz + interval '2 days')::date`,
    holds: `p.status = 'approved' and m.status in ('active', 'paused', 'suspended')`,
    occasion: `p.id || ' ' || p.starts_on`,
    due: `greatest(${at('p.starts_on - 1')}, p.decided_at)`,
    until: at('p.starts_on + 1', `time '00:00'`),
    usefulUntil: 'the first day is over',
    canBeSwitchedOff: true,
    copy: (letters, words) => letters.pause_starting(words),
  }),
  membershipKind({
    name: 'pause_ending',
    more: 'pause',
    near: `p.status = 'approved' and p.ends_on between ($1::timestamptz - interval '3 days')::date and ($1::timestamptz + interval '2 days')::date`,
    holds: `p.status = 'approved' and p.ends_on >= p.starts_on + 1 and m.status in ('active', 'paused', 'suspended')`,
    occasion: `p.id || ' ' || p.ends_on`,
    due: at('p.ends_on'),
    until: at('p.ends_on + 2', `time '00:00'`),
    usefulUntil: 'the first day back is over',
    canBeSwitchedOff: true,
    copy: (letters, words) => letters.pause_ending(words),
  }),
  membershipKind({
    name: 'membership_suspended',
    near: `m.updated_at > $1::timestamptz - ${remembered} and m.status = 'suspended'`,
    holds: `m.status = 'suspended'`,
    occasion: `extract(epoch from m.suspended_at)::bigint::text`,
    due: 'm.suspended_at',
    until: `m.suspended_at + ${remembered}`,
    usefulUntil: 'a week has passed',
    copy: (letters, words) => letters.membership_suspended(words),
  }),
  membershipKind({
    name: 'membership_reinstated',
    more: 'trace',
    near: `m.updated_at > $1::timestamptz - ${remembered} and e.at > $1::timestamptz - ${remembered}`,
    holds: `m.status in ('active', 'paused')`,
    occasion: `e.id::text`,
    due: 'e.at',
    until: `e.at + ${remembered}`,
    usefulUntil: 'a week has passed',
    copy: (letters, words) => letters.membership_reinstated(words),
  }),
  membershipKind({
    name: 'membership_ended',
    near: `m.updated_at > $1::timestamptz - ${remembered} and m.ended_at > $1::timestamptz - ${remembered}`,
    holds: `m.status = 'ended'`,
    occasion: `'membership_ended'`,
    due: 'm.ended_at',
    until: `m.ended_at + ${remembered}`,
    usefulUntil: 'a week has passed',
    copy: (letters, words) => letters.membership_ended(words),
  }),
] as Kind[];
