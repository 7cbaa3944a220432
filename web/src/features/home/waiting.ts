import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { instant } from '../../shared/time/site-time';

/** Bookings of a site that wait for a yes or a no. */
export const requestsAt = (siteId: string, now: number) =>
  queryOptions({
    queryKey: ['site-day', 'requests', siteId, instant(now).slice(0, 10)],
    queryFn: async () => {
      const query = { siteId, status: 'requested', from: instant(now), limit: 100 } as const;
      return (await answered(api.GET('/api/v1/bookings', { params: { query } }))).items.length;
    },
    refetchInterval: 60_000,
  });

/** Appeals against no-shows at a site that wait for an answer. */
export const appealsAt = (siteId: string) =>
  queryOptions({
    queryKey: ['site', 'no-shows', siteId, 'waiting', 'count'],
    queryFn: async () => {
      const params = { path: { id: siteId }, query: { limit: 100, waiting: true } };
      return (await answered(api.GET('/api/v1/sites/{id}/no-shows', { params }))).items.length;
    },
    refetchInterval: 60_000,
  });

/** People who asked to be erased and have no answer yet. */
export const erasuresWaiting = queryOptions({
  queryKey: ['erasure-requests', 'waiting', 'count'],
  queryFn: async () =>
    (await answered(api.GET('/api/v1/erasure-requests'))).items.filter(({ answeredAt }) => answeredAt === null).length,
  refetchInterval: 60_000,
});

/** How many are expected at a site today, have come, or have not. */
export const countsOf = (siteId: string, date: string) =>
  queryOptions({
    queryKey: ['site-day', siteId, date],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sites/{id}/day-sheet', { params: { path: { id: siteId }, query: { date } }, signal })),
    select: ({ counts }) => counts,
    refetchInterval: 60_000,
  });
