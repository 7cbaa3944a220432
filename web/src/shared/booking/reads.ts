import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import type { Booking, Extra, Hold, Replacement, WaitingEntry } from '../api/views';
import { instant } from '../time/site-time';
import type { Span } from '../time/site-time';

/** One booking. */
export const bookingOf = (id: string) =>
  queryOptions({
    queryKey: ['bookings', 'one', id],
    queryFn: (): Promise<Booking> => answered(api.GET('/api/v1/bookings/{id}', { params: { path: { id } } })),
  });

/** What a site lends, with how much of it is left throughout a period. */
export const extrasOf = (siteId: string, { start, end }: Span) =>
  queryOptions({
    queryKey: ['extras', siteId, start, end],
    queryFn: async (): Promise<Extra[]> => {
      const params = { path: { id: siteId }, query: { start: instant(start), end: instant(end) } };
      const { items } = await answered(api.GET('/api/v1/sites/{id}/extras', { params }));
      return items.filter(({ status }) => status === 'active');
    },
  });

/** What one waits for and what of it is offered now, by the time of its beginning. */
export const myWaiting = (personId: string) =>
  queryOptions({
    queryKey: ['waiting', personId],
    queryFn: async (): Promise<WaitingEntry[]> => {
      const pages = await Promise.all(
        (['offered', 'waiting'] as const).map((status) =>
          answered(api.GET('/api/v1/waiting-list', { params: { query: { status, limit: 100 } } })),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
    refetchInterval: 30_000,
  });

/** Equal places offered for what was taken away, those that wait for an answer. */
export const myReplacements = (personId: string) =>
  queryOptions({
    queryKey: ['replacements', 'open', personId],
    queryFn: async (): Promise<Replacement[]> => {
      const query = { status: 'offered', limit: 100 } as const;
      return (await answered(api.GET('/api/v1/replacements', { params: { query } }))).items;
    },
    refetchInterval: 60_000,
  });

/** Places that one holds for some minutes while one decides, those that end first at the top. */
export const myHolds = (personId: string) =>
  queryOptions({
    queryKey: ['holds', personId],
    queryFn: async (): Promise<Hold[]> => (await answered(api.GET('/api/v1/holds'))).items,
    refetchInterval: 60_000,
  });
