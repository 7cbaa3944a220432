import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Forbidden, Missing, Refused } from '../../kernel/errors';
import { LocalDate } from '../../kernel/site-time';
import { insist } from '../../kernel/refusal';
import type { Sector } from '../../memberships/intake/answers.rules';
import type { Stage } from '../../memberships/ventures/venture.rules';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { profileRules, repeated } from './coach-profile.rules';
import { CoachQueries } from './coach.queries';
import { CoachStatus, SpokenLanguage } from './coach.rules';
import { CoachView, LanguagesView } from './coach.view';
import { ExpertiseLevel } from './expertise.rules';

/** What a coach says about coaching; what is left out is as at the beginning. */
export interface WantedProfile {
  status?: CoachStatus;
  headline?: string;
  about?: string;
  expertise: readonly { topic: string; level: ExpertiseLevel; evidence?: string }[];
  languages: readonly SpokenLanguage[];
  sectors?: Sector[];
  stages?: Stage[];
  sites: readonly string[];
  remote: boolean;
  remoteLink?: string | null;
  capacity: number;
  minimumNoticeMinutes?: number;
  bufferMinutes?: number;
  longestDayMinutes?: number;
}

/** What those who run a site say of a coach. */
export interface Qualification {
  validUntil: LocalDate | null;
  worksWithMinors?: boolean;
}

/** What coaches say about themselves, and what only the house says of them. */
@Injectable()
export class CoachProfileService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly coaches: CoachQueries,
  ) {}

  /**
   * Writes down how the actor coaches: everything, in the place of what was there. Under the coach's lock, so that who
   * accepts or books at this moment sees the one or the other.
   * @throws Unconditional, Stale for a profile that is there already; Refused with every broken rule of a profile
   */
  put(actor: Actor, wanted: WantedProfile, expected: ExpectedVersion): Promise<CoachView> {
    return this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      const before = await versionOf(tx, actor.personId);
      if (before !== undefined) insistOnVersion('profile', expected, before);
      const coachesAt = actor.roles.flatMap(({ role, siteId }) =>
        role === 'coach' && siteId !== null ? [siteId] : [],
      );
      insist(profileRules, { ...wanted, coachesAt });
      await this.write(tx, actor, wanted, at);
      const facts = { capacity: wanted.capacity, sites: wanted.sites, remote: wanted.remote, status: wanted.status };
      const action = before === undefined ? 'coach.begin' : 'coach.change';
      await this.audit.write(tx, { at, actor, action, subjectId: actor.personId, facts });
      return this.coaches.oneIn(tx, actor, actor.personId);
    });
  }

  /**
   * Says until when a coach is qualified, and whether for people under age; by those who run a site where they coach.
   * @throws Missing for coaches of other sites; Forbidden `segregation_of_duties` about oneself; Unconditional, Stale
   */
  qualify(actor: Actor, coachId: string, wanted: Qualification, expected: ExpectedVersion): Promise<CoachView> {
    return this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [coachId] });
      const version = await this.versionOfOwn(tx, actor, coachId, at);
      if (actor.personId === coachId) {
        throw new Forbidden('segregation_of_duties', 'Somebody else has to say that you are qualified.');
      }
      insistOnVersion('coach', expected, version);
      await tx.query(
        `update coach_profile set qualified_until = $2, works_with_minors = coalesce($3, works_with_minors),
           version = version + 1, updated_at = $4
         where person_id = $1`,
        [coachId, wanted.validUntil, wanted.worksWithMinors ?? null, at],
      );
      const facts = { ...wanted };
      await this.audit.write(tx, { at, actor, action: 'coach.qualify', subjectId: coachId, facts });
      return this.coaches.oneIn(tx, actor, coachId);
    });
  }

  /** Writes down the languages that the actor speaks, in the place of those before. @throws Refused `each_once` */
  async speak(actor: Actor, languages: readonly SpokenLanguage[]): Promise<LanguagesView> {
    const twice = repeated(languages.map(({ code }) => code));
    if (twice.length > 0) {
      throw new Refused([{ code: 'each_once', detail: 'Name each language once.', facts: { repeated: twice } }]);
    }
    await this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      await writeLanguages(tx, actor.personId, languages);
      await this.audit.write(tx, { at, actor, action: 'languages.change', subjectId: actor.personId });
    });
    return this.coaches.languages(actor.personId);
  }

  private async write(
    tx: EntityManager,
    { personId, timeZone }: Actor,
    wanted: WantedProfile,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into coach_profile as c (person_id, status, headline, about, time_zone, remote, remote_link, places, sectors,
         stages, minimum_notice_minutes, buffer_minutes, longest_day_minutes, created_at, updated_at)
       values ($1, $2, $3, $4,
         coalesce($5, (select s.time_zone from site s where s.id = any ($6) order by s.id limit 1), 'Europe/Helsinki'),
         $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
       on conflict (person_id) do update
       set status = excluded.status, headline = excluded.headline, about = excluded.about, remote = excluded.remote,
           remote_link = excluded.remote_link, places = excluded.places, sectors = excluded.sectors, stages = excluded.stages,
           minimum_notice_minutes = excluded.minimum_notice_minutes, buffer_minutes = excluded.buffer_minutes,
           longest_day_minutes = excluded.longest_day_minutes, version = c.version + 1, updated_at = excluded.updated_at`,
      [
        personId,
        wanted.status ?? 'active',
        wanted.headline ?? '',
        wanted.about ?? '',
        timeZone,
        wanted.sites,
        wanted.remote,
        wanted.remoteLink ?? null,
        wanted.capacity,
        wanted.sectors ?? [],
        wanted.stages ?? [],
        wanted.minimumNoticeMinutes ?? 720,
        wanted.bufferMinutes ?? 15,
        wanted.longestDayMinutes ?? 360,
        at,
      ],
    );
    await tx.query('delete from coach_site where coach_id = $1', [personId]);
    await tx.query('insert into coach_site (coach_id, site_id) select $1, unnest($2::uuid[])', [
      personId,
      wanted.sites,
    ]);
    await tx.query('delete from coach_expertise where coach_id = $1', [personId]);
    await tx.query(
      `insert into coach_expertise (coach_id, topic, level, evidence)
       select $1, topic, level, coalesce(evidence, '')
       from jsonb_to_recordset($2) as e (topic text, level text, evidence text)`,
      [personId, JSON.stringify(wanted.expertise)],
    );
    await writeLanguages(tx, personId, wanted.languages);
  }

  private async versionOfOwn(tx: EntityManager, actor: Actor, coachId: string, at: Date): Promise<number> {
    const managed = actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
    const rows: { version: number }[] = await tx.query(
      `select c.version from coach_profile c
       where c.person_id = $1 and exists (
         select 1 from role_grant g
         where g.person_id = c.person_id and g.role = 'coach' and (g.ends_at is null or g.ends_at > $4)
           and ($2 or g.site_id = any ($3)))`,
      [coachId, actor.isAdministrator, managed, at],
    );
    if (!rows[0]) throw new Missing('coach');
    return rows[0].version;
  }
}

async function versionOf(tx: EntityManager, coachId: string): Promise<number | undefined> {
  const rows: { version: number }[] = await tx.query('select version from coach_profile where person_id = $1', [
    coachId,
  ]);
  return rows[0]?.version;
}

async function writeLanguages(
  tx: EntityManager,
  personId: string,
  languages: readonly SpokenLanguage[],
): Promise<void> {
  await tx.query('delete from language_skill where person_id = $1', [personId]);
  await tx.query(
    `insert into language_skill (person_id, language, level)
     select $1, code, level from jsonb_to_recordset($2) as l (code text, level text)`,
    [personId, JSON.stringify(languages)],
  );
}
