import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { insistOnManaging } from '../../sites/site.rules';
import { PlanStatus } from './plan.rules';
import { PlanRow, planRows } from './plan.view';

/** What is read of plans and their versions. */
@Injectable()
export class PlanQueries {
  constructor(private readonly database: Database) {}

  /** The latest version of each plan of a site, in the order in which the plans were made. @throws Missing */
  async current(siteId: string, status: PlanStatus = 'active'): Promise<PlanRow[]> {
    await this.insistOnSite(siteId);
    return this.database.read<PlanRow>(
      `${planRows}
       where p.site_id = $1 and p.status = $2
         and not exists (select 1 from plan_version later where later.plan_id = p.id and later.version > v.version)
       order by p.created_at, p.id`,
      [siteId, status],
    );
  }

  /**
   * Every version that is on offer or binds somebody, older and retired ones too, in the order in which the plans were
   * made and the newest version of each first. @throws Missing; Forbidden `role_required` for who does not run the site
   */
  async inForce(actor: Actor, siteId: string): Promise<PlanRow[]> {
    await this.insistOnSite(siteId);
    insistOnManaging(actor, siteId);
    return this.database.read<PlanRow>(
      `select * from (${planRows} where p.site_id = $1) v
       where v.current and v.status = 'active' or exists (
         select 1 from membership m where m.plan_version_id = v.id and m.status <> all ('{lapsed,ended}'))
       order by (select p.created_at from plan p where p.id = v."planId"), v."planId", v.version desc`,
      [siteId],
    );
  }

  /** One version of a plan, however old: what somebody agreed to can always be read again. @throws Missing */
  version(id: string): Promise<PlanRow> {
    return this.within(this.database.source.manager, id);
  }

  /** One version of a plan as a transaction sees it. @throws Missing */
  async within(tx: EntityManager, id: string): Promise<PlanRow> {
    const rows: PlanRow[] = await tx.query(`${planRows} where v.id = $1`, [id]);
    if (!rows[0]) throw new Missing('plan version');
    return rows[0];
  }

  /** The latest version of a plan as a transaction sees it. @throws Missing */
  async latest(tx: EntityManager, planId: string): Promise<PlanRow> {
    const rows: PlanRow[] = await tx.query(`${planRows} where p.id = $1 order by v.version desc limit 1`, [planId]);
    if (!rows[0]) throw new Missing('plan');
    return rows[0];
  }

  private async insistOnSite(siteId: string): Promise<void> {
    const sites = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (sites.length === 0) throw new Missing('site');
  }
}
