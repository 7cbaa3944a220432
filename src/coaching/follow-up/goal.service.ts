import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { writesUnder } from './circle';
import { GoalQueries } from './goal.queries';
import { GoalStatus } from './goal.rules';
import { GoalView } from './goal.view';

/** A goal as it is set. */
export interface NewGoal {
  membershipId: string;
  title: string;
  measure?: string;
  dueOn?: LocalDate | null;
}

/** What changes of a goal. Members left out stay, null clears. */
export type GoalChange = Partial<Omit<NewGoal, 'membershipId'>> & { status?: GoalStatus };

/** What founders and their coaches work towards. */
@Injectable()
export class GoalService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: GoalQueries,
  ) {}

  /** Sets a goal of a founder: by the founder, or by who coaches them. @throws Missing for everybody else */
  async add(actor: Actor, goal: NewGoal, key?: IdempotencyKey): Promise<GoalView> {
    const now = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, key, now, async () => {
        const { siteId, personId } = await membershipToWrite(tx, actor, goal.membershipId);
        const id = newId();
        await tx.query(
          `insert into coaching_goal (id, membership_id, entrepreneur_id, title, measure, due_on, created_by, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
          [id, goal.membershipId, personId, goal.title, goal.measure ?? '', goal.dueOn ?? null, actor.personId, now],
        );
        await this.audit.write(tx, { at: now, actor, siteId, action: 'coaching_goal.add', subjectId: id });
        return this.queries.goal(tx, actor, id);
      }),
    );
  }

  /** Changes a goal, or says what became of it. @throws Missing, Stale, Unconditional */
  async change(actor: Actor, id: string, change: GoalChange, expected: ExpectedVersion): Promise<GoalView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query('select 1 from coaching_goal where id = $1 for update', [id]);
      const before = await this.queries.goal(tx, actor, id);
      const { siteId } = await membershipToWrite(tx, actor, before.membershipId);
      insistOnVersion('goal', expected, before.version);
      await tx.query(
        `update coaching_goal set title = $2, measure = $3, due_on = $4, status = $5, version = version + 1, updated_at = $6
         where id = $1`,
        [
          id,
          change.title ?? before.title,
          change.measure ?? before.measure,
          change.dueOn === undefined ? before.dueOn : change.dueOn,
          change.status ?? before.status,
          now,
        ],
      );
      const facts = { members: Object.keys(change), status: change.status ?? before.status };
      await this.audit.write(tx, { at: now, actor, siteId, action: 'coaching_goal.change', subjectId: id, facts });
      return this.queries.goal(tx, actor, id);
    });
  }
}

/** The membership to whose record one may add. @throws Missing for everybody but its founder and who coaches them now */
export async function membershipToWrite(
  tx: EntityManager,
  actor: Actor,
  membershipId: string,
): Promise<{ siteId: string; personId: string }> {
  const rows: { siteId: string; personId: string }[] = await tx.query(
    `select m.site_id as "siteId", m.person_id as "personId" from membership m
     where m.id = $2 and m.status <> 'offered' and ${writesUnder(1)}`,
    [actor.personId, membershipId],
  );
  if (!rows[0]) throw new Missing('membership');
  return rows[0];
}
