import { Rule } from '../kernel/refusal';

/** How long after the answer a granted wish is carried out, in hours: time to read it, and to say no after all. */
export const erasureDelay = 24;

/** What a wish to be erased is judged on. */
export interface ErasureCase {
  openMemberships: number;
  isLastAdministrator: boolean;
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

/** The laws of erasing a person. */
export const erasureRules: readonly Rule<ErasureCase>[] = [membershipsEnded, lastAdministrator];

/** What the person is told, in the record of the answer: which is deleted, and which is kept without them. */
export const whatErasureMeans =
  'Deleted: account, sign-ins, messages, preferences, consents, calendar address, waiting list. ' +
  'Kept without your name: bookings as numbers; memberships, accepted terms and the value of favourable terms, as long ' +
  'as accounts and aid records must be kept.';
