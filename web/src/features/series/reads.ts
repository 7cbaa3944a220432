import { queryOptions, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import type { AddedDate, Series, SeriesChange, SeriesPreview, SeriesWish } from '../../shared/api/views';
import { useRefresh } from '../../shared/booking/commands';

/** One's own series, the newest first. */
export const mySeries = (personId: string) =>
  queryOptions({
    queryKey: ['series', 'own', personId],
    queryFn: async (): Promise<Series[]> =>
      (await answered(api.GET('/api/v1/booking-series', { params: { query: { limit: 50 } } }))).items,
  });

/** One series with its bookings. */
export const seriesOf = (id: string) =>
  queryOptions({
    queryKey: ['series', 'one', id],
    queryFn: (): Promise<Series> => answered(api.GET('/api/v1/booking-series/{id}', { params: { path: { id } } })),
  });

/** What would become of each date. Nothing is booked. */
export const seriesPreviewOf = (wish: SeriesWish | undefined) =>
  queryOptions({
    queryKey: ['series-preview', wish],
    queryFn: async (): Promise<SeriesPreview> => {
      if (!wish) throw new Error('There is nothing to look at yet.');
      const answer = await answered(
        api.POST('/api/v1/booking-series', { params: { query: { preview: true } }, body: wish }),
      );
      if ('id' in answer) throw new Error('The server answered a preview with a series.');
      return answer;
    },
    enabled: wish !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** Books all dates or none. The same wish sent again, after an answer that never came, is the same series. */
export function useBookSeries() {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async (wish: SeriesWish): Promise<Series> => {
      const header = { 'Idempotency-Key': submission.keyFor(wish) };
      const answer = await answered(api.POST('/api/v1/booking-series', { params: { header }, body: wish }));
      if (!('id' in answer)) throw new Error('The server answered a series with a preview.');
      submission.done();
      return answer;
    },
    onSettled: refresh,
  });
}

/** Which dates of a series a change is about. */
export type Reach = 'only' | 'from' | 'all';

/** The reach as the server wants to hear it. */
export function reachOf(reach: Reach, date: string): { only?: string; from?: string } {
  return reach === 'all' ? {} : { [reach]: date };
}

/** Moves dates of a series, provided that it is still the one that was read. */
export function useChangeSeries() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ series, change }: { series: Series; change: SeriesChange }): Promise<Series> => {
      const params = { path: { id: series.id }, header: { 'If-Match': `"${series.version}"` } };
      return answered(api.PATCH('/api/v1/booking-series/{id}', { params, body: change }));
    },
    onSettled: refresh,
  });
}

/** Cancels dates of a series. */
export function useCancelSeries(series: Series) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reach: { only?: string; from?: string }): Promise<Series> =>
      answered(api.POST('/api/v1/booking-series/{id}/cancel', { params: { path: { id: series.id } }, body: reach })),
    onSettled: refresh,
  });
}

/** Books a date that was left out. */
export function useAddDate(series: Series) {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async (added: AddedDate): Promise<Series> => {
      // The key is not in every version of the server; one that does not know it takes no harm from it.
      const answer = await answered(
        api.POST('/api/v1/booking-series/{id}/dates', {
          params: { path: { id: series.id } },
          headers: { 'Idempotency-Key': submission.keyFor(added) },
          body: added,
        }),
      );
      submission.done();
      return answer;
    },
    onSettled: refresh,
  });
}
