import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { insist } from '../kernel/refusal';
import { PlanQueries } from '../memberships/plans/plan.queries';
import { planRules, planTerms } from '../memberships/plans/plan.rules';
import { PlanChange, PlanService } from '../memberships/plans/plan.service';
import { NewPlanVersion } from '../memberships/plans/plan.store';
import { PlanRow, PlanView } from '../memberships/plans/plan.view';
import { Database } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { Doorbell } from '../platform/queue/doorbell';
import { insistOnManaging } from '../sites/site.rules';
import { MembershipUnderPlanView, PlanChangePreviewView, PublishedPlanView } from './plan-change.view';
import { Decision, RuleChange } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';

/**
 * The story of a plan that changes. Members keep the version they accepted (`pinned_terms`); only visitors from partner
 * sites book under whatever version is the latest, and their bookings are looked at.
 */
@Injectable()
export class PlanChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly plans: PlanService,
    private readonly queries: PlanQueries,
    private readonly rules: RuleChangeService,
  ) {}

  /** Who keeps the old version, and which bookings of visitors the new one would break. @throws Refused as publishing would */
  async previewVersion(actor: Actor, id: string, wanted: NewPlanVersion): Promise<PlanChangePreviewView> {
    return this.database.transaction(async (tx) => {
      const plan = await this.own(tx, actor, id);
      insist(planRules, planTerms(wanted));
      return this.shown(tx, plan, plan.places, versionOf(plan, wanted));
    });
  }

  /** Whether anybody is over a new number of places. Changes nothing. @throws Missing */
  async previewChange(actor: Actor, id: string, { places }: PlanChange): Promise<PlanChangePreviewView> {
    return this.database.transaction(async (tx) => {
      const plan = await this.own(tx, actor, id);
      return this.shown(tx, plan, places === undefined ? plan.places : places, nothing);
    });
  }

  /**
   * Publishes a new version. Bookings of visitors that it would not allow are let stand, unless the manager decides
   * otherwise.
   * @throws Refused by the laws of plans; Conflict `affected_changed`
   */
  async publish(
    actor: Actor,
    id: string,
    wanted: NewPlanVersion,
    decision: Decision = {},
    idempotency?: IdempotencyKey,
  ): Promise<PublishedPlanView> {
    const published = await this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, this.clock.now(), async () => {
        const plan = await this.own(tx, actor, id);
        insist(planRules, planTerms(wanted));
        const change = versionOf(plan, wanted);
        const people = await this.rules.lockPeople(tx, plan.siteId, change, decision);
        const impact = await this.rules.look(tx, plan.siteId, change, decision, people);
        const view = await this.plans.publishIn(tx, actor, id, wanted);
        const outcomes = await this.rules.carryOut(tx, actor, impact);
        return Object.assign(new PublishedPlanView(), view, { outcomes });
      }),
    );
    this.doorbell.ring();
    return published;
  }

  /** Changes how many places a plan has, or takes it out of the offer or back. Nobody loses a place. */
  change(actor: Actor, id: string, change: PlanChange): Promise<PlanView> {
    return this.plans.change(actor, id, change);
  }

  private async own(tx: EntityManager, actor: Actor, id: string): Promise<PlanRow> {
    const plan = await this.queries.latest(tx, id);
    insistOnManaging(actor, plan.siteId);
    return plan;
  }

  private async shown(
    tx: EntityManager,
    plan: PlanRow,
    places: number | null,
    change: RuleChange,
  ): Promise<PlanChangePreviewView> {
    const keeps: MembershipUnderPlanView[] = await tx.query(
      `select m.id as "membershipId", m.person_id as "personId", m.status, v.version, m.ends_on::text as "endsOn"
       from membership m join plan_version v on v.id = m.plan_version_id
       where m.plan_id = $1 and m.status in ('offered', 'scheduled', 'active', 'paused', 'suspended')
       order by m.ends_on, m.id limit 1000`,
      [plan.planId],
    );
    const over = places === null ? 0 : Math.max(0, plan.taken - places);
    const preview = await this.rules.preview(tx, plan.siteId, change);
    return Object.assign(new PlanChangePreviewView(), preview, { keeps, places, taken: plan.taken, over });
  }
}

const nothing: RuleChange = { laws: [], on: (facts) => facts };

/** A new version as a change of the facts of bookings: it holds at once for those who visit under the plan. */
function versionOf(plan: PlanRow, wanted: NewPlanVersion): RuleChange {
  const { access, eveningCloses, limits } = planTerms(wanted);
  return {
    laws: ['within_opening_hours', 'booking_length', 'booking_horizon', 'future_bookings'],
    on: (facts) => {
      const { standing } = facts;
      if (!standing?.visiting || standing.planVersionId !== plan.id) return facts;
      return { ...facts, standing: { ...standing, access, eveningCloses, ...limits } };
    },
  };
}
