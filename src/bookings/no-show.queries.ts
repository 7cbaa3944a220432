import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { PersonalRecords } from '../people/personal-records';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { NoShowRow, noShowRows, NoShowView, noShowView } from './no-show.view';

/** Which no-shows are wanted. */
export interface NoShowFilter {
  /** Those with an appeal that nobody has answered. */
  waiting?: boolean;
  limit?: number;
  cursor?: string;
}

/** What is read of no-shows, the newest first. */
@Injectable()
export class NoShowQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'noShows', read: (personId) => this.about(personId) });
  }

  /** One's own. */
  own(actor: Actor, filter: NoShowFilter): Promise<Page<NoShowView>> {
    return this.list('k.person_id = $1', actor.personId, filter);
  }

  /** Those of a site that the actor manages. @throws Missing for any other site */
  async ofSite(actor: Actor, siteId: string, filter: NoShowFilter): Promise<Page<NoShowView>> {
    const known = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (known.length === 0 || !actor.manages(siteId)) throw new Missing('site');
    return this.list('k.site_id = $1', siteId, filter);
  }

  private async list(
    which: string,
    id: string,
    { waiting = false, limit = defaultLimit, cursor }: NoShowFilter,
  ): Promise<Page<NoShowView>> {
    const [before] = cursor === undefined ? [] : cursorKey(cursor, 1);
    const rows = await this.database.read<NoShowRow>(
      `${noShowRows}
       where ${which} and (not $2 or (k.appealed_at is not null and k.answered_at is null and k.forgiven_at is null))
         and ($3::text is null or (k.at, k.id) < (select at, id from no_show_strike where id::text = $3))
       order by k.at desc, k.id desc limit $4`,
      [id, waiting, before ?? null, limit + 1],
    );
    const now = this.clock.now();
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => noShowView(row, now),
    );
  }

  /** For the export of somebody's own data. */
  private about(personId: string): Promise<unknown[]> {
    return this.database.read(
      `select booking_id as "bookingId", at, forgiven_at as "forgivenAt", forgiven_reason as "forgivenReason", appeal,
              appealed_at as "appealedAt", appeal_answer as "appealAnswer", answered_at as "answeredAt"
       from no_show_strike where person_id = $1 order by at, id`,
      [personId],
    );
  }
}
