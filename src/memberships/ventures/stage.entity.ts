import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TransitionStatus } from './stage.rules';
import { Stage } from './venture.rules';

/** A step from one stage to another: proposed, then approved or returned. Append-only, guarded by a trigger. */
@Entity()
@Check('stage_transition_status', `status in ('proposed', 'approved', 'returned')`)
@Check(
  'stage_transition_decided',
  `(status = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)`,
)
@Check('reasoned_decision', `status <> 'returned' or decision_reason is not null`)
@Check(
  'stage_transition_stages',
  `from_stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded')
   and to_stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded') and from_stage <> to_stage`,
)
@Index('stage_transition_venture', ['ventureId', 'proposedAt'])
@Index('stage_transition_open', { synchronize: false })
@Index('stage_transition_decided', { synchronize: false })
export class StageTransition {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Venture')
  ventureId!: string;

  @Column('text')
  fromStage!: Stage;

  @Column('text')
  toStage!: Stage;

  @Column('text')
  status!: TransitionStatus;

  /** Why it goes backwards; those who go forwards need none. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** What shows that the criteria of the stage are met. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('uuid')
  @ForeignKey('Person')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was returned, in words that the members read. */
  @Column('text', { nullable: true })
  decisionReason!: string | null;
}

/** Something that a venture has set itself to reach within a stage. */
@Entity()
@Check('milestone_stage', `stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded')`)
@Index('milestone_venture', ['ventureId'])
export class Milestone {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Venture')
  ventureId!: string;

  @Column('text')
  stage!: Stage;

  @Column('text')
  title!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** When it was reached; null until then. */
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('uuid')
  @ForeignKey('Person')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
