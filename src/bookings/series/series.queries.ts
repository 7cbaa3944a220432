import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { parseInstant } from '../../kernel/site-time';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { Ask, loadSeries, shown } from './series.store';
import { seriesColumns, seriesJoins, SeriesRow, SeriesView } from './series.view';

/** Series as their holders and the managers of their site read them. */
@Injectable()
export class SeriesQueries implements OnModuleInit {
  private readonly ask: Ask = (sql, parameters) => this.database.read(sql, parameters);

  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'bookingSeries', read: (personId) => this.about(personId) });
  }

  /** One series. @throws Missing when there is none, or none that the actor may know of */
  async one(actor: Actor, id: string): Promise<SeriesView> {
    const [view] = await shown(this.ask, [await loadSeries(this.ask, actor, id)]);
    if (!view) throw new Missing('series');
    return view;
  }

  /** One's own series or those of a site, the newest first. @throws Missing for a site that the actor does not run */
  async list(
    actor: Actor,
    { siteId, limit = defaultLimit, cursor }: { siteId?: string; limit?: number; cursor?: string },
  ): Promise<Page<SeriesView>> {
    if (siteId !== undefined && !actor.manages(siteId)) throw new Missing('site');
    const before = beforeKey(cursor);
    const rows = await this.ask<SeriesRow>(
      `select ${seriesColumns} from ${seriesJoins}
       where ${siteId === undefined ? 'q.person_id' : 'q.site_id'} = $1 and ($2::timestamptz is null or (q.created_at, q.id) < ($2, $3))
       order by q.created_at desc, q.id desc limit $4`,
      [siteId ?? actor.personId, before.createdAt, before.id, limit + 1],
    );
    const { items, next } = pageOf(
      rows,
      limit,
      (row) => [instant(row.createdAt), row.id],
      (row) => row,
    );
    return { items: await shown(this.ask, items), next };
  }

  /** What a person asked for, for the export of their data; the bookings themselves are another section. */
  private about(personId: string): Promise<unknown[]> {
    return this.ask(
      `select q.id, q.rule, q.title, q.first_date as "firstDate", q.starts, q.ends, s.name as site, r.name as resource,
         q.created_at as "createdAt"
       from ${seriesJoins} where q.person_id = $1 order by q.created_at, q.id`,
      [personId],
    );
  }
}

function beforeKey(cursor: string | undefined): { createdAt: Date | null; id: string | null } {
  if (cursor === undefined) return { createdAt: null, id: null };
  const [createdAt = '', id = ''] = cursorKey(cursor, 2);
  const at = parseInstant(createdAt);
  if (!at || !isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return { createdAt: at, id };
}
