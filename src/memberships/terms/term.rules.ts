import { Temporal } from 'temporal-polyfill';
import { Rule } from '../../kernel/refusal';
import { LocalDate, plusDays } from '../../kernel/site-time';

/** `extension` is kept for terms that a site adds on its own account. */
export type TermKind = 'initial' | 'renewal' | 'extension';
export type PauseStatus = 'requested' | 'approved' | 'refused' | 'cancelled';
export type RenewalStatus = 'requested' | 'approved' | 'refused' | 'cancelled';

/** Two dates, both included. */
export interface Dates {
  startsOn: LocalDate;
  endsOn: LocalDate;
}

/** How many dates lie between the two, both included. */
export function daysOf({ startsOn, endsOn }: Dates): number {
  return Temporal.PlainDate.from(startsOn).until(Temporal.PlainDate.from(endsOn), { largestUnit: 'days' }).days + 1;
}

/** The date a number of months later; the last of its month when the month is too short. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** The last day of a term: the day before the date on which so many months are full. */
export function endOfTerm(startsOn: LocalDate, months: number): LocalDate {
  return plusDays(plusMonths(startsOn, months), -1);
}

/** The first day of the month of a date: the name of a month in the wallet. */
export function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

/** Whether the two share a date. */
export function overlap(one: Dates, other: Dates): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}

/** What an offer is judged on. */
export interface OfferCase {
  startsOn: LocalDate;
  today: LocalDate;
}

const offerInThePast: Rule<OfferCase> = {
  name: 'in_the_past',
  judge: ({ startsOn, today }) =>
    startsOn >= today
      ? undefined
      : { detail: 'A membership begins today at the earliest.', facts: { startsOn, today } },
};

/** The laws of an offer. */
export const offerRules: readonly Rule<OfferCase>[] = [offerInThePast];

/** What a stay is judged on: days in force so far with the term that is thought of, of the person and of the venture. */
export interface StayCase {
  /** The first days of all terms counted, the new one included. */
  starts: readonly LocalDate[];
  totalMonths: number;
  personDays: number;
  ventureDays: number;
}

/**
 * The days of so many months in a row, counted from the beginning that gives most of them: months differ in length, and
 * nobody loses a day to February.
 */
export function longestStay(starts: readonly LocalDate[], months: number): number {
  return Math.max(0, ...starts.map((startsOn) => daysOf({ startsOn, endsOn: endOfTerm(startsOn, months) })));
}

/** The days in force of a person, and of a venture, stay within what the plan allows; paused days do not count. */
export const totalStayCap: Rule<StayCase> = {
  name: 'total_stay_cap',
  judge: ({ starts, totalMonths, personDays, ventureDays }) => {
    const most = longestStay(starts, totalMonths);
    const days = Math.max(personDays, ventureDays);
    if (days <= most) return undefined;
    return {
      detail: `With this term the stay would be longer than the ${totalMonths} months that the plan allows in all.`,
      facts: { totalMonths, mostDays: most, personDays, ventureDays },
    };
  },
};

/** The laws of how long somebody may stay. */
export const stayRules: readonly Rule<StayCase>[] = [totalStayCap];

/** What a pause is judged on. */
export interface PauseCase {
  wanted: Dates;
  today: LocalDate;
  /** The term in which the pause begins, when there is one. */
  term: Dates | undefined;
  /** The pauses of the membership that were approved. */
  taken: readonly Dates[];
  plan: { maxPauses: number; pauseDays: number; pauseEdgeDays: number };
}

const pauseInThePast: Rule<PauseCase> = {
  name: 'in_the_past',
  judge: ({ wanted, today }) =>
    wanted.startsOn >= today && wanted.endsOn >= wanted.startsOn
      ? undefined
      : {
          detail: 'A pause begins today at the earliest and does not end before it begins.',
          facts: { ...wanted, today },
        },
};

/**
 * How often and how long a membership may rest in one term, and that it neither begins nor ends resting. Pauses do not
 * overlap.
 */
export const pauseLimits: Rule<PauseCase> = {
  name: 'pause_limits',
  judge: ({ wanted, term, taken, plan }) => {
    const { maxPauses, pauseDays, pauseEdgeDays } = plan;
    if (!term || wanted.endsOn > term.endsOn) {
      return { detail: 'A pause lies within one term of the membership.', facts: { term: term ?? null } };
    }
    const inTerm = taken.filter((pause) => overlap(pause, term));
    const days = [...inTerm, wanted].reduce((sum, pause) => sum + daysOf(pause), 0);
    const first = plusDays(term.startsOn, pauseEdgeDays);
    const last = plusDays(term.endsOn, -pauseEdgeDays);
    const facts = { pauses: inTerm.length, maxPauses, days, pauseDays, first, last };
    if (inTerm.some((pause) => overlap(pause, wanted))) return { detail: 'There is a pause at that time.', facts };
    if (inTerm.length >= maxPauses) {
      return { detail: `The plan allows ${maxPauses} ${maxPauses === 1 ? 'pause' : 'pauses'} in a term.`, facts };
    }
    if (days > pauseDays) return { detail: `The plan allows ${pauseDays} days of pause in a term.`, facts };
    if (wanted.startsOn < first || wanted.endsOn > last) {
      return { detail: `In this term a pause lies between ${first} and ${last}.`, facts };
    }
    return undefined;
  },
};

/** The laws of a pause. */
export const pauseRules: readonly Rule<PauseCase>[] = [pauseInThePast, pauseLimits];

/** What a renewal is judged on. */
export interface RenewalCase {
  /** Renewals so far. */
  renewals: number;
  maxRenewals: number;
  noOwnOffice: boolean;
  /** Notice was given, or the end is planned otherwise. */
  leaving: boolean;
}

/** So many renewals as the plan says. */
export const renewalCap: Rule<RenewalCase> = {
  name: 'renewal_cap',
  judge: ({ renewals, maxRenewals }) => {
    if (renewals < maxRenewals) return undefined;
    const times = renewals === 1 ? 'once' : `${renewals} times`;
    return {
      detail:
        maxRenewals === 0
          ? 'This plan is not renewed.'
          : `This membership has been renewed ${times}, as often as its plan allows.`,
      facts: { renewals, maxRenewals },
    };
  },
};

/** The place is for those without an office of their own, and that is declared anew for each term. */
const noOwnOffice: Rule<RenewalCase> = {
  name: 'no_own_office',
  judge: (request) =>
    request.noOwnOffice
      ? undefined
      : { detail: 'Declare again that you have no office of your own.', facts: { noOwnOffice: false } },
};

const notLeaving: Rule<RenewalCase> = {
  name: 'membership_leaving',
  judge: ({ leaving }) =>
    leaving ? { detail: 'The end of this membership is set; it is not renewed.', facts: {} } : undefined,
};

/** The laws of a renewal. */
export const renewalRules: readonly Rule<RenewalCase>[] = [renewalCap, noOwnOffice, notLeaving];
