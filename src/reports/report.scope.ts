import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Missing } from '../kernel/errors';
import { insist } from '../kernel/refusal';
import { Database } from '../platform/database/database';
import { Range, reportRules } from './report.rules';

/** A site that somebody may read figures of. */
export interface ReportedSite {
  id: string;
  name: string;
  timeZone: string;
}

/** What a report is about, and for whom. */
export interface Scope extends Range {
  sites: ReportedSite[];
  /** Whether small groups are hidden: somebody reads who runs none, or not all, of these sites. */
  hidesSmallCells: boolean;
}

/** A question for a report: without a site, all sites whose figures the person may read. */
export interface ReportQuestion extends Range {
  siteId?: string;
}

/** Who may read which figures: managers of their sites, observers of theirs without small groups, administrators all. */
@Injectable()
export class ReportScope {
  constructor(private readonly database: Database) {}

  /** @throws Missing for a site that the person may not read of; Refused `report_range` */
  async of(actor: Actor, { siteId, from, to }: ReportQuestion): Promise<Scope> {
    insist(reportRules, { from, to });
    const all = await this.database.read<ReportedSite>(
      `select id, name, time_zone as "timeZone" from site where $1::uuid is null or id = $1 order by name, id`,
      [siteId ?? null],
    );
    const sites = all.filter(({ id }) => actor.manages(id) || actor.holds('observer', id));
    if (siteId !== undefined && sites.length === 0) throw new Missing('site');
    return { from, to, sites, hidesSmallCells: sites.some(({ id }) => !actor.manages(id)) };
  }

  /** A site that the person runs. @throws Missing */
  async managed(actor: Actor, siteId: string): Promise<ReportedSite> {
    const rows = await this.database.read<ReportedSite>(
      `select id, name, time_zone as "timeZone" from site where id = $1`,
      [siteId],
    );
    const [site] = rows;
    if (!site || !actor.manages(siteId)) throw new Missing('site');
    return site;
  }
}
