import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { GoalQueries } from './goal.queries';
import { ActionItemStatus } from './goal.rules';
import { membershipToWrite } from './goal.service';
import { ActionItemView } from './goal.view';

/** Something to do, under a membership or agreed at a session. */
export interface NewActionItem {
  membershipId?: string;
  sessionId?: string;
  goalId?: string;
  /** The founder when left out. */
  assigneeId?: string;
  title: string;
  dueOn?: LocalDate | null;
}

/** What changes of an action item. Members left out stay, null clears. */
export interface ActionItemChange {
  title?: string;
  dueOn?: LocalDate | null;
  goalId?: string | null;
  status?: ActionItemStatus;
}

/** What somebody does until the next time. */
@Injectable()
export class ActionItemService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly audit: Audit,
    private readonly queries: GoalQueries,
  ) {}

  /** Agrees on something to do. @throws Malformed, Missing for what is not of one record */
  async add(actor: Actor, item: NewActionItem, key?: IdempotencyKey): Promise<ActionItemView> {
    const now = this.clock.now();
    const added = await this.database.transaction((tx) =>
      once(tx, actor.personId, key, now, async () => {
        const membershipId = item.membershipId ?? (await membershipOf(tx, item.sessionId));
        const { siteId, personId } = await membershipToWrite(tx, actor, membershipId);
        await insistOnOneRecord(tx, membershipId, item);
        const assigneeId = item.assigneeId ?? personId;
        await insistOnAssignee(tx, membershipId, assigneeId);
        const id = newId();
        await tx.query(
          `insert into action_item (id, membership_id, session_id, goal_id, assignee_id, title, due_on, created_by, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
          [
            id,
            membershipId,
            item.sessionId ?? null,
            item.goalId ?? null,
            assigneeId,
            item.title,
            item.dueOn ?? null,
            actor.personId,
            now,
          ],
        );
        const facts = { assigneeId, dueOn: item.dueOn ?? null };
        await this.audit.write(tx, { at: now, actor, siteId, action: 'action_item.add', subjectId: id, facts });
        return this.queries.item(tx, actor, id);
      }),
    );
    this.doorbell.ring();
    return added;
  }

  /** Changes an action item or ticks it off; whoever has it to do may tick it off, too. @throws Missing, Stale, Unconditional */
  async change(actor: Actor, id: string, change: ActionItemChange, expected: ExpectedVersion): Promise<ActionItemView> {
    const now = this.clock.now();
    const changed = await this.database.transaction(async (tx) => {
      await tx.query('select 1 from action_item where id = $1 for update', [id]);
      const before = await this.queries.item(tx, actor, id);
      const ticksOff = before.assigneeId === actor.personId && Object.keys(change).every((name) => name === 'status');
      if (!ticksOff) await membershipToWrite(tx, actor, before.membershipId);
      insistOnVersion('action item', expected, before.version);
      if (change.goalId) await insistOnOneRecord(tx, before.membershipId, { goalId: change.goalId });
      const status = change.status ?? before.status;
      await tx.query(
        `update action_item set title = $2, due_on = $3, goal_id = $4, status = $5, version = version + 1, updated_at = $6,
           done_at = case when $5 = 'done' then coalesce(done_at, $6) end
         where id = $1`,
        [
          id,
          change.title ?? before.title,
          change.dueOn === undefined ? before.dueOn : change.dueOn,
          change.goalId === undefined ? before.goalId : change.goalId,
          status,
          now,
        ],
      );
      const facts = { members: Object.keys(change), status };
      await this.audit.write(tx, { at: now, actor, action: 'action_item.change', subjectId: id, facts });
      return this.queries.item(tx, actor, id);
    });
    this.doorbell.ring();
    return changed;
  }
}

/** The membership on whose record a session stands. @throws Malformed when neither says one */
async function membershipOf(tx: EntityManager, sessionId: string | undefined): Promise<string> {
  if (sessionId === undefined) throw Malformed.at('/membershipId', 'is needed (or sessionId)');
  const rows: { id: string | null }[] = await tx.query(
    `select coalesce(a.membership_id, k.membership_id) as id from coaching_session k
     left join coaching_assignment a on a.id = k.assignment_id where k.id = $1`,
    [sessionId],
  );
  if (!rows[0]) throw new Missing('session');
  if (rows[0].id === null) throw Malformed.at('/membershipId', 'is needed: this session stands under none');
  return rows[0].id;
}

/** @throws Missing when session or goal belong to somebody else's record */
async function insistOnOneRecord(
  tx: EntityManager,
  membershipId: string,
  { sessionId, goalId }: Pick<NewActionItem, 'sessionId' | 'goalId'>,
): Promise<void> {
  const rows: { session: boolean; goal: boolean }[] = await tx.query(
    `select $2::uuid is null or exists (
              select 1 from coaching_session k join membership m on m.id = $1
              left join coaching_assignment a on a.id = k.assignment_id
              where k.id = $2 and (a.membership_id = $1 or k.membership_id = $1 or exists (
                select 1 from session_participant x where x.session_id = k.id and x.person_id = m.person_id))) as session,
            $3::uuid is null or exists (select 1 from coaching_goal where id = $3 and membership_id = $1) as goal`,
    [membershipId, sessionId ?? null, goalId ?? null],
  );
  if (!rows[0]?.session) throw new Missing('session');
  if (!rows[0].goal) throw new Missing('goal');
}

/** @throws Missing when somebody is neither the founder, nor of the team, nor coaches them */
async function insistOnAssignee(tx: EntityManager, membershipId: string, personId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    `select 1 from membership m
     where m.id = $1 and (m.person_id = $2
       or exists (select 1 from coaching_assignment a
                  where a.membership_id = m.id and a.coach_id = $2 and a.status in ('active', 'on_hold'))
       or exists (select 1 from venture_member v
                  where v.venture_id = m.venture_id and v.person_id = $2 and v.ends_on is null))`,
    [membershipId, personId],
  );
  if (rows.length === 0) throw new Missing('person of this membership');
}
