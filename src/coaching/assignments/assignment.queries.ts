import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { rolesOn } from './assignment.store';
import { AssignmentRow, assignmentRows, AssignmentView, assignmentView } from './assignment.view';

/** Which assignments to list. */
export interface AssignmentFilter {
  /** Those of a site, for those who run it; one's own, as coach or entrepreneur, when left out. */
  siteId?: string;
  status?: string;
  coachId?: string;
  membershipId?: string;
  limit?: number;
  cursor?: string;
}

/** What is read of assignments. */
@Injectable()
export class AssignmentQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'coachingAssignments', read: (personId) => this.database.read(about, [personId]) });
    this.records.add({ name: 'coachingWishes', read: (personId) => this.database.read(wishes, [personId]) });
  }

  /** One's own assignments, or those of a site that one runs, newest first. @throws Missing for another's site */
  async list(
    actor: Actor,
    { siteId, status, coachId, membershipId, limit = defaultLimit, cursor }: AssignmentFilter,
  ): Promise<Page<AssignmentView>> {
    if (siteId !== undefined && !actor.manages(siteId)) throw new Missing('site');
    const [at = null, id = null] = cursor === undefined ? [] : afterKey(cursor);
    const rows = await this.database.read<AssignmentRow>(
      `${assignmentRows}
       where ${siteId === undefined ? '(a.coach_id = $1 or a.entrepreneur_id = $1)' : 'a.site_id = $1'}
         and ($2::text is null or a.status = $2) and ($3::uuid is null or a.coach_id = $3)
         and ($4::uuid is null or a.membership_id = $4)
         and ($5::float8 is null or (a.created_at, a.id) < (to_timestamp($5 / 1000), $6::uuid))
       order by a.created_at desc, a.id desc limit $7`,
      [siteId ?? actor.personId, status ?? null, coachId ?? null, membershipId ?? null, at, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.createdAt.getTime(), row.id],
      (row) => assignmentView(row, rolesOn(row, actor)),
    );
  }

  /** One assignment. @throws Missing for whoever may not know of it */
  async one(actor: Actor, id: string): Promise<AssignmentView> {
    const [row] = await this.database.read<AssignmentRow>(`${assignmentRows} where a.id = $1`, [id]);
    const roles = row ? rolesOn(row, actor) : [];
    if (!row || roles.length === 0) throw new Missing('assignment');
    return assignmentView(row, roles);
  }
}

/** Why a coach declined, and which coaches would have been asked next, belong to the coach and to the house. */
const about = `
  select a.id, a.site_id as "siteId", a.membership_id as "membershipId", a.kind, a.status,
         case when a.coach_id = $1 then 'coach' else 'entrepreneur' end as role,
         a.offered_at as "offeredAt", a.answered_at as "answeredAt", a.ended_at as "endedAt", a.parted as "neverAgain",
         a.held_from as "heldFrom", a.held_until as "heldUntil",
         case when a.status <> 'declined' or a.coach_id = $1 then a.reason end as reason
  from coaching_assignment a where a.coach_id = $1 or a.entrepreneur_id = $1 order by a.created_at, a.id`;

/** The ids of those whom the person has wished for; what others wish is theirs. */
const wishes = `
  select wished_id as "personId", rank, updated_at as "updatedAt" from coaching_wish where person_id = $1 order by rank`;

function afterKey(cursor: string): string[] {
  const key = cursorKey(cursor, 2);
  if (/^\d{1,14}$/.test(key[0] ?? '') && isId(key[1] ?? '')) return key;
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}
