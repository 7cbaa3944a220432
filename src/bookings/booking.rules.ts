import { instant, Period, plusMinutes } from '../kernel/period';
import { Rule } from '../kernel/refusal';
import { localDate, minuteOfDay, plusDays } from '../kernel/site-time';
import { ClosedDays, WeeklyHours } from '../sites/opening.rules';
import { BookingTerms } from '../sites/resource.rules';
import { whoseNumber } from './plan-limits.rules';
import { accessDuring, coveredByMembership, fairShare, ledgerBalance, noShowBlock, TermsCase } from './terms.rules';

/** The states of a booking (API.md). */
export const bookingStatuses = [
  'requested',
  'confirmed',
  'checked_in',
  'completed',
  'cancelled',
  'rejected',
  'no_show',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** What can happen to a booking. */
export type BookingEvent = 'approve' | 'reject' | 'cancel' | 'move' | 'check-in' | 'check-out' | 'miss' | 'complete';

/** Who may make it happen: the person it is for, a manager of the site, the house by itself. */
export type BookingRole = 'holder' | 'manager' | 'house';

interface Transition {
  from: readonly BookingStatus[];
  to: BookingStatus | 'same';
  who: readonly BookingRole[];
}

/** The life of a booking. What is not in this table cannot happen. */
export const transitions: Record<BookingEvent, Transition> = {
  approve: { from: ['requested'], to: 'confirmed', who: ['manager'] },
  reject: { from: ['requested'], to: 'rejected', who: ['manager', 'house'] },
  cancel: { from: ['requested', 'confirmed'], to: 'cancelled', who: ['holder', 'manager', 'house'] },
  move: { from: ['requested', 'confirmed', 'checked_in'], to: 'same', who: ['holder', 'manager'] },
  'check-in': { from: ['confirmed'], to: 'checked_in', who: ['holder', 'manager'] },
  'check-out': { from: ['checked_in'], to: 'completed', who: ['holder', 'manager'] },
  miss: { from: ['confirmed'], to: 'no_show', who: ['house'] },
  complete: { from: ['confirmed', 'checked_in'], to: 'completed', who: ['house'] },
};

/** Everything a booking is judged on, read under the locks of its person and its resource. */
export interface BookingCase extends TermsCase {
  resource: { id: string; name: string; kind: string; status: string };
  site: { id: string; timeZone: string; status: string };
  /** The terms of the kind, with the limits of the person's plan in place. */
  rule: BookingTerms;
  hours: readonly WeeklyHours[];
  closures: readonly ClosedDays[];
  /** Bookings of the kind that the person has ahead already. */
  ahead: number;
  /** When an existing booking is changed: its period so far. What was right once need not be shown again. */
  before?: Period;
}

const resourceAvailable: Rule<BookingCase> = {
  name: 'resource_available',
  judge: ({ resource, site }) =>
    resource.status === 'active' && site.status === 'active'
      ? undefined
      : {
          detail: site.status === 'active' ? 'This place is no longer in use.' : 'This site takes no bookings now.',
          facts: { resourceStatus: resource.status, siteStatus: site.status },
        },
};

/** A booking may begin in the step of the grid that is running, so that a person at the desk can take it at once. */
const inThePast: Rule<BookingCase> = {
  name: 'in_the_past',
  judge: ({ period, now, rule, before }) => {
    const earliest = plusMinutes(now, -rule.gridMinutes);
    const startsEarlier = period.start <= earliest && period.start.getTime() !== before?.start.getTime();
    if (!startsEarlier && period.end > now) return undefined;
    return { detail: 'This time has passed.', facts: { now: instant(now) } };
  },
};

const timeGrid: Rule<BookingCase> = {
  name: 'time_grid',
  judge: ({ period, rule, site, before }) => {
    const off = [period.start, period.end].some(
      (at) => !isOnGrid(at, rule.gridMinutes, site.timeZone) && !isBoundOf(before, at),
    );
    if (!off) return undefined;
    const step = rule.gridMinutes;
    return {
      detail: `Bookings begin and end on full steps of ${step} minutes.`,
      facts: {
        gridMinutes: step,
        nearest: {
          start: instant(onGrid(period.start, step, site.timeZone)),
          end: instant(upToGrid(period.end, step, site.timeZone)),
        },
      },
    };
  },
};

const bookingLength: Rule<BookingCase> = {
  name: 'booking_length',
  judge: ({ period, rule, standing }) => {
    const { shortestMinutes, longestMinutes } = rule;
    if (period.minutes >= shortestMinutes && period.minutes <= longestMinutes) return undefined;
    // No plan says how short a booking may be.
    const setBy = period.minutes < shortestMinutes ? 'site' : whoseNumber('longestMinutes', rule.kind, standing);
    const from = `lasts from ${shortestMinutes} to ${longestMinutes} minutes`;
    return {
      detail: setBy === 'plan' ? `Under your plan a booking here ${from}.` : `A booking here ${from}.`,
      facts: { minutes: period.minutes, shortestMinutes, longestMinutes, setBy },
    };
  },
};

const minimumNotice: Rule<BookingCase> = {
  name: 'minimum_notice',
  judge: ({ period, now, rule, before }) => {
    const earliest = plusMinutes(now, rule.noticeMinutes);
    if (rule.noticeMinutes === 0 || period.start >= earliest) return undefined;
    if (period.start.getTime() === before?.start.getTime()) return undefined;
    return {
      detail: `This place is booked at least ${rule.noticeMinutes} minutes ahead.`,
      facts: { noticeMinutes: rule.noticeMinutes, earliestStart: instant(earliest) },
    };
  },
};

const bookingHorizon: Rule<BookingCase> = {
  name: 'booking_horizon',
  judge: ({ period, now, rule, site, standing }) => {
    const lastDate = plusDays(localDate(now, site.timeZone), rule.horizonDays);
    if (localDate(period.start, site.timeZone) <= lastDate) return undefined;
    const setBy = whoseNumber('horizonDays', rule.kind, standing);
    const open = setBy === 'plan' ? 'Under your plan bookings open' : 'Bookings open';
    return {
      detail: `${open} ${rule.horizonDays} days ahead; the last date today is ${lastDate}.`,
      facts: { horizonDays: rule.horizonDays, lastDate, setBy },
    };
  },
};

const withinOpeningHours: Rule<BookingCase> = {
  name: 'within_opening_hours',
  judge: ({ period, site, hours, closures, standing, before }) => {
    if (isTooLongToSearch(period)) return { detail: 'The site is not open all that time.', facts: { open: [] } };
    const open = accessDuring(period, site.timeZone, hours, closures, standing);
    if (open.some((span) => span.contains(period)) || before?.contains(period)) return undefined;
    return {
      detail: open.length === 0 ? 'The site is closed on that day.' : 'The site is not open all that time.',
      facts: { timeZone: site.timeZone, open: open.map((span) => span.toJSON()), nearest: nearestFit(period, open) },
    };
  },
};

const futureBookings: Rule<BookingCase> = {
  name: 'future_bookings',
  judge: ({ ahead, rule, standing, period, now, before }) => {
    if (before || rule.futureBookings === null || period.start <= now || ahead < rule.futureBookings) return undefined;
    const setBy = whoseNumber('futureBookings', rule.kind, standing);
    const may = setBy === 'plan' ? 'your plan allows' : 'one person may have at this site';
    return {
      detail: `You have ${ahead} bookings of this kind ahead, which is as many as ${may}.`,
      facts: { ahead, most: rule.futureBookings, setBy },
    };
  },
};

/** The laws of a booking that are true of the facts at hand, in the order in which a person would want to read them. */
export const bookingRules: readonly Rule<BookingCase>[] = [
  coveredByMembership,
  resourceAvailable,
  inThePast,
  timeGrid,
  bookingLength,
  minimumNotice,
  bookingHorizon,
  withinOpeningHours,
  futureBookings,
  noShowBlock,
  fairShare,
  ledgerBalance,
];

/** Whether the clock of the zone shows a full step of the grid at this instant. */
export function isOnGrid(at: Date, gridMinutes: number, timeZone: string): boolean {
  return at.getTime() % 60_000 === 0 && minuteOfDay(at, timeZone) % gridMinutes === 0;
}

/** Whether the instant is where the period began or ended before: what was agreed once need not fit the grid again. */
function isBoundOf(period: Period | undefined, at: Date): boolean {
  return at.getTime() === period?.start.getTime() || at.getTime() === period?.end.getTime();
}

/** The last full step of the grid at or before an instant. */
export function onGrid(at: Date, gridMinutes: number, timeZone: string): Date {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  return plusMinutes(minute, -(minuteOfDay(minute, timeZone) % gridMinutes));
}

/** The first full step of the grid at or after an instant. */
export function upToGrid(at: Date, gridMinutes: number, timeZone: string): Date {
  return onGrid(new Date(at.getTime() + gridMinutes * 60_000 - 1), gridMinutes, timeZone);
}

/** The same length at the nearest time that lies inside one of the open periods; undefined when none is long enough. */
function nearestFit(wanted: Period, open: readonly Period[]): { start: string; end: string } | undefined {
  const length = wanted.end.getTime() - wanted.start.getTime();
  const starts = open
    .filter((span) => span.end.getTime() - span.start.getTime() >= length)
    .map((span) => Math.min(Math.max(wanted.start.getTime(), span.start.getTime()), span.end.getTime() - length))
    .sort((a, b) => Math.abs(a - wanted.start.getTime()) - Math.abs(b - wanted.start.getTime()));
  const start = starts[0];
  return start === undefined ? undefined : Period.of(new Date(start), new Date(start + length)).toJSON();
}

/** Beyond this no site is open without a break for a booking, and walking the dates would only cost time. */
function isTooLongToSearch(period: Period): boolean {
  return period.minutes > 14 * 24 * 60;
}
