import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { CalendarClashView, ClashRow, clashRows, clashView } from './clash.view';

/** Questions that the house has for a coach about the calendar outside. */
@Injectable()
export class ClashQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits for the actor's answer, the oldest first: sessions to come that still stand. */
  async open(actor: Actor, limit = defaultLimit, cursor?: string): Promise<Page<CalendarClashView>> {
    const [after] = cursor === undefined ? [null] : cursorKey(cursor, 1);
    const rows = await this.database.read<ClashRow>(
      `${clashRows}
       where x.coach_id = $1 and x.answered_at is null and s.status = 'confirmed' and s.starts_at > $2
         and s.starts_at < x.ends_at and s.ends_at > x.starts_at
         and ($3::text is null or x.id::text > $3)
       order by x.id limit $4`,
      [actor.personId, this.clock.now(), after, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id], clashView);
  }
}
