import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { answered, api } from '../api/client';
import { touchedByBookings } from '../api/house';
import { Problem } from '../api/problem';
import { Submission } from '../api/submission';
import type { Booking, BookingChange, BookingPreview, BookingWish, Guest, Hold, HoldWish } from '../api/views';

/** After a command, whatever showed the old state is read again; a no is also news. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const queryKey of touchedByBookings) void client.invalidateQueries({ queryKey });
  }, [client]);
}

/** Books. The same wish sent again, after an answer that never came, is the same booking. */
export function useBook() {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async (wish: BookingWish): Promise<Booking> => {
      const header = { 'Idempotency-Key': submission.keyFor(wish) };
      const answer = await answered(api.POST('/api/v1/bookings', { params: { header }, body: wish }));
      if (!('id' in answer)) throw new Error('The server answered a booking with a preview.');
      submission.done();
      return answer;
    },
    onSettled: refresh,
  });
}

/** What would come of a wish: what it costs, what is left, and what stands in the way. Nothing is booked. */
export const previewOf = (wish: BookingWish) =>
  queryOptions({
    queryKey: ['preview', wish],
    queryFn: async (): Promise<BookingPreview> => {
      const query = { preview: true };
      const answer = await answered(api.POST('/api/v1/bookings', { params: { query }, body: wish }));
      if ('id' in answer) throw new Error('The server answered a preview with a booking.');
      return answer;
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** The no that a preview foretells, as the command would say it; undefined when nothing stands in the way. */
export function foretoldNo(preview: BookingPreview | undefined): Problem | undefined {
  if (!preview) return undefined;
  if (preview.refusals.length > 0) return new Problem(422, 'refused', '', preview.refusals);
  return preview.free ? undefined : new Problem(409, 'no_double_booking', '', [], preview.alternatives);
}

/** Changes a booking, provided that it is still the one that was read. */
export function useChange() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ booking, change }: { booking: Booking; change: BookingChange }): Promise<Booking> => {
      const params = { path: { id: booking.id }, header: { 'If-Match': `"${booking.version}"` } };
      return answered(api.PATCH('/api/v1/bookings/{id}', { params, body: change }));
    },
    onSettled: refresh,
  });
}

export type LifeCommand = 'cancel' | 'check-in' | 'check-out';

/** Cancels, checks in or checks out. */
export function useLife() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, command }: { id: string; command: LifeCommand }): Promise<Booking> => {
      const params = { path: { id } };
      switch (command) {
        case 'cancel':
          return answered(api.POST('/api/v1/bookings/{id}/cancel', { params, body: {} }));
        case 'check-in':
          return answered(api.POST('/api/v1/bookings/{id}/check-in', { params }));
        case 'check-out':
          return answered(api.POST('/api/v1/bookings/{id}/check-out', { params }));
      }
    },
    onSettled: refresh,
  });
}

/** Invites guests to a meeting, in place of those before, provided that the booking is still the one that was read. */
export function useGuests() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ booking, guests }: { booking: Booking; guests: Guest[] }): Promise<Booking> => {
      const params = { path: { id: booking.id }, header: { 'If-Match': `"${booking.version}"` } };
      return answered(api.PUT('/api/v1/bookings/{id}/guests', { params, body: { guests } }));
    },
    onSettled: refresh,
  });
}

/** Holds a place for a few minutes while one decides. */
export function useHold() {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async (wish: HoldWish): Promise<Hold> => {
      const header = { 'Idempotency-Key': submission.keyFor(wish) };
      const hold = await answered(api.POST('/api/v1/holds', { params: { header }, body: wish }));
      submission.done();
      return hold;
    },
    onSettled: refresh,
  });
}

/** Lets a held place go. That nobody hears of a failure does no harm: a hold ends by itself. */
export async function letGo(hold: Hold): Promise<void> {
  try {
    await api.DELETE('/api/v1/holds/{id}', { params: { path: { id: hold.id } } });
  } catch {
    // It ends by itself within minutes.
  }
}
