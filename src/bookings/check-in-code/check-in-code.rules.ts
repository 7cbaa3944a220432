import { BookingStatus } from '../booking.rules';

/** Digits and letters that nobody confuses: no i, l, o, u (Crockford's base 32). */
export const codeAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Twelve of them are 60 bits: too many to try, few enough to type. */
export const codeLength = 12;

const form = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/** A code as somebody has scanned or typed it, in its one spelling; undefined when it cannot be one. */
export function codeIn(text: string): string | undefined {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return form.test(code) ? code : undefined;
}

/** A code in groups of four, as it is printed and stands in addresses. */
export function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What can come of scanning the code of a place. */
export const scanOutcomes = [
  'checked_in',
  'elsewhere',
  'too_early',
  'too_late',
  'not_confirmed',
  'free',
  'taken',
  'closed',
] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];

/** A booking of somebody who scans, as far as it matters to what comes of it. */
export interface OwnBooking {
  id: string;
  resourceId: string;
  status: BookingStatus;
  /** When its holder can check in. */
  from: Date;
  until: Date;
  endsAt: Date;
}

/**
 * What the bookings of somebody who scans the code of a place say: check one in, or an outcome with the booking that it
 * is about; undefined when they say nothing, and the place itself has to be asked. `bookings` in order of their start.
 */
export function scanned(
  bookings: readonly OwnBooking[],
  resourceId: string,
  now: Date,
): { outcome: 'check_in' | Exclude<ScanOutcome, 'free' | 'taken' | 'closed'>; bookingId: string } | undefined {
  const running = bookings.filter(({ endsAt }) => now < endsAt);
  const here = running.filter((booking) => booking.resourceId === resourceId);
  const away = running.filter((booking) => booking.resourceId !== resourceId);
  const isOpen = ({ status, from, until }: OwnBooking) => status === 'confirmed' && from <= now && now <= until;
  const isIn = ({ status }: OwnBooking) => status === 'checked_in';
  const said = (outcome: 'check_in' | 'checked_in' | 'elsewhere', found: OwnBooking | undefined) =>
    found && { outcome, bookingId: found.id };
  return (
    said('check_in', here.find(isOpen)) ??
    said('checked_in', here.find(isIn)) ??
    said(
      'elsewhere',
      away.find((booking) => isIn(booking) || isOpen(booking)),
    ) ??
    here
      .map(({ id, status, from }) => ({
        outcome:
          status !== 'confirmed'
            ? ('not_confirmed' as const)
            : now < from
              ? ('too_early' as const)
              : ('too_late' as const),
        bookingId: id,
      }))
      .at(0)
  );
}
