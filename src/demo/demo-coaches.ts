import { EntityManager } from 'typeorm';
import { WeeklyAvailability } from '../coaching/coaches/availability.rules';
import { SpokenLanguage } from '../coaching/coaches/coach.rules';
import { ExpertiseLevel } from '../coaching/coaches/expertise.rules';
import { newId } from '../kernel/id';
import { plusDays } from '../kernel/site-time';
import type { Sector } from '../memberships/intake/answers.rules';
import type { Stage } from '../memberships/ventures/venture.rules';

/** A coach of the demonstration. Sites by their slugs; hours `[weekdays, from, to]`, with a slug at that site only. */
interface DemoCoach {
  email: string;
  headline: string;
  about: string;
  expertise: [topic: string, level: ExpertiseLevel, evidence?: string][];
  languages: [code: string, level: SpokenLanguage['level']][];
  sectors: Sector[];
  stages?: Stage[];
  sites: string[];
  remoteLink: string | null;
  capacity: number;
  timeZone?: string;
  minors?: boolean;
  hours: [weekdays: number[], from: string, to: string, site?: string][];
}

const coach = (fullName: string, email: string, locale: 'en' | 'fi' | 'sv' | 'ru', sites: string[]) => ({
  email: `${email}@coaches.oasis.example`,
  fullName,
  locale,
  roles: sites.map((site) => ({ role: 'coach' as const, site })),
});

/** The coaches beside those who sign in. */
export const demoMoreCoaches = [
  coach('Päivi Rautio', 'paivi.rautio', 'fi', ['imatra', 'lappeenranta']),
  coach('Henrik Sundström', 'henrik.sundstrom', 'sv', ['kouvola', 'lappeenranta']),
  coach('Noora Kettunen', 'noora.kettunen', 'fi', ['kouvola']),
  coach('Larisa Belova', 'larisa.belova', 'ru', ['lappeenranta', 'imatra', 'kouvola']),
];

const workdays = [1, 2, 3, 4, 5];

const demoCoaches: readonly DemoCoach[] = [
  {
    email: 'coach@oasis.example',
    headline: 'Money for young companies: grants, the bank, the first angel',
    about: 'Ran two companies and a credit desk. Reads budgets for pleasure, and says when one is too small.',
    expertise: [
      ['fund_raising', 'expert', 'Forty start-up grants, nine bank loans.'],
      ['pitching', 'expert', 'Jury of three student competitions.'],
      ['business_model_and_pricing', 'practised'],
      ['idea_and_customer', 'practised'],
    ],
    languages: [
      ['sv', 'native'],
      ['fi', 'C2'],
      ['en', 'C1'],
    ],
    sectors: ['ict', 'services', 'tourism'],
    sites: ['lappeenranta', 'imatra'],
    remoteLink: 'https://meet.oasis.example/carita',
    capacity: 6,
    minors: true,
    hours: [
      [workdays, '09:00', '12:00'],
      [workdays, '13:00', '17:00'],
      [[6, 7], '11:00', '15:00', 'lappeenranta'],
    ],
  },
  {
    email: 'coach2@oasis.example',
    headline: 'Across the border and back: first exports without surprises',
    about: 'Fifteen years of shipping from both sides of the border; customs papers hold no terror.',
    expertise: [
      ['internationalisation', 'expert', 'Market entries in Estonia, Poland and Kazakhstan.'],
      ['sales_and_marketing', 'practised'],
      ['ipr_and_contracts', 'knows'],
    ],
    languages: [
      ['ru', 'native'],
      ['en', 'C1'],
      ['fi', 'B1'],
    ],
    sectors: ['logistics', 'forest', 'manufacturing'],
    stages: ['problem_solution_fit', 'mvp', 'business_plan', 'company_founded'],
    sites: ['lappeenranta'],
    remoteLink: 'https://meet.oasis.example/konstantin',
    capacity: 4,
    hours: [
      [workdays, '10:00', '16:00'],
      [[6], '10:00', '14:00', 'lappeenranta'],
    ],
  },
  {
    email: 'paivi.rautio@coaches.oasis.example',
    headline: 'Making and measuring: from the workshop to the first hundred',
    about: 'Production engineer; helped paper mills and bakeries alike to waste less.',
    expertise: [
      ['modernisation', 'expert', 'Lean in eleven small factories.'],
      ['product_and_technology', 'expert'],
      ['sustainability', 'practised'],
    ],
    languages: [
      ['fi', 'native'],
      ['en', 'B2'],
    ],
    sectors: ['manufacturing', 'energy', 'circular_economy', 'forest'],
    sites: ['imatra', 'lappeenranta'],
    remoteLink: null,
    capacity: 5,
    minors: true,
    hours: [
      [[1, 3], '09:00', '15:00', 'imatra'],
      [[2, 4], '09:00', '16:00', 'lappeenranta'],
    ],
  },
  {
    email: 'henrik.sundstrom@coaches.oasis.example',
    headline: 'Teams that last, and prices that carry them',
    about: 'Founder of a family of cafés; knows what a bad month feels like.',
    expertise: [
      ['team_and_leadership', 'expert'],
      ['business_model_and_pricing', 'expert', 'Three chains from one café.'],
      ['finance_and_accounting', 'practised'],
    ],
    languages: [
      ['sv', 'native'],
      ['en', 'C2'],
      ['fi', 'C1'],
    ],
    sectors: ['food', 'tourism', 'creative', 'services'],
    sites: ['kouvola', 'lappeenranta'],
    remoteLink: 'https://meet.oasis.example/henrik',
    capacity: 4.5,
    hours: [
      [[1, 2, 3], '09:00', '15:00'],
      [[5], '09:00', '12:00', 'lappeenranta'],
    ],
  },
  {
    email: 'noora.kettunen@coaches.oasis.example',
    headline: 'Founding a company: forms, taxes, contracts',
    about: 'Lawyer with the patience for the twelfth question.',
    expertise: [
      ['company_formation_and_tax', 'expert', 'Two hundred foundings.'],
      ['ipr_and_contracts', 'expert'],
      ['start_up_grant', 'practised'],
    ],
    languages: [
      ['fi', 'native'],
      ['sv', 'B2'],
      ['en', 'C1'],
    ],
    sectors: ['ict', 'health', 'education', 'services'],
    sites: ['kouvola'],
    remoteLink: 'https://meet.oasis.example/noora',
    capacity: 5,
    hours: [[[2, 3, 4, 5], '10:00', '16:00']],
  },
  {
    email: 'larisa.belova@coaches.oasis.example',
    headline: 'Digital services for people who never read manuals',
    about: 'Service designer, works over a link and by the clock of Moscow.',
    expertise: [
      ['digitalisation', 'expert'],
      ['idea_and_customer', 'expert', 'Six hundred interviews.'],
      ['language_and_culture', 'practised'],
    ],
    languages: [
      ['ru', 'native'],
      ['en', 'C2'],
    ],
    sectors: ['ict', 'health', 'education', 'creative'],
    sites: [],
    remoteLink: 'https://meet.oasis.example/larisa',
    capacity: 6,
    timeZone: 'Europe/Moscow',
    hours: [[workdays, '09:00', '14:00']],
  },
];

/** Who and what is there already: ids of people by address and of sites by slug. */
interface Ground {
  people: ReadonlyMap<string, string>;
  sites: ReadonlyMap<string, string>;
  now: Date;
}

/** Loads profiles, hours and languages of the coaches, and the languages of everybody who is coached. */
export async function loadCoaches(tx: EntityManager, { people, sites, now }: Ground): Promise<void> {
  const coaches = demoCoaches.map((each) => ({ ...each, id: idOf(people, each.email) }));
  const today = now.toISOString().slice(0, 10);
  await tx.query(
    `insert into coach_profile (person_id, headline, about, time_zone, remote, remote_link, places, qualified_until,
       works_with_minors, sectors, stages, minimum_notice_minutes, created_at, updated_at)
     select id, headline, about, coalesce("timeZone", 'Europe/Helsinki'), "remoteLink" is not null, "remoteLink", capacity, $2,
            coalesce(minors, false), sectors, coalesce(stages, '{}'), 120, $3, $3
     from jsonb_to_recordset($1) as c (id uuid, headline text, about text, "timeZone" text, "remoteLink" text,
       capacity numeric, minors boolean, sectors text[], stages text[])`,
    [JSON.stringify(coaches), plusDays(today, 500), new Date(now.getTime() - 300 * 24 * 60 * 60_000)],
  );
  await tx.query(
    'insert into coach_site (coach_id, site_id) select coach, site from jsonb_to_recordset($1) as s (coach uuid, site uuid)',
    [
      JSON.stringify(
        coaches.flatMap((each) => each.sites.map((slug) => ({ coach: each.id, site: idOf(sites, slug) }))),
      ),
    ],
  );
  await tx.query(
    `insert into coach_expertise (coach_id, topic, level, evidence)
     select coach, topic, level, coalesce(evidence, '')
     from jsonb_to_recordset($1) as e (coach uuid, topic text, level text, evidence text)`,
    [
      JSON.stringify(
        coaches.flatMap(({ id, expertise }) =>
          expertise.map(([topic, level, evidence]) => ({ coach: id, topic, level, evidence })),
        ),
      ),
    ],
  );
  await tx.query(
    `insert into availability_rule (id, coach_id, weekday, from_time, to_time, site_id)
     select id, coach, weekday, "from", "to", "siteId"
     from jsonb_to_recordset($1) as r (id uuid, coach uuid, weekday smallint, "from" time, "to" time, "siteId" uuid)`,
    [
      JSON.stringify(
        coaches.flatMap(({ id, hours }) => weekly(hours, sites).map((each) => ({ id: newId(), coach: id, ...each }))),
      ),
    ],
  );
  await loadLanguages(tx, coaches);
}

function weekly(hours: DemoCoach['hours'], sites: ReadonlyMap<string, string>): WeeklyAvailability[] {
  return hours.flatMap(([weekdays, from, to, site]) =>
    weekdays.map((weekday) => ({ weekday, from, to, siteId: site === undefined ? null : idOf(sites, site) })),
  );
}

/** Members speak their own language, and enough of English or Finnish to be at home in the house. */
async function loadLanguages(tx: EntityManager, coaches: readonly (DemoCoach & { id: string })[]): Promise<void> {
  await tx.query(
    `insert into language_skill (person_id, language, level)
     select person, language, level from jsonb_to_recordset($1) as l (person uuid, language text, level text)`,
    [
      JSON.stringify(
        coaches.flatMap(({ id, languages }) => languages.map(([language, level]) => ({ person: id, language, level }))),
      ),
    ],
  );
  await tx.query(
    `insert into language_skill (person_id, language, level)
     select distinct p.id, l.language, l.level
     from person p
     join role_grant g on g.person_id = p.id and g.role = 'entrepreneur'
     cross join lateral (
       values (p.locale, 'native'), (case when p.locale <> 'en' then 'en' end, 'B2'), (case when p.locale <> 'fi' then 'fi' end, 'B1')
     ) as l (language, level)
     where l.language is not null
     on conflict do nothing`,
  );
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demonstration has no ${name}.`);
  return id;
}
