import { plusMinutes } from '../kernel/period';
import { BookingStatus } from './booking.rules';

/** As what a no-show stands: against its holder until it is forgiven. */
export const noShowStates = ['standing', 'appealed', 'upheld', 'forgiven'] as const;
export type NoShowState = (typeof noShowStates)[number];

/** What can happen to a no-show. */
export type NoShowEvent = 'appeal' | 'forgive' | 'uphold';

/** Who may make it happen: the person who did not come, a manager of the site. */
export type NoShowRole = 'holder' | 'manager';

/** The life of a no-show. What is not in this table cannot happen. Forgetting is no event: it is a question of dates. */
export const noShowTransitions: Record<
  NoShowEvent,
  { from: readonly NoShowState[]; to: NoShowState; who: readonly NoShowRole[] }
> = {
  appeal: { from: ['standing'], to: 'appealed', who: ['holder'] },
  forgive: { from: ['standing', 'appealed', 'upheld'], to: 'forgiven', who: ['manager'] },
  uphold: { from: ['appealed'], to: 'upheld', who: ['manager'] },
};

/** The state that the columns of a no-show tell. */
export function noShowState(row: {
  forgivenAt: Date | null;
  answeredAt: Date | null;
  appealedAt: Date | null;
}): NoShowState {
  if (row.forgivenAt) return 'forgiven';
  if (row.answeredAt) return 'upheld';
  return row.appealedAt ? 'appealed' : 'standing';
}

/** A booking as far as the question goes whether somebody has come. */
interface Expected {
  startsAt: Date;
  endsAt: Date;
  /** Minutes after the start within which one checks in; 0 asks nobody to. */
  checkInAfterMinutes: number;
  status: BookingStatus;
}

/** When the time for checking in is over; undefined where nobody is asked to check in. */
export function checkInDeadline({ startsAt, endsAt, checkInAfterMinutes }: Expected): Date | undefined {
  if (checkInAfterMinutes === 0) return undefined;
  const last = plusMinutes(startsAt, checkInAfterMinutes);
  return last < endsAt ? last : endsAt;
}

/** Whether somebody has missed the booking: the deadline has passed, or with it the whole booking. */
export function isMissed(booking: Expected, now: Date): boolean {
  const deadline = checkInDeadline(booking);
  if (deadline === undefined || booking.status !== 'confirmed') return false;
  return now > deadline || now >= booking.endsAt;
}

/** The reason with which the house forgives the first no-show in a while by itself. */
export const grace = 'grace';
