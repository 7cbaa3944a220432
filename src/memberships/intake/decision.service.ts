import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { instant } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { PlanQueries } from '../plans/plan.queries';
import { PlanService } from '../plans/plan.service';
import { TermsService } from '../terms/terms.service';
import { ApplicationQueries } from './application.queries';
import {
  ApplicationEvent,
  approvalRules,
  decisionRules,
  returnDeadline,
  transitions,
  usualReturnDays,
} from './application.rules';
import { applicationLaws, insistOnEvent, lockApplication, LockedApplication, todayAt } from './application.store';
import { ApplicationView } from './application.view';

/** What a manager says when deciding. */
export interface Decision {
  reason?: string;
  /** Whether the applicant is told at once; otherwise somebody does so later (`notify`), perhaps for many at a time. */
  notify?: boolean;
}

/** What is offered to whom is approved. */
export interface WantedApproval extends Decision {
  planVersionId: string;
  startsOn: LocalDate;
}

/** What managers do with applications. Decision and notification are two facts. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: ApplicationQueries,
    private readonly plans: PlanService,
    private readonly planQueries: PlanQueries,
    private readonly terms: TermsService,
  ) {}

  /** Gives an application back to be completed within some days. @throws Refused `reasoned_decision`, Conflict */
  async return(actor: Actor, id: string, reason: string, days = usualReturnDays): Promise<ApplicationView> {
    return this.deal(actor, id, 'return', async (tx, before, at) => {
      insist(decisionRules, { reason });
      const deadline = returnDeadline(at, days);
      await tx.query(
        `update application set status = 'returned', return_reason = nullif($3, ''), return_deadline = $4,
           version = version + 1, updated_at = $5
         where id = $1 and status = $2`,
        [id, before.status, reason, deadline, at],
      );
      return { reason, deadline: instant(deadline) };
    });
  }

  /** Finds an application complete and opens it to reviewers. @throws Conflict `application_state` */
  async startReview(actor: Actor, id: string): Promise<ApplicationView> {
    return this.deal(actor, id, 'start-review', async (tx, before, at) => {
      await tx.query(
        `update application set status = 'under_review', version = version + 1, updated_at = $3
         where id = $1 and status = $2`,
        [id, before.status, at],
      );
      return {};
    });
  }

  /**
   * Approves: offers a membership under a version of a plan, whose place is taken from now on.
   * @throws Refused by {@link approvalRules}; whatever {@link TermsService.offer} says; Conflict `application_state`
   */
  async approve(actor: Actor, id: string, wanted: WantedApproval): Promise<ApplicationView> {
    return this.deal(actor, id, 'approve', async (tx, before, at) => {
      await this.insistOnApproval(tx, before, wanted, at);
      const { siteId, personId } = before;
      const { planVersionId, startsOn } = wanted;
      const offer = { siteId, personId, applicationId: id, planVersionId, startsOn };
      const membershipId = await this.terms.offer(tx, offer, actor, at);
      if (wanted.notify === false) await holdOffer(tx, membershipId, at);
      await this.decide(tx, actor, before, 'approve', wanted, at);
      return { ...wanted, membershipId };
    });
  }

  /** Puts an application on the waiting list: a yes for which there is no place yet. @throws Conflict */
  async waitlist(actor: Actor, id: string, decision: Decision): Promise<ApplicationView> {
    return this.deal(actor, id, 'waitlist', async (tx, before, at) => {
      await this.decide(tx, actor, before, 'waitlist', decision, at);
      return { ...decision };
    });
  }

  /** Says no, with a reason that the applicant can read. @throws Refused `reasoned_decision`, Conflict */
  async reject(actor: Actor, id: string, decision: Decision): Promise<ApplicationView> {
    return this.deal(actor, id, 'reject', async (tx, before, at) => {
      insist(decisionRules, { reason: decision.reason });
      await this.decide(tx, actor, before, 'reject', decision, at);
      return { ...decision };
    });
  }

  /** Tells an applicant what was decided. @throws Conflict `application_notified`, `application_state` */
  async notify(actor: Actor, id: string): Promise<ApplicationView> {
    return this.database.transaction((tx) => this.tell(tx, actor, id, this.clock.now()));
  }

  /** Tells applicants what was decided: all of them or, when one cannot be told, none. @throws Conflict */
  async notifyAll(actor: Actor, ids: readonly string[]): Promise<ApplicationView[]> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const views: ApplicationView[] = [];
      for (const id of [...new Set(ids)].sort()) views.push(await this.tell(tx, actor, id, at));
      return views;
    });
  }

  private async tell(tx: EntityManager, actor: Actor, id: string, at: Date): Promise<ApplicationView> {
    const before = await lockApplication(tx, id);
    await insistOnEvent(tx, actor, before, 'notify', at);
    if (before.notifiedAt !== null) throw new Conflict('application_notified', 'This applicant has been told.');
    await tx.query('update application set notified_at = $2, version = version + 1, updated_at = $2 where id = $1', [
      id,
      at,
    ]);
    await startOffer(tx, id, at);
    await this.write(tx, actor, before, 'notify', at, { status: before.status });
    return this.queries.within(tx, actor, id);
  }

  /** Locks an application, insists that the event may happen, lets it happen, and writes it down with its facts. */
  private async deal(
    actor: Actor,
    id: string,
    event: ApplicationEvent,
    work: (tx: EntityManager, before: LockedApplication, at: Date) => Promise<Record<string, unknown>>,
  ): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await lockApplication(tx, id);
      await insistOnEvent(tx, actor, before, event, at);
      await this.write(tx, actor, before, event, at, await work(tx, before, at));
      return this.queries.within(tx, actor, id);
    }, applicationLaws);
  }

  /** Judges an approval under the locks of the person and of the plan, so that each place is given once. */
  private async insistOnApproval(
    tx: EntityManager,
    before: LockedApplication,
    { planVersionId, startsOn, reason }: WantedApproval,
    at: Date,
  ): Promise<void> {
    const { planId, siteId } = await this.planQueries.within(tx, planVersionId);
    if (siteId !== before.siteId) throw new Missing('plan version');
    await tx.query('select 1 from person where id = $1 for no key update', [before.personId]);
    await this.plans.lock(tx, planId);
    // Read again: what was read before the lock may be old.
    const plan = await this.planQueries.within(tx, planVersionId);
    const [counted] = await tx.query<{ reviews: number; failing: string[] }[]>(
      `select (select count(*)::integer from application_review where application_id = $1) as reviews,
              array(select code from eligibility_result
                    where application_id = $1 and coalesce(override_outcome, outcome) = 'fail' order by code) as failing`,
      [before.id],
    );
    insist(approvalRules, {
      siteStatus: before.siteStatus,
      planStatus: plan.status,
      isLatestVersion: plan.current,
      startsOn,
      today: todayAt(before, at),
      reviews: counted?.reviews ?? 0,
      reason: reason ?? null,
      failing: counted?.failing ?? [],
      places: plan.places,
      taken: plan.taken,
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    before: LockedApplication,
    event: 'approve' | 'waitlist' | 'reject',
    { reason = '', notify = true }: Decision,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `update application set status = $3, decided_at = $4, decided_by = $5, decision_reason = nullif($6, ''),
         notified_at = $7, version = version + 1, updated_at = $4
       where id = $1 and status = $2`,
      [before.id, before.status, transitions[event].to, at, actor.personId, reason, notify ? at : null],
    );
  }

  private write(
    tx: EntityManager,
    actor: Actor,
    { id, siteId }: LockedApplication,
    event: ApplicationEvent,
    at: Date,
    facts: Record<string, unknown>,
  ): Promise<void> {
    const action = `application.${event.replace('-', '_')}`;
    return this.audit.write(tx, { at, actor, action, subjectId: id, siteId, facts });
  }
}

/** An offer that nobody has heard of does not lapse behind their back: it keeps its place for as long as a year. */
async function holdOffer(tx: EntityManager, membershipId: string, at: Date): Promise<void> {
  await tx.query(
    `update membership set offer_expires_at = $2::timestamptz + interval '1 year' where id = $1 and status = 'offered'`,
    [membershipId, at],
  );
}

/** The days for accepting an offer count from the moment in which the applicant hears of it. */
async function startOffer(tx: EntityManager, applicationId: string, at: Date): Promise<void> {
  await tx.query(
    `update membership m set offer_expires_at = $2::timestamptz + make_interval(days => v.offer_days),
       version = m.version + 1, updated_at = $2
     from plan_version v
     where v.id = m.plan_version_id and m.application_id = $1 and m.status = 'offered'`,
    [applicationId, at],
  );
}
