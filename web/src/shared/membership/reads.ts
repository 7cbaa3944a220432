import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import type { Application, Membership } from '../api/views';

/** Statuses of a membership that is not over. */
const standing = ['offered', 'scheduled', 'active', 'paused', 'suspended'];

/** One's own memberships at every site, those that stand before those that are over. */
export const myMemberships = (personId: string) =>
  queryOptions({
    queryKey: ['memberships', 'own', personId],
    queryFn: async (): Promise<Membership[]> => {
      const query = { personId, limit: 100 };
      const { items } = await answered(api.GET('/api/v1/memberships', { params: { query } }));
      const isOver = (one: Membership) => (isStanding(one) ? 0 : 1);
      return items.toSorted((a, b) => isOver(a) - isOver(b) || b.startsOn.localeCompare(a.startsOn));
    },
  });

/** Whether a membership is neither over nor declined. */
export function isStanding(membership: Membership): boolean {
  return standing.includes(membership.status);
}

/** The memberships of a site, for those who run it. */
export const membershipsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['memberships', 'site', siteId],
    queryFn: async (): Promise<Membership[]> => {
      const query = { siteId, limit: 100 };
      const all: Membership[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await answered(api.GET('/api/v1/memberships', { params: { query: { ...query, cursor } } }));
        all.push(...page.items);
        if (page.next === null) return all;
        cursor = page.next;
      }
    },
    // Whoever comes sees what has come in meanwhile, also when home has just counted it.
    staleTime: 0,
    refetchInterval: 60_000,
  });

/** One membership. */
export const membershipOf = (id: string) =>
  queryOptions({
    queryKey: ['memberships', 'one', id],
    queryFn: () => answered(api.GET('/api/v1/memberships/{id}', { params: { path: { id } } })),
  });

/** A month of a wallet; without a month that which runs at the site. */
export const walletOf = (membershipId: string, month?: string) =>
  queryOptions({
    queryKey: ['wallet', membershipId, month ?? 'now'],
    queryFn: () =>
      answered(
        api.GET('/api/v1/memberships/{id}/allowance', { params: { path: { id: membershipId }, query: { month } } }),
      ),
  });

/** The plans that a site offers now. */
export const plansOf = (siteId: string) =>
  queryOptions({
    queryKey: ['plans', siteId],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/plans', { params: { query: { siteId, status: 'active' } } }))).items,
  });

/** Every version of the plans of a site that is on offer or binds a member, for those who run the site. */
export const plansInForce = (siteId: string) =>
  queryOptions({
    queryKey: ['plans', siteId, 'in-force'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/plans', { params: { query: { siteId, inForce: true } } }))).items,
  });

/** The very version of a document that somebody is bound to. */
export const documentOf = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: () => answered(api.GET('/api/v1/documents/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });

/** One's own applications, the latest first. */
export const myApplications = (personId: string) =>
  queryOptions({
    queryKey: ['applications', 'own', personId],
    queryFn: async (): Promise<Application[]> => {
      const { items } = await answered(api.GET('/api/v1/applications', { params: { query: { limit: 100 } } }));
      return items
        .filter((one) => one.applicant.id === personId)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
  });

/** Statuses of an application on which nobody has the last word yet. */
const open = ['draft', 'submitted', 'returned', 'under_review', 'waitlisted'];

/** Whether something can still become of an application. */
export function isOpen(application: Application): boolean {
  return open.includes(application.status);
}

/** The applications of a site, for those who decide. */
export const applicationsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['applications', 'site', siteId],
    queryFn: async (): Promise<Application[]> => {
      const query = { siteId, limit: 100 };
      const all: Application[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await answered(api.GET('/api/v1/applications', { params: { query: { ...query, cursor } } }));
        all.push(...page.items);
        if (page.next === null) return all;
        cursor = page.next;
      }
    },
    // Whoever comes sees what has come in meanwhile, also when home has just counted it.
    staleTime: 0,
    refetchInterval: 60_000,
  });

/** One application. */
export const applicationOf = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'one', id],
    queryFn: () => answered(api.GET('/api/v1/applications/{id}', { params: { path: { id } } })),
  });

/** To what the person agrees beside membership. */
export const myConsents = queryOptions({
  queryKey: ['consents'],
  queryFn: async () => (await answered(api.GET('/api/v1/me/consents'))).items,
});

/** Keys of everything that a change of a membership may have changed. */
export const touchedByMemberships = [['memberships'], ['wallet'], ['bookings'], ['day'], ['plans']] as const;

/** Keys of everything that a change of an application may have changed. */
export const touchedByApplications = [['applications'], ['memberships'], ['plans']] as const;
