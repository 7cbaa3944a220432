import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';

interface Overdue extends Record<string, unknown> {
  site: string;
  slug: string;
  approvals: number;
  renewals: number;
  pauses: number;
  coachAnswers: number;
}

const today = `($1::timestamptz at time zone s.time_zone)::date`;
const nine = `((${today} + time '09:00') at time zone s.time_zone)`;

/**
 * What has waited for an answer for a day and more, in SQL over s (site): bookings to approve (also those that begin
 * within a day), renewals, pauses, and coaches who have a day or less left to answer. `now` is a parameter.
 */
const waiting = (now: string): Record<'approvals' | 'renewals' | 'pauses' | 'coachAnswers', string> => ({
  approvals: `select 1 from booking b where b.site_id = s.id and b.status = 'requested' and b.ends_at > ${now}
    and b.starts_at > ${now}::timestamptz - interval '1 day'
    and (b.created_at < ${now}::timestamptz - interval '1 day' or b.starts_at < ${now}::timestamptz + interval '1 day')`,
  renewals: `select 1 from renewal_request q join membership m on m.id = q.membership_id
    where m.site_id = s.id and q.status = 'requested' and q.requested_at < ${now}::timestamptz - interval '1 day'`,
  pauses: `select 1 from pause p join membership m on m.id = p.membership_id
    where m.site_id = s.id and p.status = 'requested' and p.requested_at < ${now}::timestamptz - interval '1 day'`,
  coachAnswers: `select 1 from coaching_assignment a where a.site_id = s.id and a.status = 'offered'
    and a.answer_by < ${now}::timestamptz + interval '1 day'`,
});

const any = Object.values(waiting('$1'))
  .map((question) => `exists (${question})`)
  .join(' or ');
const counts = Object.entries(waiting('$2'))
  .map(([name, question]) => `(select count(*)::integer from (${question}) q) as "${name}"`)
  .join(', ');

/** Every morning at nine on the clock of the site, one message for all that waits for an answer of the house. */
export const answersOverdue: Kind<Overdue> = {
  name: 'answers_overdue',
  audience: 'the managers of the site',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the day is over',
  facts: `
    select s.id as subject_id, ${today}::text as occasion, g.person_id, ${nine} as due_at,
           (${today} + 1)::timestamp at time zone s.time_zone as useful_until
    from site s join role_grant g on g.site_id = s.id and g.role = 'manager' and (g.ends_at is null or g.ends_at > $1)
    where s.status = 'active' and ${nine} <= $1 and (${any})`,
  reread: `
    select w.*, case when w.approvals + w.renewals + w.pauses + w."coachAnswers" = 0 then 'everything is answered'
                     when w.status = 'suspended' then 'the site is suspended' end as pointless
    from (select s.name as site, s.slug, s.status, ${counts} from site s where s.id = $1) w`,
  draft: (overdue: Overdue, reader: Reader, links: LetterLinks): Draft => {
    const { labels, letters } = wordsIn(reader.locale);
    const { site, slug, approvals, renewals, pauses, coachAnswers } = overdue;
    const lines: [string, number][] = [
      [labels.approvals, approvals],
      [labels.renewals, renewals],
      [labels.pauses, pauses],
      [labels.coachAnswers, coachAnswers],
    ];
    return {
      ...letters.answers_overdue({ site }),
      details: [
        [labels.site, site],
        ...lines.flatMap(([label, count]): [string, string][] => (count > 0 ? [[label, String(count)]] : [])),
      ],
      link: links.dayOfSite(slug),
    };
  },
};
