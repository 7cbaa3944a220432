import { infiniteQueryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';

export type Deed = components['schemas']['DeedView'];

/** Which deeds are wanted; without a site, those that were done at none. */
export interface Question {
  siteId?: string;
  from?: string;
  to?: string;
  action?: string;
  subjectId?: string;
}

/** The trail, the latest first, page by page. */
export const trailOf = (question: Question) =>
  infiniteQueryOptions({
    queryKey: ['audit', question],
    queryFn: ({ pageParam }) => {
      const query = { ...question, limit: 50, ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/audit-events', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
