import { Actor } from '../kernel/actor';
import { Forbidden } from '../kernel/errors';
import { Rule } from '../kernel/refusal';
import { LocalDate, LocalTime } from '../kernel/site-time';

export const siteStatuses = ['active', 'suspended', 'closed'] as const;
/** `suspended`: kept readable, nothing new may begin there; `closed`: history. */
export type SiteStatus = (typeof siteStatuses)[number];

export const closureSources = ['manager', 'holiday'] as const;
/** Who thought of a closure: a manager, or the calendar of public holidays. */
export type ClosureSource = (typeof closureSources)[number];

export const closureStatuses = ['proposed', 'confirmed', 'dismissed'] as const;
/** Only a confirmed closure is in force. */
export type ClosureStatus = (typeof closureStatuses)[number];

/** Sites, their resources and their calendar are changed by whoever runs the site. @throws Forbidden `role_required` */
export function insistOnManaging(actor: Actor, siteId: string): void {
  if (!actor.manages(siteId)) throw new Forbidden('role_required', 'Only a manager of this site may do this.');
}

/** One span of a week that a manager wants to set. */
export interface WantedSpan {
  weekday: number;
  opens: LocalTime;
  closes: LocalTime;
}

/** A whole week as it shall hold from a date on. */
export interface WantedWeek {
  validFrom: LocalDate;
  openingHours: readonly WantedSpan[];
}

/** A wish to change the calendar of a site, and the date its clock shows. */
export type Dated<T> = T & { today: LocalDate };

const weekInThePast: Rule<Dated<WantedWeek>> = {
  name: 'in_the_past',
  judge: ({ validFrom, today }) =>
    validFrom >= today
      ? undefined
      : { detail: 'What was open in the past cannot be changed.', facts: { validFrom, today } },
};

const spansInOrder: Rule<WantedWeek> = {
  name: 'opening_hours_order',
  judge: ({ openingHours }) => {
    const wrong = openingHours.filter((span) => span.opens >= span.closes);
    return wrong.length === 0 ? undefined : { detail: 'A site opens before it closes.', facts: { spans: wrong } };
  },
};

const spansOnce: Rule<WantedWeek> = {
  name: 'opening_hours_once',
  judge: ({ openingHours }) => {
    const sorted = [...openingHours].sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1));
    const wrong = sorted.filter((span, index) => {
      const before = sorted[index - 1];
      return before?.weekday === span.weekday && span.opens < before.closes;
    });
    return wrong.length === 0
      ? undefined
      : { detail: 'The spans of one weekday do not overlap.', facts: { spans: wrong } };
  },
};

/** The laws of a week of opening hours. */
export const weekRules: readonly Rule<Dated<WantedWeek>>[] = [weekInThePast, spansInOrder, spansOnce];

/** Dates, both included, on which a site shall be closed, or open at other hours when they are given. */
export interface WantedClosure {
  startsOn: LocalDate;
  endsOn: LocalDate;
  opens?: LocalTime | null;
  closes?: LocalTime | null;
  reason: string;
}

/** Longer than this a site is not closed for some days, it is suspended. */
const mostDays = 366;

const closureInThePast: Rule<Dated<WantedClosure>> = {
  name: 'in_the_past',
  judge: ({ endsOn, today }) =>
    endsOn >= today ? undefined : { detail: 'These days have passed.', facts: { endsOn, today } },
};

const closureDates: Rule<WantedClosure> = {
  name: 'closure_dates',
  judge: ({ startsOn, endsOn }) => {
    if (endsOn < startsOn) return { detail: 'The last day comes before the first.', facts: { startsOn, endsOn } };
    const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
    return days <= mostDays
      ? undefined
      : { detail: `A closure lasts at most ${mostDays} days. Suspend the site instead.`, facts: { days, mostDays } };
  },
};

const closureHours: Rule<WantedClosure> = {
  name: 'closure_hours',
  judge: ({ opens = null, closes = null }) => {
    if (opens === null && closes === null) return undefined;
    return opens !== null && closes !== null && opens < closes
      ? undefined
      : { detail: 'Give both hours, the first before the second, or neither.', facts: { opens, closes } };
  },
};

/** The laws of a closure. */
export const closureRules: readonly Rule<Dated<WantedClosure>>[] = [closureDates, closureHours, closureInThePast];

/** What can happen to a closure, and out of which states. */
export const closureTransitions: Record<'confirm' | 'dismiss', { from: readonly ClosureStatus[]; to: ClosureStatus }> =
  {
    confirm: { from: ['proposed'], to: 'confirmed' },
    dismiss: { from: ['proposed', 'confirmed'], to: 'dismissed' },
  };
