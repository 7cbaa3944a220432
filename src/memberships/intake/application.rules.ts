import { instant } from '../../kernel/period';
import { Rule } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';

export const applicationStatuses = [
  'draft',
  'submitted',
  'returned',
  'under_review',
  'approved',
  'waitlisted',
  'rejected',
  'withdrawn',
  'expired',
] as const;
/** Where an application stands. `approved`, `rejected`, `withdrawn` and `expired` are final. */
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const recommendations = ['approve', 'reject', 'unsure'] as const;
/** What a reviewer would do. */
export type Recommendation = (typeof recommendations)[number];

export const criteria = ['team', 'problem', 'novelty', 'feasibility', 'fit', 'need'] as const;
/** What reviewers score from 1 to 5; `need` is the need for a place. */
export type Criterion = (typeof criteria)[number];
export type Scores = Record<Criterion, number>;

/** What can happen to an application. */
export type ApplicationEvent =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'expire'
  | 'return'
  | 'start-review'
  | 'review'
  | 'override'
  | 'approve'
  | 'waitlist'
  | 'reject'
  | 'notify';

/** Who may make it happen: whose it is, a coach of the site who reviews, a manager of the site, the house by itself. */
export type ApplicationRole = 'applicant' | 'reviewer' | 'manager' | 'house';

interface Transition {
  from: readonly ApplicationStatus[];
  to: ApplicationStatus | 'same';
  who: readonly ApplicationRole[];
}

/** The states that a decision leads to. Whoever applied sees none of them before being told. */
export const decidedStatuses: readonly ApplicationStatus[] = ['approved', 'waitlisted', 'rejected'];

/** The life of an application. What is not in this table cannot happen. */
export const transitions: Record<ApplicationEvent, Transition> = {
  edit: { from: ['draft', 'returned'], to: 'same', who: ['applicant'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', who: ['applicant'] },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'under_review', 'waitlisted'],
    to: 'withdrawn',
    who: ['applicant'],
  },
  expire: { from: ['returned'], to: 'expired', who: ['house'] },
  return: { from: ['submitted'], to: 'returned', who: ['manager'] },
  'start-review': { from: ['submitted'], to: 'under_review', who: ['manager'] },
  review: { from: ['under_review'], to: 'same', who: ['manager', 'reviewer'] },
  override: { from: ['submitted', 'under_review', 'waitlisted'], to: 'same', who: ['manager'] },
  approve: { from: ['under_review', 'waitlisted'], to: 'approved', who: ['manager'] },
  waitlist: { from: ['under_review'], to: 'waitlisted', who: ['manager'] },
  reject: { from: ['under_review', 'waitlisted'], to: 'rejected', who: ['manager'] },
  notify: { from: decidedStatuses, to: 'same', who: ['manager'] },
};

/** Whether a manager or a reviewer deals with the case of somebody by it. */
export function isDuty(event: ApplicationEvent): boolean {
  return !transitions[event].who.includes('applicant') && !transitions[event].who.includes('house');
}

/** What an application is judged on when it is submitted. */
export interface Submission {
  planId: string | null;
  planStatus: string | null;
  startsOn: LocalDate | null;
  noOwnOffice: boolean;
  answers: Record<string, unknown>;
  siteStatus: string;
  today: LocalDate;
}

/** Answers without which nobody can judge an application. */
export const requiredAnswers = [
  'ageBand',
  'municipality',
  'idea',
  'problem',
  'customer',
  'solution',
  'sector',
  'stage',
  'company',
] as const;

const siteActive: Rule<Pick<Submission, 'siteStatus'>> = {
  name: 'site_active',
  judge: ({ siteStatus }) =>
    siteStatus === 'active' ? undefined : { detail: 'This site takes no applications now.', facts: { siteStatus } },
};

const completeApplication: Rule<Submission> = {
  name: 'complete_application',
  judge: ({ planId, startsOn, answers }) => {
    const missing = [
      ...(planId === null ? ['/planId'] : []),
      ...(startsOn === null ? ['/startsOn'] : []),
      ...requiredAnswers.filter((name) => answers[name] === undefined).map((name) => `/answers/${name}`),
    ];
    return missing.length === 0
      ? undefined
      : { detail: 'Something is missing that every application needs.', facts: { missing } };
  },
};

const noOwnOffice: Rule<Submission> = {
  name: 'no_own_office',
  judge: (submission) =>
    submission.noOwnOffice
      ? undefined
      : { detail: 'Places are for people without an office of their own. Declare that you have none.', facts: {} },
};

const planOffered: Rule<Pick<Submission, 'planStatus'>> = {
  name: 'plan_offered',
  judge: ({ planStatus }) =>
    planStatus === null || planStatus === 'active'
      ? undefined
      : { detail: 'This plan is not offered any more.', facts: { planStatus } },
};

const startInThePast: Rule<Pick<Submission, 'startsOn' | 'today'>> = {
  name: 'in_the_past',
  judge: ({ startsOn, today }) =>
    startsOn === null || startsOn >= today
      ? undefined
      : { detail: 'This start date has passed.', facts: { startsOn, today } },
};

/** The laws of a submission. */
export const submissionRules: readonly Rule<Submission>[] = [
  siteActive,
  completeApplication,
  noOwnOffice,
  planOffered,
  startInThePast,
];

/** The laws of beginning an application. */
export const draftRules: readonly Rule<Pick<Submission, 'siteStatus'>>[] = [siteActive];

/** How many independent opinions a decision rests on. */
export const requiredReviews = 2;

/** What an approval is judged on, read under the locks of the application, the person and the plan. */
export interface Approval {
  siteStatus: string;
  planStatus: string;
  isLatestVersion: boolean;
  startsOn: LocalDate;
  today: LocalDate;
  reviews: number;
  reason: string | null;
  /** Codes of the rules of eligibility that say no and were not overridden. */
  failing: readonly string[];
  /** Null is no limit. */
  places: number | null;
  taken: number;
}

const eligible: Rule<Approval> = {
  name: 'eligible',
  judge: ({ failing }) =>
    failing.length === 0
      ? undefined
      : { detail: 'Rules of eligibility say no. A manager may override one with a reason.', facts: { failing } },
};

const twoReviews: Rule<Approval> = {
  name: 'two_reviews',
  judge: ({ reviews, reason }) =>
    reviews >= requiredReviews || reason !== null
      ? undefined
      : {
          detail: `An approval rests on ${requiredReviews} reviews. With fewer, give a reason.`,
          facts: { reviews, requiredReviews },
        },
};

const placeAvailable: Rule<Approval> = {
  name: 'place_available',
  judge: ({ places, taken }) =>
    places === null || taken < places
      ? undefined
      : {
          detail: 'All places of this plan are taken. Use the waiting list.',
          facts: { places, taken, instead: 'waitlist' },
        },
};

const latestVersion: Rule<Approval> = {
  name: 'plan_version_latest',
  judge: ({ isLatestVersion }) =>
    isLatestVersion ? undefined : { detail: 'There is a newer version of this plan. Offer that one.', facts: {} },
};

/** The laws of an approval. */
export const approvalRules: readonly Rule<Approval>[] = [
  siteActive,
  eligible,
  twoReviews,
  planOffered,
  latestVersion,
  startInThePast,
  placeAvailable,
];

const reasonedDecision: Rule<{ reason: string | null | undefined }> = {
  name: 'reasoned_decision',
  judge: ({ reason }) =>
    reason && reason.trim() !== '' ? undefined : { detail: 'Say why, in words that the person can read.', facts: {} },
};

/** The laws of every decision that somebody may be unhappy with. */
export const decisionRules: readonly Rule<{ reason: string | null | undefined }>[] = [reasonedDecision];

/** So many days a returned application may take to be completed, when a manager says nothing else. */
export const usualReturnDays = 14;

const day = 24 * 60 * 60_000;

/** The instant from which on a returned application cannot be completed any more. */
export function returnDeadline(now: Date, days: number): Date {
  return new Date(now.getTime() + days * day);
}

/** Whether a returned application can still be completed. */
export function isInTime(application: { status: ApplicationStatus; returnDeadline: Date | null }, now: Date): boolean {
  return application.status !== 'returned' || application.returnDeadline === null || now < application.returnDeadline;
}

/** What to say to somebody who completes too late. */
export function tooLate(deadline: Date): string {
  return `This application could be completed until ${instant(deadline)}.`;
}
