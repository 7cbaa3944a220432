import { Rule } from '../kernel/refusal';
import { LocalDate } from '../kernel/site-time';
import { EndReason } from '../memberships/terms/membership.rules';

/** How a manager wants a membership to end. */
export interface WantedEnd {
  reason: EndReason;
  /** The last day; a membership that ends today ends at once. */
  endsOn: LocalDate;
  /** In words that the person can read. */
  note?: string | null;
}

/** What an end is judged on. */
export interface EndCase extends WantedEnd {
  today: LocalDate;
  /** The last day as it stands. */
  lastDay: LocalDate | null;
}

const endInThePast: Rule<EndCase> = {
  name: 'in_the_past',
  judge: ({ endsOn, today }) =>
    endsOn >= today ? undefined : { detail: 'A membership ends today at the earliest.', facts: { endsOn, today } },
};

const withinTerms: Rule<EndCase> = {
  name: 'within_terms',
  judge: ({ endsOn, lastDay, today }) =>
    lastDay === null || endsOn <= lastDay || endsOn <= today
      ? undefined
      : { detail: `This membership runs to ${lastDay}; a renewal makes it longer.`, facts: { endsOn, lastDay } },
};

/** Who is sent away can read why. */
export const reasonedDecision: Rule<EndCase> = {
  name: 'reasoned_decision',
  judge: ({ reason, note }) =>
    reason !== 'terminated_for_cause' || note
      ? undefined
      : { detail: 'Say in a note why the membership is terminated; the person reads it.', facts: { reason } },
};

/** The laws of an end. */
export const endRules: readonly Rule<EndCase>[] = [endInThePast, withinTerms, reasonedDecision];

/** What a suspension is judged on. */
export interface SuspensionCase {
  reviewOn: LocalDate;
  today: LocalDate;
}

const reviewInThePast: Rule<SuspensionCase> = {
  name: 'in_the_past',
  judge: ({ reviewOn, today }) =>
    reviewOn >= today
      ? undefined
      : { detail: 'A suspension is looked at again today at the earliest.', facts: { reviewOn, today } },
};

/** The laws of a suspension. */
export const suspensionRules: readonly Rule<SuspensionCase>[] = [reviewInThePast];
