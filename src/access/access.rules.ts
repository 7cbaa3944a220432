/** Minutes and days of access, each with its reason. */

/** An access token is short-lived because only its signature is checked before the session is looked up. Seconds. */
export const accessTokenSeconds = 600;

/** A sign-in lasts this long at most, however often it is refreshed. Days. */
export const sessionDays = 30;

/** A refresh token that nobody uses for this long is worth nothing. Days. */
export const refreshIdleDays = 14;

/** For so long a repeated refresh is a lost answer and gets the same successor; after that it is theft. Seconds. */
export const refreshGraceSeconds = 20;

/** A browser stays known for this long after its last sign-in; browsers keep no cookie longer. Days. */
export const deviceDays = 400;

/** How many tries may be made in the short and in the long span. Spans are minutes. */
export interface TryLimit {
  few: number;
  shortSpan: number;
  many: number;
  longSpan: number;
}

/** Wrong passwords: ten in a quarter of an hour from one known device or from all unknown ones, a hundred an hour in all. */
export const passwordTries: TryLimit = { few: 10, shortSpan: 15, many: 100, longSpan: 60 };

/**
 * Wrong codes after the right password. Three codes in a million are right at any time, so fifty tries a day find one in
 * twenty years; ten more would make no typist happier. From one device or session five in a quarter of an hour.
 */
export const codeTries: TryLimit = { few: 5, shortSpan: 15, many: 50, longSpan: 24 * 60 };

/** After the right password, the code has to come within so many minutes. */
export const challengeMinutes = 5;

/** Mails that anybody can have sent to an address by typing it: three an hour of each kind. */
export const mailTries: TryLimit = { few: 3, shortSpan: 60, many: 3, longSpan: 60 };

/** What a mailed link is good for. */
export type LinkPurpose = 'verify_email' | 'reset_password' | 'already_registered';

/** For how long a mailed link works. Minutes. */
export const linkMinutes: Record<LinkPurpose, number> = {
  verify_email: 24 * 60,
  reset_password: 60,
  already_registered: 24 * 60,
};
