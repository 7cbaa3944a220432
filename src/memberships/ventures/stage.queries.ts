import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { TransitionStatus } from './stage.rules';
import {
  MilestoneRow,
  milestoneRows,
  MilestoneView,
  milestoneView,
  StageTransitionRow,
  StageTransitionView,
  transitionRows,
  transitionView,
} from './stage.view';
import { VentureQueries, viewer, visibleVenture } from './venture.queries';

/** A page of a list in the order of its making. */
interface Slice {
  limit?: number;
  cursor?: string;
}

/** Which steps are wanted. */
export interface TransitionFilter extends Slice {
  siteId?: string;
  status?: TransitionStatus;
}

/** What is read of steps between stages, and of milestones. */
@Injectable()
export class StageQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ventures: VentureQueries,
  ) {}

  /** The history of a venture's stages, oldest first. @throws Missing for the venture */
  async ofVenture(actor: Actor, ventureId: string, slice: Slice): Promise<Page<StageTransitionView>> {
    await this.ventures.one(actor, ventureId);
    return this.steps(actor, 't.venture_id = $5', ventureId, slice);
  }

  /** Steps of every venture that the actor may know of, oldest first; those that wait when the filter says so. */
  list(actor: Actor, { siteId, ...filter }: TransitionFilter): Promise<Page<StageTransitionView>> {
    return this.steps(actor, '($5::uuid is null or v.site_id = $5)', siteId ?? null, filter);
  }

  /** One step. @throws Missing */
  async one(actor: Actor, id: string): Promise<StageTransitionView> {
    const { items } = await this.steps(actor, 't.id = $5', id, {});
    if (!items[0]) throw new Missing('step');
    return items[0];
  }

  /** One milestone. @throws Missing */
  async milestone(actor: Actor, id: string): Promise<MilestoneView> {
    const rows = await this.database.read<MilestoneRow>(
      `${milestoneRows} join site s on s.id = v.site_id where ${visibleVenture} and m.id = $5`,
      [...viewer(actor, this.clock.now()), id],
    );
    if (!rows[0]) throw new Missing('milestone');
    return milestoneView(rows[0]);
  }

  /** The milestones of a venture, oldest first. @throws Missing for the venture */
  async milestones(actor: Actor, ventureId: string, slice: Slice): Promise<Page<MilestoneView>> {
    await this.ventures.one(actor, ventureId);
    const { limit = defaultLimit, cursor } = slice;
    const [after] = cursor === undefined ? [] : cursorKey(cursor, 1);
    const rows = await this.database.read<MilestoneRow>(
      `${milestoneRows} where m.venture_id = $1 and ($2::text is null or m.id::text > $2) order by m.id limit $3`,
      [ventureId, after ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id], milestoneView);
  }

  private async steps(
    actor: Actor,
    which: string,
    id: string | null,
    { limit = defaultLimit, cursor, status }: Slice & { status?: TransitionStatus },
  ): Promise<Page<StageTransitionView>> {
    const [after] = cursor === undefined ? [] : cursorKey(cursor, 1);
    const rows = await this.database.read<StageTransitionRow>(
      `${transitionRows} join site s on s.id = v.site_id
       where ${visibleVenture} and ${which} and ($6::text is null or t.status = $6) and ($7::text is null or t.id::text > $7)
       order by t.id limit $8`,
      [...viewer(actor, this.clock.now()), id, status ?? null, after ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id], transitionView);
  }
}
