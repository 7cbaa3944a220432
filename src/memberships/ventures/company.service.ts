import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { CompanyFacts, companyRules } from './company.rules';
import { loadVenture, openVenture, touch } from './venture.store';
import { VentureView, ventureView } from './venture.view';

const laws: Laws = {
  company_facts: () =>
    new Refused([{ code: 'company_facts', detail: 'Another venture has entered this company.', facts: {} }]),
};

/** The companies that ventures become. */
@Injectable()
export class CompanyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Enters the company of a venture, or corrects what was entered. What this means for the start-up grant stands among
   * the warnings of the answer.
   * @throws Refused `company_facts`
   */
  async enter(actor: Actor, ventureId: string, company: CompanyFacts): Promise<VentureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const venture = await openVenture(tx, actor, ventureId, 'register-company', now);
      insist(companyRules, { ...company, today: venture.today });
      await tx.query(
        `insert into company (id, venture_id, name, business_id, country, registered_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (venture_id) do update set name = excluded.name, business_id = excluded.business_id,
           country = excluded.country, registered_on = excluded.registered_on`,
        [newId(), ventureId, company.name, company.businessId, company.country, company.registeredOn, now],
      );
      await touch(tx, ventureId, now);
      await this.audit.write(tx, {
        at: now,
        actor,
        action: 'venture.enter_company',
        subjectId: ventureId,
        siteId: venture.siteId,
        facts: { businessId: company.businessId, country: company.country, registeredOn: company.registeredOn },
      });
      return ventureView(await loadVenture(tx, ventureId, now), now);
    }, laws);
  }
}
