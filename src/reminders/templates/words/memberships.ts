import { Copy } from './copy';

/** The changing parts of the words about a membership. Dates are written out in the reader's language. */
export interface MembershipWords {
  site: string;
  /** The first and the last day. */
  from: string;
  to: string;
  /** The last day in few letters. */
  date: string;
  /** Until when an offer stands; empty when there is none. */
  until: string;
  /** Whether an application came before the offer. */
  approved: boolean;
}

/** What is said about offers, terms and pauses. */
export interface MembershipLetters {
  offer_made: (facts: MembershipWords) => Copy;
  offer_ending: (facts: MembershipWords) => Copy;
  term_starting: (facts: MembershipWords) => Copy;
  term_ending: (facts: MembershipWords) => Copy;
  pause_starting: (facts: MembershipWords) => Copy;
  pause_ending: (facts: MembershipWords) => Copy;
  membership_suspended: (facts: MembershipWords) => Copy;
  membership_reinstated: (facts: MembershipWords) => Copy;
  /** `kind`: what the allowance is called. */
  allowance_low: (facts: { site: string; kind: string }) => Copy;
  pause_answered: (facts: MembershipWords & { granted: boolean }) => Copy;
  renewal_answered: (facts: MembershipWords & { granted: boolean }) => Copy;
  membership_ended: (facts: MembershipWords) => Copy;
  stage_answered: (facts: { venture: string; stage: string; approved: boolean }) => Copy;
}
