import { LocalDate } from '../../kernel/site-time';
import { Rule } from '../../kernel/refusal';
import type { MembershipStatus } from '../../memberships/terms/membership.rules';
import type { Stage } from '../../memberships/ventures/venture.rules';
import { commonLanguage, CoachStatus, SpokenLanguage, workingLevel, workingLevels } from '../coaches/coach.rules';

/** What of an entrepreneur's membership decides who can coach them. */
export interface Entrepreneur {
  membershipId: string;
  personId: string;
  siteId: string;
  languages: readonly SpokenLanguage[];
  stage: Stage | null;
  minor: boolean;
  /** How the membership stands. */
  status: MembershipStatus;
}

/** What of a coach decides whom they can coach. */
export interface Coach {
  id: string;
  status: CoachStatus;
  qualifiedUntil: LocalDate | null;
  /** Places in all, and those that active and resting assignments take. */
  places: number;
  taken: number;
  siteIds: readonly string[];
  remote: boolean;
  languages: readonly SpokenLanguage[];
  /** None means any. */
  stages: readonly Stage[];
  worksWithMinors: boolean;
}

/** A pair that somebody thinks of. */
export interface Pairing {
  entrepreneur: Entrepreneur;
  coach: Coach;
  /** How many places it takes; none when it takes them already. */
  weight: number;
  /** Whether a conflict of interest is open between the coach and the entrepreneur or somebody of the team. */
  conflict: boolean;
  /** Whether one of the two has ended it before. */
  parted: boolean;
  /** Whether the two are together already, or asked to be. */
  together: boolean;
  /** The date that the clock of the site shows. */
  today: LocalDate;
}

/** The states of a membership under which somebody may get a coach; in a pause the coaching begins resting. */
export const coachedStatuses: readonly MembershipStatus[] = ['scheduled', 'active', 'paused'];

const membershipRunning: Rule<Pairing> = {
  name: 'covered_by_membership',
  judge: ({ entrepreneur: { status } }) =>
    coachedStatuses.includes(status)
      ? undefined
      : { detail: `The membership is ${status}; nobody is coached under it.`, facts: { status } },
};

const coachNotSelf: Rule<Pairing> = {
  name: 'coach_not_self',
  judge: ({ entrepreneur, coach }) =>
    entrepreneur.personId === coach.id ? { detail: 'Nobody coaches themselves.', facts: {} } : undefined,
};

const assignedAlready: Rule<Pairing> = {
  name: 'assigned_already',
  judge: ({ together }) =>
    together ? { detail: 'This coach is assigned to the entrepreneur, or asked to be.', facts: {} } : undefined,
};

const noConflictOfInterest: Rule<Pairing> = {
  name: 'no_conflict_of_interest',
  judge: ({ conflict }) =>
    conflict ? { detail: 'A conflict of interest is declared between the two.', facts: {} } : undefined,
};

const neverAgain: Rule<Pairing> = {
  name: 'never_again',
  judge: ({ parted }) =>
    parted ? { detail: 'One of the two has ended it before; the pair is not made again.', facts: {} } : undefined,
};

const coachCapacity: Rule<Pairing> = {
  name: 'coach_capacity',
  judge: ({ coach: { places, taken }, weight }) =>
    taken + weight <= places
      ? undefined
      : { detail: `The coach has ${places} places, and ${taken} are taken.`, facts: { places, taken, weight } },
};

const clearedForMinors: Rule<Pairing> = {
  name: 'cleared_for_minors',
  judge: ({ entrepreneur, coach }) =>
    entrepreneur.minor && !coach.worksWithMinors
      ? { detail: 'The coach is not cleared to work with minors.', facts: {} }
      : undefined,
};

const coachActive: Rule<Pairing> = {
  name: 'coach_active',
  judge: ({ coach }) =>
    coach.status === 'active'
      ? undefined
      : { detail: 'The coach takes nobody at the moment.', facts: { status: coach.status } },
};

const coachQualified: Rule<Pairing> = {
  name: 'coach_qualified',
  judge: ({ coach: { qualifiedUntil }, today }) =>
    qualifiedUntil === null || qualifiedUntil >= today
      ? undefined
      : { detail: `The coach’s qualification was valid until ${qualifiedUntil}.`, facts: { qualifiedUntil } },
};

const commonTongue: Rule<Pairing> = {
  name: 'common_language',
  judge: ({ entrepreneur, coach }) => {
    const best = commonLanguage(entrepreneur.languages, coach.languages);
    return best && workingLevels.includes(best.level)
      ? undefined
      : {
          detail: `The two share no language at ${workingLevel} or better.`,
          facts: { needed: workingLevel, best: best ?? null },
        };
  },
};

const servesSite: Rule<Pairing> = {
  name: 'serves_site',
  judge: ({ entrepreneur: { siteId }, coach }) =>
    coach.remote || coach.siteIds.includes(siteId)
      ? undefined
      : { detail: 'The coach neither comes to this site nor meets over a link.', facts: { siteId } },
};

const stageInRange: Rule<Pairing> = {
  name: 'stage_in_range',
  judge: ({ entrepreneur: { stage }, coach: { stages } }) =>
    stage === null || stages.length === 0 || stages.includes(stage)
      ? undefined
      : { detail: 'The coach works with other stages.', facts: { stage, stages } },
};

/** What no manager can override, whatever the reason. */
export const hardRules: readonly Rule<Pairing>[] = [
  membershipRunning,
  coachNotSelf,
  assignedAlready,
  noConflictOfInterest,
  neverAgain,
  coachCapacity,
  clearedForMinors,
];

/** What keeps a program from proposing a pair, and a manager may override with a reason: a program refuses nobody. */
export const softRules: readonly Rule<Pairing>[] = [
  coachActive,
  coachQualified,
  commonTongue,
  servesSite,
  stageInRange,
];

/** Everything that decides whether a pair is proposed. */
export const pairingRules: readonly Rule<Pairing>[] = [...hardRules, ...softRules];

/** The names of the rules that a manager may override. */
export const overridable: readonly string[] = softRules.map(({ name }) => name);

/** What is judged again when a coach accepts: time has passed since the offer. */
export const acceptanceRules: readonly Rule<Pairing>[] = [
  membershipRunning,
  noConflictOfInterest,
  neverAgain,
  coachCapacity,
  clearedForMinors,
];
