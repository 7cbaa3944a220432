import { Rule } from '../../kernel/refusal';

/** Somebody without an account who comes to a meeting. */
export interface NamedGuest {
  name: string;
  email: string;
}

/** What the guests of a meeting are judged on, read behind the lock of its holder. */
export interface GuestCase {
  /** How many are on the list. */
  guests: number;
  /** How many letters this sends: one for each who is new, or to be told of a new time. */
  letters: number;
  /** How many people the place seats. */
  seats: number;
  /** How many guests the plan of the holder gives; null for no limit of its own. */
  limit: number | null;
  /** Letters that the holder's meetings have caused within a day. */
  lettersToday: number;
}

/** More letters than this within a day are no meetings any more. */
export const mostLetters = 60;

const guestLimit: Rule<GuestCase> = {
  name: 'guest_limit',
  judge: ({ guests, limit }) =>
    limit === null || guests <= limit
      ? undefined
      : {
          detail: limit === 0 ? 'Your plan has no guests.' : `Your plan gives ${limit} guests to a meeting.`,
          facts: { guests, most: limit },
        },
};

/** The holder sits there, too. */
const guestSeats: Rule<GuestCase> = {
  name: 'guest_seats',
  judge: ({ guests, seats }) =>
    guests === 0 || guests + 1 <= seats
      ? undefined
      : {
          detail: `This place seats ${seats}, you among them.`,
          facts: { guests, seats, most: Math.max(0, seats - 1) },
        },
};

const guestsPerDay: Rule<GuestCase> = {
  name: 'guests_per_day',
  judge: ({ letters, lettersToday }) =>
    letters === 0 || lettersToday + letters <= mostLetters
      ? undefined
      : {
          detail: `Within a day your meetings send ${mostLetters} letters to guests at most.`,
          facts: { lettersToday, letters, most: mostLetters },
        },
};

/** The laws of guests. */
export const guestRules: readonly Rule<GuestCase>[] = [guestLimit, guestSeats, guestsPerDay];
