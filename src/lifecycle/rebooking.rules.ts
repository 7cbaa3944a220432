import { upToGrid } from '../bookings/booking.rules';
import { accessHours, termsUnder } from '../bookings/terms.rules';
import { Period, plusMinutes } from '../kernel/period';
import { localDate, plusDays } from '../kernel/site-time';
import { gaps, nearest, slots } from '../occupancy/free.rules';
import { openPeriods } from '../sites/opening.rules';
import { HouseFacts } from './rule-change.rules';

/** A booking that has to go elsewhere, and what its place must be like. */
export interface Displaced {
  id: string;
  personId: string;
  membershipId: string | null;
  resourceId: string;
  resourceKind: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  features: string[];
}

/** A place and a time to which a booking can be moved. */
export interface Rebooking {
  resourceId: string;
  name: string;
  period: Period;
}

/** A place of a site with what is taken of it. */
export interface Candidate {
  id: string;
  name: string;
  kind: string;
  capacity: number;
  features: string[];
  needsApproval: boolean;
  taken: { causeId: string; period: Period }[];
}

/** A booking that looks for another place, the rules as they will be, and all places of the site by size and name. */
export interface Search {
  booking: Displaced;
  facts: HouseFacts;
  places: readonly Candidate[];
  now: Date;
}

/** Whether all rules allow a booking a place and a time; nothing while that has not been asked. */
export type Verdict = (booking: Displaced, place: Rebooking) => boolean | undefined;

/** Where each booking would go, and what of it has not been asked yet. */
export interface Assigned {
  found: (Rebooking | undefined)[];
  open: { booking: Displaced; place: Rebooking }[];
}

/** So many days before and after its own day a booking is moved at most. */
export const mostDays = 7;
/** So many places and times are judged by all rules, the wallet among them, before the search gives up. */
const mostJudged = 8;

/**
 * Gives each booking in turn the nearest place that it is allowed and that none before it was given: on the nearest day on
 * which there is anything, the time that differs least, its own place before others of the kind that hold as many and have
 * the same features. What has not been judged counts as allowed, and is named: ask for all of it at once, and assign again
 * until nothing is open. The answer is that of asking for one after the other, in a few questions for all.
 */
export function assign(seekers: readonly Pick<Seeker, 'booking' | 'candidates'>[], verdict: Verdict): Assigned {
  const spoken: Rebooking[] = [];
  const open: Assigned['open'] = [];
  const found = seekers.map((seeker) => {
    let judged = 0;
    for (const place of seeker.candidates(spoken)) {
      if (++judged > mostJudged) return undefined;
      const allowed = verdict(seeker.booking, place);
      if (allowed === false) continue;
      if (allowed === undefined) open.push({ booking: seeker.booking, place });
      spoken.push(place);
      return place;
    }
    return undefined;
  });
  return { found, open };
}

/** Looks for places for one booking, and remembers what it has found as long as the same is given to others. */
export class Seeker {
  readonly booking: Displaced;
  private readonly places: readonly Candidate[];
  private readonly known = new Map<string, Rebooking[]>();

  constructor(private readonly search: Search) {
    this.booking = search.booking;
    this.places = asGood(search);
  }

  /** Places and times, the best first, beside those that are spoken for already, though the ledger does not know it yet. */
  *candidates(spoken: readonly Rebooking[]): Generator<Rebooking> {
    const near = spoken.filter((one) => this.isNear(one));
    const given = near.map(({ resourceId, period }) => `${resourceId} ${period.start.getTime()}`).join();
    for (const dates of daysAround(this.booking, this.search.facts.site.timeZone)) {
      const key = `${dates.join()} ${given}`;
      const found = this.known.get(key) ?? onDates(dates, this.search, this.places, near);
      this.known.set(key, found);
      yield* found;
    }
  }

  private isNear({ resourceId, period }: Rebooking): boolean {
    const away = Math.abs(period.start.getTime() - this.booking.startsAt.getTime());
    return away < (mostDays + 2) * 24 * 60 * 60_000 && this.places.some(({ id }) => id === resourceId);
  }
}

/** Places that are as good as the one of a booking, its own first; none that a manager decides on, but its own. */
function asGood({ booking, places }: Search): Candidate[] {
  const isOwn = ({ id }: Candidate) => id === booking.resourceId;
  const good = places.filter(
    (place) =>
      place.kind === booking.resourceKind &&
      place.capacity >= booking.capacity &&
      booking.features.every((feature) => place.features.includes(feature)) &&
      (isOwn(place) || !place.needsApproval),
  );
  return [...good.filter(isOwn), ...good.filter((place) => !isOwn(place))];
}

function onDates(
  dates: readonly string[],
  { booking, facts, now }: Search,
  places: readonly Candidate[],
  spoken: readonly Rebooking[],
): Rebooking[] {
  const { timeZone } = facts.site;
  const rule = termsUnder(facts.rule, facts.standing);
  const wanted = fitted(Period.of(booking.startsAt, booking.endsAt), rule);
  const hours = accessHours(facts.hours, facts.standing);
  const open = dates.flatMap((date) => openPeriods(date, timeZone, hours, facts.closures));
  const earliest = plusMinutes(now, rule.noticeMinutes);
  const roundUp = (at: Date) => upToGrid(at, rule.gridMinutes, timeZone);
  const found = places.flatMap((place) => {
    const others = spoken.filter(({ resourceId }) => resourceId === place.id).map(({ period }) => period);
    const taken = place.taken.filter(({ causeId }) => causeId !== booking.id).map(({ period }) => period);
    // A booking also needs its time for cleaning before the next one begins.
    const blocked = [...taken, ...others.map((span) => span.extendedBy(rule.bufferMinutes))].map((span) =>
      Period.of(plusMinutes(span.start, -rule.bufferMinutes), span.end),
    );
    const times = slots(gaps(open, blocked), wanted.minutes, rule.gridMinutes, earliest, roundUp);
    return nearest(times, wanted, mostJudged).map((period) => ({ resourceId: place.id, name: place.name, period }));
  });
  const distance = ({ period }: Rebooking) => Math.abs(period.start.getTime() - wanted.start.getTime());
  const elsewhere = ({ resourceId }: Rebooking) => Number(resourceId !== booking.resourceId);
  return found.sort((a, b) => distance(a) - distance(b) || elsewhere(a) - elsewhere(b)).slice(0, mostJudged);
}

/** The day of a booking, then the days before and after it, further and further away. */
function daysAround({ startsAt }: Displaced, timeZone: string): string[][] {
  const day = localDate(startsAt, timeZone);
  const away = Array.from({ length: mostDays }, (_, index) => index + 1);
  return [[day], ...away.map((days) => [plusDays(day, -days), plusDays(day, days)])];
}

/** The period with a length that the rule allows: not shorter and not longer than it must, in whole steps of the grid. */
function fitted(
  period: Period,
  rule: { shortestMinutes: number; longestMinutes: number; gridMinutes: number },
): Period {
  const steps = Math.max(1, Math.floor(period.minutes / rule.gridMinutes)) * rule.gridMinutes;
  const minutes = Math.min(Math.max(steps, rule.shortestMinutes), rule.longestMinutes);
  return Period.of(period.start, plusMinutes(period.start, minutes));
}
