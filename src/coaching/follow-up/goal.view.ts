import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { ActionItemStatus, actionItemStatuses, GoalStatus, goalStatuses } from './goal.rules';

/** What founder and coach work towards. */
export class GoalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ format: 'uuid', description: 'whose goal it is' })
  entrepreneurId!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'by what both will see that it is reached' })
  measure!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  @ApiProperty({ enum: goalStatuses })
  status!: GoalStatus;

  @ApiProperty({ format: 'uuid' })
  createdBy!: string;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class GoalPage {
  @ApiProperty({ type: () => GoalView, isArray: true })
  items!: GoalView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** What somebody does until the next time. */
export class ActionItemView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sessionId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  goalId!: string | null;

  @ApiProperty({ format: 'uuid' })
  assigneeId!: string;

  @ApiProperty()
  assigneeName!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  @ApiProperty({ enum: actionItemStatuses })
  status!: ActionItemStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt!: string | null;

  @ApiProperty({ format: 'uuid' })
  createdBy!: string;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class ActionItemPage {
  @ApiProperty({ type: () => ActionItemView, isArray: true })
  items!: ActionItemView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

type Dated<View> = Omit<View, 'createdAt' | 'updatedAt' | 'doneAt'> & { createdAt: Date; updatedAt: Date };
export type GoalRow = Dated<GoalView>;
export type ActionItemRow = Dated<ActionItemView> & { doneAt: Date | null };

/** Selects {@link GoalRow}s with `membership m`. */
export const goalRows = `
  select g.id, g.membership_id as "membershipId", g.entrepreneur_id as "entrepreneurId", g.title, g.measure,
         g.due_on::text as "dueOn", g.status, g.created_by as "createdBy", g.version, g.created_at as "createdAt",
         g.updated_at as "updatedAt"
  from coaching_goal g join membership m on m.id = g.membership_id`;

/** Selects {@link ActionItemRow}s with `membership m`. */
export const actionItemRows = `
  select i.id, i.membership_id as "membershipId", i.session_id as "sessionId", i.goal_id as "goalId",
         i.assignee_id as "assigneeId", p.full_name as "assigneeName", i.title, i.due_on::text as "dueOn", i.status,
         i.done_at as "doneAt", i.created_by as "createdBy", i.version, i.created_at as "createdAt",
         i.updated_at as "updatedAt"
  from action_item i join membership m on m.id = i.membership_id join person p on p.id = i.assignee_id`;

export function goalView(row: GoalRow): GoalView {
  return { ...row, createdAt: instant(row.createdAt), updatedAt: instant(row.updatedAt) };
}

export function actionItemView(row: ActionItemRow): ActionItemView {
  return {
    ...row,
    doneAt: row.doneAt && instant(row.doneAt),
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  };
}
