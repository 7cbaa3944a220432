import { Injectable } from '@nestjs/common';
import { Missing } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { ResourceStatus } from './resource.entity';
import { BookingTerms, ResourceKind } from './resource.rules';
import {
  resourceColumns,
  ResourceRow,
  ResourceRuleView,
  ResourceView,
  resourceView,
  ruleColumns,
  ruleView,
} from './resource.view';

/** Which resources of a site are wanted: at least so many seats, with all of the features. */
export interface ResourceFilter {
  kind?: ResourceKind;
  capacity?: number;
  features?: string[];
  status?: ResourceStatus;
  limit?: number;
  cursor?: string;
}

/** What is read of resources and of the rules of their kinds. */
@Injectable()
export class ResourcesQueries {
  constructor(private readonly database: Database) {}

  /** Resources of a site by kind and name; retired ones only when they are asked for. @throws Missing for the site. */
  async list(siteId: string, filter: ResourceFilter): Promise<Page<ResourceView>> {
    await this.insistOnSite(siteId);
    const { kind, capacity, features = [], status = 'active', limit = defaultLimit, cursor } = filter;
    const [lastKind, lastName] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const rows = await this.database.read<ResourceRow>(
      `select ${resourceColumns} from resource
       where site_id = $1 and status = $2 and ($3::text is null or kind = $3) and ($4::int is null or capacity >= $4)
         and features @> $5::text[] and ($6::text is null or (kind, name) > ($6, $7))
       order by kind, name limit $8`,
      [siteId, status, kind, capacity, features, lastKind, lastName, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.kind, row.name], resourceView);
  }

  /** One resource. @throws Missing */
  async one(id: string): Promise<ResourceView> {
    const rows = await this.database.read<ResourceRow>(`select ${resourceColumns} from resource where id = $1`, [id]);
    const row = rows[0];
    if (!row) throw new Missing('resource');
    return resourceView(row);
  }

  /** The rules of a site, one for each kind. @throws Missing for the site. */
  async rules(siteId: string): Promise<Page<ResourceRuleView>> {
    await this.insistOnSite(siteId);
    const rows = await this.database.read<BookingTerms>(
      `select ${ruleColumns} from resource_rule where site_id = $1 order by kind`,
      [siteId],
    );
    return { items: rows.map(ruleView), next: null };
  }

  private async insistOnSite(siteId: string): Promise<void> {
    const rows = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (rows.length === 0) throw new Missing('site');
  }
}
