import { instant, Period } from '../kernel/period';
import { Rule } from '../kernel/refusal';
import { datesOf, LocalDate, localDate, LocalTime } from '../kernel/site-time';
import { ClosedDays, openDuring, WeeklyHours } from '../sites/opening.rules';
import { BookingTerms } from '../sites/resource.rules';
import { LimitsOfBooking, limitsOfPlan } from './plan-limits.rules';

/** Two dates, both included. */
interface Dates {
  startsOn: LocalDate;
  endsOn: LocalDate;
}

/** The membership under which somebody books, as the SQL function `standing` tells it. */
export interface Standing extends LimitsOfBooking {
  membershipId: string;
  status: 'scheduled' | 'active' | 'paused' | 'suspended';
  /** Covered by the membership at home and the site's plan for visitors. */
  visiting: boolean;
  ventureId: string | null;
  planVersionId: string;
  access: 'opening_hours' | 'evenings' | 'all_day';
  eveningCloses: LocalTime | null;
  terms: Dates[];
  pauses: Dates[];
}

/** What a booking would add to one account of the wallet, and what is left there; null is unlimited. */
export interface Charge {
  kind: 'desk_days' | 'room_minutes' | 'coaching_minutes';
  month: string;
  amount: number;
  left: number | null;
}

/** The desks of a site, and how many of them the person's venture holds at the busiest instant of the period. */
export interface DeskShare {
  /** Percent of the site's desks that one venture may hold. */
  share: number;
  all: number;
  held: number;
}

/** What the terms of a booking are judged on. */
export interface TermsCase {
  period: Period;
  now: Date;
  site: { id: string; timeZone: string };
  standing: Standing | null;
  /** Whether the person works at the site: staff book without a membership and at no cost. */
  works: boolean;
  quote: readonly Charge[];
  desks: DeskShare | null;
  /** Until when too many no-shows keep the person from booking ahead. */
  blockedUntil: string | null;
}

/** A membership must be there, in force, and run without a pause over every date of the booking (domain.md 3.3). */
export const coveredByMembership: Rule<TermsCase> = {
  name: 'covered_by_membership',
  judge: ({ standing, works, site, period }) => {
    if (works) return undefined;
    if (!standing) {
      return {
        detail: 'You have no membership that covers this site. Apply for one to book here.',
        facts: { siteId: site.id },
      };
    }
    const { membershipId, status, terms, pauses } = standing;
    const facts = { membershipId, status, terms, pauses };
    if (status === 'suspended') return { detail: 'Your membership is suspended.', facts };
    const dates = datesOf(period, site.timeZone);
    if (dates.some((date) => pauses.some((pause) => includes(pause, date)))) {
      return { detail: 'Your membership is paused at that time.', facts };
    }
    if (dates.every((date) => terms.some((term) => includes(term, date)))) return undefined;
    const ends = terms.at(-1)?.endsOn;
    return {
      detail: ends
        ? `Your membership does not cover that time; it runs to ${ends}.`
        : 'Your membership does not cover that time.',
      facts,
    };
  },
};

/** What a booking adds to the wallet must be left there (the sum itself is kept by the constraint of this name). */
export const ledgerBalance: Rule<TermsCase> = {
  name: 'ledger_balance',
  judge: ({ quote, works }) => {
    const short = works ? undefined : quote.find(({ amount, left }) => left !== null && amount > left);
    if (!short) return undefined;
    const { kind, month, amount, left } = short;
    return { detail: sentenceOf(short), facts: { kind, month, needed: amount, left } };
  },
};

/** One venture holds at most its share of a site's desks at any instant, and always at least one. */
export const fairShare: Rule<TermsCase> = {
  name: 'fair_share',
  judge: ({ desks, works }) => {
    if (!desks || works) return undefined;
    const most = Math.max(1, Math.floor((desks.all * desks.share) / 100));
    if (desks.held < most) return undefined;
    return {
      detail: `Your venture holds ${desks.held} desks at that time, which is its share of this site.`,
      facts: { held: desks.held, most, desks: desks.all, sharePercent: desks.share },
    };
  },
};

/** Too many no-shows: for a while only the same day can be booked, so that nobody is kept out of a free place. */
export const noShowBlock: Rule<TermsCase> = {
  name: 'no_show_block',
  judge: ({ blockedUntil, now, period, site, works }) => {
    if (blockedUntil === null || works || new Date(blockedUntil) <= now) return undefined;
    if (localDate(period.start, site.timeZone) <= localDate(now, site.timeZone)) return undefined;
    return {
      detail: 'After several no-shows you can book for the same day only, for a while.',
      facts: { until: instant(new Date(blockedUntil)) },
    };
  },
};

/** The kind's terms with the limits of the plan in place of the site's own. */
export function termsUnder(rule: BookingTerms, standing: Standing | null): BookingTerms {
  return { ...rule, ...limitsOfPlan(rule.kind, standing) };
}

const allDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * When somebody may be inside: the opening hours, with a plan's evenings added to each day that is open at all, or any
 * hour for plans of all day. Closures hold for everybody.
 */
export function accessHours(hours: readonly WeeklyHours[], standing: Standing | null): readonly WeeklyHours[] {
  if (standing?.access === 'all_day') {
    return allDay.map((weekday) => ({
      weekday,
      opens: '00:00',
      closes: '24:00',
      validFrom: '0001-01-01',
      validUntil: null,
    }));
  }
  const evening = standing?.access === 'evenings' ? standing.eveningCloses : null;
  if (evening === null) return hours;
  const extended = hours.map((span) => ({ ...span, opens: span.closes, closes: evening }));
  return [...hours, ...extended.filter((span) => span.opens < span.closes)];
}

/** The open periods around a booking for somebody under a plan. */
export function accessDuring(
  period: Period,
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
  standing: Standing | null,
): Period[] {
  return openDuring(period, timeZone, accessHours(hours, standing), closures);
}

function includes({ startsOn, endsOn }: Dates, date: LocalDate): boolean {
  return startsOn <= date && date <= endsOn;
}

function sentenceOf({ kind, month, amount, left }: Charge): string {
  const unit =
    kind === 'desk_days' ? 'desk days' : kind === 'room_minutes' ? 'minutes of rooms' : 'minutes of coaching';
  return `This takes ${amount} ${unit} of ${month}, and ${left} are left.`;
}
