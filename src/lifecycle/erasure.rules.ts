import { Rule } from '../kernel/refusal';

/** How long after the answer a granted wish is carried out, in hours: time to read it, and to say no after all. */
export const erasureDelay = 24;

/** What a wish to be erased is judged on. */
export interface ErasureCase {
  openMemberships: number;
  isLastAdministrator: boolean;
  /** Assignments as a coach that have not ended, and sessions ahead. */
  openCoaching: number;
}

const membershipsEnded: Rule<ErasureCase> = {
  name: 'memberships_ended',
  judge: ({ openMemberships }) =>
    openMemberships === 0
      ? undefined
      : { detail: 'The membership must have ended first; its bookings go with it.', facts: { openMemberships } },
};

const lastAdministrator: Rule<ErasureCase> = {
  name: 'last_administrator',
  judge: ({ isLastAdministrator }) =>
    isLastAdministrator ? { detail: 'The last administrator cannot be erased.', facts: {} } : undefined,
};

const coachingEnded: Rule<ErasureCase> = {
  name: 'coaching_ended',
  judge: ({ openCoaching }) =>
    openCoaching === 0
      ? undefined
      : {
          detail: 'Assignments and sessions ahead must have ended first, so that nobody waits.',
          facts: { openCoaching },
        },
};

/** The laws of erasing a person. */
export const erasureRules: readonly Rule<ErasureCase>[] = [membershipsEnded, coachingEnded, lastAdministrator];

/** What the person is told, in the record of the answer: which is deleted, and which is kept without them. */
export const whatErasureMeans =
  'Deleted: account, sign-ins, messages, preferences, consents, calendar addresses, waiting list, notes, goals, guests. ' +
  'Kept without your name: bookings and hours of coaching as numbers; memberships, accepted terms and the value of favourable terms, as long ' +
  'as accounts and aid records must be kept.';
