import { Choice, Id, Int, ListOf } from '../../platform/http/fields';
import { Ids } from '../../platform/http/list-fields';
import { PageQuery } from '../../platform/http/page';
import { RunGoal, runGoals, mostMemberships } from './matching-run.rules';

/** For whom a coach is looked for. */
export class MatchesQuery {
  @Id()
  membershipId!: string;
}

/** A pair of which somebody knows beforehand what is to become. */
export class PairDto {
  @Id()
  membershipId!: string;

  @Id()
  coachId!: string;
}

/** What to match, and how. */
export class NewMatchingRunDto {
  @Id()
  siteId!: string;

  @Ids({ optional: true, max: mostMemberships, description: 'all without a lead coach when left out' })
  membershipIds?: string[];

  @Choice(runGoals, {
    description:
      '`coverage`: as many as possible get a coach; `score`: only pairs that reach the floor, the best of those',
  })
  goal!: RunGoal;

  @ListOf(() => PairDto, { optional: true, max: mostMemberships, description: 'pairs that are locked first' })
  fixed?: PairDto[];

  @ListOf(() => PairDto, {
    optional: true,
    max: mostMemberships,
    description: 'pairs that this run does not make, nor keeps as alternates',
  })
  apart?: PairDto[];

  @Int({
    optional: true,
    min: 0,
    max: 100,
    description: 'the score below which a pair does not really fit; 40 when left out',
  })
  floor?: number;
}

/** Which runs to list. */
export class MatchingRunsQuery extends PageQuery {
  @Id()
  siteId!: string;
}

/** Which proposal of which run. */
export class ProposalPath {
  @Id()
  id!: string;

  @Id()
  membershipId!: string;
}

/** What changes of a proposal. */
export class ChangeProposalDto {
  @Id({ optional: true, nullable: true, description: 'null takes the coach away' })
  coachId?: string | null;

  @Ids({ optional: true, max: 5, description: 'whom to ask next, best first' })
  alternates?: string[];
}
