import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Oasis } from '../support/oasis';
import { demoPassword } from '../../src/demo/demo-people';

/** Those who come to the screens, with the address that they sign in with. */
export const guests = {
  stranger: null,
  founder: 'entrepreneur@oasis.example',
  applicant: 'applicant@oasis.example',
  coach: 'coach@oasis.example',
  manager: 'manager@oasis.example',
  administrator: 'admin@oasis.example',
  observer: 'observer@oasis.example',
} as const;
export type Guest = keyof typeof guests;

/** One look at a screen. */
export interface Stop {
  as: Guest;
  /** The path as `web/src/app/screens.ts` has it; `*` is an address that leads nowhere. */
  screen: string;
  /** What the screen shows, as a search: `?view=timeline`; or what a letter gave along: `#token=x`. */
  search?: string;
  /** A question whose first answer takes the place of `:id` and the like. */
  which?: string;
  /** Its language, where the house chooses it and not the visitor. */
  speaks?: string;
  /** The screen to which this address leads, when it is not the same. */
  leadsTo?: string;
}

const aino = `(select id from person where email = '${guests.founder}')`;
const carita = `(select id from person where email = '${guests.coach}')`;
const lappeenranta = `(select id from site where slug = 'lappeenranta')`;

/** Every screen, in every role to which it shows something of its own. */
export const stops: readonly Stop[] = [
  ...['sign-in', 'register', 'forgot-password', 'verify-email', 'privacy'].map((screen): Stop => ({
    as: 'stranger',
    screen,
  })),
  { as: 'stranger', screen: 'reset-password', search: '#token=x' },
  { as: 'stranger', screen: 'c/:code' },
  { as: 'stranger', screen: 'display', search: '#token=:token', speaks: 'en' },
  { as: 'founder', screen: '' },
  { as: 'founder', screen: 'day' },
  { as: 'founder', screen: 'day', search: '?view=timeline' },
  { as: 'founder', screen: 'day', search: '?view=plan' },
  { as: 'founder', screen: 'bookings' },
  { as: 'founder', screen: 'bookings', search: '?when=past' },
  {
    as: 'founder',
    screen: 'bookings/:id',
    which: `select id from booking where person_id = ${aino} and status = 'confirmed' order by starts_at`,
  },
  { as: 'founder', screen: 'series' },
  { as: 'founder', screen: 'series/new' },
  { as: 'founder', screen: 'series/:id', which: `select id from booking_series where person_id = ${aino}` },
  { as: 'founder', screen: 'waiting-list' },
  { as: 'founder', screen: 'replacements' },
  { as: 'founder', screen: 'no-shows' },
  { as: 'founder', screen: 'membership' },
  { as: 'founder', screen: 'profile', leadsTo: '/settings' },
  { as: 'founder', screen: 'coaching' },
  { as: 'founder', screen: 'coaching/book' },
  {
    as: 'founder',
    screen: 'coaching/sessions/:id',
    which: `select s.id from coaching_session s join session_participant p on p.session_id = s.id
            where p.person_id = ${aino} and s.status = 'confirmed'`,
  },
  { as: 'founder', screen: 'milestones' },
  { as: 'founder', screen: 'messages' },
  { as: 'founder', screen: 'who-is-in' },
  { as: 'founder', screen: 'settings' },
  { as: 'founder', screen: 'settings/reminders' },
  { as: 'founder', screen: 'settings/sign-ins' },
  { as: 'founder', screen: 'settings/privacy' },
  { as: 'founder', screen: 'more' },
  { as: 'founder', screen: '*' },
  { as: 'applicant', screen: '' },
  { as: 'applicant', screen: 'membership' },
  { as: 'applicant', screen: 'apply' },
  { as: 'coach', screen: '' },
  {
    as: 'coach',
    screen: 'coaching/sessions/:id',
    which: `select id from coaching_session where coach_id = ${carita} and status = 'held'`,
  },
  { as: 'coach', screen: 'coach' },
  { as: 'coach', screen: 'coach', search: '?view=grid' },
  { as: 'coach', screen: 'coach/availability' },
  { as: 'coach', screen: 'coach/requests' },
  { as: 'coach', screen: 'coach/founders' },
  {
    as: 'coach',
    screen: 'coach/founders/:membershipId',
    which: `select membership_id from coaching_assignment where coach_id = ${carita} and entrepreneur_id = ${aino} and status = 'active'`,
  },
  { as: 'coach', screen: 'coach/profile' },
  { as: 'coach', screen: 'more' },
  { as: 'manager', screen: '' },
  { as: 'manager', screen: 'more' },
  { as: 'manager', screen: 'decisions' },
  {
    as: 'manager',
    screen: 'decisions/:id',
    which: `select id from application where site_id = ${lappeenranta} and status = 'under_review' order by created_at`,
  },
  { as: 'manager', screen: 'members' },
  {
    as: 'manager',
    screen: 'members/:id',
    which: `select m.id from membership m join person p on p.id = m.person_id where p.full_name like 'Leo Hämäläinen%'`,
  },
  { as: 'manager', screen: 'roles' },
  { as: 'manager', screen: 'site/day' },
  { as: 'manager', screen: 'site/resources' },
  { as: 'manager', screen: 'site/resources', search: '?view=plan' },
  { as: 'manager', screen: 'site/resources', search: '?view=extras' },
  { as: 'manager', screen: 'site/codes' },
  { as: 'manager', screen: 'site/hours' },
  { as: 'manager', screen: 'site/closures' },
  { as: 'manager', screen: 'site/waiting', search: '?no-shows=all' },
  { as: 'manager', screen: 'assignments' },
  { as: 'manager', screen: 'assignments/runs/:id', which: 'select id from matching_run' },
  { as: 'manager', screen: 'audit' },
  { as: 'manager', screen: 'plans' },
  { as: 'manager', screen: 'plans/new' },
  {
    as: 'manager',
    screen: 'plans/:id/version',
    which: `select id from plan where site_id = ${lappeenranta} and code = 'launch'`,
  },
  { as: 'manager', screen: 'plans/documents/:kind', which: `select 'agreement'` },
  { as: 'manager', screen: 'reports' },
  { as: 'manager', screen: 'reports', search: '?report=coaching-hours' },
  { as: 'manager', screen: 'reports', search: '?report=participants' },
  { as: 'manager', screen: 'messages' },
  { as: 'observer', screen: '' },
  { as: 'observer', screen: 'reports' },
  { as: 'administrator', screen: '' },
  { as: 'administrator', screen: 'more' },
  { as: 'administrator', screen: 'roles' },
  { as: 'administrator', screen: 'sites' },
  { as: 'administrator', screen: 'erasure-requests' },
  { as: 'administrator', screen: 'queues' },
];

/** The paths of all screens that there are. */
export function pathsOfScreens(): string[] {
  const text = readFileSync(join(__dirname, '..', '..', 'web', 'src', 'app', 'screens.ts'), 'utf8');
  return [...text.matchAll(/^\s+screen\(\s*'([^']*)'/gm)].map(([, path = '']) => path);
}

/** What stands in addresses and cannot be read from the database, by the name that it has there. */
export type Given = Record<string, string>;

/** Where a stop is, in this house. @throws Error when what it shows is not there */
export async function addressOf({ screen, search = '', which }: Stop, oasis: Oasis, given: Given): Promise<string> {
  if (screen === '*') return '/nowhere';
  if (!which) return `/${screen}${search}`.replace(/:(code|token)/, (name) => given[name] ?? '');
  const [row] = await oasis.database.read<Record<string, string>>(which);
  const [id] = Object.values(row ?? {});
  if (!id) throw new Error(`nothing to show for ${screen}: ${which}`);
  return `/${screen.replace(/:\w+/, id)}${search}`;
}

/** A name for the picture of a stop. */
export const nameOf = ({ as, screen, search = '' }: Stop): string =>
  `${as}-${`${screen}${search}`.replace(/\*/, 'nowhere').replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'}`;

/** A way to send commands as somebody of the demonstration. @throws Error when a command does not succeed */
export async function actsAs(oasis: Oasis, email: string) {
  const signedIn = await oasis.http.post('/api/v1/auth/sign-in').send({ email, password: demoPassword });
  const { accessToken } = signedIn.body as { accessToken: string };
  return async <Answer>(method: 'get' | 'post' | 'put' | 'patch', path: string, body: object = {}): Promise<Answer> => {
    const asked = oasis.http[method](`/api/v1${path}`)
      .set('authorization', `Bearer ${accessToken}`)
      .set('if-match', '*');
    const answer = await (method === 'get' ? asked : asked.send(body));
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body as Answer;
  };
}

type Acts = Awaited<ReturnType<typeof actsAs>>;

/** The founder waits for a desk, is offered another booth instead of a broken one, and has missed two bookings. */
async function founderHasTroubles(
  { database, clock }: Oasis,
  founder: Acts,
  manager: Acts,
  { boothId, tomorrow }: { boothId: string; tomorrow: string },
): Promise<void> {
  const [taken] = await database.read<{ resourceId: string; start: Date; end: Date }>(
    `select b.resource_id as "resourceId", b.starts_at as start, b.ends_at as "end"
     from booking b join resource r on r.id = b.resource_id
     where r.kind = 'desk' and b.site_id = ${lappeenranta} and b.person_id <> ${aino} and b.status = 'confirmed'
       and b.starts_at > $1 order by b.starts_at, b.id`,
    [new Date(clock.now().getTime() + 12 * 60 * 60_000)],
  );
  await founder('post', '/waiting-list', { ...taken });
  await manager('post', `/resources/${boothId}/maintenance`, {
    start: `${tomorrow}T15:00:00Z`,
    end: `${tomorrow}T17:00:00Z`,
    reason: 'The lamp is being changed.',
  });
  await database.read(
    `with missed as (
       update booking set status = 'no_show', checked_in_at = null, checked_out_at = null
       where id in (select id from booking where person_id = ${aino} and site_id = ${lappeenranta} and ends_at < $1
                    order by starts_at desc limit 2)
       returning id, person_id, site_id, starts_at)
     insert into no_show_strike (id, person_id, site_id, booking_id, at, appeal, appealed_at)
     select gen_random_uuid(), person_id, site_id, id, starts_at + interval '15 minutes',
            case when row_number() over (order by starts_at) = 1 then 'The tram stood still for an hour.' end,
            case when row_number() over (order by starts_at) = 1 then starts_at + interval '2 hours' end
     from missed`,
    [clock.now()],
  );
}

/**
 * Adds what the demonstration lacks for some screen to have something to show.
 * @returns the code that lies on a desk, and the secret of the display beside a door
 */
export async function furnish(oasis: Oasis): Promise<Given> {
  const [founder, manager] = [await actsAs(oasis, guests.founder), await actsAs(oasis, guests.manager)];
  const [booth] = await oasis.database.read<{ id: string; siteId: string }>(
    `select id, site_id as "siteId" from resource where kind = 'booth' and site_id = ${lappeenranta} order by name`,
  );
  // Else the house would say that she has as many ahead as one may have.
  await oasis.database.read(
    `with theirs as (delete from booking b using resource r
       where r.id = b.resource_id and r.kind = 'booth' and b.person_id = ${aino} and b.starts_at > $1 returning b.id)
     delete from occupation o using theirs t where o.cause_id = t.id`,
    [oasis.clock.now()],
  );
  const tomorrow = new Date(oasis.clock.now().getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  await founder('post', '/booking-series', {
    resourceId: booth?.id,
    start: `${tomorrow}T16:00:00Z`,
    end: `${tomorrow}T16:30:00Z`,
    rule: 'FREQ=DAILY;COUNT=2',
    onClash: 'substitute',
    title: 'Calls',
  });
  await founderHasTroubles(oasis, founder, manager, { boothId: booth?.id ?? '', tomorrow });
  const applicant = await actsAs(oasis, guests.applicant);
  await applicant('post', '/me/erasure-requests');
  const codes = await manager<{ items: { code: string }[] }>('post', `/sites/${booth?.siteId ?? ''}/check-in-codes`);
  const feed = await manager<{ url: string }>('post', `/resources/${booth?.id ?? ''}/calendar-feed`);
  const token = /([^/]+)\.ics/.exec(feed.url)?.[1] ?? '';
  return { ':code': codes.items[0]?.code ?? '', ':token': token };
}

export { aino, carita, lappeenranta };
