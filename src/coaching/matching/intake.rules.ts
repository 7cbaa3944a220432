import { pairKey } from '../assignments/pairing.names';
import { allocate, Allocation } from './allocation.rules';
import { Score, ScorePart } from './match.rules';
import { alternatesKept, RunGoal } from './matching-run.rules';
import { Judged, judgePairs, MatchingFacts, Mentor } from './matching.rules';

/** A pair by the ids of the membership and the coach. */
export interface Pair {
  membershipId: string;
  coachId: string;
}

/** A whole intake: the facts, and what is wanted of the answer. */
export interface Intake extends MatchingFacts {
  goal: RunGoal;
  /** The score below which a pair does not really fit. */
  floor: number;
  /** Pairs that stay whatever the scores. */
  fixed: readonly Pair[];
  /** Pairs that are not made whatever the scores, nor kept as alternates. */
  apart: readonly Pair[];
}

/** What is proposed for one membership. */
export interface Proposal {
  membershipId: string;
  personId: string;
  coachId: string | null;
  score: number | null;
  parts: ScorePart[];
  /** Why there is no coach: names of rules, `below_floor` or `places_taken`. */
  because: string[];
  alternates: string[];
  fixed: boolean;
}

/** A pair that is not made, and why not. */
export interface Unmet extends Pair {
  because: string[];
}

/** The answer to an intake. */
export interface Matched {
  proposals: Proposal[];
  served: number;
  total: number;
  /** The score of the pair that fits least; null when there is none. */
  worst: number | null;
  /** No pair below it is made unless somebody would go without a coach. */
  threshold: number;
  /** Pairs that would both rather have each other. For information: coverage goes before. */
  blocking: (Pair & { score: number })[];
  /** Wishes of entrepreneurs that are not met. */
  unmetWishes: Unmet[];
  /** Fixed pairs that cannot be. */
  infeasible: Unmet[];
}

const mostBlocking = 50;

/** The intake in the order of ids: what comes first must not depend on how the facts were read. */
function inOrder(intake: Intake): Intake {
  const by =
    <T>(id: (each: T) => string) =>
    (a: T, b: T): number =>
      id(a) < id(b) ? -1 : 1;
  return {
    ...intake,
    applicants: [...intake.applicants].sort(by(({ membershipId }) => membershipId)),
    mentors: [...intake.mentors].sort(by(({ id }) => id)),
    fixed: [...intake.fixed].sort(by(({ membershipId, coachId }) => membershipId + coachId)),
  };
}

/**
 * Matches an intake. In this order: pairs kept apart; fixed pairs; as many as possible with a coach (for the goal `score` only by pairs
 * that reach the floor); no pair below the floor that can be avoided; the greatest sum of scores; even load of the
 * coaches; the order of ids.
 */
export function match(unordered: Intake): Matched {
  const intake = inOrder(unordered);
  const judged = keepApart(intake, judgePairs(intake));
  const places = intake.mentors.map(freePlaces);
  const { seats, infeasible } = lockFixed(intake, judged, places);
  const fixed = seats.map((seat) => seat >= 0);
  const open = seats.flatMap((seat, row) => (seat < 0 ? [row] : []));
  const scores = open.map((row) =>
    (judged[row] ?? []).map(({ score }, column) => ((places[column] ?? 0) > 0 && score ? score.total : -1)),
  );
  const { columns, threshold } = solve(intake, scores, places);
  open.forEach((row, index) => (seats[row] = columns[index] ?? -1));
  const proposals = intake.applicants.map(({ membershipId, personId }, row) => {
    const seat = seats[row] ?? -1;
    const pairs = judged[row] ?? [];
    const own = pairs[seat]?.score;
    return {
      membershipId,
      personId,
      coachId: intake.mentors[seat]?.id ?? null,
      score: own?.total ?? null,
      parts: own?.parts ?? [],
      because: seat >= 0 ? [] : whyNone(pairs, intake),
      alternates: alternatesOf(pairs, seat, intake.mentors),
      fixed: fixed[row] ?? false,
    };
  });
  const made = proposals.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    proposals,
    served: made.length,
    total: made.reduce((sum, score) => sum + score, 0),
    worst: made.length > 0 ? Math.min(...made) : null,
    threshold,
    ...afterwards(intake, judged, seats),
    infeasible,
  };
}

/** Places of a coach that nobody has, nor is asked to take. */
export function freePlaces({ places, taken, offered }: Pick<Mentor, 'places' | 'taken' | 'offered'>): number {
  return Math.max(0, Math.floor(places - taken - offered));
}

/** What is known of the pairs, once those are out that somebody wants to be kept apart. */
function keepApart({ applicants, mentors, apart }: Intake, judged: Judged[][]): Judged[][] {
  if (apart.length === 0) return judged;
  const keys = new Set(apart.map(({ coachId, membershipId }) => pairKey(coachId, membershipId)));
  return judged.map((pairs, row) =>
    pairs.map((pair, column) =>
      keys.has(pairKey(mentors[column]?.id ?? '', applicants[row]?.membershipId ?? ''))
        ? { because: [...(pair.because ?? []), 'kept_apart'] }
        : pair,
    ),
  );
}

/** Seats the fixed pairs and takes their places away; those that cannot be are told with the reasons. */
function lockFixed(
  intake: Intake,
  judged: readonly Judged[][],
  places: number[],
): { seats: number[]; infeasible: Unmet[] } {
  const seats = intake.applicants.map(() => -1);
  const infeasible: Unmet[] = [];
  for (const pair of intake.fixed) {
    const row = intake.applicants.findIndex(({ membershipId }) => membershipId === pair.membershipId);
    const column = intake.mentors.findIndex(({ id }) => id === pair.coachId);
    const because = whyNotFixed(judged[row]?.[column], places[column] ?? 0, seats[row] ?? -1);
    if (because.length > 0) {
      infeasible.push({ ...pair, because });
      continue;
    }
    seats[row] = column;
    places[column] = (places[column] ?? 0) - 1;
  }
  return { seats, infeasible };
}

function whyNotFixed(judged: Judged | undefined, places: number, seat: number): string[] {
  if (!judged) return ['not_in_this_run'];
  if (seat >= 0) return ['fixed_twice'];
  if (!judged.score) return judged.because;
  return places < 1 ? ['coach_capacity'] : [];
}

/** Goes down the order of what matters. The scores of pairs that must not be are -1. */
export function solve(
  { goal, floor, mentors }: Pick<Intake, 'goal' | 'floor' | 'mentors'>,
  scores: readonly (readonly number[])[],
  places: readonly number[],
): { columns: Int32Array; threshold: number } {
  const threshold = goal === 'score' ? floor : highestThreshold(scores, places, floor);
  const rows = scores.length;
  const loads = mentors.map(({ taken, offered }) => Math.ceil(taken + offered));
  const extra = (column: number, k: number): number => (loads[column] ?? 0) + k;
  // Each step weighs more than all that come after it together.
  const allExtra = rows * (rows + Math.max(0, ...loads)) + 1;
  const point = goal === 'coverage' ? allExtra : rows * allExtra + allExtra;
  const unserved = goal === 'coverage' ? (rows + 1) * 101 * point : 100 * point + allExtra;
  const costs = scores.map((row) =>
    Float64Array.from(row, (score) => (score < threshold || score < 0 ? Infinity : (100 - score) * point)),
  );
  return { columns: allocate({ costs, places, unserved, extra }), threshold };
}

/** The highest score up to the floor that every pair can reach without anybody losing a coach by it. */
function highestThreshold(scores: readonly (readonly number[])[], places: readonly number[], floor: number): number {
  const most = servedFrom(scores, places, 0);
  let low = 0;
  let high = floor;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (servedFrom(scores, places, middle) === most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function servedFrom(scores: readonly (readonly number[])[], places: readonly number[], least: number): number {
  const costs = scores.map((row) => Float64Array.from(row, (score) => (score < least || score < 0 ? Infinity : 0)));
  const problem: Allocation = { costs, places, unserved: 1 };
  return allocate(problem).filter((column) => column >= 0).length;
}

/** For coverage the floor keeps nobody out; who is without a coach is so because the places did not suffice. */
function whyNone(pairs: readonly Judged[], { goal, floor }: Intake): string[] {
  const possible = pairs.flatMap(({ score }) => score ?? []);
  if (possible.some(({ total }) => goal === 'coverage' || total >= floor)) return ['places_taken'];
  if (possible.length > 0) return ['below_floor'];
  return [...new Set(pairs.flatMap(({ because = [] }) => because))].sort();
}

function alternatesOf(pairs: readonly Judged[], seat: number, mentors: readonly Mentor[]): string[] {
  return pairs
    .flatMap(({ score }, column) => (score && column !== seat ? [{ column, total: score.total }] : []))
    .sort((a, b) => b.total - a.total || a.column - b.column)
    .slice(0, alternatesKept)
    .flatMap(({ column }) => mentors[column]?.id ?? []);
}

/** What the answer leaves open: pairs that would rather have each other, and wishes. */
function afterwards(
  { applicants, mentors }: Intake,
  judged: readonly Judged[][],
  seats: readonly number[],
): Pick<Matched, 'blocking' | 'unmetWishes'> {
  const scoreAt = (row: number, column: number): Score | undefined => judged[row]?.[column]?.score;
  const full = mentors.map((mentor, column) => seats.filter((seat) => seat === column).length >= freePlaces(mentor));
  const weakest = mentors.map((_, column) =>
    Math.min(...seats.flatMap((seat, row) => (seat === column ? (scoreAt(row, column)?.total ?? 0) : []))),
  );
  const blocking: Matched['blocking'] = [];
  const unmetWishes: Unmet[] = [];
  applicants.forEach(({ membershipId, wishes }, row) => {
    const seat = seats[row] ?? -1;
    const own = scoreAt(row, seat)?.total ?? -1;
    mentors.forEach(({ id: coachId }, column) => {
      const score = scoreAt(row, column)?.total;
      if (score === undefined || column === seat || score <= own) return;
      const welcome = !full[column] || (weakest[column] ?? Infinity) < score;
      if (welcome && freePlaces(mentors[column] ?? none) > 0) blocking.push({ membershipId, coachId, score });
    });
    for (const coachId of wishes) {
      const column = mentors.findIndex(({ id }) => id === coachId);
      if (column === seat && column >= 0) break;
      const because = judged[row]?.[column]?.because ?? (column < 0 ? ['no_coach'] : undefined);
      unmetWishes.push({
        membershipId,
        coachId,
        because: because ?? [full[column] ? 'places_taken' : 'better_in_all'],
      });
    }
  });
  blocking.sort((a, b) => b.score - a.score);
  return { blocking: blocking.slice(0, mostBlocking), unmetWishes };
}

const none = { places: 0, taken: 0, offered: 0 };
