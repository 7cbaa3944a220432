import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { isLive } from '../../shared/api/live';
import type { components } from '../../shared/api/schema';

export type DaySheet = components['schemas']['DaySheetView'];
export type DayBooking = components['schemas']['DayBookingView'];
export type DaySession = components['schemas']['DaySessionView'];

/** The day of a site for those who run it. Where changes are not heard it is asked for again every few seconds. */
export const daySheetOf = (siteId: string, date: string) =>
  queryOptions({
    queryKey: ['site-day', siteId, date],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sites/{id}/day-sheet', { params: { path: { id: siteId }, query: { date } }, signal })),
    refetchInterval: () => (isLive(siteId) ? 120_000 : 10_000),
  });

/** What those who run a site do with a booking of the day. */
export type DayDeed = { id: string } & (
  { do: 'check-in' | 'check-out' | 'approve' } | { do: 'reject'; reason: string }
);

const becomes = {
  'check-in': 'checked_in',
  'check-out': 'completed',
  approve: 'confirmed',
  reject: 'rejected',
} as const;

function send(deed: DayDeed): Promise<unknown> {
  const params = { path: { id: deed.id } };
  switch (deed.do) {
    case 'check-in':
      return answered(api.POST('/api/v1/bookings/{id}/check-in', { params }));
    case 'check-out':
      return answered(api.POST('/api/v1/bookings/{id}/check-out', { params }));
    case 'approve':
      return answered(api.POST('/api/v1/bookings/{id}/approve', { params }));
    case 'reject':
      return answered(api.POST('/api/v1/bookings/{id}/reject', { params, body: { reason: deed.reason } }));
  }
}

/** Does it, and shows it as done at once; a no takes that back. */
export function useDayDeed(siteId: string, date: string) {
  const client = useQueryClient();
  const { queryKey } = daySheetOf(siteId, date);
  return useMutation({
    mutationFn: send,
    onMutate: async (deed) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) {
        const bookings = before.bookings.map((one) =>
          one.id === deed.id ? { ...one, status: becomes[deed.do] } : one,
        );
        client.setQueryData(queryKey, { ...before, bookings });
      }
      return { before };
    },
    onError: (_error, _deed, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    onSettled: () =>
      Promise.all(
        [['site-day', siteId], ['day'], ['bookings']].map((key) => client.invalidateQueries({ queryKey: key })),
      ),
  });
}
