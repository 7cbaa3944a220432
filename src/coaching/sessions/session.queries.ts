import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { parseInstant } from '../../kernel/site-time';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { sessionColumns, sessionJoins, SessionRow, SessionView, sessionView } from './session.view';

/** Which sessions to list; what is left out does not matter. */
export interface SessionFilter {
  from?: Date;
  to?: Date;
  status?: string;
  siteId?: string;
  coachId?: string;
  personId?: string;
  assignmentId?: string;
  limit?: number;
  cursor?: string;
}

/** One takes part when one coaches or is among the founders; `$1` is the person. */
const takesPart = `(k.coach_id = $1 or exists (
  select 1 from session_participant x where x.session_id = k.id and x.person_id = $1))`;

/** Sessions as those who take part and the managers of their site read them. */
@Injectable()
export class SessionQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'coachingSessions', read: (personId) => this.about(personId) });
  }

  /** One session. @throws Missing when there is none, or none that the actor may know of */
  async one(actor: Actor, id: string): Promise<SessionView> {
    const rows = await this.database.read<SessionRow>(
      `select ${sessionColumns} from ${sessionJoins} where k.id = $2 and (${takesPart} or $3 or k.site_id = any($4))`,
      [actor.personId, id, actor.isAdministrator, managedSites(actor)],
    );
    if (!rows[0]) throw new Missing('session');
    return sessionView(rows[0], actor);
  }

  /**
   * Sessions in order of their start: one's own, as founder or as coach. Those who run sites see theirs when they ask
   * for a site, a coach or a person.
   */
  async list(actor: Actor, filter: SessionFilter): Promise<Page<SessionView>> {
    const limit = filter.limit ?? defaultLimit;
    const after = afterKey(filter.cursor);
    const own = filter.siteId === undefined && filter.personId === undefined && filter.coachId === undefined;
    const rows = await this.database.read<SessionRow>(
      `select ${sessionColumns} from ${sessionJoins}
       where (${takesPart} or (not $2 and ($3 or k.site_id = any($4))))
         and ($5::uuid is null or k.site_id = $5) and ($6::uuid is null or k.coach_id = $6)
         and ($7::uuid is null or exists (
           select 1 from session_participant y where y.session_id = k.id and y.person_id = $7))
         and ($8::timestamptz is null or k.ends_at > $8) and ($9::timestamptz is null or k.starts_at < $9)
         and ($10::text is null or k.status = $10) and ($11::uuid is null or k.assignment_id = $11)
         and ($12::timestamptz is null or (k.starts_at, k.id) > ($12, $13))
       order by k.starts_at, k.id limit $14`,
      [
        actor.personId,
        own,
        actor.isAdministrator,
        managedSites(actor),
        filter.siteId ?? null,
        filter.coachId ?? null,
        filter.personId ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.status ?? null,
        filter.assignmentId ?? null,
        after.start,
        after.id,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [instant(row.startsAt), row.id],
      (row) => sessionView(row, actor),
    );
  }

  /** Every session in which a person took part, for the export of their data. */
  async about(personId: string): Promise<SessionView[]> {
    const rows = await this.database.read<SessionRow>(
      `select ${sessionColumns} from ${sessionJoins} where ${takesPart} order by k.starts_at, k.id limit 20000`,
      [personId],
    );
    const reader = new Actor(personId, null, []);
    return rows.map((row) => sessionView(row, reader));
  }
}

function managedSites(actor: Actor): string[] {
  return actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
}

/** The sort key that a cursor carries: start and id of the last one shown. @throws Malformed for any other text */
function afterKey(cursor: string | undefined): { start: Date | null; id: string | null } {
  if (cursor === undefined) return { start: null, id: null };
  const [start = '', id = ''] = cursorKey(cursor, 2);
  const at = parseInstant(start);
  if (!at || !isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return { start: at, id };
}
