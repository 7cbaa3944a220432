import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import { useCommand } from '../../shared/membership/command';

type Schemas = components['schemas'];
export type Grant = Schemas['RoleGrantView'];
export type Role = Grant['role'];
/** Somebody who has an account, as administrators see them. */
export type Account = Schemas['PersonView'];

/** Who holds a role: at a site, or anywhere that one may see. */
export const grantsOf = (siteId: string | undefined) =>
  queryOptions({
    queryKey: ['roles', siteId ?? 'everywhere'],
    queryFn: async (): Promise<Grant[]> => {
      const all: Grant[] = [];
      for (let cursor: string | undefined; ;) {
        const query = { limit: 100, cursor, ...(siteId && { siteId }) };
        const { items, next } = await answered(api.GET('/api/v1/role-grants', { params: { query } }));
        all.push(...items);
        if (next === null) return all;
        cursor = next;
      }
    },
  });

/** Those whose name or address contains a text, the first of them by name. */
export const peopleNamed = (search: string) =>
  queryOptions({
    queryKey: ['people', search],
    queryFn: async ({ signal }): Promise<Account[]> => {
      const query = { search, limit: 20 };
      return (await answered(api.GET('/api/v1/people', { params: { query }, signal }))).items;
    },
  });

/** Gives somebody a role. */
export function useGrant() {
  const [submission] = useState(() => new Submission());
  return useCommand(
    async (body: Schemas['GrantRole']): Promise<Grant> => {
      const header = { 'Idempotency-Key': submission.keyFor(body) };
      const given = await answered(api.POST('/api/v1/role-grants', { params: { header }, body }));
      submission.done();
      return given;
    },
    [['roles']],
  );
}

/** Takes a role back. */
export function useRevoke() {
  return useCommand(
    async (id: string): Promise<void> => {
      await answered(api.DELETE('/api/v1/role-grants/{id}', { params: { path: { id } } }));
    },
    [['roles']],
  );
}
