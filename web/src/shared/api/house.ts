import { queryOptions } from '@tanstack/react-query';
import { instant, minute } from '../time/site-time';
import { answered, api } from './client';
import { isLive } from './live';
import type { Booking, Person, Site } from './views';

/** How often a screen that shows what others do asks again while it is looked at, in milliseconds. */
const pulse = { heard: 120_000, unheard: 10_000 };

/** How far back the list of past bookings reaches, in milliseconds. */
const lookBack = 60 * 24 * 60 * minute;

/** All sites of the house; they change rarely. */
export const sites = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await answered(api.GET('/api/v1/sites', { params: { query: { limit: 100 } } }))).items,
  staleTime: 5 * 60_000,
});

/** What each kind of place asks of a booking at a site. */
export const rulesOf = (siteId: string) =>
  queryOptions({
    queryKey: ['rules', siteId],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/sites/{id}/resource-rules', { params: { path: { id: siteId } } }))).items,
    staleTime: 5 * 60_000,
  });

/** The day of a site as this person sees it. */
export const dayOf = (siteId: string, date: string) =>
  queryOptions({
    queryKey: ['day', siteId, date],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sites/{id}/day', { params: { path: { id: siteId }, query: { date } }, signal })),
    refetchInterval: () => (isLive(siteId) ? pulse.heard : pulse.unheard),
  });

/** One's own bookings that have not ended yet, those that come first at the top. */
export const myBookings = (personId: string, now: number) =>
  queryOptions({
    queryKey: ['bookings', 'ahead', personId, instant(now).slice(0, 10)],
    queryFn: async (): Promise<Booking[]> => {
      const query = { personId, from: instant(now), limit: 100 };
      return (await answered(api.GET('/api/v1/bookings', { params: { query } }))).items;
    },
    refetchInterval: 60_000,
  });

/** One's own bookings of the last weeks, the latest first. */
export const myPastBookings = (personId: string, now: number) =>
  queryOptions({
    queryKey: ['bookings', 'past', personId, instant(now).slice(0, 10)],
    queryFn: async (): Promise<Booking[]> => {
      const query = { personId, from: instant(now - lookBack), to: instant(now), limit: 100 };
      const page = await answered(api.GET('/api/v1/bookings', { params: { query } }));
      return page.items.toSorted((a, b) => b.start.localeCompare(a.start));
    },
  });

/** Keys of everything that a booking, a move or a cancellation may have changed. */
export const touchedByBookings = [
  ['day'],
  ['bookings'],
  ['series'],
  ['waiting'],
  ['replacements'],
  ['extras'],
  ['holds'],
] as const;

/** The site that an address names by its slug; letters, and addresses that were kept before, name it by its id. */
export function siteNamed(all: readonly Site[], asked: string | null): Site | undefined {
  return all.find(({ slug }) => slug === asked) ?? all.find(({ id }) => id === asked);
}

/** What people call a site: the house's own name before it says nothing inside the house. */
export function siteName(site: Pick<Site, 'name'>): string {
  return site.name.replace(/^Business Oasis\s+/, '');
}

/** The site that a person belongs to first, else the first that is open for business. */
export function ownSite(person: Person, all: Site[]): Site | undefined {
  const belongsTo = person.roles.map((grant) => grant.siteId).filter((id) => id !== null);
  const active = all.filter((site) => site.status === 'active');
  return active.find((site) => belongsTo.includes(site.id)) ?? active[0] ?? all[0];
}
