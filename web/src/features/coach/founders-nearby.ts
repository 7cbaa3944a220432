import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';

/** Somebody of a venture at a site where one coaches, or whom one is asked to coach. */
export interface Founder {
  id: string;
  fullName: string;
}

/** Whom a coach may meet: everybody in the teams of the ventures of the own sites, and of the own assignments, by name. */
export const foundersNearby = (personId: string) =>
  queryOptions({
    queryKey: ['coach', 'founders nearby', personId],
    queryFn: async (): Promise<Founder[]> => {
      const found = new Map<string, string>();
      for (let cursor: string | undefined; ;) {
        const page = await answered(api.GET('/api/v1/ventures', { params: { query: { limit: 100, cursor } } }));
        for (const { members } of page.items) for (const one of members) found.set(one.personId, one.fullName);
        if (page.next === null) break;
        cursor = page.next;
      }
      const { items } = await answered(api.GET('/api/v1/coaching/assignments', { params: { query: { limit: 100 } } }));
      for (const { entrepreneur } of items) found.set(entrepreneur.id, entrepreneur.fullName);
      found.delete(personId);
      return [...found]
        .map(([id, fullName]) => ({ id, fullName }))
        .toSorted((a, b) => a.fullName.localeCompare(b.fullName));
    },
  });
