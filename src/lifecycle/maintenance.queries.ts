import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { instant } from '../kernel/period';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { Slice } from '../sites/sites.queries';
import { MaintenanceRow, maintenanceRows, MaintenanceView, maintenanceView } from './maintenance.view';

/** What is read of maintenance. */
@Injectable()
export class MaintenanceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One piece of maintenance. @throws Missing */
  async one(id: string): Promise<MaintenanceView> {
    const rows = await this.database.read<MaintenanceRow>(`${maintenanceRows} where m.id = $1`, [id]);
    const row = rows[0];
    if (!row) throw new Missing('maintenance');
    return maintenanceView(row);
  }

  /** Maintenance of a resource, under way or to come, in order of time. @throws Missing for the resource. */
  async ofResource(resourceId: string, { limit = defaultLimit, cursor }: Slice): Promise<Page<MaintenanceView>> {
    const known = await this.database.read('select 1 from resource where id = $1', [resourceId]);
    if (known.length === 0) throw new Missing('resource');
    const [, id] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const rows = await this.database.read<MaintenanceRow>(
      `${maintenanceRows}
       where m.resource_id = $1 and m.ends_at > $2
         and ($3::text is null or (m.starts_at, m.id) > (select starts_at, id from maintenance where id::text = $3))
       order by m.starts_at, m.id limit $4`,
      [resourceId, this.clock.now(), id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [instant(row.startsAt), row.id], maintenanceView);
  }
}
