import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { Database } from '../../platform/database/database';
import { Page } from '../../platform/http/page';
import { extraColumns, ExtraRow, ExtraView, extraView } from './extra.view';

/** What a site lends, and how much of it is left. */
@Injectable()
export class ExtraQueries {
  constructor(private readonly database: Database) {}

  /**
   * The extras of a site by name; what is retired only for those who run it. With a period also what is left at its
   * busiest instant, which is a look and no promise.
   * @throws Missing when there is no such site; Malformed when only one end of the period is given
   */
  async list(actor: Actor, siteId: string, { start, end }: { start?: Date; end?: Date }): Promise<Page<ExtraView>> {
    if (!start !== !end) throw Malformed.at(start ? '/end' : '/start', 'is needed beside the other');
    const period = start && end ? Period.of(start, end) : undefined;
    const known = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (known.length === 0) throw new Missing('site');
    const rows = await this.database.read<ExtraRow>(
      `select ${extraColumns},
              case when $2::timestamptz is not null then extra_peak(e.id, e.site_id, $2, $3, null) end as taken
       from extra e where e.site_id = $1 and (e.status = 'active' or $4) order by e.status, e.name limit 500`,
      [siteId, period?.start ?? null, period?.end ?? null, actor.manages(siteId)],
    );
    return { items: rows.map(extraView), next: null };
  }
}
