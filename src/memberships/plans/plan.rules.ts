import { Rule } from '../../kernel/refusal';
import { LocalTime } from '../../kernel/site-time';
import { Locale } from '../../people/people.rules';

export const planStatuses = ['active', 'retired'] as const;
/** A retired plan is offered to nobody any more; memberships under it go on. */
export type PlanStatus = (typeof planStatuses)[number];

export const accessKinds = ['opening_hours', 'evenings', 'all_day'] as const;
/** When members of a plan may be inside: while the site is open, also until its evening ends, or at any hour. */
export type AccessKind = (typeof accessKinds)[number];

export const planNeeds = ['nothing', 'home_membership', 'lead_membership'] as const;
/** What a plan hangs on: nothing, a membership at a partner site (visitors), or the lead's membership (team seats). */
export type PlanNeed = (typeof planNeeds)[number];

export const allowanceKinds = ['desk_days', 'room_minutes', 'coaching_minutes'] as const;
/** What a plan gives by the month. */
export type AllowanceKind = (typeof allowanceKinds)[number];

/** What a plan gives of a kind each month; a null amount is unlimited, a kind that is not named is not given at all. */
export interface Allowance {
  kind: AllowanceKind;
  amount: number | null;
  /** Taken from the lead's wallet. */
  shared: boolean;
}

/** A plan in the words of one language. */
export interface PlanText {
  name: string;
  summary: string;
}

/** The same text in every language of the house. */
export type InAllLanguages<T> = Record<Locale, T>;

/** What a version of a plan offers and asks. Money in cents a month without VAT, lengths in days unless named. */
export interface PlanTerms {
  termMonths: number;
  maxRenewals: number;
  totalMonths: number;
  priceCents: number;
  normalPriceCents: number;
  offerDays: number;
  noticeDays: number;
  maxPauses: number;
  pauseDays: number;
  pauseEdgeDays: number;
  pauseExtendsTerm: boolean;
  access: AccessKind;
  eveningCloses: LocalTime | null;
  halfDays: boolean;
  deskHorizonDays: number | null;
  roomHorizonDays: number | null;
  roomFutureBookings: number | null;
  roomLongestMinutes: number | null;
  needs: PlanNeed;
  allowances: readonly Allowance[];
}

const planTerm: Rule<PlanTerms> = {
  name: 'plan_term',
  judge: ({ termMonths, totalMonths }) =>
    totalMonths >= termMonths
      ? undefined
      : { detail: 'The longest stay is at least one term.', facts: { termMonths, totalMonths } },
};

const planRenewals: Rule<PlanTerms> = {
  name: 'plan_renewals',
  judge: ({ termMonths, maxRenewals, totalMonths }) =>
    maxRenewals === 0 || termMonths * 2 <= totalMonths
      ? undefined
      : {
          detail: 'The longest stay leaves no room for a second term.',
          facts: { termMonths, maxRenewals, totalMonths },
        },
};

const planPrice: Rule<PlanTerms> = {
  name: 'plan_price',
  judge: ({ priceCents, normalPriceCents }) =>
    normalPriceCents >= priceCents
      ? undefined
      : {
          detail: 'The terms are favourable: the normal price is not below the price.',
          facts: { priceCents, normalPriceCents },
        },
};

const planPause: Rule<PlanTerms> = {
  name: 'plan_pause',
  judge: ({ maxPauses, pauseDays }) =>
    maxPauses === 0
      ? pauseDays === 0
        ? undefined
        : { detail: 'Days of pause without a pause are of no use.', facts: { maxPauses, pauseDays } }
      : pauseDays > 0
        ? undefined
        : { detail: 'A pause lasts at least a day.', facts: { maxPauses, pauseDays } },
};

const planEvening: Rule<PlanTerms> = {
  name: 'plan_evening',
  judge: ({ access, eveningCloses }) =>
    (access === 'evenings') === (eveningCloses !== null)
      ? undefined
      : {
          detail: 'Say when the evening ends for a plan with evenings, and only then.',
          facts: { access, eveningCloses },
        },
};

const planAllowances: Rule<PlanTerms> = {
  name: 'plan_allowances',
  judge: ({ allowances }) => {
    const kinds = allowances.map(({ kind }) => kind);
    return new Set(kinds).size === kinds.length
      ? undefined
      : { detail: 'Each kind of allowance is given once.', facts: { kinds } };
  },
};

const planShared: Rule<PlanTerms> = {
  name: 'plan_shared',
  judge: ({ needs, allowances }) => {
    const shared = allowances.filter((allowance) => allowance.shared).map(({ kind }) => kind);
    return shared.length === 0 || needs === 'lead_membership'
      ? undefined
      : {
          detail: 'Only a plan that hangs on the membership of a lead can share its allowance.',
          facts: { shared, needs },
        };
  },
};

/** The laws of a version of a plan. */
export const planRules: readonly Rule<PlanTerms>[] = [
  planTerm,
  planRenewals,
  planPrice,
  planPause,
  planEvening,
  planAllowances,
  planShared,
];
