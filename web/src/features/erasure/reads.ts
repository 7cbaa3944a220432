import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useCommand } from '../../shared/membership/command';

export type ErasureRequest = components['schemas']['ErasureView'];

/** Wishes to be erased: those that wait for an answer first. */
export const erasureRequests = queryOptions({
  queryKey: ['erasure-requests', 'all'],
  queryFn: async () => (await answered(api.GET('/api/v1/erasure-requests'))).items,
});

/** Grants a wish, or refuses it with a reason. */
export function useAnswer(id: string) {
  const params = { path: { id } };
  return useCommand(
    (refusal: { reason: string } | undefined): Promise<ErasureRequest> =>
      refusal
        ? answered(api.POST('/api/v1/erasure-requests/{id}/refuse', { params, body: refusal }))
        : answered(api.POST('/api/v1/erasure-requests/{id}/grant', { params })),
    [['erasure-requests']],
  );
}
