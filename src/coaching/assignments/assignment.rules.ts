import { datesBetween, instantOf, localDate, plusDays, weekday } from '../../kernel/site-time';
import { ClosedDays, openPeriods, WeeklyHours } from '../../sites/opening.rules';

export const assignmentKinds = ['lead', 'specialist'] as const;
/** What a coach is to an entrepreneur: the one who leads, or one for a topic. */
export type AssignmentKind = (typeof assignmentKinds)[number];

/** How many places of a coach an assignment takes. */
export const weights: Record<AssignmentKind, number> = { lead: 1, specialist: 0.5 };

export const assignmentStatuses = [
  'offered',
  'active',
  'on_hold',
  'completed',
  'ended_early',
  'declined',
  'expired',
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** The states in which a pair is together, or is asked to be. */
export const openStatuses: readonly AssignmentStatus[] = ['offered', 'active', 'on_hold'];

/** The states in which an assignment takes places of its coach. An offer takes none: acceptance is judged again. */
export const takingStatuses: readonly AssignmentStatus[] = ['active', 'on_hold'];

/** As what somebody acts on an assignment: one of the two, a manager of the site, or the house by itself. */
export type AssignmentRole = 'coach' | 'entrepreneur' | 'manager' | 'house';

interface Transition {
  from: readonly AssignmentStatus[];
  to: AssignmentStatus;
  who: readonly AssignmentRole[];
}

/** The life of an assignment (domain.md 3.2). What is not in this table cannot happen. */
export const assignmentTransitions = {
  accept: { from: ['offered'], to: 'active', who: ['coach'] },
  decline: { from: ['offered'], to: 'declined', who: ['coach'] },
  expire: { from: ['offered'], to: 'expired', who: ['house'] },
  hold: { from: ['active'], to: 'on_hold', who: ['coach', 'entrepreneur', 'manager', 'house'] },
  resume: { from: ['on_hold'], to: 'active', who: ['coach', 'manager', 'house'] },
  complete: { from: ['active', 'on_hold'], to: 'completed', who: ['coach', 'manager', 'house'] },
  end: {
    from: ['offered', 'active', 'on_hold'],
    to: 'ended_early',
    who: ['coach', 'entrepreneur', 'manager', 'house'],
  },
} as const satisfies Record<string, Transition>;
export type AssignmentEvent = keyof typeof assignmentTransitions;

/** How many working days of the site a coach has to answer. */
export const answerDays = 3;

/** Further ahead nobody looks for a working day; a site that is closed for so long has other worries. */
export const farthestDay = 60;

/**
 * Until when an offer made now is to be answered: the end of the third working day after today, at the site's midnight.
 * A working day is a date on which the site opens at all, by its weekly hours and closures. Where three of them do not
 * come in sight (hours are not set yet), the days from Monday to Friday count.
 */
export function answerBy(
  now: Date,
  timeZone: string,
  hours: readonly WeeklyHours[],
  closures: readonly ClosedDays[],
): Date {
  const today = localDate(now, timeZone);
  const days = datesBetween(plusDays(today, 1), plusDays(today, farthestDay));
  const open = days.filter((date) => openPeriods(date, timeZone, hours, closures).length > 0);
  const weekdays = days.filter((date) => weekday(date) <= 5);
  const last = (open.length >= answerDays ? open : weekdays)[answerDays - 1] ?? today;
  return instantOf(last, '24:00', timeZone);
}
