import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { instant, minute } from '../time/site-time';
import type { ActionItem, Assignment, Coach, Feedback, Goal, Note, Session, Slot } from './views';

/** A page of a list, and where the next begins. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** Every item of a list, page after page. */
async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const answer = await page(cursor);
    items.push(...answer.items);
    if (answer.next === null) return items;
    cursor = answer.next;
  }
}

/** One's own assignments, as founder or as coach, the newest first. */
export const myAssignments = (personId: string) =>
  queryOptions({
    queryKey: ['coaching', 'assignments', personId],
    queryFn: (): Promise<Assignment[]> =>
      all((cursor) => answered(api.GET('/api/v1/coaching/assignments', { params: { query: { limit: 100, cursor } } }))),
  });

/** Who may take part in the sessions of an assignment: its entrepreneur first, then the others of the venture. */
export const teamOf = (assignmentId: string) =>
  queryOptions({
    queryKey: ['coaching', 'team', assignmentId],
    queryFn: async (): Promise<Assignment['entrepreneur'][]> => {
      const params = { path: { id: assignmentId } };
      return (await answered(api.GET('/api/v1/coaching/assignments/{id}/team', { params }))).items;
    },
    staleTime: 60_000,
  });

/** Whom one would like as coach, the dearest first. */
export const myWishes = (personId: string) =>
  queryOptions({
    queryKey: ['coaching', 'wishes', personId],
    queryFn: async (): Promise<string[]> => (await answered(api.GET('/api/v1/coaching/wishes'))).personIds,
  });

/** One's own sessions between two instants, in order of time. */
export const mySessions = (personId: string, from: number, to?: number) =>
  queryOptions({
    queryKey: ['coaching', 'sessions', personId, instant(from).slice(0, 10), to ?? 'open'],
    queryFn: (): Promise<Session[]> => {
      const period = { from: instant(from), to: to === undefined ? undefined : instant(to), limit: 100 };
      return all((cursor) =>
        answered(api.GET('/api/v1/coaching/sessions', { params: { query: { ...period, cursor } } })),
      );
    },
  });

/** How far back the screens look for what was, in milliseconds. */
export const lookBack = 400 * 24 * 60 * minute;

/** One session. */
export const sessionOf = (id: string) =>
  queryOptions({
    queryKey: ['coaching', 'session', id],
    queryFn: () => answered(api.GET('/api/v1/coaching/sessions/{id}', { params: { path: { id } } })),
  });

/** The notes of a session that one may read, in the order in which they were written. */
export const notesOf = (sessionId: string) =>
  queryOptions({
    queryKey: ['coaching', 'notes', sessionId],
    queryFn: async (): Promise<Note[]> =>
      (await answered(api.GET('/api/v1/coaching/sessions/{id}/notes', { params: { path: { id: sessionId } } }))).items,
  });

/** What one told of a session oneself. The session says whether there is anything. */
export const feedbackOf = (sessionId: string) =>
  queryOptions({
    queryKey: ['coaching', 'feedback', sessionId],
    queryFn: (): Promise<Feedback> =>
      answered(api.GET('/api/v1/coaching/sessions/{id}/feedback', { params: { path: { id: sessionId } } })),
  });

/** Goals that one may read; of one record when a membership is named. */
export const goalsOf = (personId: string, membershipId?: string) =>
  queryOptions({
    queryKey: ['coaching', 'goals', personId, membershipId ?? 'all'],
    queryFn: (): Promise<Goal[]> =>
      all((cursor) =>
        answered(api.GET('/api/v1/coaching/goals', { params: { query: { membershipId, limit: 100, cursor } } })),
      ),
  });

/** What is to be done that one may read; of one record, one session or one person when they are named. */
export const actionItemsOf = (
  personId: string,
  only: { membershipId?: string; sessionId?: string; assigneeId?: string } = {},
) =>
  queryOptions({
    queryKey: ['coaching', 'items', personId, only],
    queryFn: (): Promise<ActionItem[]> =>
      all((cursor) =>
        answered(api.GET('/api/v1/coaching/action-items', { params: { query: { ...only, limit: 100, cursor } } })),
      ),
  });

/** One coach. */
export const coachOf = (id: string) =>
  queryOptions({
    queryKey: ['coaching', 'coach', id],
    queryFn: (): Promise<Coach> => answered(api.GET('/api/v1/coaches/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });

/** The coaches who meet people at a site or over a link, by name. */
export const coachesOf = (siteId: string) =>
  queryOptions({
    queryKey: ['coaching', 'coaches', siteId],
    queryFn: (): Promise<Coach[]> =>
      all((cursor) => answered(api.GET('/api/v1/coaches', { params: { query: { siteId, limit: 100, cursor } } }))),
    staleTime: 60_000,
  });

/** For what length and place free times of a coach are wanted; without a site, over a link. */
export interface WantedSlots {
  coachId: string;
  from: number;
  to: number;
  minutes: number;
  siteId?: string;
}

/** When a coach can be booked. Over a link are the times that are bound to no site. */
export const slotsOf = ({ coachId, from, to, minutes, siteId }: WantedSlots) =>
  queryOptions({
    queryKey: ['coaching', 'slots', coachId, instant(from).slice(0, 13), to, minutes, siteId ?? 'link'],
    queryFn: async (): Promise<Slot[]> => {
      const query = { from: instant(from), to: instant(to), minutes, siteId };
      const { items } = await answered(
        api.GET('/api/v1/coaches/{id}/slots', { params: { path: { id: coachId }, query } }),
      );
      return siteId === undefined ? items.filter((slot) => slot.siteId === null) : items;
    },
  });

/** Keys of everything that a session, its move or its end may have changed. */
export const touchedBySessions = [['coaching'], ['day'], ['bookings'], ['wallet']] as const;

/** Keys of everything else that is said and done about coaching. */
export const touchedByCoaching = [['coaching']] as const;
