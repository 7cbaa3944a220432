import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Submission } from '../api/submission';
import type { Booking, Hold, WaitingEntry, WaitWish } from '../api/views';
import { letGo, useRefresh } from './commands';

/** An answer to something that is held for oneself. */
export type Answer = 'accept' | 'decline';

/** Puts oneself on the waiting list. Sent again after an answer that never came, it is the same entry. */
export function useWait() {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async (wish: WaitWish): Promise<WaitingEntry> => {
      const header = { 'Idempotency-Key': submission.keyFor(wish) };
      const entry = await answered(api.POST('/api/v1/waiting-list', { params: { header }, body: wish }));
      submission.done();
      return entry;
    },
    onSettled: refresh,
  });
}

/** Leaves the waiting list. */
export function useStopWaiting() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string): Promise<WaitingEntry> =>
      answered(api.DELETE('/api/v1/waiting-list/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}

/** Answers what the waiting list offers; the booking, when it was taken. */
export function useAnswerOffer() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, answer }: { id: string; answer: Answer }): Promise<Booking | undefined> => {
      const params = { path: { id } };
      if (answer === 'accept') return answered(api.POST('/api/v1/waiting-list/{id}/accept', { params }));
      await answered(api.POST('/api/v1/waiting-list/{id}/decline', { params }));
      return undefined;
    },
    onSettled: refresh,
  });
}

/** Books what one holds, or lets it go; the booking, when it was taken. */
export function useAnswerHold() {
  const refresh = useRefresh();
  const [submission] = useState(() => new Submission());
  return useMutation({
    mutationFn: async ({ hold, answer }: { hold: Hold; answer: Answer }): Promise<Booking | undefined> => {
      if (answer === 'decline') {
        await letGo(hold);
        return undefined;
      }
      const body = { holdId: hold.id };
      const header = { 'Idempotency-Key': submission.keyFor(body) };
      const booking = await answered(api.POST('/api/v1/bookings', { params: { header }, body }));
      if (!('id' in booking)) throw new Error('The server answered a booking with a preview.');
      return booking;
    },
    onSettled: refresh,
  });
}

/** Answers the place that is offered for one that was taken away; the booking, when it was taken. */
export function useAnswerReplacement() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, answer }: { id: string; answer: Answer }): Promise<Booking | undefined> => {
      const params = { path: { id } };
      if (answer === 'accept') return answered(api.POST('/api/v1/replacements/{id}/accept', { params }));
      await answered(api.POST('/api/v1/replacements/{id}/decline', { params }));
      return undefined;
    },
    onSettled: refresh,
  });
}
