import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Answers, changedAnswers, mentioned } from './answers';
import { ApplicationQueries } from './application.queries';
import { draftRules, submissionRules } from './application.rules';
import { applicationLaws, insistOnEvent, lockApplication, LockedApplication, todayAt } from './application.store';
import { ApplicationView } from './application.view';
import { EligibilityService } from './eligibility.service';

/** What an applicant may change. Members left out stay, null clears. */
export interface ApplicationChange {
  planId?: string | null;
  startsOn?: LocalDate | null;
  noOwnOffice?: boolean;
  answers?: Answers;
}

/** What an applicant does with an application. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: ApplicationQueries,
    private readonly eligibility: EligibilityService,
  ) {}

  /** Begins an application, filled in as far as one likes. @throws Conflict `application_open`, Refused `site_active` */
  async begin(
    actor: Actor,
    siteId: string,
    wanted: ApplicationChange,
    idempotency?: IdempotencyKey,
  ): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          const sites: { siteStatus: string }[] = await tx.query(
            'select status as "siteStatus" from site where id = $1 for key share',
            [siteId],
          );
          if (!sites[0]) throw new Missing('site');
          insist(draftRules, sites[0]);
          await insistOnPlan(tx, siteId, wanted.planId);
          const id = newId();
          await tx.query(
            `insert into application
               (id, site_id, person_id, plan_id, status, answers, starts_on, no_own_office, created_at, updated_at)
             values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $8)`,
            [
              id,
              siteId,
              actor.personId,
              wanted.planId,
              JSON.stringify(changedAnswers({}, wanted.answers)),
              wanted.startsOn,
              wanted.noOwnOffice ?? false,
              at,
            ],
          );
          await this.audit.write(tx, { at, actor, action: 'application.begin', subjectId: id, siteId });
          return this.queries.within(tx, actor, id);
        }),
      applicationLaws,
    );
  }

  /** Fills in more of a draft, or of an application that was returned. @throws Unconditional, Stale, Conflict */
  async edit(actor: Actor, id: string, change: ApplicationChange, expected: ExpectedVersion): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await lockApplication(tx, id);
      await insistOnEvent(tx, actor, before, 'edit', at);
      insistOnVersion('application', expected, before.version);
      await insistOnPlan(tx, before.siteId, change.planId);
      await tx.query(
        `update application set plan_id = $2, starts_on = $3, no_own_office = $4, answers = $5, version = version + 1,
           updated_at = $6
         where id = $1`,
        [
          id,
          change.planId === undefined ? before.planId : change.planId,
          change.startsOn === undefined ? before.startsOn : change.startsOn,
          change.noOwnOffice ?? before.noOwnOffice,
          JSON.stringify(changedAnswers(before.answers, change.answers)),
          at,
        ],
      );
      // What is told stays between the applicant and the reviewers; the trail knows only which answers were touched.
      const facts = { changed: [change, change.answers ?? {}].flatMap((each) => Object.keys(mentioned(each))).sort() };
      return this.written(tx, actor, before, 'application.edit', at, facts);
    }, applicationLaws);
  }

  /**
   * Hands an application in: it must be complete, and the site's rules of eligibility are judged on it.
   * @throws Refused by {@link submissionRules}, Conflict `application_state`
   */
  async submit(actor: Actor, id: string, declaresNoOwnOffice = false): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await lockApplication(tx, id);
      await insistOnEvent(tx, actor, before, 'submit', at);
      const planStatus = await statusOfPlan(tx, before.planId);
      const noOwnOffice = before.noOwnOffice || declaresNoOwnOffice;
      insist(submissionRules, { ...before, noOwnOffice, planStatus, today: todayAt(before, at) });
      await tx.query(
        `update application set status = 'submitted', submitted_at = coalesce(submitted_at, $3), return_reason = null,
           return_deadline = null, no_own_office = $4, version = version + 1, updated_at = $3
         where id = $1 and status = $2`,
        [id, before.status, at, noOwnOffice],
      );
      const results = await this.eligibility.judge(tx, { ...before, noOwnOffice }, at);
      const facts = { eligibility: Object.fromEntries(results.map(({ code, outcome }) => [code, outcome])) };
      return this.written(tx, actor, before, 'application.submit', at, facts);
    }, applicationLaws);
  }

  /** Takes an application back, at any time before the decision. @throws Conflict `application_state` */
  async withdraw(actor: Actor, id: string): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await lockApplication(tx, id);
      await insistOnEvent(tx, actor, before, 'withdraw', at);
      await tx.query(
        `update application set status = 'withdrawn', version = version + 1, updated_at = $3
         where id = $1 and status = $2`,
        [id, before.status, at],
      );
      return this.written(tx, actor, before, 'application.withdraw', at, { from: before.status });
    });
  }

  /** Closes an application that was returned and not completed in time. Called by the house; false when it was. */
  async expire(id: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [rows]: [{ siteId: string }[], number] = await tx.query(
        `update application set status = 'expired', version = version + 1, updated_at = $2
         where id = $1 and status = 'returned' and return_deadline <= $2 returning site_id as "siteId"`,
        [id, now],
      );
      const siteId = rows[0]?.siteId;
      if (siteId === undefined) return false;
      await this.audit.write(tx, { at: now, actor: theHouse, action: 'application.expire', subjectId: id, siteId });
      return true;
    });
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    { id, siteId }: LockedApplication,
    action: string,
    at: Date,
    facts: Record<string, unknown>,
  ): Promise<ApplicationView> {
    await this.audit.write(tx, { at, actor, action, subjectId: id, siteId, facts });
    return this.queries.within(tx, actor, id);
  }
}

/** A plan that is wished for is one of the site. @throws Missing */
async function insistOnPlan(tx: EntityManager, siteId: string, planId: string | null | undefined): Promise<void> {
  if (planId === null || planId === undefined) return;
  const plans: unknown[] = await tx.query('select 1 from plan where id = $1 and site_id = $2', [planId, siteId]);
  if (plans.length === 0) throw new Missing('plan');
}

async function statusOfPlan(tx: EntityManager, planId: string | null): Promise<string | null> {
  const plans: { status: string }[] = await tx.query('select status from plan where id = $1', [planId]);
  return plans[0]?.status ?? null;
}
