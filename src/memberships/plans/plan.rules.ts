import { Rule } from '../../kernel/refusal';
import { LocalTime } from '../../kernel/site-time';
import { Locale, locales } from '../../people/people.rules';

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

/**
 * A plan in the words of a reader's language or, when it has none in that, of the first of the house's languages in which
 * it has a name. Undefined when it has none at all: the table asks for no language.
 */
export function planText<Text extends Partial<PlanText>>(
  texts: Partial<Record<string, Text>>,
  locale: string,
): Text | undefined {
  return [locale, ...locales].map((each) => texts[each]).find((text) => text?.name);
}

/** Limits for members that replace those of the site's rule for the kind; null leaves the rule. */
export interface PlanLimits {
  deskHorizonDays: number | null;
  roomHorizonDays: number | null;
  roomFutureBookings: number | null;
  roomLongestMinutes: number | null;
  /** Guests of one meeting; null leaves it to the seats of the place. */
  guests: number | null;
}

/** How often and how long a member may stay away within one term. */
export interface PlanPause {
  /** How many pauses; none when 0. */
  most: number;
  /** How many days they last together at most. */
  days: number;
  /** No pause touches so many days at either end of a term. */
  edgeDays: number;
  extendsTerm: boolean;
}

/** What a version of a plan offers and asks. Money in cents a month without VAT. */
export interface PlanTerms {
  termMonths: number;
  maxRenewals: number;
  totalMonths: number;
  priceCents: number;
  normalPriceCents: number;
  /** Within so many days an offer is accepted, or it lapses. */
  offerDays: number;
  noticeDays: number;
  pause: PlanPause;
  access: AccessKind;
  eveningCloses: LocalTime | null;
  /** Whether a short stay at a desk costs half a day. */
  halfDays: boolean;
  limits: PlanLimits;
  needs: PlanNeed;
  allowances: readonly Allowance[];
}

/** What a manager says of a version; the rest is as usual. */
export type WantedTerms = Pick<
  PlanTerms,
  'termMonths' | 'maxRenewals' | 'totalMonths' | 'priceCents' | 'normalPriceCents' | 'access'
> &
  Partial<Pick<PlanTerms, 'offerDays' | 'noticeDays' | 'eveningCloses' | 'halfDays' | 'needs'>> & {
    pause?: Pick<PlanPause, 'most' | 'days'> & Partial<PlanPause>;
    limits?: Partial<PlanLimits>;
    allowances: readonly (Omit<Allowance, 'shared'> & { shared?: boolean })[];
  };

/** The whole terms of a version: what the manager said, and what is usual where nothing was said. */
export function planTerms(wanted: WantedTerms): PlanTerms {
  const { pause, limits, allowances, ...terms } = wanted;
  return {
    offerDays: 14,
    noticeDays: 30,
    eveningCloses: null,
    halfDays: false,
    needs: 'nothing',
    ...said(terms),
    pause: { edgeDays: 7, extendsTerm: true, ...said(pause ?? { most: 0, days: 0 }) },
    limits: {
      deskHorizonDays: null,
      roomHorizonDays: null,
      roomFutureBookings: null,
      roomLongestMinutes: null,
      guests: null,
      ...said(limits),
    },
    allowances: allowances.map(({ kind, amount, shared = false }) => ({ kind, amount, shared })),
  };
}

/** What was said, without what was left out. */
function said<T extends object>(wanted: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(wanted ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
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
  judge: ({ pause: { most, days } }) =>
    most > 0 === days > 0
      ? undefined
      : { detail: 'Say how many pauses there may be and how many days they last together.', facts: { most, days } },
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

const planAllowanceSteps: Rule<PlanTerms> = {
  name: 'plan_allowance_steps',
  judge: ({ allowances }) => {
    const wrong = allowances.filter(({ kind, amount }) => ((amount ?? 0) * (kind === 'desk_days' ? 2 : 1)) % 1 !== 0);
    return wrong.length === 0
      ? undefined
      : { detail: 'Desk days are given in halves, minutes as whole ones.', facts: { allowances: wrong } };
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
  planAllowanceSteps,
  planShared,
];
