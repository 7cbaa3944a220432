import { BookingCase, bookingRules } from '../bookings/booking.rules';
import { Standing, termsUnder } from '../bookings/terms.rules';
import { Refusal } from '../kernel/errors';
import { Period, plusMinutes } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { BookingTerms } from '../sites/resource.rules';

export const treatments = ['apply', 'exempt', 'rebook'] as const;
/**
 * What becomes of a booking that a changed rule would not allow any more: `apply` cancels it, `exempt` lets it stand as it
 * was agreed, `rebook` moves it to the nearest place and time that obey.
 */
export type Treatment = (typeof treatments)[number];

/** What a manager decides about the bookings in the way of a change. */
export interface Decision {
  /** For every booking that is not named in `choices`; `exempt` when left out, which does nothing to anybody. */
  onConflict?: Treatment;
  /** What becomes of a booking that cannot be rebooked; `exempt` when left out. */
  otherwise?: Exclude<Treatment, 'rebook'>;
  choices?: readonly { bookingId: string; do: Treatment }[];
  /** What becomes of coaching sessions: called off, or, when left out, let stand. */
  sessions?: Exclude<Treatment, 'rebook'>;
  /** The mark of the preview that was seen; needed as soon as anybody's booking is cancelled or moved. */
  seen?: string;
  /** Told to everybody whose booking is cancelled. */
  reason?: string;
}

/** All of the house that a booking which stands already is judged on. */
export interface HouseFacts {
  resource: BookingCase['resource'];
  site: BookingCase['site'];
  rule: BookingTerms;
  hours: BookingCase['hours'];
  closures: BookingCase['closures'];
  standing: Standing | null;
}

/** A change of the rules, as a change of the facts that bookings are judged on. Done twice it is the same as once. */
export interface RuleChange {
  /** The laws that the change is about; nothing else is judged again. */
  laws: readonly string[];
  on<Facts extends HouseFacts>(facts: Facts): Facts;
  /** Minutes of cleaning by kind of resource, when the change is about them. */
  cleaning?: ReadonlyMap<string, number>;
  /** What one place will be like, when the change is about it. */
  place?: ChangedPlace;
}

/** A place as it will be, and what it had before. */
export interface ChangedPlace {
  resourceId: string;
  capacity: number;
  features: readonly string[];
  before: { capacity: number; features: readonly string[] };
}

/** Why a booking of the place may need more than it will be: its guests are too many, or a feature it counted on is gone. */
export function lacking(place: ChangedPlace, booking: { guests: readonly unknown[] }): Refusal[] {
  const guests = booking.guests.length;
  const { capacity, features, before } = place;
  const gone = before.features.filter((feature) => !features.includes(feature));
  const refusals: Refusal[] = [];
  if (guests > 0 && guests + 1 > capacity && guests + 1 <= before.capacity) {
    const detail = `This place seats ${capacity}, the holder among them.`;
    refusals.push({ code: 'guest_seats', detail, facts: { guests, seats: capacity } });
  }
  if (gone.length > 0) {
    const detail = `This place no longer has: ${gone.join(', ')}.`;
    refusals.push({ code: 'resource_features', detail, facts: { gone } });
  }
  return refusals;
}

/** What a booking is, as far as a change of rules asks. */
export interface StandingBooking {
  period: Period;
  createdAt: Date;
  /** How many bookings of the kind its person has ahead that start before it. */
  rank: number;
  /** Whether it needs no membership: its person works at the site. */
  works: boolean;
  /** The laws it is exempt from since an earlier change. */
  exempt: readonly string[];
}

/** The laws that a booking keeps now and would not keep under a change; those it is exempt from are not asked. */
export function brokenBy(change: RuleChange, booking: StandingBooking, facts: HouseFacts, now: Date): Refusal[] {
  const before = new Set(refusalsOf(change.laws, booking, facts, now).map(({ code }) => code));
  return refusalsOf(change.laws, booking, change.on(facts), now).filter(
    ({ code }) => !before.has(code) && !booking.exempt.includes(code),
  );
}

/** Notice is a law of the moment in which a booking is made; all others are judged by the present moment. */
function refusalsOf(laws: readonly string[], booking: StandingBooking, facts: HouseFacts, now: Date): Refusal[] {
  const asked = bookingRules.filter(({ name }) => laws.includes(name));
  const isOfItsMaking = ({ name }: { name: string }) => name === 'minimum_notice';
  return [
    ...judge(
      asked.filter((rule) => !isOfItsMaking(rule)),
      caseOf(booking, facts, now),
    ),
    ...judge(asked.filter(isOfItsMaking), caseOf(booking, facts, booking.createdAt)),
  ];
}

function caseOf({ period, rank, works }: StandingBooking, facts: HouseFacts, now: Date): BookingCase {
  const rule = termsUnder(facts.rule, facts.standing);
  return { ...facts, rule, period, now, works, ahead: rank, quote: [], desks: null, blockedUntil: null };
}

/** Something that takes a resource; `shown` ends before the cleaning. */
export interface Taken {
  causeId: string;
  shown: Period;
}

/**
 * Which of the bookings of one resource are in the way of longer cleaning: going through them in time, each that begins
 * while the place of the one before, which stays, is still being cleaned. What is no booking always stays.
 * @returns ids of bookings
 */
export function cleaningTime(taken: readonly Taken[], bookings: ReadonlySet<string>, minutes: number): Set<string> {
  const broken = new Set<string>();
  let before: Taken | undefined;
  for (const next of [...taken].sort((a, b) => a.shown.start.getTime() - b.shown.start.getTime())) {
    const isReady =
      !before || !bookings.has(before.causeId) || plusMinutes(before.shown.end, minutes) <= next.shown.start;
    if (isReady) before = next;
    else if (bookings.has(next.causeId)) broken.add(next.causeId);
    else {
      broken.add(before?.causeId ?? next.causeId);
      before = next;
    }
  }
  return broken;
}

/** What is to be done with a booking. */
export function treatmentOf(bookingId: string, { onConflict = 'exempt', choices = [] }: Decision): Treatment {
  return choices.find((choice) => choice.bookingId === bookingId)?.do ?? onConflict;
}

/** Whether a decision does nothing to anybody, whatever is in the way. */
export function sparesAll({ onConflict = 'exempt', choices = [], sessions = 'exempt' }: Decision): boolean {
  return sessions === 'exempt' && onConflict === 'exempt' && choices.every((choice) => choice.do === 'exempt');
}
