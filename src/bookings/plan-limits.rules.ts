import { BookingTerms } from '../sites/resource.rules';

/** What a plan may say of bookings in place of the site; where one is null the rule of the site holds. */
export interface LimitsOfBooking {
  deskHorizonDays: number | null;
  roomHorizonDays: number | null;
  roomFutureBookings: number | null;
  roomLongestMinutes: number | null;
}

/** The limits that a plan sets to one kind of resource. */
type LimitsOfKind = Partial<{ [Limit in 'horizonDays' | 'futureBookings' | 'longestMinutes']: number }>;

/** What a plan says of a kind of resource; nothing without one. */
export function limitsOfPlan(kind: BookingTerms['kind'], plan: LimitsOfBooking | null): LimitsOfKind {
  const said = {
    desk: { horizonDays: plan?.deskHorizonDays },
    room: {
      horizonDays: plan?.roomHorizonDays,
      futureBookings: plan?.roomFutureBookings,
      longestMinutes: plan?.roomLongestMinutes,
    },
    booth: {},
  }[kind];
  return Object.fromEntries(Object.entries(said).filter(([, limit]) => limit !== null && limit !== undefined));
}

/** Who has set a number that a booking is held to: the plan, where it says one, or the site. */
export function whoseNumber(
  limit: keyof LimitsOfKind,
  kind: BookingTerms['kind'],
  plan: LimitsOfBooking | null,
): 'plan' | 'site' {
  return limitsOfPlan(kind, plan)[limit] === undefined ? 'site' : 'plan';
}
