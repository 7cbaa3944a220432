import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { Matched, Pair } from './intake.rules';
import { ScorePart } from './match.rules';
import { ScorePartView } from './match.view';
import { RunGoal, runGoals, RunStatus, runStatuses } from './matching-run.rules';

/** Somebody of a run, by name. */
export class MatchedPerson {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;
}

/** Who has changed a proposal, when, and what the run had proposed. */
export class ProposalEditView {
  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: () => MatchedPerson, nullable: true })
  proposed!: MatchedPerson | null;
}

/** What a run proposes for one membership. */
export class ProposalView {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ type: () => MatchedPerson })
  entrepreneur!: MatchedPerson;

  @ApiProperty({ type: () => MatchedPerson, nullable: true })
  coach!: MatchedPerson | null;

  @ApiProperty({ type: Number, nullable: true })
  score!: number | null;

  @ApiProperty({ type: () => ScorePartView, isArray: true })
  parts!: ScorePartView[];

  @ApiProperty({ type: String, isArray: true, description: 'why there is no coach' })
  because!: string[];

  @ApiProperty({ type: () => MatchedPerson, isArray: true, description: 'whom to ask next' })
  alternates!: MatchedPerson[];

  @ApiProperty({ description: 'locked before the run' })
  fixed!: boolean;

  @ApiProperty({ type: () => ProposalEditView, nullable: true })
  edited!: ProposalEditView | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the offer that it became' })
  assignmentId!: string | null;

  @ApiProperty({ type: String, isArray: true, description: 'rules that made it impossible until it was published' })
  refusals!: string[];
}

/** A pair by ids. */
export class PairView {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ format: 'uuid' })
  coachId!: string;
}

/** A pair that would rather have each other than what is proposed. */
export class BlockingPairView extends PairView {
  @ApiProperty()
  score!: number;
}

/** A pair that is not made, and why. */
export class UnmetPairView extends PairView {
  @ApiProperty({ type: String, isArray: true })
  because!: string[];
}

/** What a run came to. */
export class MatchingResultView {
  @ApiProperty()
  served!: number;

  @ApiProperty({ description: 'the sum of the scores' })
  total!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'the score of the pair that fits least' })
  worst!: number | null;

  @ApiProperty({ description: 'no pair below it, unless somebody would go without a coach' })
  threshold!: number;

  @ApiProperty({ description: 'milliseconds of computing' })
  milliseconds!: number;

  @ApiProperty({ type: () => BlockingPairView, isArray: true, description: 'the fifty strongest, for information' })
  blocking!: BlockingPairView[];

  @ApiProperty({ type: () => UnmetPairView, isArray: true, description: 'wishes of entrepreneurs that are not met' })
  unmetWishes!: UnmetPairView[];

  @ApiProperty({ type: () => UnmetPairView, isArray: true, description: 'fixed pairs that cannot be' })
  infeasible!: UnmetPairView[];
}

/** A matching run without its proposals, as lists show it. */
export class MatchingRunSummaryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: runGoals })
  goal!: RunGoal;

  @ApiProperty({ enum: runStatuses })
  status!: RunStatus;

  @ApiProperty({ description: 'the score below which a pair does not really fit' })
  floor!: number;

  @ApiProperty()
  weightsVersion!: number;

  @ApiProperty({ description: 'the solver and its version' })
  solver!: string;

  @ApiProperty({ format: 'uuid' })
  requestedBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it failed' })
  failure!: string | null;

  @ApiProperty({ description: 'the ETag of the run; rises with each edit' })
  version!: number;
}

/** A matching run. */
export class MatchingRunView extends MatchingRunSummaryView {
  @ApiProperty({ type: () => MatchingResultView, nullable: true })
  result!: MatchingResultView | null;

  @ApiProperty({ type: () => ProposalView, isArray: true })
  proposals!: ProposalView[];
}

/** One page of runs. */
export class MatchingRunPage {
  @ApiProperty({ type: () => MatchingRunSummaryView, isArray: true })
  items!: MatchingRunSummaryView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A run as it is read. */
export interface RunRow {
  id: string;
  siteId: string;
  goal: RunGoal;
  status: RunStatus;
  /** Runs of before pairs could be kept apart do not name any. */
  asked: { membershipIds: string[] | null; fixed: Pair[]; apart?: Pair[]; floor: number };
  weightsVersion: number;
  solver: string;
  requestedBy: string;
  attempts: number;
  result: (Omit<Matched, 'proposals'> & { milliseconds: number }) | null;
  failure: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  publishedAt: Date | null;
  version: number;
}

/** A proposal as it is read. */
export interface ProposalRow {
  membershipId: string;
  entrepreneur: MatchedPerson;
  coach: MatchedPerson | null;
  score: number | null;
  parts: ScorePart[];
  because: string[];
  alternates: MatchedPerson[];
  fixed: boolean;
  proposed: MatchedPerson | null;
  editedBy: string | null;
  editedAt: Date | null;
  assignmentId: string | null;
  refusals: string[];
}

/** SQL: every run (`r`) as a {@link RunRow}; the inputs are kept and not read with it. */
export const runRows = `
  select r.id, r.site_id as "siteId", r.goal, r.status, r.asked, r.weights_version as "weightsVersion", r.solver,
         r.requested_by as "requestedBy", r.attempts, r.result, r.failure, r.created_at as "createdAt",
         r.started_at as "startedAt", r.finished_at as "finishedAt", r.published_at as "publishedAt", r.version
  from matching_run r`;

/** SQL: the proposals of the run `$1`, as {@link ProposalRow}s. */
export const proposalRows = `
  select p.membership_id as "membershipId", json_build_object('id', e.id, 'fullName', e.full_name) as entrepreneur,
         case when c.id is not null then json_build_object('id', c.id, 'fullName', c.full_name) end as coach,
         p.score, p.parts, p.because, p.fixed, p.edited_by as "editedBy", p.edited_at as "editedAt",
         case when o.id is not null then json_build_object('id', o.id, 'fullName', o.full_name) end as proposed,
         p.assignment_id as "assignmentId", p.refusals,
         (select coalesce(json_agg(json_build_object('id', x.id, 'fullName', x.full_name) order by a.rank), '[]')
          from unnest(p.alternates) with ordinality as a (id, rank) join person x on x.id = a.id) as alternates
  from match_proposal p
  join person e on e.id = p.entrepreneur_id
  left join person c on c.id = p.coach_id
  left join person o on o.id = p.proposed_coach_id
  where p.run_id = $1
  order by p.coach_id is null desc, e.full_name, p.membership_id`;

/** Shows a run in a list. */
export function runSummaryView(row: RunRow): Pick<MatchingRunSummaryView, keyof MatchingRunSummaryView> {
  return {
    id: row.id,
    siteId: row.siteId,
    goal: row.goal,
    status: row.status,
    floor: row.asked.floor,
    weightsVersion: row.weightsVersion,
    solver: row.solver,
    requestedBy: row.requestedBy,
    createdAt: instant(row.createdAt),
    startedAt: row.startedAt && instant(row.startedAt),
    finishedAt: row.finishedAt && instant(row.finishedAt),
    publishedAt: row.publishedAt && instant(row.publishedAt),
    failure: row.failure,
    version: row.version,
  };
}

/** Shows a run with its proposals. */
export function runView(row: RunRow, proposals: readonly ProposalRow[]): MatchingRunView {
  const { result } = row;
  return {
    ...runSummaryView(row),
    result: result && {
      served: result.served,
      total: result.total,
      worst: result.worst,
      threshold: result.threshold,
      milliseconds: result.milliseconds,
      blocking: result.blocking,
      unmetWishes: result.unmetWishes,
      infeasible: result.infeasible,
    },
    proposals: proposals.map(({ proposed, editedBy, editedAt, ...proposal }) => ({
      membershipId: proposal.membershipId,
      entrepreneur: proposal.entrepreneur,
      coach: proposal.coach,
      score: proposal.score,
      parts: proposal.parts,
      because: proposal.because,
      alternates: proposal.alternates,
      fixed: proposal.fixed,
      edited: editedBy !== null && editedAt !== null ? { by: editedBy, at: instant(editedAt), proposed } : null,
      assignmentId: proposal.assignmentId,
      refusals: proposal.refusals,
    })),
  };
}
