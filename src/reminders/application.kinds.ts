import { silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { deadlineIn, Stay, stayDetails } from './stay';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';
import { Words } from './templates/words';
import { ApplicationWords } from './templates/words/applications';
import { Copy } from './templates/words/copy';

interface ApplicationKind {
  name: keyof Words['letters'] & `application_${string}`;
  /** The state in which this is true, and no other. */
  states: readonly string[];
  /** What else makes it true, in SQL over a (application). */
  provided?: string;
  occasion?: string;
  due: string;
  until?: string;
  usefulUntil?: string;
  copy: (letters: Words['letters'], words: ApplicationWords) => Copy;
}

/** For how long a change is looked for and worth telling: the house may have stood still for days. */
const remembered = `interval '7 days'`;

const tables = `application a join site s on s.id = a.site_id`;

function applicationKind(one: ApplicationKind): Kind<Stay> {
  const { name, states, provided = 'true', occasion = `'${name}'`, due, until = `${due} + ${remembered}`, copy } = one;
  const among = `a.status in (${states.map((state) => `'${state}'`).join(', ')}) and ${provided}`;
  return {
    name,
    audience: 'the applicant',
    channels: ['mail', 'app'],
    canBeSwitchedOff: false,
    isUrgent: false,
    usefulUntil: one.usefulUntil ?? 'a week has passed',
    facts: `
      select a.id as subject_id, ${occasion} as occasion, a.person_id, ${due} as due_at, ${until} as useful_until
      from ${tables}
      where a.updated_at > $1::timestamptz - ${remembered} and ${among} and ${due} > $1::timestamptz - ${remembered} and ${until} > $1
        and s.status <> 'suspended'`,
    reread: `
      select s.name as site, s.time_zone as "timeZone", a.starts_on as "startsOn",
             case a.status when 'returned' then a.return_reason when 'submitted' then null
                  when 'under_review' then null else a.decision_reason end as reason,
             case when a.status = 'returned' then a.return_deadline end as "deadlineAt",
             (select v.texts from plan_version v where v.plan_id = a.plan_id order by v.version desc limit 1) as texts,
             case when not (${among}) then 'the application is ' || a.status
                  when ${occasion} <> $3 then 'the application has come further'
                  when ${until} <= $2 then 'too late to be of use'
                  ${silent} end as pointless
      from ${tables} where a.id = $1 for share of a`,
    draft: (stay: Stay, reader: Reader, links: LetterLinks): Draft => {
      const words = wordsIn(reader.locale);
      const until = stay.deadlineAt ? deadlineIn(stay.deadlineAt, stay.timeZone, reader) : '';
      return {
        ...copy(words.letters, { site: stay.site, until }),
        details: stayDetails(stay, reader, words),
        link: links.application(),
      };
    },
  };
}

/** What applicants are told. A yes comes with the offer: see the kinds of memberships. */
export const applicationKinds = [
  applicationKind({
    name: 'application_received',
    states: ['submitted', 'under_review'],
    due: 'a.submitted_at',
    copy: (letters, words) => letters.application_received(words),
  }),
  applicationKind({
    name: 'application_returned',
    states: ['returned'],
    occasion: `extract(epoch from a.return_deadline)::bigint::text`,
    due: 'a.updated_at',
    until: 'a.return_deadline',
    usefulUntil: 'the deadline has passed',
    copy: (letters, words) => letters.application_returned(words),
  }),
  applicationKind({
    name: 'application_waitlisted',
    states: ['waitlisted'],
    provided: 'a.notified_at is not null',
    due: 'a.notified_at',
    copy: (letters, words) => letters.application_waitlisted(words),
  }),
  applicationKind({
    name: 'application_rejected',
    states: ['rejected'],
    provided: 'a.notified_at is not null',
    due: 'a.notified_at',
    copy: (letters, words) => letters.application_rejected(words),
  }),
] as Kind[];
