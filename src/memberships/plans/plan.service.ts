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
import { insistOnManaging } from '../../sites/site.rules';
import { PlanQueries } from './plan.queries';
import { InAllLanguages, planRules, PlanStatus, PlanText, planTerms, WantedTerms } from './plan.rules';
import { PlanView, planView } from './plan.view';

/** What a manager says of a version of a plan. */
export type NewPlanVersion = WantedTerms & { texts: InAllLanguages<PlanText> };

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

  /** Offers a new plan with its first version. @throws Refused by {@link planRules}, Conflict `plan_code` */
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
          await this.write(tx, actor, id, wanted, at);
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

  /** Publishes a new version of a plan. Memberships stay with theirs. @throws Refused by {@link planRules} */
  async publish(actor: Actor, id: string, wanted: NewPlanVersion, idempotency?: IdempotencyKey): Promise<PlanView> {
    const at = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, at, async () => {
        const { siteId } = await this.lockOwn(tx, actor, id);
        await this.write(tx, actor, id, wanted, at);
        const plan = planView(await this.queries.latest(tx, id), actor.locale);
        const facts = { version: plan.version, planVersionId: plan.id };
        await this.audit.write(tx, { at, actor, action: 'plan.publish', subjectId: id, siteId, facts });
        return plan;
      }),
    );
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

  private async write(
    tx: EntityManager,
    actor: Actor,
    planId: string,
    wanted: NewPlanVersion,
    at: Date,
  ): Promise<void> {
    const terms = planTerms(wanted);
    insist(planRules, terms);
    const { pause, limits, allowances } = terms;
    const id = newId();
    await tx.query(
      `insert into plan_version (id, plan_id, version, published_at, published_by, texts, term_months, max_renewals,
         total_months, price_cents, normal_price_cents, offer_days, notice_days, max_pauses, pause_days,
         pause_edge_days, pause_extends_term, access, evening_closes, half_days, desk_horizon_days, room_horizon_days,
         room_future_bookings, room_longest_minutes, needs)
       values ($1, $2, (select coalesce(max(version), 0) + 1 from plan_version where plan_id = $2), $3, $4, $5, $6, $7,
         $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
      [
        id,
        planId,
        at,
        actor.personId,
        JSON.stringify(wanted.texts),
        terms.termMonths,
        terms.maxRenewals,
        terms.totalMonths,
        terms.priceCents,
        terms.normalPriceCents,
        terms.offerDays,
        terms.noticeDays,
        pause.most,
        pause.days,
        pause.edgeDays,
        pause.extendsTerm,
        terms.access,
        terms.eveningCloses,
        terms.halfDays,
        limits.deskHorizonDays,
        limits.roomHorizonDays,
        limits.roomFutureBookings,
        limits.roomLongestMinutes,
        terms.needs,
      ],
    );
    await tx.query(
      `insert into plan_allowance (plan_version_id, kind, amount, shared)
       select $1, kind, amount, shared from jsonb_to_recordset($2) as a (kind text, amount numeric, shared boolean)`,
      [id, JSON.stringify(allowances)],
    );
  }
}
