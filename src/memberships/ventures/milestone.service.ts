import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { MilestoneRow, milestoneRows, MilestoneView, milestoneView } from './stage.view';
import { Stage } from './venture.rules';
import { LockedVenture, openVenture } from './venture.store';

/** A milestone as it is set. */
export interface NewMilestone {
  title: string;
  /** The present stage when left out. */
  stage?: Stage;
  dueOn?: LocalDate | null;
  evidence?: string | null;
}

/** What changes of a milestone. Members left out stay, null clears. */
export type MilestoneChange = Partial<NewMilestone> & { done?: boolean };

/** What ventures set themselves to reach. */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Sets a milestone. */
  async add(actor: Actor, ventureId: string, wanted: NewMilestone, key?: IdempotencyKey): Promise<MilestoneView> {
    const now = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, key, now, async () => {
        const venture = await openVenture(tx, actor, ventureId, 'plan', now);
        const id = newId();
        await tx.query(
          `insert into milestone (id, venture_id, stage, title, due_on, evidence, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            id,
            ventureId,
            wanted.stage ?? venture.stage,
            wanted.title,
            wanted.dueOn ?? null,
            wanted.evidence ?? null,
            actor.personId,
            now,
          ],
        );
        return this.written(tx, actor, 'milestone.add', venture, id, now);
      }),
    );
  }

  /** Changes a milestone, or ticks it off; done once, it keeps the time of the first tick. @throws Missing */
  async change(actor: Actor, id: string, change: MilestoneChange): Promise<MilestoneView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { venture, milestone: before } = await this.open(tx, actor, id, now);
      const doneAt = change.done === undefined ? before.doneAt : change.done ? (before.doneAt ?? now) : null;
      await tx.query(
        'update milestone set title = $2, stage = $3, due_on = $4, evidence = $5, done_at = $6 where id = $1',
        [
          id,
          change.title ?? before.title,
          change.stage ?? before.stage,
          change.dueOn === undefined ? before.dueOn : change.dueOn,
          change.evidence === undefined ? before.evidence : change.evidence,
          doneAt,
        ],
      );
      return this.written(tx, actor, 'milestone.change', venture, id, now);
    });
  }

  /** Takes a milestone away. @throws Missing; Conflict `milestone_done`: what was reached stays */
  async remove(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const { venture, milestone } = await this.open(tx, actor, id, now);
      if (milestone.doneAt !== null) throw new Conflict('milestone_done', 'What has been reached stays.');
      await tx.query('delete from milestone where id = $1', [id]);
      const facts = { milestoneId: id };
      const { id: subjectId, siteId } = venture;
      await this.audit.write(tx, { at: now, actor, action: 'milestone.remove', subjectId, siteId, facts });
    });
  }

  /** The milestone with its venture locked for planning. A stranger hears of neither. */
  private async open(
    tx: EntityManager,
    actor: Actor,
    id: string,
    now: Date,
  ): Promise<{ venture: LockedVenture; milestone: MilestoneRow }> {
    const { ventureId } = await load(tx, id);
    const venture = await openVenture(tx, actor, ventureId, 'plan', now);
    return { venture, milestone: await load(tx, id) };
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id: subjectId, siteId }: LockedVenture,
    milestoneId: string,
    at: Date,
  ): Promise<MilestoneView> {
    await this.audit.write(tx, { at, actor, action, subjectId, siteId, facts: { milestoneId } });
    return milestoneView(await load(tx, milestoneId));
  }
}

async function load(tx: EntityManager, id: string): Promise<MilestoneRow> {
  const rows: MilestoneRow[] = await tx.query(`${milestoneRows} where m.id = $1`, [id]);
  const row = rows[0];
  if (!row) throw new Missing('milestone');
  return row;
}
