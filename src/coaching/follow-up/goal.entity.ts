import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActionItemStatus, GoalStatus } from './goal.rules';

/** What founder and coach work towards. It belongs to the founder's membership, whoever coaches. */
@Entity()
@Check('coaching_goal_status', `status in ('open', 'reached', 'dropped')`)
@Index('coaching_goal_membership', ['membershipId'])
@Index('coaching_goal_entrepreneur', ['entrepreneurId'])
export class CoachingGoal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  entrepreneurId!: string;

  @Column('text')
  title!: string;

  /** By what both will see that it is reached. */
  @Column('text', { default: '' })
  measure!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('text', { default: 'open' })
  status!: GoalStatus;

  @Column('uuid')
  @ForeignKey('Person')
  createdBy!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What somebody does until the next time. */
@Entity()
@Check('action_item_status', `status in ('open', 'done', 'dropped')`)
@Check('action_item_done', `(status = 'done') = (done_at is not null)`)
@Index('action_item_membership', ['membershipId'])
@Index('action_item_assignee', ['assigneeId'])
@Index('action_item_due', { synchronize: false })
@Index('action_item_session', ['sessionId'])
export class ActionItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingSession')
  sessionId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingGoal')
  goalId!: string | null;

  @Column('uuid')
  @ForeignKey('Person')
  assigneeId!: string;

  @Column('text')
  title!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('text', { default: 'open' })
  status!: ActionItemStatus;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('uuid')
  @ForeignKey('Person')
  createdBy!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

export const goalEntities = [CoachingGoal, ActionItem];
