import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { insistOnManaging } from '../../sites/site.rules';
import { PlanQueries } from './plan.queries';
import { PlanStatus } from './plan.rules';
import { NewPlanVersion, writeVersion } from './plan.store';
import { PlanView, planView } from './plan.view';

/** What a manager says of a new plan. */
export type NewPlan = NewPlanVersion & { siteId: string; code: string; places?: number | null };

/** What a manager may change of a plan without a new version. Members left out stay, null places are no limit. */
export interface PlanChange {
  places?: number | null;
  status?: PlanStatus;
}

/** A plan that is locked: nobody else gives one of its places meanwhile. */
export interface LockedPlan {
  id: string;
  siteId: string;
  code: string;
  status: PlanStatus;
  places: number | null;
}

const laws: Laws = {
  plan_code: () => new Conflict('plan_code', 'Another plan of this site has this code.'),
  plan_site_id_fkey: () => new Missing('site'),
};

/** Commands on plans. What was published is never changed (`pinned_terms`): a change is a new version. */
@Injectable()
export class PlanService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: PlanQueries,
  ) {}

  /** Offers a new plan with its first version. @throws Refused by the laws of plans, Conflict `plan_code` */
  async create(actor: Actor, wanted: NewPlan, idempotency?: IdempotencyKey): Promise<PlanView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          const { siteId, code, places = null } = wanted;
          insistOnManaging(actor, siteId);
          const id = newId();
          await tx.query(`insert into plan (id, site_id, code, places, created_at) values ($1, $2, $3, $4, $5)`, [
            id,
            siteId,
            code,
            places,
            at,
          ]);
          await writeVersion(tx, id, wanted, { at, by: actor.personId });
          await this.audit.write(tx, {
            at,
            actor,
            action: 'plan.create',
            subjectId: id,
            siteId,
            facts: { code, places },
          });
          return planView(await this.queries.latest(tx, id), actor.locale);
        }),
      laws,
    );
  }

  /** Publishes a new version of a plan. Memberships stay with theirs. @throws Refused by the laws of plans */
  async publish(actor: Actor, id: string, wanted: NewPlanVersion, idempotency?: IdempotencyKey): Promise<PlanView> {
    const at = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, at, () => this.publishIn(tx, actor, id, wanted)),
    );
  }

  /** The same in the caller's transaction. */
  async publishIn(tx: EntityManager, actor: Actor, id: string, wanted: NewPlanVersion): Promise<PlanView> {
    const at = this.clock.now();
    const { siteId } = await this.lockOwn(tx, actor, id);
    await writeVersion(tx, id, wanted, { at, by: actor.personId });
    const plan = planView(await this.queries.latest(tx, id), actor.locale);
    const facts = { version: plan.version, planVersionId: plan.id };
    await this.audit.write(tx, { at, actor, action: 'plan.publish', subjectId: id, siteId, facts });
    return plan;
  }

  /** Changes how many places a plan has, takes it out of the offer or puts it back. Nobody loses a place. */
  async change(actor: Actor, id: string, change: PlanChange): Promise<PlanView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await this.lockOwn(tx, actor, id);
      await tx.query('update plan set places = $2, status = $3 where id = $1', [
        id,
        change.places === undefined ? before.places : change.places,
        change.status ?? before.status,
      ]);
      const { siteId, places, status } = before;
      const facts = { ...change, before: { places, status } };
      await this.audit.write(tx, { at, actor, action: 'plan.change', subjectId: id, siteId, facts });
      return planView(await this.queries.latest(tx, id), actor.locale);
    });
  }

  /** Locks a plan, so that its places are given one after the other, and reads it. @throws Missing */
  async lock(tx: EntityManager, id: string): Promise<LockedPlan> {
    const rows: LockedPlan[] = await tx.query(
      `select id, site_id as "siteId", code, status, places from plan where id = $1 for no key update`,
      [id],
    );
    if (!rows[0]) throw new Missing('plan');
    return rows[0];
  }

  private async lockOwn(tx: EntityManager, actor: Actor, id: string): Promise<LockedPlan> {
    const plan = await this.lock(tx, id);
    insistOnManaging(actor, plan.siteId);
    return plan;
  }
}
