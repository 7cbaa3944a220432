import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { insistOnManaging } from '../../sites/site.rules';
import { placesTaken } from '../plans/plan.view';
import { Answers } from './answers';
import { ApplicationQueries } from './application.queries';
import { decisionRules } from './application.rules';
import { applicationLaws, insistOnEvent, lockApplication, LockedApplication, todayAt } from './application.store';
import { ApplicationView } from './application.view';
import { EligibilityCase, eligibilityOf, eligibilityRules, Judgement, Outcome, SiteRule } from './eligibility.rules';

/** What the database knows that rules of eligibility ask for. */
type KnownFacts = Pick<EligibilityCase, 'places' | 'taken' | 'terminatedOn' | 'suspended'>;

/** What a site asks of applicants, and what comes of it. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: ApplicationQueries,
  ) {}

  /** The rules of a site by code, those that rest among them. @throws Missing for an unknown site. */
  async rules(siteId: string): Promise<SiteRule[]> {
    const sites = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (sites.length === 0) throw new Missing('site');
    return rulesOf(this.database.source.manager, siteId);
  }

  /** Sets all rules of a site. What was judged by the old ones stays. @throws Refused by {@link eligibilityRules} */
  async setRules(actor: Actor, siteId: string, rules: readonly SiteRule[]): Promise<SiteRule[]> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const sites: unknown[] = await tx.query('select 1 from site where id = $1 for no key update', [siteId]);
      if (sites.length === 0) throw new Missing('site');
      insistOnManaging(actor, siteId);
      insist(eligibilityRules, rules);
      await tx.query('delete from eligibility_rule where site_id = $1', [siteId]);
      await tx.query(
        `insert into eligibility_rule (id, site_id, code, check_name, parameters, active)
         select id, $2, code, "check", parameters, active
         from jsonb_to_recordset($1) as r (id uuid, code text, "check" text, parameters jsonb, active boolean)`,
        [JSON.stringify(rules.map((rule) => ({ ...rule, id: newId() }))), siteId],
      );
      await this.audit.write(tx, { at, actor, action: 'eligibility.set', subjectId: siteId, siteId, facts: { rules } });
      return rulesOf(tx, siteId);
    });
  }

  /** Judges a locked application by the rules of its site and stores the results; those of an earlier submission go. */
  async judge(tx: EntityManager, application: LockedApplication, now: Date): Promise<(Judgement & { code: string })[]> {
    const { ageBand, municipality, sector, company } = application.answers as Answers;
    const results = eligibilityOf(await rulesOf(tx, application.siteId), {
      today: todayAt(application, now),
      noOwnOffice: application.noOwnOffice,
      ageBand: ageBand ?? undefined,
      municipality: municipality ?? undefined,
      sector: sector ?? undefined,
      company: company ?? undefined,
      ...(await factsAbout(tx, application)),
    });
    await tx.query('delete from eligibility_result where application_id = $1', [application.id]);
    await tx.query(
      `insert into eligibility_result (application_id, code, outcome, because, facts, reason, judged_at)
       select $1, code, outcome, because, facts, reason, $3
       from jsonb_to_recordset($2) as r (code text, outcome text, because text, facts jsonb, reason text)`,
      [application.id, JSON.stringify(results), now],
    );
    return results;
  }

  /**
   * Says something else than a rule, with a reason that the applicant can read (`reasoned_decision`).
   * @throws Missing when no such rule was judged, Refused `reasoned_decision`, Conflict `application_state`
   */
  async override(
    actor: Actor,
    id: string,
    code: string,
    outcome: Exclude<Outcome, 'manual'>,
    reason: string,
  ): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await lockApplication(tx, id);
      await insistOnEvent(tx, actor, application, 'override', at);
      insist(decisionRules, { reason });
      const [, count]: [unknown, number] = await tx.query(
        `update eligibility_result set overridden_by = $3, override_outcome = $4, override_reason = nullif($5, '')
         where application_id = $1 and code = $2`,
        [id, code, actor.personId, outcome, reason],
      );
      if (count === 0) throw new Missing('result');
      const { siteId } = application;
      const facts = { code, outcome, reason };
      await this.audit.write(tx, { at, actor, action: 'application.override', subjectId: id, siteId, facts });
      return this.queries.within(tx, actor, id);
    }, applicationLaws);
  }
}

function rulesOf(tx: EntityManager, siteId: string): Promise<SiteRule[]> {
  return tx.query(
    `select code, check_name as "check", parameters, active from eligibility_rule where site_id = $1 order by code`,
    [siteId],
  );
}

async function factsAbout(tx: EntityManager, application: LockedApplication): Promise<KnownFacts> {
  const { planId, personId, siteId } = application;
  const rows: (Omit<KnownFacts, 'terminatedOn'> & { terminatedOn: LocalDate | null })[] = await tx.query(
    `select (select p.places from plan p where p.id = $1) as places,
            coalesce((select ${placesTaken} from plan p where p.id = $1), 0) as taken,
            (select max(ends_on) from membership
             where person_id = $2 and site_id = $3 and status = 'ended' and end_reason = 'terminated_for_cause')
              as "terminatedOn",
            exists (select 1 from membership where person_id = $2 and site_id = $3 and status = 'suspended')
              as suspended`,
    [planId, personId, siteId],
  );
  return rows[0] ?? { places: null, taken: 0, terminatedOn: null, suspended: false };
}
