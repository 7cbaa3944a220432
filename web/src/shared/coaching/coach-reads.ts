import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { instant } from '../time/site-time';
import type { Coach, Session, Topic } from './views';

type Schemas = components['schemas'];

/** The server's answers about a coach's own work, under the names that the screens use. */
export type Availability = Schemas['AvailabilityView'];
export type WeeklyHours = Schemas['WeeklyHoursView'];
export type DateHours = Schemas['ExceptionView'];
export type ThoughtHours = Schemas['ThoughtHoursDto'];
export type CoachSlots = Schemas['CoachSlotsView'];
export type Fit = Schemas['FitView'];
export type CoachProfile = Schemas['CoachProfileDto'];
export type OutsideCalendar = Schemas['OutsideCalendarView'];
export type CalendarClash = Schemas['CalendarClashView'];
export type DeclaredConflict = Schemas['ConflictOfInterestView'];
export type TopicOfTree = Omit<Schemas['TopicView'], 'code' | 'parent'> & { code: Topic; parent: Topic | null };

/** What is not there any more is null and no failure. */
async function unlessMissing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** One's own profile as a coach; null before one has said how one coaches, which is no failure to be written down. */
export const myCoachProfile = (personId: string) =>
  queryOptions({
    queryKey: ['coach', 'profile', personId],
    queryFn: async (): Promise<Coach | null> =>
      (await answered(api.GET('/api/v1/coaches', { params: { query: { personId } } }))).items[0] ?? null,
  });

/** One's own hours; who has no profile has none, and is not to ask. */
export const myAvailability = (personId: string) =>
  queryOptions({
    queryKey: ['coach', 'availability', personId],
    queryFn: (): Promise<Availability> => answered(api.GET('/api/v1/coaches/me/availability')),
  });

/** When one could be booked if one's hours were these. */
export const thoughtSlots = (hours: ThoughtHours, from: number, to: number, minutes: number) =>
  queryOptions({
    queryKey: ['coach', 'thought', hours, from, to, minutes],
    queryFn: ({ signal }): Promise<CoachSlots> => {
      const query = { from: instant(from), to: instant(to), minutes };
      return answered(api.POST('/api/v1/coaches/me/availability/slots', { params: { query }, body: hours, signal }));
    },
    retry: false,
  });

/** What the founder of an assignment needs, and why the two fit; null once it is over. */
export const fitOf = (assignmentId: string) =>
  queryOptions({
    queryKey: ['coaching', 'fit', assignmentId],
    queryFn: (): Promise<Fit | null> =>
      unlessMissing(
        answered(api.GET('/api/v1/coaching/assignments/{id}/fit', { params: { path: { id: assignmentId } } })),
      ),
  });

/** The tree of topics. */
export const topicTree = queryOptions({
  queryKey: ['coach', 'topics'],
  queryFn: async (): Promise<TopicOfTree[]> =>
    (await answered(api.GET('/api/v1/coaching/topics'))).items as TopicOfTree[],
  staleTime: Infinity,
});

/** How it stands with the calendar outside; null when there is none any more. The profile says whether to ask. */
export const outsideCalendar = queryOptions({
  // Not among what any change of a coach has read again: nobody asks for one that has just been forgotten.
  queryKey: ['outside-calendar'],
  queryFn: (): Promise<OutsideCalendar | null> =>
    unlessMissing(answered(api.GET('/api/v1/coaches/me/outside-calendar'))),
});

/** Sessions at times at which one is busy elsewhere. */
export const calendarClashes = queryOptions({
  queryKey: ['coach', 'clashes'],
  queryFn: async (): Promise<CalendarClash[]> =>
    (await answered(api.GET('/api/v1/coaches/me/calendar-clashes', { params: { query: { limit: 100 } } }))).items,
});

/** The conflicts of interest that one has declared. */
export const myConflicts = queryOptions({
  queryKey: ['coach', 'conflicts'],
  queryFn: async (): Promise<DeclaredConflict[]> =>
    (await answered(api.GET('/api/v1/conflicts-of-interest', { params: { query: { limit: 100 } } }))).items,
});

/** Keys of everything that what one says as a coach may have changed. */
export const touchedByCoach = [['coach'], ['coaching']] as const;

/** Whether a session is over and nobody has said yet how it was. */
export function waitsToBeClosed(session: Session, now: number): boolean {
  return session.status === 'held' || (session.status === 'confirmed' && Date.parse(session.end) <= now);
}
