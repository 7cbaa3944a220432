import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/problem';
import { isDate, minute } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { coachLaws } from './coach-laws';
import { coachingLaws } from './coaching-laws';
import { erasureLaws } from './erasure-laws';
import { number } from './telling';
import type { Sentence, Telling } from './telling';

/** One entry for each law of the house; the same word names the law in the server, in its tests and here. */
export const laws: Record<string, (telling: Telling) => Sentence> = {
  ...coachLaws,
  ...coachingLaws,
  ...erasureLaws,
  covered_by_membership: ({ t, facts }) => {
    if (facts.membershipId === undefined)
      return { why: t('refusal.covered_by_membership.why'), remedy: t('refusal.covered_by_membership.remedy') };
    return facts.status === 'suspended'
      ? { why: t('refusal.covered_by_membership.suspended'), remedy: t('refusal.covered_by_membership.ask') }
      : { why: t('refusal.covered_by_membership.then'), remedy: t('refusal.covered_by_membership.otherDay') };
  },
  resource_available: ({ t, facts }) =>
    facts.siteStatus === undefined || facts.siteStatus === 'active'
      ? { why: t('refusal.resource_available.why'), remedy: t('refusal.resource_available.remedy') }
      : { why: t('refusal.resource_available.site'), remedy: t('refusal.resource_available.otherSite') },
  in_the_past: ({ t }) => ({ why: t('refusal.in_the_past.why'), remedy: t('refusal.in_the_past.remedy') }),
  time_grid: ({ t, facts }) => ({
    why: t('refusal.time_grid.why', { minutes: number(facts.gridMinutes, 15) }),
    instead: span(facts.nearest),
  }),
  booking_length: ({ t, words, facts, wish }) => {
    const shortest = number(facts.shortestMinutes, 15);
    const longest = number(facts.longestMinutes, 1440);
    const nearest = Math.min(Math.max(number(facts.minutes, longest), shortest), longest);
    return {
      why:
        facts.setBy === 'plan'
          ? t('refusal.booking_length.plan', { longest: words.length(longest) })
          : t('refusal.booking_length.why', { shortest: words.length(shortest), longest: words.length(longest) }),
      instead: wish && { start: wish.start, end: wish.start + nearest * minute },
    };
  },
  minimum_notice: ({ t, words, timeZone, facts }) => {
    const earliest = time(facts.earliestStart);
    return {
      why: t('refusal.minimum_notice.why', { length: words.length(number(facts.noticeMinutes, 0)) }),
      remedy:
        earliest === undefined
          ? undefined
          : t('refusal.minimum_notice.remedy', { time: words.time(earliest, timeZone) }),
    };
  },
  booking_horizon: ({ t, words, facts }) => ({
    why:
      facts.setBy === 'plan'
        ? t('refusal.booking_horizon.plan', { count: number(facts.horizonDays, 0) })
        : t('refusal.booking_horizon.why', { count: number(facts.horizonDays, 0) }),
    remedy:
      typeof facts.lastDate === 'string' && isDate(facts.lastDate)
        ? t('refusal.booking_horizon.remedy', { date: words.dateWithin(facts.lastDate) })
        : undefined,
  }),
  within_opening_hours: ({ t, words, timeZone, facts }) => {
    const open = Array.isArray(facts.open) ? facts.open.map(span).filter((known) => known !== undefined) : [];
    return open.length === 0
      ? { why: t('refusal.within_opening_hours.closed'), remedy: t('refusal.within_opening_hours.otherDay') }
      : {
          why: t('refusal.within_opening_hours.why', {
            hours: open.map((known) => words.span(known, timeZone)).join(', '),
          }),
          instead: span(facts.nearest),
        };
  },
  future_bookings: ({ t, facts }) => ({
    why:
      facts.setBy === 'plan'
        ? t('refusal.future_bookings.plan', { count: number(facts.most, 0) })
        : t('refusal.future_bookings.why', { count: number(facts.most, number(facts.ahead, 0)) }),
    remedy: t('refusal.future_bookings.remedy'),
  }),
  ledger_balance: ({ t, words, facts }) => {
    const [needed, left] = [number(facts.needed, 0), number(facts.left, 0)];
    const why =
      facts.kind === 'desk_days'
        ? t('refusal.ledger_balance.days', { needed, left })
        : t('refusal.ledger_balance.time', { needed: words.length(needed), left: words.length(left) });
    return { why, remedy: t('refusal.ledger_balance.remedy') };
  },
  fair_share: ({ t }) => ({ why: t('refusal.fair_share.why'), remedy: t('refusal.fair_share.remedy') }),
  no_show_block: ({ t }) => ({ why: t('refusal.no_show_block.why'), remedy: t('refusal.no_show_block.remedy') }),
  check_in_window: ({ t, words, timeZone, facts }) => {
    const from = time(facts.from);
    return {
      why: t('refusal.check_in_window.why'),
      remedy:
        from === undefined ? undefined : t('refusal.check_in_window.remedy', { time: words.time(from, timeZone) }),
    };
  },
  pause_limits: ({ t, words, facts }) => ({
    why: t('refusal.pause_limits.why'),
    remedy:
      typeof facts.first === 'string' && typeof facts.last === 'string' && isDate(facts.first) && isDate(facts.last)
        ? t('refusal.pause_limits.remedy', {
            days: number(facts.pauseDays, 0),
            first: words.fullDate(facts.first),
            last: words.fullDate(facts.last),
          })
        : t('refusal.pause_limits.term'),
  }),
  renewal_cap: ({ t }) => ({ why: t('refusal.renewal_cap.why') }),
  total_stay_cap: ({ t, facts }) => ({
    why: t('refusal.total_stay_cap.why', { months: number(facts.totalMonths, 0) }),
  }),
  membership_leaving: ({ t }) => ({ why: t('refusal.membership_leaving.why') }),
  no_own_office: ({ t }) => ({ why: t('refusal.no_own_office.why'), remedy: t('refusal.no_own_office.remedy') }),
  complete_application: ({ t }) => ({ why: t('refusal.complete_application.why') }),
  plan_offered: ({ t }) => ({ why: t('refusal.plan_offered.why'), remedy: t('refusal.plan_offered.remedy') }),
  site_active: ({ t }) => ({ why: t('refusal.site_active.why'), remedy: t('refusal.site_active.remedy') }),
  eligible: ({ t }) => ({ why: t('refusal.eligible.why'), remedy: t('refusal.eligible.remedy') }),
  two_reviews: ({ t, facts }) => ({
    why: t('refusal.two_reviews.why', { reviews: number(facts.reviews, 0), needed: number(facts.requiredReviews, 2) }),
    remedy: t('refusal.two_reviews.remedy'),
  }),
  place_available: ({ t, facts }) => ({
    why: t('refusal.place_available.why', { places: number(facts.places, 0) }),
    remedy: t('refusal.place_available.remedy'),
  }),
  plan_version_latest: ({ t }) => ({ why: t('refusal.plan_version_latest.why') }),
  reasoned_decision: ({ t }) => ({ why: t('refusal.reasoned_decision.why') }),
  waiting_list_entries: ({ t, facts }) => ({
    why: t('law.waiting_list_entries.why', { count: number(facts.most, 10) }),
    remedy: t('law.waiting_list_entries.remedy'),
  }),
  booked_already: ({ t, facts }) => ({
    why: t('law.booked_already.why', { place: typeof facts.place === 'string' ? facts.place : '' }),
  }),
  waiting_already: ({ t }) => ({ why: t('law.waiting_already.why') }),
  waiting_in_time: ({ t }) => ({ why: t('law.waiting_in_time.why'), remedy: t('law.waiting_in_time.remedy') }),
  holds_per_person: ({ t, facts }) => ({
    why: t('law.holds_per_person.why', { count: number(facts.most, 2) }),
    remedy: t('law.holds_per_person.remedy'),
  }),
  guest_limit: ({ t, facts }) => ({
    why: t('law.guest_limit.why', { count: number(facts.most, 0) }),
    remedy: t('law.guest_seats.remedy'),
  }),
  guest_seats: ({ t, facts }) => ({
    why: t('law.guest_seats.why', { count: number(facts.most, 0) }),
    remedy: t('law.guest_seats.remedy'),
  }),
  guests_per_day: ({ t, facts }) => ({
    why: t('law.guests_per_day.why', { count: number(facts.most, 60) }),
    remedy: t('law.guests_per_day.remedy'),
  }),
  extra_available: ({ t }) => ({ why: t('law.extra_available.why') }),
  extra_stock: ({ t, facts }) => {
    const name = typeof facts.name === 'string' ? facts.name : '';
    const left = number(facts.left, 0);
    return left === 0
      ? { why: t('law.extra_stock.none', { name }), remedy: t('law.extra_stock.noneRemedy') }
      : { why: t('law.extra_stock.why', { name, count: left }), remedy: t('law.extra_stock.remedy') };
  },
  series_length: ({ t, facts }) => ({
    why: t('law.series_length.why', { count: number(facts.most, 52) }),
    remedy: t('law.series_length.remedy'),
  }),
  series_empty: ({ t }) => ({ why: t('law.series_empty.why') }),
  local_time_exists: ({ t }) => ({
    why: t('law.local_time_exists.why'),
    remedy: t('law.local_time_exists.remedy'),
  }),
  resource_features: ({ t }) => ({
    why: t('law.resource_features.why'),
    remedy: t('refusal.resource_available.remedy'),
  }),
  cleaning_time: ({ t }) => ({ why: t('law.cleaning_time.why'), remedy: t('law.waiting_in_time.remedy') }),
  within_terms: ({ t }) => ({ why: t('refusal.within_terms.why') }),
};

/** Tells refusals in the language of the screen. A law that this version does not know speaks the server's words. */
export function useSentences(timeZone: string): (refusal: Refusal, wish?: Span) => Sentence {
  const { t } = useTranslation();
  const words = useWords();
  return (refusal, wish) =>
    laws[refusal.code]?.({ t, words, timeZone, facts: refusal.facts, wish }) ?? { why: refusal.detail };
}

function time(fact: unknown): number | undefined {
  const at = typeof fact === 'string' ? Date.parse(fact) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

function span(fact: unknown): Span | undefined {
  if (typeof fact !== 'object' || fact === null || !('start' in fact) || !('end' in fact)) return undefined;
  const [start, end] = [time(fact.start), time(fact.end)];
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}
