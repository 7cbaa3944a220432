import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Missing } from '../../kernel/errors';
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
