import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Database } from '../../src/platform/database/database';
import { aMembership, aPerson, aPlan } from './house';

const longAgo = new Date('2026-01-01T00:00:00Z');

export interface CoachOptions {
  status?: 'active' | 'away';
  places?: number;
  remote?: boolean;
  qualifiedUntil?: string | null;
  minors?: boolean;
  sectors?: string[];
  stages?: string[];
  /** Comes to the site; true unless said otherwise. */
  onSite?: boolean;
  languages?: Record<string, string>;
  expertise?: Record<string, string>;
  /** Weekly hours of every day, by the clock of Helsinki; none when null. */
  hours?: [string, string] | null;
}

/** A coach of a site: five places, English at C1, on site, nothing else in particular. */
export async function aCoachOf(db: Database, siteId: string, options: CoachOptions = {}): Promise<Actor> {
  const person = await aPerson(db, 'coach', siteId);
  const { languages = { en: 'C1' }, expertise = {}, hours = null, onSite = true } = options;
  await db.read(
    `insert into coach_profile (person_id, status, time_zone, remote, places, qualified_until, works_with_minors,
       sectors, stages, minimum_notice_minutes, created_at, updated_at)
     values ($1, $2, 'Europe/Helsinki', $3, $4, $5, $6, $7, $8, 0, $9, $9)`,
    [
      person.personId,
      options.status ?? 'active',
      options.remote ?? false,
      options.places ?? 5,
      options.qualifiedUntil ?? null,
      options.minors ?? false,
      options.sectors ?? [],
      options.stages ?? [],
      longAgo,
    ],
  );
  if (onSite) await db.read('insert into coach_site (coach_id, site_id) values ($1, $2)', [person.personId, siteId]);
  await speaks(db, person.personId, languages);
  for (const [topic, level] of Object.entries(expertise)) {
    await db.read('insert into coach_expertise (coach_id, topic, level) values ($1, $2, $3)', [
      person.personId,
      topic,
      level,
    ]);
  }
  for (const weekday of hours ? [1, 2, 3, 4, 5, 6, 7] : []) {
    await db.read(
      'insert into availability_rule (id, coach_id, weekday, from_time, to_time) values ($1, $2, $3, $4, $5)',
      [newId(), person.personId, weekday, hours?.[0], hours?.[1]],
    );
  }
  return person;
}

/** Says which languages somebody speaks, and how well. */
export async function speaks(db: Database, personId: string, languages: Record<string, string>): Promise<void> {
  for (const [language, level] of Object.entries(languages)) {
    await db.read('insert into language_skill (person_id, language, level) values ($1, $2, $3)', [
      personId,
      language,
      level,
    ]);
  }
}

export interface FounderOptions {
  languages?: Record<string, string>;
  /** What the application said. */
  answers?: Record<string, unknown>;
  status?: string;
}

/** An entrepreneur with an active membership and an application behind it, who speaks English at C1. */
export async function aFounderOf(
  db: Database,
  siteId: string,
  options: FounderOptions = {},
  plan?: { planId: string; versionId: string },
): Promise<{ actor: Actor; membershipId: string }> {
  const actor = await aPerson(db, 'entrepreneur', siteId);
  const terms = plan ?? (await aPlan(db, siteId));
  const membershipId = await aMembership(db, siteId, actor.personId, terms, { status: options.status });
  await speaks(db, actor.personId, options.languages ?? { en: 'C1' });
  if (options.answers) {
    await db.read(
      `insert into application (id, site_id, plan_id, person_id, status, answers, starts_on, created_at, updated_at)
       values ($1, $2, $3, $4, 'withdrawn', $5, '2026-02-01', $6, $6)`,
      [newId(), siteId, terms.planId, actor.personId, JSON.stringify(options.answers), longAgo],
    );
  }
  return { actor, membershipId };
}
