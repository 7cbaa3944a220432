import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { EntryRow, entryRows, entryView, WaitingListEntryView } from './waiting-list.view';

/** Which entries to list. */
export interface WaitingListFilter {
  /** The list of a site, for those who run it; one's own when left out. */
  siteId?: string;
  status?: string;
  limit?: number;
  cursor?: string;
}

/** What is read of the waiting list. */
@Injectable()
export class WaitingListQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'waitingList', read: (personId) => this.about(personId) });
  }

  /**
   * One's own entries, or those of a site in the order in which they are offered places: by start, then least used,
   * then longest waiting. @throws Missing for a site that the actor does not manage
   */
  async list(
    actor: Actor,
    { siteId, status, limit = defaultLimit, cursor }: WaitingListFilter,
  ): Promise<Page<WaitingListEntryView>> {
    if (siteId !== undefined) await this.insistOnManaging(actor, siteId);
    const [start = null, used = null, since = null, id = null] = cursor === undefined ? [] : afterKey(cursor);
    const rows = await this.database.read<EntryRow>(
      `select * from (${entryRows}
         where ${siteId === undefined ? 'e.person_id' : 'e.site_id'} = $2 and ($3::text is null or e.status = $3)) entries
       where $4::text is null or ("startsAt", "usedMinutes", "createdAt", id)
             > (to_timestamp($4::float8 / 1000), $5::int, to_timestamp($6::float8 / 1000), $7::uuid)
       order by "startsAt", "usedMinutes", "createdAt", id limit $8`,
      [this.clock.now(), siteId ?? actor.personId, status ?? null, start, used, since, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.startsAt.getTime(), row.usedMinutes, row.createdAt.getTime(), row.id],
      (row) => entryView(row, siteId !== undefined),
    );
  }

  private async insistOnManaging(actor: Actor, siteId: string): Promise<void> {
    const known = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (known.length === 0 || !actor.manages(siteId)) throw new Missing('site');
  }

  /** For the export of somebody's own data. */
  private async about(personId: string): Promise<WaitingListEntryView[]> {
    const rows = await this.database.read<EntryRow>(`${entryRows} where e.person_id = $2 order by e.created_at, e.id`, [
      this.clock.now(),
      personId,
    ]);
    return rows.map((row) => entryView(row));
  }
}

/** The sort key that a cursor carries. @throws Malformed for any other text */
function afterKey(cursor: string): string[] {
  const key = cursorKey(cursor, 4);
  if (key.slice(0, 3).every((part) => /^\d{1,14}$/.test(part)) && isId(key[3] ?? '')) return key;
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}
