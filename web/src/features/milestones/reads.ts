import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { touchedBySessions } from '../../shared/coaching/reads';
import type { Milestone, StageStep, Venture } from '../../shared/coaching/views';

/** The ventures in whose team somebody is today, by name. */
export const myVentures = (personId: string) =>
  queryOptions({
    queryKey: ['ventures', 'own', personId],
    queryFn: async (): Promise<Venture[]> => {
      const all: Venture[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await answered(api.GET('/api/v1/ventures', { params: { query: { limit: 100, cursor } } }));
        all.push(...page.items);
        if (page.next === null) break;
        cursor = page.next;
      }
      return all.filter(({ members }) => members.some((one) => one.personId === personId && one.current));
    },
  });

/** The stages in their order, and what each asks before it is left. */
export const stages = queryOptions({
  queryKey: ['ventures', 'stages'],
  queryFn: async () => (await answered(api.GET('/api/v1/venture-stages'))).items,
  staleTime: Infinity,
});

/** The history of a venture's stages, the latest step first. */
export const stepsOf = (ventureId: string) =>
  queryOptions({
    queryKey: ['ventures', 'steps', ventureId],
    queryFn: async (): Promise<StageStep[]> => {
      const params = { path: { id: ventureId }, query: { limit: 100 } };
      const { items } = await answered(api.GET('/api/v1/ventures/{id}/stage-transitions', { params }));
      return items.toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt));
    },
  });

/** What a venture has set itself to reach: what is open first, by date. */
export const milestonesOf = (ventureId: string) =>
  queryOptions({
    queryKey: ['ventures', 'milestones', ventureId],
    queryFn: async (): Promise<Milestone[]> => {
      const params = { path: { id: ventureId }, query: { limit: 100 } };
      const { items } = await answered(api.GET('/api/v1/ventures/{id}/milestones', { params }));
      const rank = (one: Milestone) => `${one.doneAt ? 1 : 0}${one.dueOn ?? '9999-12-31'}`;
      return items.toSorted((a, b) => rank(a).localeCompare(rank(b)));
    },
  });

/** Keys of everything that a change of a venture may have changed. */
export const touchedByVentures = [['ventures']] as const;

/** Keys of what somebody's last day in a team may have changed: also what they had agreed on with its coach. */
export const touchedByDepartures = [...touchedByVentures, ...touchedBySessions] as const;
