import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import type { Plan } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';

type Schemas = components['schemas'];
export type PlanChange = Schemas['PlanChangePreviewView'];
export type VersionWish = Schemas['NewPlanDto'];
export type House = Schemas['DocumentView'];
export type DocumentWish = Schemas['NewDocumentDto'];

const touched = [['plans'], ['house plans'], ['house documents'], ['memberships']] as const;

/** The plans of a site, those on offer before those that are not. */
export const allPlansOf = (siteId: string) =>
  queryOptions({
    queryKey: ['house plans', siteId],
    queryFn: async (): Promise<Plan[]> => {
      const of = async (status: Plan['status']) =>
        (await answered(api.GET('/api/v1/plans', { params: { query: { siteId, status } } }))).items;
      const [active, retired] = await Promise.all([of('active'), of('retired')]);
      return [...active, ...retired];
    },
  });

/** The agreement and the house rules of a site, each in its latest version. */
export const documentsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['house documents', siteId],
    queryFn: async (): Promise<House[]> =>
      (await answered(api.GET('/api/v1/sites/{id}/documents', { params: { path: { id: siteId } } }))).items,
  });

/** What a version would change for whom; nothing is published. */
export function usePreviewVersion() {
  return useCommand(async ({ planId, wish }: { planId: string; wish: VersionWish }): Promise<PlanChange> => {
    const params = { path: { id: planId }, query: { preview: true } };
    const answer = await answered(api.POST('/api/v1/plans/{id}/versions', { params, body: versionOf(wish) }));
    if ('id' in answer) throw new Error('The server answered a preview with a plan.');
    return answer;
  }, []);
}

/** Publishes a version of a plan, or a new plan. */
export function usePublish() {
  const [submission] = useState(() => new Submission());
  return useCommand(
    async ({ planId, wish, seen }: { planId: string | undefined; wish: VersionWish; seen?: string }): Promise<void> => {
      if (planId === undefined) {
        const header = { 'Idempotency-Key': submission.keyFor(wish) };
        await answered(api.POST('/api/v1/plans', { params: { header }, body: wish }));
      } else {
        const body = { ...versionOf(wish), ...(seen !== undefined && { seen }) };
        const params = { path: { id: planId }, header: { 'Idempotency-Key': submission.keyFor(body) } };
        await answered(api.POST('/api/v1/plans/{id}/versions', { params, body }));
      }
      submission.done();
    },
    touched,
  );
}

/** What is of the plan itself is no part of its versions. */
function versionOf({ siteId: _site, code: _code, places: _places, ...version }: VersionWish) {
  return version;
}

/** Changes how many places there are, or takes a plan out of the offer. */
export function useChangePlan() {
  return useCommand(async ({ planId, ...body }: { planId: string } & Schemas['ChangePlanDto']): Promise<void> => {
    await answered(api.PATCH('/api/v1/plans/{id}', { params: { path: { id: planId } }, body }));
  }, touched);
}

/** Publishes a version of a document. */
export function usePublishDocument(siteId: string) {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: DocumentWish): Promise<void> => {
    const params = { path: { id: siteId }, header: { 'Idempotency-Key': submission.keyFor(body) } };
    await answered(api.POST('/api/v1/sites/{id}/documents', { params, body }));
    submission.done();
  }, touched);
}
