import { Rule } from '../../kernel/refusal';
import { BookingCase, bookingRules } from '../booking.rules';

/** For how long a place is held while a person decides. */
export const holdMinutes = 5;

/** How many places one person may hold at once. */
export const mostHolds = 2;

/** What a hold is judged on: what a booking is, and how many places the person holds already. */
export interface HoldCase extends BookingCase {
  held: number;
}

const holdsPerPerson: Rule<HoldCase> = {
  name: 'holds_per_person',
  judge: ({ held }) =>
    held < mostHolds
      ? undefined
      : { detail: `You hold ${held} places already; book one or let it go.`, facts: { held, most: mostHolds } },
};

/** The rules of a hold: those of the booking that it is to become, so that nobody holds what they could not have. */
export const holdRules: readonly Rule<HoldCase>[] = [...bookingRules, holdsPerPerson];
