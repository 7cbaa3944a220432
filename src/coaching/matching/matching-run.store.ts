import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Missing } from '../../kernel/errors';
import { topicTreeVersion } from '../coaches/expertise.rules';
import { Intake, Matched } from './intake.rules';
import { RunEvent, runTransitions } from './matching-run.rules';
import { MatchingRunView, ProposalRow, proposalRows, RunRow, runRows, runView } from './matching-run.view';

/** A run of a site that the actor manages, locked against others who change it. @throws Missing */
export async function lockRun(tx: EntityManager, actor: Actor, id: string): Promise<RunRow> {
  const rows: RunRow[] = await tx.query(`${runRows} where r.id = $1 for no key update of r`, [id]);
  if (!rows[0] || !actor.manages(rows[0].siteId)) throw new Missing('matching run');
  return rows[0];
}

/** @throws Conflict `matching_run_state` when the event cannot happen in the state of the run */
export function insistOnRunState({ status }: Pick<RunRow, 'status'>, event: RunEvent): void {
  const from: readonly string[] = runTransitions[event].from;
  if (from.includes(status)) return;
  throw new Conflict('matching_run_state', `This cannot be done with a run that is ${status}.`, {
    state: status,
    event,
    possibleFrom: from,
  });
}

/** A run with its proposals, as it stands. @throws Missing */
export async function showRun(tx: EntityManager, id: string): Promise<MatchingRunView> {
  const rows: RunRow[] = await tx.query(`${runRows} where r.id = $1`, [id]);
  if (!rows[0]) throw new Missing('matching run');
  const proposals: ProposalRow[] = await tx.query(proposalRows, [id]);
  return runView(rows[0], proposals);
}

/** Writes the answer of a run, unless it was thrown away or begun anew meanwhile. @returns whether it was written */
export async function writeDraft(
  tx: EntityManager,
  run: Pick<RunRow, 'id' | 'attempts'>,
  { intake, matched, milliseconds, now }: { intake: Intake; matched: Matched; milliseconds: number; now: Date },
): Promise<boolean> {
  const { proposals, ...result } = matched;
  const inputs = { ...intake, topicTreeVersion };
  const [, count]: [unknown, number] = await tx.query(
    `update matching_run set status = 'draft', inputs = $4, result = $5, finished_at = $3, version = version + 1,
       updated_at = $3
     where id = $1 and status = 'running' and attempts = $2`,
    [run.id, run.attempts, now, JSON.stringify(inputs), JSON.stringify({ ...result, milliseconds })],
  );
  if (count === 0) return false;
  await tx.query(
    `insert into match_proposal (run_id, membership_id, entrepreneur_id, coach_id, score, parts, because, alternates, fixed)
     select $1, p."membershipId", p."personId", p."coachId", p.score, p.parts, p.because, p.alternates, p.fixed
     from jsonb_to_recordset($2) as p ("membershipId" uuid, "personId" uuid, "coachId" uuid, score smallint, parts jsonb,
       because text[], alternates uuid[], fixed boolean)`,
    [run.id, JSON.stringify(proposals)],
  );
  return true;
}
