import { Period } from '../kernel/period';
import { silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { dateIn, shortDateIn } from './stay';
import { wordsIn } from './templates/languages';
import { Detail, Draft } from './templates/letter';
import { hoursIn } from './templates/moments';

/** Something that happens today, and who comes for it. */
interface Event {
  what: string;
  who: string;
  startsAt: Date;
  endsAt: Date;
}

interface Sheet extends Record<string, unknown> {
  site: string;
  slug: string;
  timeZone: string;
  day: string;
  open: { opens: string; closes: string }[];
  desks: Event[];
  rooms: Event[];
  sessions: Event[];
  closures: { startsOn: string; endsOn: string; reason: string }[];
}

const today = `($1::timestamptz at time zone s.time_zone)::date`;
const seven = `((${today} + time '07:00') at time zone s.time_zone)`;

/**
 * So many lines of each sort: the sheet is printed and lies at the door, so it has everybody, as long as it stays well below
 * the 102 KB at which large mail services cut a letter off. How many are not on it is said.
 */
const most = 200;

/** Bookings of the day at a site, as events; b booking, r resource, x person. */
const bookings = (kind: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('what', r.name, 'who', x.full_name, 'startsAt', b.starts_at, 'endsAt', b.ends_at)
                             order by b.starts_at, r.name)
    from booking b join resource r on r.id = b.resource_id join person x on x.id = b.person_id
    where b.site_id = s.id and b.status in ('confirmed', 'checked_in') and ${kind}
      and b.starts_at < d.ends_at and b.starts_at > d.starts_at - interval '1 day' and b.ends_at > d.starts_at), '[]')`;

/**
 * What today brings to a site, each morning at seven on its clock, to those who run it. Who comes is their duty to know;
 * nothing is said on days on which the site is closed.
 */
export const dailySheet: Kind<Sheet> = {
  name: 'daily_sheet',
  audience: 'the managers of the site',
  channels: ['mail'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the day is over',
  facts: `
    select s.id as subject_id, ${today}::text as occasion, g.person_id, ${seven} as due_at,
           (${today} + 1)::timestamp at time zone s.time_zone as useful_until
    from site s join role_grant g on g.site_id = s.id and g.role = 'manager' and (g.ends_at is null or g.ends_at > $1)
    where s.status = 'active' and ${seven} <= $1 and exists (select 1 from site_hours(s.id, ${today}))`,
  reread: `
    select s.name as site, s.slug, s.time_zone as "timeZone", $3::date::text as day,
           (select coalesce(jsonb_agg(jsonb_build_object('opens', left(h.opens::text, 5), 'closes', left(h.closes::text, 5)) order by h.opens), '[]')
            from site_hours(s.id, $3::date) h) as open,
           ${bookings(`r.kind = 'desk'`)} as desks, ${bookings(`r.kind <> 'desk'`)} as rooms,
           coalesce((select jsonb_agg(jsonb_build_object('what', coalesce(r.name, ''), 'who', concat_ws(', ', k.full_name,
                (select string_agg(x.full_name, ', ' order by x.full_name) from session_participant p join person x on x.id = p.person_id
                 where p.session_id = c.id)), 'startsAt', c.starts_at, 'endsAt', c.ends_at) order by c.starts_at, c.id)
              from coaching_session c join person k on k.id = c.coach_id left join resource r on r.id = c.room_id
              where c.site_id = s.id and c.status in ('confirmed', 'held') and c.starts_at >= d.starts_at and c.starts_at < d.ends_at), '[]') as sessions,
           coalesce((select jsonb_agg(jsonb_build_object('startsOn', l.starts_on, 'endsOn', l.ends_on, 'reason', l.reason) order by l.starts_on, l.id)
              from closure l where l.site_id = s.id and l.status = 'confirmed'
              and l.ends_on >= $3::date and l.starts_on <= $3::date + 7), '[]') as closures,
           case when $2::timestamptz >= d.ends_at then 'the day is over'
                when not exists (select 1 from site_hours(s.id, $3::date)) then 'the site is closed today'
                ${silent} end as pointless
    from (select * from site where id = $1 for share) s
    cross join lateral (select $3::date::timestamp at time zone s.time_zone as starts_at,
                               ($3::date + 1)::timestamp at time zone s.time_zone as ends_at) d`,
  draft: (sheet: Sheet, reader: Reader, links: LetterLinks): Draft => {
    const { site, slug, timeZone, open, desks, rooms, sessions, closures } = sheet;
    const words = wordsIn(reader.locale);
    const { labels } = words;
    const date = shortDateIn(sheet.day, reader);
    const lines = (label: string, events: readonly Event[]): Detail[] => {
      const shown = events.slice(0, most).map(({ what, who, startsAt, endsAt }): [string, string] => {
        const hours = hoursIn(Period.of(startsAt, endsAt), timeZone, reader.locale);
        return [hours, [what, who].filter(Boolean).join(' · ')];
      });
      const unlisted = events.length - shown.length;
      const end: [string, string][] = unlisted > 0 ? [[labels.unlisted, String(unlisted)]] : [];
      return events.length === 0 ? [] : [[label, String(events.length), 'group'], ...shown, ...end];
    };
    return {
      ...words.letters.daily_sheet({ site, date }),
      details: [
        [labels.open, open.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')],
        ...lines(labels.expected, desks),
        ...lines(labels.rooms, rooms),
        ...lines(labels.sessions, sessions),
        ...closures.map(({ startsOn, endsOn, reason }, index): Detail => [
          labels.closures,
          `${[...new Set([startsOn, endsOn])].map((date) => dateIn(date, reader)).join(' – ')}: ${reason}`,
          index === 0 ? 'group' : undefined,
        ]),
      ],
      link: links.dayOfSite(slug, sheet.day),
    };
  },
};
