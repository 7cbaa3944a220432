import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { LocalDate } from '../../kernel/site-time';
import { TransitionStatus, transitionStatuses } from './stage.rules';
import { Stage, stages, StartUpGrant, warningsOf } from './venture.rules';
import { WarningView } from './venture.view';

/** A step between stages. */
export class StageTransitionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  ventureId!: string;

  @ApiProperty()
  ventureName!: string;

  @ApiProperty({ enum: stages })
  fromStage!: Stage;

  @ApiProperty({ enum: stages })
  toStage!: Stage;

  @ApiProperty({ enum: transitionStatuses })
  status!: TransitionStatus;

  @ApiProperty({ type: String, nullable: true, description: 'why it goes backwards' })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'what shows that the criteria are met' })
  evidence!: string | null;

  @ApiProperty({ format: 'uuid' })
  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it was returned' })
  decisionReason!: string | null;

  @ApiProperty({ type: () => [WarningView] })
  warnings!: WarningView[];
}

/** One page of steps. */
export class StageTransitionPage {
  @ApiProperty({ type: () => [StageTransitionView] })
  items!: StageTransitionView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A step as it is read from the tables. */
export interface StageTransitionRow {
  id: string;
  ventureId: string;
  ventureName: string;
  startUpGrant: StartUpGrant;
  fromStage: Stage;
  toStage: Stage;
  status: TransitionStatus;
  reason: string | null;
  evidence: string | null;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
}

/** The rows of steps; append a condition on `t`. */
export const transitionRows = `
  select t.id, t.venture_id as "ventureId", v.name as "ventureName", v.start_up_grant as "startUpGrant",
         t.from_stage as "fromStage", t.to_stage as "toStage", t.status, t.reason, t.evidence,
         t.proposed_by as "proposedBy", t.proposed_at as "proposedAt", t.decided_by as "decidedBy",
         t.decided_at as "decidedAt", t.decision_reason as "decisionReason"
  from stage_transition t join venture v on v.id = t.venture_id`;

/** Shows a step. */
export function transitionView(row: StageTransitionRow): StageTransitionView {
  return {
    id: row.id,
    ventureId: row.ventureId,
    ventureName: row.ventureName,
    fromStage: row.fromStage,
    toStage: row.toStage,
    status: row.status,
    reason: row.reason,
    evidence: row.evidence,
    proposedBy: row.proposedBy,
    proposedAt: instant(row.proposedAt),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt && instant(row.decidedAt),
    decisionReason: row.decisionReason,
    warnings: warningsOf(row.startUpGrant, row.toStage === 'company_founded' && row.status === 'proposed'),
  };
}

/** Something that a venture has set itself to reach. */
export class MilestoneView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  ventureId!: string;

  @ApiProperty({ enum: stages })
  stage!: Stage;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: LocalDate | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'when it was reached' })
  doneAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  evidence!: string | null;

  @ApiProperty({ type: () => [WarningView] })
  warnings!: WarningView[];
}

/** One page of milestones. */
export class MilestonePage {
  @ApiProperty({ type: () => [MilestoneView] })
  items!: MilestoneView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A milestone as it is read from the tables. */
export interface MilestoneRow {
  id: string;
  ventureId: string;
  startUpGrant: StartUpGrant;
  stage: Stage;
  title: string;
  dueOn: LocalDate | null;
  doneAt: Date | null;
  evidence: string | null;
}

/** The rows of milestones; append a condition on `m`. */
export const milestoneRows = `
  select m.id, m.venture_id as "ventureId", v.start_up_grant as "startUpGrant", m.stage, m.title, m.due_on as "dueOn",
         m.done_at as "doneAt", m.evidence
  from milestone m join venture v on v.id = m.venture_id`;

/** Shows a milestone. */
export function milestoneView(row: MilestoneRow): MilestoneView {
  return {
    id: row.id,
    ventureId: row.ventureId,
    stage: row.stage,
    title: row.title,
    dueOn: row.dueOn,
    doneAt: row.doneAt && instant(row.doneAt),
    evidence: row.evidence,
    warnings: warningsOf(row.startUpGrant, row.stage === 'company_founded' && row.doneAt === null),
  };
}
