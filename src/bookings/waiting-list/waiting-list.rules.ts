import { Period, plusMinutes } from '../../kernel/period';
import { Rule } from '../../kernel/refusal';
import { BookingCase, bookingRules } from '../booking.rules';

/** The states of an entry of the waiting list. */
export const entryStatuses = ['waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** What can happen to an entry. What is not in this table cannot happen. */
export const entryTransitions = {
  offer: { from: ['waiting'], to: 'offered' },
  accept: { from: ['offered'], to: 'accepted' },
  decline: { from: ['offered'], to: 'declined' },
  withdraw: { from: ['waiting', 'offered'], to: 'withdrawn' },
  expire: { from: ['waiting', 'offered'], to: 'expired' },
} as const satisfies Record<string, { from: readonly EntryStatus[]; to: EntryStatus }>;
export type EntryEvent = keyof typeof entryTransitions;

const longestOffer = 120;
const shortestOffer = 10;

/** Later than so many minutes before its start nothing is offered: nobody could answer and still come. */
export const lastOfferMinutes = 15;

/** For how many things one person may wait at once. */
export const mostEntries = 10;

/**
 * Until when an offer made now is held: two hours, or half of the time that is left until the start when that is less,
 * but ten minutes at least. Undefined when the start is so near that nothing is offered any more.
 */
export function offerDeadline(now: Date, start: Date): Date | undefined {
  const left = (start.getTime() - now.getTime()) / 60_000;
  if (left < lastOfferMinutes) return undefined;
  return plusMinutes(now, Math.min(longestOffer, Math.max(shortestOffer, left / 2)));
}

/** What somebody waits for, as far as it can be the same as something else. */
export interface Awaited {
  siteId: string;
  kind: string;
  resourceId: string | null;
  period: Period;
}

/** What an entry is judged on: what a booking is, what the person waits for already, and has of the kind at that time. */
export interface WaitingCase extends BookingCase {
  awaited: Awaited;
  others: readonly Awaited[];
  booked: readonly { resourceId: string; name: string; period: Period }[];
}

const waitingListEntries: Rule<WaitingCase> = {
  name: 'waiting_list_entries',
  judge: ({ others }) =>
    others.length < mostEntries
      ? undefined
      : {
          detail: `You wait for ${others.length} places already.`,
          facts: { waiting: others.length, most: mostEntries },
        },
};

const waitingAlready: Rule<WaitingCase> = {
  name: 'waiting_already',
  judge: ({ awaited, others }) => {
    const same = others.find(
      (other) =>
        other.siteId === awaited.siteId &&
        other.kind === awaited.kind &&
        other.resourceId === awaited.resourceId &&
        other.period.overlaps(awaited.period),
    );
    return same && { detail: 'You wait for this already.', facts: { ...same.period.toJSON() } };
  },
};

const bookedAlready: Rule<WaitingCase> = {
  name: 'booked_already',
  judge: ({ awaited, booked }) => {
    const own = booked.find(
      ({ resourceId, period }) =>
        (awaited.resourceId === null || awaited.resourceId === resourceId) && period.contains(awaited.period),
    );
    return own && { detail: `You have ${own.name} then.`, facts: { place: own.name, ...own.period.toJSON() } };
  },
};

const waitingInTime: Rule<WaitingCase> = {
  name: 'waiting_in_time',
  judge: ({ period, now }) =>
    offerDeadline(now, period.start) !== undefined
      ? undefined
      : {
          detail: `Nothing is offered later than ${lastOfferMinutes} minutes before it begins.`,
          facts: { lastOfferMinutes },
        },
};

/** The rules of waiting: those of the booking that it is to become, so that nobody waits for what they cannot have. */
export const waitingRules: readonly Rule<WaitingCase>[] = [
  ...bookingRules,
  waitingInTime,
  bookedAlready,
  waitingAlready,
  waitingListEntries,
];
