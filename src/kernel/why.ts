/** The reasons of the house for calling something off, where nobody gives one in words. */
export const houseReasons = [
  'membership_ended',
  'membership_ends',
  'membership_paused',
  'membership_suspended',
  'team_left',
  'coaching_ended',
  'coaching_rests',
  'coach_busy',
  'rules_changed',
  'account_erased',
  'unanswered',
] as const;
/** A reason of the house: a code, which everybody reads in their own language. */
export type HouseReason = (typeof houseReasons)[number];

/** Why something is called off or declined: in somebody's words, by a reason of the house, or without either. */
export interface Why {
  reason: string | null;
  because: HouseReason | null;
}

/** In the words of a person, if there are any. */
export function inWords(reason: string | null): Why {
  return { reason, because: null };
}

/** By a reason of the house. */
export function byHouse(because: HouseReason): Why {
  return { reason: null, because };
}
