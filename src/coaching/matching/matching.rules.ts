import { judge } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { weights } from '../assignments/assignment.rules';
import { pairingRules } from '../assignments/pairing.rules';
import { pairKey } from '../assignments/pairing.names';
import type { Candidate, Founder } from '../assignments/pairing.store';
import { Meeting, Score, scoreOf } from './match.rules';

/** A stretch of time in whole minutes since 1970, the end not included. */
export type Minutes = readonly [start: number, end: number];

/** An entrepreneur with what matching asks beside the laws: when they have something else, and whom they wish for. */
export interface Applicant extends Founder {
  busy: readonly Minutes[];
  wishes: readonly string[];
}

/** A coach with the times at which the entrepreneurs of the site can meet them, and whom they wish for. */
export interface Mentor extends Candidate {
  free: readonly Minutes[];
  wishes: readonly string[];
}

/** Everything that matching is decided on: plain and kept, so that the same answer can be had again. */
export interface MatchingFacts {
  /** The date that the clock of the site shows. */
  today: LocalDate;
  /** When the site is open in the next four weeks. */
  open: readonly Minutes[];
  applicants: readonly Applicant[];
  mentors: readonly Mentor[];
  /** Names of pairs; see {@link pairKey}. */
  conflicts: readonly string[];
  parted: readonly string[];
  together: readonly string[];
}

/** What is known of a pair: its score, or the names of the rules against it. */
export type Judged = { score: Score; because?: undefined } | { score?: undefined; because: string[] };

/** Judges and scores every pair, applicant by applicant, in the order in which they stand. */
export function judgePairs(facts: MatchingFacts): Judged[][] {
  const conflicts = new Set(facts.conflicts);
  const parted = new Set(facts.parted);
  const together = new Set(facts.together);
  return facts.applicants.map((applicant) => {
    const own = minus(facts.open, applicant.busy);
    return facts.mentors.map((mentor) => {
      const key = pairKey(mentor.id, applicant.membershipId);
      const broken = judge(pairingRules, {
        entrepreneur: applicant,
        coach: mentor,
        weight: weights.lead,
        conflict: conflicts.has(key),
        parted: parted.has(key),
        together: together.has(key),
        today: facts.today,
      });
      if (broken.length > 0) return { because: broken.map(({ code }) => code) };
      return { score: scoreOf(applicant, mentor, meetingOf(applicant, mentor, own)) };
    });
  });
}

/** How well a pair fits, whatever the rules say: for two who are together already, or asked to be. */
export function scorePair({ open }: Pick<MatchingFacts, 'open'>, applicant: Applicant, mentor: Mentor): Score {
  return scoreOf(applicant, mentor, meetingOf(applicant, mentor, minus(open, applicant.busy)));
}

function meetingOf(applicant: Applicant, mentor: Mentor, own: readonly Minutes[]): Meeting {
  return {
    minutes: common(own, mentor.free),
    founderRank: rankIn(applicant.wishes, mentor.id),
    coachRank: rankIn(mentor.wishes, applicant.personId),
  };
}

function rankIn(wishes: readonly string[], id: string): number | null {
  const index = wishes.indexOf(id);
  return index < 0 ? null : index + 1;
}

/** How many minutes two sorted, disjoint lists of stretches have in common. */
export function common(some: readonly Minutes[], others: readonly Minutes[]): number {
  let minutes = 0;
  let i = 0;
  let j = 0;
  while (i < some.length && j < others.length) {
    const [start, end] = some[i] ?? [0, 0];
    const [otherStart, otherEnd] = others[j] ?? [0, 0];
    minutes += Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart));
    if (end <= otherEnd) i++;
    else j++;
  }
  return minutes;
}

/** What is left of sorted stretches when others, sorted too, are taken out. */
function minus(some: readonly Minutes[], others: readonly Minutes[]): Minutes[] {
  if (others.length === 0) return [...some];
  return some.flatMap(([start, end]) => {
    const left: Minutes[] = [];
    let from = start;
    for (const [otherStart, otherEnd] of others) {
      if (otherEnd <= from || otherStart >= end) continue;
      if (otherStart > from) left.push([from, otherStart]);
      from = Math.max(from, otherEnd);
    }
    if (from < end) left.push([from, end]);
    return left;
  });
}
