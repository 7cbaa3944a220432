import { Rule } from '../kernel/refusal';

export const resourceKinds = ['desk', 'room', 'booth'] as const;
/** What can be taken at a site. */
export type ResourceKind = (typeof resourceKinds)[number];

/** What every resource of a kind asks of a booking at a site. */
export interface BookingTerms {
  kind: ResourceKind;
  /** Starts and ends fall on multiples of this many minutes of the site's clock. */
  gridMinutes: number;
  shortestMinutes: number;
  longestMinutes: number;
  /** How long before its start a booking must be made. */
  noticeMinutes: number;
  /** How many days ahead a booking may start. */
  horizonDays: number;
  /** How many bookings of the kind a person may have ahead; null is no limit. */
  futureBookings: number | null;
  /** Up to how long before its start a booking may be cancelled for free. */
  cancelMinutes: number;
  checkInBeforeMinutes: number;
  checkInAfterMinutes: number;
  /** Time for cleaning after each booking: occupied, and not shown. */
  bufferMinutes: number;
}

/** The lengths of grid that divide an hour, as the database knows them. */
export const grids = [5, 10, 15, 20, 30, 60] as const;

/** With what a new site starts: the common limits of the plans; a manager changes them at any time. */
export const defaultRules: readonly BookingTerms[] = [
  {
    kind: 'desk',
    gridMinutes: 15,
    shortestMinutes: 30,
    longestMinutes: 1440,
    noticeMinutes: 0,
    horizonDays: 7,
    futureBookings: null,
    cancelMinutes: 120,
    checkInBeforeMinutes: 15,
    checkInAfterMinutes: 30,
    bufferMinutes: 0,
  },
  {
    kind: 'room',
    gridMinutes: 15,
    shortestMinutes: 30,
    longestMinutes: 240,
    noticeMinutes: 0,
    horizonDays: 21,
    futureBookings: 2,
    cancelMinutes: 1440,
    checkInBeforeMinutes: 15,
    checkInAfterMinutes: 15,
    bufferMinutes: 0,
  },
  {
    kind: 'booth',
    gridMinutes: 15,
    shortestMinutes: 15,
    longestMinutes: 120,
    noticeMinutes: 0,
    horizonDays: 7,
    futureBookings: 3,
    cancelMinutes: 60,
    checkInBeforeMinutes: 15,
    checkInAfterMinutes: 15,
    bufferMinutes: 0,
  },
];

const lengths: Rule<BookingTerms> = {
  name: 'resource_rule_length',
  judge: ({ kind, shortestMinutes, longestMinutes }) =>
    shortestMinutes <= longestMinutes
      ? undefined
      : {
          detail: 'The shortest booking is not longer than the longest.',
          facts: { kind, shortestMinutes, longestMinutes },
        },
};

const lengthsOnGrid: Rule<BookingTerms> = {
  name: 'resource_rule_grid',
  judge: ({ kind, gridMinutes, shortestMinutes, longestMinutes }) =>
    shortestMinutes % gridMinutes === 0 && longestMinutes % gridMinutes === 0
      ? undefined
      : {
          detail: `The shortest and the longest booking are multiples of the grid of ${gridMinutes} minutes.`,
          facts: { kind, gridMinutes, shortestMinutes, longestMinutes },
        },
};

/** The laws of the terms themselves: a booking that keeps them must be possible. */
export const termsRules: readonly Rule<BookingTerms>[] = [lengths, lengthsOnGrid];
