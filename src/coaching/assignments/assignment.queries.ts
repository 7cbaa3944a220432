import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { rolesOn } from './assignment.store';
import { AssignedPerson, AssignmentRow, assignmentRows, AssignmentView, assignmentView } from './assignment.view';

/** Which assignments to list. */
export interface AssignmentFilter {
  /** Those of a site, for those who run it; when left out one's own: as coach, as entrepreneur, or of one's team. */
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
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'coachingAssignments', read: (personId) => this.database.read(about, [personId]) });
    this.records.add({ name: 'coachingWishes', read: (personId) => this.database.read(wishes, [personId]) });
  }

  /**
   * One's own assignments with those that are under way in one's team, or those of a site that one runs; newest first.
   * @throws Missing for another's site
   */
  async list(
    actor: Actor,
    { siteId, status, coachId, membershipId, limit = defaultLimit, cursor }: AssignmentFilter,
  ): Promise<Page<AssignmentView>> {
    if (siteId !== undefined && !actor.manages(siteId)) throw new Missing('site');
    const [at = null, id = null] = cursor === undefined ? [] : afterKey(cursor);
    const rows = await this.database.read<AssignmentRow>(
      `${assignmentRows}
       where ${siteId === undefined ? `(a.coach_id = $1 or a.entrepreneur_id = $1 or ${underWayInTeamOf(1, 8)})` : 'a.site_id = $1'}
         and ($2::text is null or a.status = $2) and ($3::uuid is null or a.coach_id = $3)
         and ($4::uuid is null or a.membership_id = $4)
         and ($5::float8 is null or (a.created_at, a.id) < (to_timestamp($5 / 1000), $6::uuid))
       order by a.created_at desc, a.id desc limit $7`,
      [
        siteId ?? actor.personId,
        status ?? null,
        coachId ?? null,
        membershipId ?? null,
        at,
        id,
        limit + 1,
        ...(siteId === undefined ? [this.clock.now()] : []),
      ],
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
    const row = await this.known(actor, id);
    return assignmentView(row, rolesOn(row, actor));
  }

  /**
   * Who may take part in the sessions of an assignment today: its entrepreneur first, then the others of the venture by
   * name. @throws Missing for whoever may not know of it
   */
  async team(actor: Actor, id: string): Promise<AssignedPerson[]> {
    const { entrepreneurId } = await this.known(actor, id);
    return this.database.read<AssignedPerson>(
      `select p.id, p.full_name as "fullName" from person p
       where p.id = $2 or exists (select 1 from coaching_assignment a where a.id = $1 and ${inTeam('p.id', 3)})
       order by p.id <> $2, p.full_name, p.id`,
      [id, entrepreneurId, this.clock.now()],
    );
  }

  private async known(actor: Actor, id: string): Promise<AssignmentRow> {
    const [row] = await this.database.read<AssignmentRow & { ofTeam: boolean }>(
      `select x.*, exists (select 1 from coaching_assignment a where a.id = x.id and ${underWayInTeamOf(2, 3)}) as "ofTeam"
       from (${assignmentRows} where a.id = $1) x`,
      [id, actor.personId, this.clock.now()],
    );
    if (!row || !(row.ofTeam || rolesOn(row, actor).length > 0)) throw new Missing('assignment');
    return row;
  }
}

/** Whether a person is today, by the site's clock, in the team of the venture behind `coaching_assignment a`: SQL. */
const inTeam = (person: string, now: number): string => `exists (
  select 1 from membership h
  join venture_member v on v.venture_id = h.venture_id and v.person_id = ${person}
  join site z on z.id = h.site_id
  where h.id = a.membership_id
    and v.starts_on <= ($${now}::timestamptz at time zone z.time_zone)::date
    and (v.ends_on is null or v.ends_on >= ($${now}::timestamptz at time zone z.time_zone)::date))`;

/** Whether `coaching_assignment a` is under way in the team of a person, who may book under it then; SQL over parameters. */
const underWayInTeamOf = (person: number, now: number): string =>
  `(a.status in ('active', 'on_hold') and ${inTeam(`$${person}::uuid`, now)})`;

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
