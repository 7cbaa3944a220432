import { LocalDate, localDate } from '../kernel/site-time';
import { monthOf } from '../memberships/terms/term.rules';
import { DemoBooking } from './demo-bookings';

/** The present version of a plan, and what it gives each month; null is unlimited. */
export interface DemoPlan {
  id: string;
  planId: string;
  code: string;
  termMonths: number;
  priceCents: number;
  normalPriceCents: number;
  deskDays: number | null;
  roomMinutes: number | null;
}

/** What a member may have booked. */
export interface Coverage {
  membershipId: string;
  plan: DemoPlan;
  covers(date: LocalDate): boolean;
}

/** A booking with the membership that covers it. */
export type CoveredBooking = DemoBooking & { membershipId: string };

/**
 * The bookings that their holders' memberships cover and can pay for, in order of time: what a plan does not include is
 * not booked. Shared wallets pay for no rooms here.
 */
export function covered(
  bookings: readonly DemoBooking[],
  coverage: ReadonlyMap<string, Coverage>,
  { kinds, timeZone }: { kinds: ReadonlyMap<string, string>; timeZone: string },
): CoveredBooking[] {
  const deskDays = new Map<string, Set<string>>();
  const roomMinutes = new Map<string, number>();
  const inOrder = [...bookings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return inOrder.flatMap((booking) => {
    const member = coverage.get(booking.personId);
    const date = localDate(booking.startsAt, timeZone);
    if (!member?.covers(date)) return [];
    const account = `${booking.personId} ${monthOf(date)}`;
    const kind = kinds.get(booking.resourceId);
    if (kind === 'desk') {
      const days = new Set(deskDays.get(account)).add(date);
      if (days.size > (member.plan.deskDays ?? Infinity)) return [];
      deskDays.set(account, days);
    } else if (kind === 'room') {
      const length = (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000;
      const minutes = (roomMinutes.get(account) ?? 0) + length;
      if (minutes > (member.plan.roomMinutes ?? Infinity)) return [];
      roomMinutes.set(account, minutes);
    }
    return [{ ...booking, membershipId: member.membershipId }];
  });
}
