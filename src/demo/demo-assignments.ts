import { EntityManager } from 'typeorm';
import { weights } from '../coaching/assignments/assignment.rules';
import { AvailabilityQueries } from '../coaching/coaches/availability.queries';
import { solver } from '../coaching/matching/allocation.rules';
import { match } from '../coaching/matching/intake.rules';
import { weightsVersion } from '../coaching/matching/match.rules';
import { MatchingFactsQueries } from '../coaching/matching/matching-facts.queries';
import { writeDraft } from '../coaching/matching/matching-run.store';
import { newId } from '../kernel/id';

/** Who is coached by whom, by address; `daysAgo` is the day of the offer. */
const demoAssignments = [
  {
    entrepreneur: 'entrepreneur@oasis.example',
    coach: 'coach@oasis.example',
    kind: 'lead',
    status: 'active',
    daysAgo: 40,
  },
  {
    entrepreneur: 'entrepreneur2@oasis.example',
    coach: 'coach2@oasis.example',
    kind: 'lead',
    status: 'offered',
    daysAgo: 1,
  },
  {
    entrepreneur: 'entrepreneur@oasis.example',
    coach: 'coach2@oasis.example',
    kind: 'specialist',
    status: 'completed',
    daysAgo: 60,
  },
  { entrepreneur: 'Helmi Korhonen', coach: 'coach@oasis.example', kind: 'lead', status: 'active', daysAgo: 30 },
  { entrepreneur: 'Elsa Lindqvist', coach: 'coach@oasis.example', kind: 'lead', status: 'on_hold', daysAgo: 50 },
  { entrepreneur: 'Otso Mäkinen', coach: 'coach2@oasis.example', kind: 'lead', status: 'active', daysAgo: 20 },
] as const;

interface Ground {
  sites: ReadonlyMap<string, string>;
  now: Date;
}

const day = 24 * 60 * 60_000;

/** Loads assignments of Lappeenranta in several states, and a matching run for the others that waits for a manager. */
export async function loadAssignments(tx: EntityManager, { sites, now }: Ground): Promise<void> {
  const siteId = sites.get('lappeenranta') ?? '';
  const rows = demoAssignments.map((each) => {
    const offeredAt = new Date(now.getTime() - each.daysAgo * day);
    return {
      id: newId(),
      ...each,
      weight: weights[each.kind],
      offered: offeredAt,
      answer: new Date(offeredAt.getTime() + 4 * day),
      answered: each.status === 'offered' ? null : new Date(offeredAt.getTime() + day),
    };
  });
  await tx.query(
    `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_by,
       offered_at, answer_by, answered_at, held_from, reason, ended_at, ended_by, created_at, updated_at)
     select r.id, $2, m.id, p.id, c.id, r.kind, r.weight, r.status, b.id, r.offered, r.answer, r.answered,
            case when r.status = 'on_hold' then ($3::timestamptz - interval '5 days')::date end,
            case when r.status = 'on_hold' then 'Exams until the end of the month' end,
            case when r.status = 'completed' then $3::timestamptz - interval '10 days' end,
            case when r.status = 'completed' then c.id end, r.offered, coalesce(r.answered, r.offered)
     from jsonb_to_recordset($1) as r (id uuid, entrepreneur text, coach text, kind text, weight numeric, status text,
       offered timestamptz, answer timestamptz, answered timestamptz)
     join person p on r.entrepreneur in (p.email, p.full_name)
     join membership m on m.person_id = p.id and m.site_id = $2 and m.status = 'active'
     join coach_profile f on true
     join person c on c.id = f.person_id and c.email = r.coach
     left join person b on b.email = 'manager@oasis.example'`,
    [JSON.stringify(rows), siteId, now],
  );
  await loadRun(tx, siteId, now);
}

async function loadRun(tx: EntityManager, siteId: string, now: Date): Promise<void> {
  const queries = new MatchingFactsQueries(new AvailabilityQueries());
  const membershipIds = await queries.withoutLead(tx, siteId);
  const facts = await queries.read(tx, siteId, membershipIds, now);
  const intake = { ...facts, goal: 'coverage' as const, floor: 40, fixed: [], apart: [] };
  const id = newId();
  const asked = { membershipIds, fixed: [], apart: [], floor: intake.floor };
  await tx.query(
    `insert into matching_run (id, site_id, goal, status, asked, weights_version, solver, requested_by, attempts, started_at,
       created_at, updated_at)
     select $1, $2, 'coverage', 'running', $3, $4, $5, p.id, 1, $6, $6, $6 from person p
     where p.email = 'manager@oasis.example'`,
    [id, siteId, JSON.stringify(asked), weightsVersion, solver, now],
  );
  const from = performance.now();
  const matched = match(intake);
  const milliseconds = Math.round(performance.now() - from);
  await writeDraft(tx, { id, attempts: 1 }, { intake, matched, milliseconds, now });
}
