import { Injectable, OnModuleInit } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { inCircleOfMembership } from './circle';
import {
  ActionItemRow,
  actionItemRows,
  ActionItemView,
  actionItemView,
  GoalRow,
  goalRows,
  GoalView,
  goalView,
} from './goal.view';

/** Which goals or action items to list; what is left out does not matter. */
export interface FollowUpFilter {
  membershipId?: string;
  sessionId?: string;
  assigneeId?: string;
  status?: string;
  dueBefore?: string;
  limit?: number;
  cursor?: string;
}

const readsGoal = inCircleOfMembership(1, 2);
/** Whoever has something to do may read it, too. */
const readsItem = `(i.assignee_id = $1 or ${readsGoal})`;

/** Goals and action items as founders and their coaches read them. Managers read none, only counts. */
@Injectable()
export class GoalQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'coachingGoals', read: (personId) => this.goalsOf(personId) });
    this.records.add({ name: 'actionItems', read: (personId) => this.itemsOf(personId) });
  }

  /** Goals in the order in which they were set. */
  async goals(actor: Actor, { membershipId, status, ...page }: FollowUpFilter): Promise<Page<GoalView>> {
    const limit = page.limit ?? defaultLimit;
    const rows = await this.database.read<GoalRow>(
      `${goalRows} where ${readsGoal} and ($3::uuid is null or g.membership_id = $3) and ($4::text is null or g.status = $4)
         and ($5::uuid is null or g.id > $5)
       order by g.id limit $6`,
      [actor.personId, this.clock.now(), membershipId ?? null, status ?? null, after(page.cursor), limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id], goalView);
  }

  /** Action items in the order in which they were agreed. */
  async items(actor: Actor, filter: FollowUpFilter): Promise<Page<ActionItemView>> {
    const limit = filter.limit ?? defaultLimit;
    const rows = await this.database.read<ActionItemRow>(
      `${actionItemRows} where ${readsItem} and ($3::uuid is null or i.membership_id = $3)
         and ($4::uuid is null or i.session_id = $4) and ($5::uuid is null or i.assignee_id = $5)
         and ($6::text is null or i.status = $6) and ($7::date is null or i.due_on < $7)
         and ($8::uuid is null or i.id > $8)
       order by i.id limit $9`,
      [
        actor.personId,
        this.clock.now(),
        filter.membershipId ?? null,
        filter.sessionId ?? null,
        filter.assigneeId ?? null,
        filter.status ?? null,
        filter.dueBefore ?? null,
        after(filter.cursor),
        limit + 1,
      ],
    );
    return pageOf(rows, limit, ({ id }) => [id], actionItemView);
  }

  /** One goal, in the caller's transaction. @throws Missing when there is none that one may read */
  async goal(tx: EntityManager, actor: Actor, id: string): Promise<GoalView> {
    const rows: GoalRow[] = await tx.query(`${goalRows} where ${readsGoal} and g.id = $3`, [
      actor.personId,
      this.clock.now(),
      id,
    ]);
    if (!rows[0]) throw new Missing('goal');
    return goalView(rows[0]);
  }

  /** One action item, in the caller's transaction. @throws Missing when there is none that one may read */
  async item(tx: EntityManager, actor: Actor, id: string): Promise<ActionItemView> {
    const rows: ActionItemRow[] = await tx.query(`${actionItemRows} where ${readsItem} and i.id = $3`, [
      actor.personId,
      this.clock.now(),
      id,
    ]);
    if (!rows[0]) throw new Missing('action item');
    return actionItemView(rows[0]);
  }

  /** A founder's own goals, all of them. */
  async goalsOf(personId: string): Promise<GoalView[]> {
    const rows = await this.database.read<GoalRow>(`${goalRows} where m.person_id = $1 order by g.id limit 20000`, [
      personId,
    ]);
    return rows.map(goalView);
  }

  /** All that was agreed under a founder's memberships, and what others gave the person to do. */
  async itemsOf(personId: string): Promise<ActionItemView[]> {
    const rows = await this.database.read<ActionItemRow>(
      `${actionItemRows} where m.person_id = $1 or i.assignee_id = $1 order by i.id limit 20000`,
      [personId],
    );
    return rows.map(actionItemView);
  }
}

/** @throws Malformed for a cursor that is not one of ours */
function after(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id = ''] = cursorKey(cursor, 1);
  if (!isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return id;
}
