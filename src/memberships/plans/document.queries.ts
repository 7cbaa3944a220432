import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { DocumentKind } from './document.rules';
import { DocumentRow, documentRows } from './document.view';

/** What is read of agreements and house rules. */
@Injectable()
export class DocumentQueries {
  constructor(private readonly database: Database) {}

  /** The latest version of each document of a site, the agreement first. @throws Missing for an unknown site. */
  async current(siteId: string, kind?: DocumentKind): Promise<DocumentRow[]> {
    const sites = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (sites.length === 0) throw new Missing('site');
    return this.latest(this.database.source.manager, siteId, kind);
  }

  /** One version, however old: what somebody agreed to can always be read again. @throws Missing */
  one(id: string): Promise<DocumentRow> {
    return this.within(this.database.source.manager, id);
  }

  /** One version as a transaction sees it. @throws Missing */
  async within(tx: EntityManager, id: string): Promise<DocumentRow> {
    const rows: DocumentRow[] = await tx.query(`${documentRows} where d.id = $1`, [id]);
    if (!rows[0]) throw new Missing('document');
    return rows[0];
  }

  /** The latest version of each document of a site as a transaction sees it, the agreement first. */
  latest(tx: EntityManager, siteId: string, kind?: DocumentKind): Promise<DocumentRow[]> {
    return tx.query(
      `select * from (
         select distinct on (kind) * from (${documentRows} where d.site_id = $1 and ($2::text is null or d.kind = $2)) each
         order by kind, version desc
       ) latest order by kind`,
      [siteId, kind],
    );
  }
}
