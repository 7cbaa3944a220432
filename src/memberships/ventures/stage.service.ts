import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { insistOnDuty } from '../duty';
import { approvalRules, proposalRules, StageDecision, stageDecisions } from './stage.rules';
import { StageTransitionRow, StageTransitionView, transitionRows, transitionView } from './stage.view';
import { Stage } from './venture.rules';
import {
  insistOnActive,
  insistOnMayDo,
  loadVenture,
  LockedVenture,
  openVenture,
  rolesIn,
  touch,
} from './venture.store';

/** A step as a member proposes it. */
export interface NewTransition {
  toStage: Stage;
  evidence?: string | null;
  /** Asked for when it goes backwards. */
  reason?: string | null;
}

const laws: Laws = {
  stage_transition_open: () =>
    new Conflict('stage_transition_open', 'A step of this venture waits for its answer already.'),
  stage_history_append_only: () => new Conflict('stage_history_append_only', 'The history of stages is only added to.'),
};

/** Steps from stage to stage: the team proposes, a coach or manager of the site decides, and nothing is ever undone. */
@Injectable()
export class StageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Proposes a step.
   * @throws Refused `stage_same`, `stage_reason`; Conflict `stage_transition_open`
   */
  async propose(
    actor: Actor,
    ventureId: string,
    wanted: NewTransition,
    idempotency?: IdempotencyKey,
  ): Promise<StageTransitionView> {
    const now = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, now, async () => {
          const venture = await openVenture(tx, actor, ventureId, 'propose-stage', now);
          const { toStage, reason = null, evidence = null } = wanted;
          insist(proposalRules, { fromStage: venture.stage, toStage, reason });
          const id = newId();
          await tx.query(
            `insert into stage_transition (id, venture_id, from_stage, to_stage, status, reason, evidence, proposed_by, proposed_at)
             values ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8)`,
            [id, ventureId, venture.stage, toStage, reason, evidence, actor.personId, now],
          );
          return this.written(tx, actor, 'stage.propose', venture, id, now);
        }),
      laws,
    );
  }

  /**
   * Takes a step: the venture is at the new stage from now on.
   * @throws Forbidden `segregation_of_duties`; Conflict `stage_transition_status`; Refused `company_facts`
   */
  approve(actor: Actor, id: string): Promise<StageTransitionView> {
    return this.decide(actor, id, 'approve', null);
  }

  /** Gives a step back with a reason that the team reads; they may propose again. @throws as {@link approve} */
  return(actor: Actor, id: string, reason: string): Promise<StageTransitionView> {
    return this.decide(actor, id, 'return', reason);
  }

  private async decide(
    actor: Actor,
    id: string,
    decision: StageDecision,
    reason: string | null,
  ): Promise<StageTransitionView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { ventureId } = await load(tx, id);
      const venture = await this.openForDecision(tx, actor, ventureId, id, now);
      const { from, to } = stageDecisions[decision];
      const step = await load(tx, id);
      if (!from.includes(step.status)) throw wrongStatus(step);
      if (decision === 'approve') {
        insist(approvalRules, { toStage: step.toStage, hasCompany: venture.company !== null });
      }
      const [, count]: [unknown, number] = await tx.query(
        `update stage_transition set status = $2, decided_by = $3, decided_at = $4, decision_reason = $5
         where id = $1 and status = any ($6)`,
        [id, to, actor.personId, now, reason, from],
      );
      if (count === 0) throw wrongStatus(step);
      if (decision === 'approve') {
        await tx.query('update venture set stage = $2 where id = $1', [ventureId, step.toStage]);
        await touch(tx, ventureId, now);
      }
      return this.written(tx, actor, `stage.${decision}`, venture, id, now);
    }, laws);
  }

  /** Locks the venture of a step for somebody who is to decide on it. */
  private async openForDecision(
    tx: EntityManager,
    actor: Actor,
    ventureId: string,
    stepId: string,
    now: Date,
  ): Promise<LockedVenture> {
    await tx.query('select 1 from venture where id = $1 for no key update', [ventureId]);
    const venture = await loadVenture(tx, ventureId, now);
    const held = rolesIn(venture, actor);
    const { proposedBy } = await load(tx, stepId);
    await insistOnDuty(tx, actor, [...venture.members.map(({ personId }) => personId), proposedBy]);
    insistOnMayDo('decide-stage', held);
    insistOnActive(venture);
    return venture;
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id: subjectId, siteId }: LockedVenture,
    stepId: string,
    at: Date,
  ): Promise<StageTransitionView> {
    const step = await load(tx, stepId);
    const facts = { transitionId: stepId, from: step.fromStage, to: step.toStage };
    await this.audit.write(tx, { at, actor, action, subjectId, siteId, facts });
    return transitionView(step);
  }
}

async function load(tx: EntityManager, id: string): Promise<StageTransitionRow> {
  const rows: StageTransitionRow[] = await tx.query(`${transitionRows} where t.id = $1`, [id]);
  const row = rows[0];
  if (!row) throw new Missing('step');
  return row;
}

function wrongStatus({ status }: StageTransitionRow): Conflict {
  return new Conflict('stage_transition_status', `This step is ${status} already.`, { status });
}
