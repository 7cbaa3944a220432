import { EntityManager } from 'typeorm';
import type { Sector } from '../../memberships/intake/answers.rules';
import type { ExpertiseLevel } from '../coaches/expertise.rules';
import { openStatuses, takingStatuses } from './assignment.rules';
import { pairKey } from './pairing.names';
import { Coach, Entrepreneur } from './pairing.rules';

/** An entrepreneur's membership with all that pairing and matching ask of it. */
export interface Founder extends Entrepreneur {
  ventureId: string | null;
  timeZone: string;
  sector: Sector | null;
  /** Words of the application, the most wanted first. */
  needs: readonly string[];
}

/** A coach with all that pairing and matching ask of one. */
export interface Candidate extends Coach {
  sectors: readonly Sector[];
  expertise: readonly { topic: string; level: ExpertiseLevel }[];
  /** Places that offers without an answer would take. */
  offered: number;
}

/** What lies between coaches and memberships: keys are made by {@link pairKey}. */
export interface Between {
  conflicts: ReadonlySet<string>;
  parted: ReadonlySet<string>;
  together: ReadonlySet<string>;
}

/** Memberships with what matching asks of them, by id; those that do not exist are not among them. */
export function findFounders(tx: EntityManager, membershipIds: readonly string[]): Promise<Founder[]> {
  return tx.query(founders, [membershipIds]);
}

/** Everybody who holds the role of a coach and has a profile, or those named, by id. */
export function findCandidates(tx: EntityManager, now: Date, coachIds?: readonly string[]): Promise<Candidate[]> {
  return tx.query(candidates, [now, coachIds ?? null, takingStatuses]);
}

/** Conflicts, partings and present assignments between coaches and memberships. */
export async function findBetween(
  tx: EntityManager,
  coachIds: readonly string[],
  membershipIds: readonly string[],
  now: Date,
): Promise<Between> {
  const rows: { what: keyof Between; coachId: string; membershipId: string }[] = await tx.query(between, [
    coachIds,
    membershipIds,
    openStatuses,
    now,
  ]);
  const of = (wanted: keyof Between): Set<string> =>
    new Set(
      rows.flatMap(({ what, coachId, membershipId }) => (what === wanted ? [pairKey(coachId, membershipId)] : [])),
    );
  return { conflicts: of('conflicts'), parted: of('parted'), together: of('together') };
}

/** Languages are what the person has said since, or what the application said. */
const founders = `
  select m.id as "membershipId", m.person_id as "personId", m.site_id as "siteId", m.status, m.venture_id as "ventureId",
         s.time_zone as "timeZone", coalesce(v.stage, a.answers ->> 'stage') as stage,
         coalesce(v.sector, a.answers ->> 'sector') as sector, coalesce(a.answers -> 'needs', '[]') as needs,
         coalesce(a.answers ->> 'ageBand' = 'under_18', false) as minor,
         coalesce(
           (select jsonb_agg(jsonb_build_object('code', l.language, 'level', l.level) order by l.language)
            from language_skill l where l.person_id = m.person_id),
           a.answers -> 'languages', '[]') as languages
  from membership m
  join site s on s.id = m.site_id
  left join venture v on v.id = m.venture_id
  left join lateral (
    select p.answers from application p
    where p.person_id = m.person_id and p.site_id = m.site_id and p.status <> 'draft'
    order by p.id = m.application_id desc nulls last, p.created_at desc limit 1
  ) a on true
  where m.id = any ($1)
  order by m.id`;

/** A place that a coach names counts as long as the coach holds the role there. */
const candidates = `
  select c.person_id as id, c.status, c.qualified_until::text as "qualifiedUntil", c.places::float8 as places,
         load.taken, load.offered, c.remote, c.works_with_minors as "worksWithMinors", c.stages, c.sectors,
         array(select s.site_id::text from coach_site s
               where s.coach_id = c.person_id and s.site_id = any (held.sites) order by s.site_id) as "siteIds",
         coalesce((select jsonb_agg(jsonb_build_object('code', l.language, 'level', l.level) order by l.language)
                   from language_skill l where l.person_id = c.person_id), '[]') as languages,
         coalesce((select jsonb_agg(jsonb_build_object('topic', e.topic, 'level', e.level) order by e.topic)
                   from coach_expertise e where e.coach_id = c.person_id), '[]') as expertise
  from coach_profile c
  cross join lateral (
    select array_agg(g.site_id) as sites from role_grant g
    where g.person_id = c.person_id and g.role = 'coach' and (g.ends_at is null or g.ends_at > $1)
  ) held
  cross join lateral (
    select coalesce(sum(a.weight) filter (where a.status = any ($3)), 0)::float8 as taken,
           coalesce(sum(a.weight) filter (where a.status = 'offered'), 0)::float8 as offered
    from coaching_assignment a where a.coach_id = c.person_id and a.status in ('offered', 'active', 'on_hold')
  ) load
  where held.sites is not null and ($2::uuid[] is null or c.person_id = any ($2))
  order by c.person_id`;

const between = `
  with wanted as (
    select m.id, m.person_id, m.venture_id, (t.now at time zone s.time_zone)::date as today
    from membership m join site s on s.id = m.site_id, (select $4::timestamptz as now) t
    where m.id = any ($2)
  ), team as (
    select id as membership_id, person_id from wanted
    union
    select w.id, v.person_id from wanted w join venture_member v on v.venture_id = w.venture_id
    where v.starts_on <= w.today and (v.ends_on is null or v.ends_on >= w.today)
  )
  select 'conflicts' as what, x.coach as "coachId", t.membership_id as "membershipId"
  from (
    select c.person_id as coach, c.about_id as other from conflict_of_interest c
    where c.ended_at is null and c.person_id = any ($1)
    union
    select c.about_id, c.person_id from conflict_of_interest c
    where c.ended_at is null and c.about_id = any ($1)
  ) x join team t on t.person_id = x.other
  union
  select case when a.parted then 'parted' else 'together' end, a.coach_id, w.id
  from coaching_assignment a join wanted w on w.person_id = a.entrepreneur_id
  where a.coach_id = any ($1) and (a.parted or (a.membership_id = w.id and a.status = any ($3)))`;
