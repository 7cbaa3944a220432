import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];

export type Place = Schemas['ResourceView'];
export type Extra = Schemas['ExtraView'];
export type Closure = Schemas['ClosureView'];
export type Maintenance = Schemas['MaintenanceView'];
export type Replacement = Schemas['ReplacementView'];
export type Waiting = Schemas['WaitingListEntryView'];
export type NoShow = Schemas['NoShowView'];
export type Code = Schemas['CheckInCodeView'];
export type RulePreview = Schemas['RuleChangePreviewView'];
export type ZonePreview = Schemas['TimeZonePreviewView'];
export type Affected = Schemas['AffectedView'];
export type Terms = Schemas['ResourceRuleDto'];

/** Reads page after page to the end. */
async function every<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await page(cursor);
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
}

/** The places of a site that are in use. */
export const placesOf = (siteId: string) =>
  queryOptions({
    queryKey: ['site', 'places', siteId],
    queryFn: () =>
      every((cursor) =>
        answered(
          api.GET('/api/v1/sites/{id}/resources', { params: { path: { id: siteId }, query: { limit: 100, cursor } } }),
        ),
      ),
  });

/** What a site lends with its places. */
export const extrasOf = (siteId: string) =>
  queryOptions({
    queryKey: ['site', 'extras', siteId],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/sites/{id}/extras', { params: { path: { id: siteId } } }))).items,
  });

/** The codes that lie on the places of a site. */
export const codesOf = (siteId: string) =>
  queryOptions({
    queryKey: ['site', 'codes', siteId],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/sites/{id}/check-in-codes', { params: { path: { id: siteId } } }))).items,
  });

/** The closures of a site that end on a date or later, the first one first. */
export const closuresOf = (siteId: string, from: string) =>
  queryOptions({
    queryKey: ['site', 'closures', siteId, from],
    queryFn: async () => {
      const all = await every((cursor) =>
        answered(
          api.GET('/api/v1/sites/{id}/closures', {
            params: { path: { id: siteId }, query: { from, limit: 100, cursor } },
          }),
        ),
      );
      return all.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
    },
  });

/** When a place is out of service, now or later. */
export const maintenanceOf = (resourceId: string) =>
  queryOptions({
    queryKey: ['site', 'maintenance', resourceId],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/resources/{id}/maintenance', { params: { path: { id: resourceId } } }))).items,
  });

/** What became of the equal places that were offered because of one closure, repair or retirement. */
export const answersTo = (siteId: string, causeId: string) =>
  queryOptions({
    queryKey: ['site', 'answers', siteId, causeId],
    queryFn: () =>
      every((cursor) =>
        answered(api.GET('/api/v1/replacements', { params: { query: { siteId, causeId, limit: 100, cursor } } })),
      ),
  });

/** Who waits at a site, in the order in which places are offered. */
export const waitingAt = (siteId: string) =>
  queryOptions({
    queryKey: ['site', 'waiting', siteId],
    queryFn: async () => {
      const of = (status: 'offered' | 'waiting') =>
        every((cursor) =>
          answered(api.GET('/api/v1/waiting-list', { params: { query: { siteId, status, limit: 100, cursor } } })),
        );
      const [offered, waiting] = await Promise.all([of('offered'), of('waiting')]);
      return [...offered, ...waiting];
    },
    refetchInterval: 60_000,
  });

/** No-shows at a site, the newest first: those that wait for an answer, or the latest of all. */
export const noShowsAt = (siteId: string, waiting: boolean) =>
  queryOptions({
    queryKey: ['site', 'no-shows', siteId, waiting],
    queryFn: async () => {
      const query = { limit: 50, ...(waiting && { waiting }) };
      const params = { path: { id: siteId }, query };
      return (await answered(api.GET('/api/v1/sites/{id}/no-shows', { params }))).items;
    },
  });

/** Keys of everything that a change at a site may have changed. */
export const touchedBySite = [['site'], ['sites'], ['rules'], ['day'], ['site-day'], ['bookings']] as const;
