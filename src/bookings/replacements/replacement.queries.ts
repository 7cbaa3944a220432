import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { ReplacementRow, replacementRows, ReplacementView, replacementView } from './replacement.view';

/** Which replacements to list. */
export interface ReplacementFilter {
  /** Those of a site, for those who run it; one's own when left out. */
  siteId?: string;
  /** Those of one closure, one maintenance or one resource out of use. */
  causeId?: string;
  status?: string;
  limit?: number;
  cursor?: string;
}

/** What is read of replacements. */
@Injectable()
export class ReplacementQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'replacements', read: (personId) => this.about(personId) });
  }

  /** One's own replacements or those of a site, the newest first. @throws Missing for a site the actor does not run */
  async list(
    actor: Actor,
    { siteId, causeId, status, limit = defaultLimit, cursor }: ReplacementFilter,
  ): Promise<Page<ReplacementView>> {
    if (siteId !== undefined && !actor.manages(siteId)) throw new Missing('site');
    const [at = null, id = null] = cursor === undefined ? [] : beforeKey(cursor);
    const rows = await this.database.read<ReplacementRow>(
      `${replacementRows}
       where ${siteId === undefined ? 'p.person_id' : 'p.site_id'} = $1
         and ($2::text is null or p.status = $2) and ($3::uuid is null or p.cause_id = $3)
         and ($4::text is null or (p.offered_at, p.id) < (to_timestamp($4::float8 / 1000), $5::uuid))
       order by p.offered_at desc, p.id desc limit $6`,
      [siteId ?? actor.personId, status ?? null, causeId ?? null, at, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.offeredAt.getTime(), row.id],
      (row) => replacementView(row, siteId !== undefined),
    );
  }

  /** One replacement. @throws Missing when it is neither one's own nor at a site that one runs */
  async one(actor: Actor, id: string): Promise<ReplacementView> {
    const [row] = await this.database.read<ReplacementRow>(`${replacementRows} where p.id = $1`, [id]);
    const runs = row !== undefined && actor.manages(row.siteId);
    if (!row || !(runs || row.personId === actor.personId)) throw new Missing('replacement');
    return replacementView(row, runs);
  }

  /** For the export of somebody's own data. */
  private async about(personId: string): Promise<ReplacementView[]> {
    const rows = await this.database.read<ReplacementRow>(
      `${replacementRows} where p.person_id = $1 order by p.offered_at, p.id`,
      [personId],
    );
    return rows.map((row) => replacementView(row));
  }
}

/** The sort key that a cursor carries. @throws Malformed for any other text */
function beforeKey(cursor: string): string[] {
  const [at = '', id = ''] = cursorKey(cursor, 2);
  if (/^\d{1,14}$/.test(at) && isId(id)) return [at, id];
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}
