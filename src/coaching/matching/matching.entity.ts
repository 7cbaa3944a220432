import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RunGoal, RunStatus } from './matching-run.rules';

/** A whole intake matched at once: what was asked, on what facts, under which weights, by which solver, and the draft. */
@Entity()
@Check('matching_run_goal', `goal in ('coverage', 'score')`)
@Check('matching_run_status', `status in ('queued', 'running', 'draft', 'published', 'discarded', 'failed')`)
@Check('matching_run_failure', `(status = 'failed') = (failure is not null)`)
@Check('matching_run_result', `status not in ('draft', 'published') or (result is not null and inputs is not null)`)
@Check('matching_run_published', `(status = 'published') = (published_at is not null)`)
@Index('matching_run_site', ['siteId', 'createdAt'])
@Index('matching_run_open', { synchronize: false })
export class MatchingRun {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  goal!: RunGoal;

  @Column('text')
  status!: RunStatus;

  /** Which memberships (null: all without a lead), and which pairs stay or are kept apart. */
  @Column('jsonb')
  asked!: object;

  /** The facts that the run was decided on. */
  @Column('jsonb', { nullable: true })
  inputs!: object | null;

  @Column('integer')
  weightsVersion!: number;

  /** The solver and its version. */
  @Column('text')
  solver!: string;

  /** Figures, blocking pairs and wishes that could not be met; the pairs stand in the proposals. */
  @Column('jsonb', { nullable: true })
  result!: object | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('uuid')
  @ForeignKey('Person')
  requestedBy!: string;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  publishedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What a run proposes for one membership, and what became of it. */
@Entity()
@Check('match_proposal_score', `score between 0 and 100`)
@Check('match_proposal_edited', `(edited_by is null) = (edited_at is null)`)
@Index('match_proposal_entrepreneur', ['entrepreneurId'])
export class MatchProposal {
  @PrimaryColumn('uuid')
  @ForeignKey('MatchingRun')
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  entrepreneurId!: string;

  /** None when nobody was left, or when a manager took the proposal back. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachProfile')
  coachId!: string | null;

  @Column('smallint', { nullable: true })
  score!: number | null;

  @Column('jsonb', { default: [] })
  parts!: object[];

  /** Why there is no coach: codes of rules, or `places_taken`. */
  @Column('text', { array: true, default: '{}' })
  because!: string[];

  @Column('uuid', { array: true, default: '{}' })
  alternates!: string[];

  /** Locked before the run. */
  @Column('boolean', { default: false })
  fixed!: boolean;

  /** What the run had proposed, once somebody has changed it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachProfile')
  proposedCoachId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  editedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  /** The offer that it became. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CoachingAssignment')
  assignmentId!: string | null;

  /** Codes of the rules that made it impossible until it was published. */
  @Column('text', { array: true, default: '{}' })
  refusals!: string[];
}

export const matchingEntities = [MatchingRun, MatchProposal];
