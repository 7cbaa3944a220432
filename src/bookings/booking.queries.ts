import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Malformed, Missing } from '../kernel/errors';
import { isId } from '../kernel/id';
import { instant } from '../kernel/period';
import { parseInstant } from '../kernel/site-time';
import { PersonalRecords } from '../people/personal-records';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { bookingColumns, bookingJoins, BookingRow, BookingView, bookingView } from './booking.view';

/** Which bookings to list; what is left out does not matter. */
export interface BookingFilter {
  from?: Date;
  to?: Date;
  status?: string;
  siteId?: string;
  personId?: string;
  limit?: number;
  cursor?: string;
}

/** Bookings as their holders and the managers of their site read them. */
@Injectable()
export class BookingQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'bookings', read: (personId) => this.about(personId) });
  }

  /** One booking. @throws Missing when there is none, or none that the actor may know of. */
  async one(actor: Actor, id: string): Promise<BookingView> {
    const rows = await this.database.read<BookingRow>(
      `select ${bookingColumns} from ${bookingJoins} where b.id = $1 and (b.person_id = $2 or $3 or b.site_id = any($4))`,
      [id, actor.personId, actor.isAdministrator, managedSites(actor)],
    );
    if (!rows[0]) throw new Missing('booking');
    return bookingView(rows[0]);
  }

  /**
   * Bookings in order of their start. Without a site or a person: one's own. With a site: all of it for those who run
   * it, one's own there for others. Another person's: only at sites that the actor runs.
   */
  async list(actor: Actor, filter: BookingFilter): Promise<Page<BookingView>> {
    const limit = filter.limit ?? defaultLimit;
    const after = afterKey(filter.cursor);
    const own = filter.siteId === undefined && filter.personId === undefined;
    const rows = await this.database.read<BookingRow>(
      `select ${bookingColumns} from ${bookingJoins}
       where (b.person_id = $1 or (not $2 and ($3 or b.site_id = any($4))))
         and ($5::uuid is null or b.site_id = $5) and ($6::uuid is null or b.person_id = $6)
         and ($7::timestamptz is null or b.ends_at > $7) and ($8::timestamptz is null or b.starts_at < $8)
         and ($9::text is null or b.status = $9)
         and ($10::timestamptz is null or (b.starts_at, b.id) > ($10, $11))
       order by b.starts_at, b.id limit $12`,
      [
        actor.personId,
        own,
        actor.isAdministrator,
        managedSites(actor),
        filter.siteId ?? null,
        filter.personId ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.status ?? null,
        after.start,
        after.id,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [instant(row.startsAt), row.id], bookingView);
  }

  /** Every booking that was ever made for a person, for the export of their data. */
  private async about(personId: string): Promise<BookingView[]> {
    const rows = await this.database.read<BookingRow>(
      `select ${bookingColumns} from ${bookingJoins} where b.person_id = $1 order by b.starts_at, b.id limit 20000`,
      [personId],
    );
    return rows.map(bookingView);
  }
}

function managedSites(actor: Actor): string[] {
  return actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
}

/** The sort key that a cursor carries: start and id of the last booking shown. @throws Malformed for any other text. */
function afterKey(cursor: string | undefined): { start: Date | null; id: string | null } {
  if (cursor === undefined) return { start: null, id: null };
  const [start = '', id = ''] = cursorKey(cursor, 2);
  const at = parseInstant(start);
  if (!at || !isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return { start: at, id };
}
