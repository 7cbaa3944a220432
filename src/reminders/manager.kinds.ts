import { answersOverdue } from './answers-overdue.kind';
import { silent } from './booked';
import { dailySheet } from './daily-sheet.kind';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { dateIn } from './stay';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';

interface Waiting extends Record<string, unknown> {
  siteId: string;
  site: string;
  count: number;
  oldestOn: string;
}

const today = `($1::timestamptz at time zone s.time_zone)::date`;
const open = `a.status in ('submitted', 'under_review')`;

/** Every morning at nine on the clock of the site, one message for all applications that wait for somebody. */
const applicationsWaiting: Kind<Waiting> = {
  name: 'applications_waiting',
  audience: 'the managers of the site',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the day is over',
  facts: `
    select s.id as subject_id, ${today}::text as occasion, g.person_id,
           (${today} + time '09:00') at time zone s.time_zone as due_at,
           (${today} + 1)::timestamp at time zone s.time_zone as useful_until
    from site s join role_grant g on g.site_id = s.id and g.role = 'manager' and (g.ends_at is null or g.ends_at > $1)
    where s.status = 'active' and (${today} + time '09:00') at time zone s.time_zone <= $1
      and exists (select 1 from application a where a.site_id = s.id and ${open})`,
  reread: `
    select s.id as "siteId", s.name as site, count(a.id)::integer as count,
           (min(a.submitted_at) at time zone s.time_zone)::date as "oldestOn",
           case when count(a.id) = 0 then 'no application is waiting' ${silent} end as pointless
    from (select * from site where id = $1 and $2::timestamptz is not null for share) s
    left join application a on a.site_id = s.id and ${open}
    group by s.id, s.name, s.status, s.time_zone`,
  draft: ({ siteId, site, count, oldestOn }: Waiting, reader: Reader, links: LetterLinks): Draft => {
    const words = wordsIn(reader.locale);
    return {
      ...words.letters.applications_waiting({ site }),
      details: [
        [words.labels.site, site],
        [words.labels.waiting, String(count)],
        [words.labels.oldest, dateIn(oldestOn, reader)],
      ],
      link: links.applications(siteId),
    };
  },
};

/** What those are told who run a site. */
export const managerKinds = [applicationsWaiting, answersOverdue, dailySheet] as Kind[];
