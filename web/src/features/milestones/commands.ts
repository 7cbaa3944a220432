import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import type { Milestone, Stage, Venture } from '../../shared/coaching/views';
import { instant } from '../../shared/time/site-time';
import type { AffectedByChange } from '../../shared/membership/Affected';
import { useCommand } from '../../shared/membership/command';
import { touchedByDepartures, touchedByVentures } from './reads';

type Schemas = components['schemas'];
export type NewVenture = Schemas['NewVentureDto'];
export type VentureChange = Schemas['ChangeVentureDto'];
export type Company = Schemas['CompanyDto'];
export type NewMilestone = Schemas['NewMilestoneDto'];

/** A deed that is done once, however often it is sent. */
function useOnce<Wish, Answer>(run: (wish: Wish, header: { 'Idempotency-Key': string }) => Promise<Answer>) {
  const [submission] = useState(() => new Submission());
  return useCommand(async (wish: Wish): Promise<Answer> => {
    const answer = await run(wish, { 'Idempotency-Key': submission.keyFor(wish) });
    submission.done();
    return answer;
  }, touchedByVentures);
}

/** Writes a venture down; one leads it from today on. */
export function useBeginVenture() {
  return useOnce((body: NewVenture, header) => answered(api.POST('/api/v1/ventures', { params: { header }, body })));
}

/** Changes what a venture says of itself. */
export function useChangeVenture() {
  return useCommand(
    ({ venture, ...body }: VentureChange & { venture: Venture }) =>
      answered(
        api.PATCH('/api/v1/ventures/{id}', {
          params: { path: { id: venture.id }, header: { 'If-Match': `"${venture.version}"` } },
          body,
        }),
      ),
    touchedByVentures,
  );
}

/** Proposes a step to another stage. */
export function usePropose(ventureId: string) {
  return useOnce((body: { toStage: Stage; evidence?: string; reason?: string }, header) =>
    answered(
      api.POST('/api/v1/ventures/{id}/stage-transitions', { params: { path: { id: ventureId }, header }, body }),
    ),
  );
}

/** Sets a milestone. */
export function useAddMilestone(ventureId: string) {
  return useOnce((body: NewMilestone, header) =>
    answered(api.POST('/api/v1/ventures/{id}/milestones', { params: { path: { id: ventureId }, header }, body })),
  );
}

/** Changes a milestone, or ticks it off. Ticks show at once; a no puts them back. */
export function useChangeMilestone(ventureId: string) {
  const client = useQueryClient();
  const queryKey = ['ventures', 'milestones', ventureId];
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Schemas['ChangeMilestoneDto']) =>
      answered(api.PATCH('/api/v1/milestones/{id}', { params: { path: { id } }, body })),
    onMutate: async ({ id, done }) => {
      if (done === undefined) return;
      await client.cancelQueries({ queryKey });
      client.setQueryData<Milestone[]>(queryKey, (all) =>
        all?.map((one) =>
          one.id === id ? { ...one, doneAt: done ? (one.doneAt ?? instant(Date.now())) : null } : one,
        ),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['ventures'] }),
  });
}

/** Takes a milestone away that was not reached. */
export function useRemoveMilestone() {
  return useCommand(
    (id: string) => answered(api.DELETE('/api/v1/milestones/{id}', { params: { path: { id } } })),
    touchedByVentures,
  );
}

/** Enters the registered company. */
export function useRegister(ventureId: string) {
  return useCommand(
    (body: Company) =>
      answered(api.PUT('/api/v1/ventures/{id}/company', { params: { path: { id: ventureId } }, body })),
    touchedByVentures,
  );
}

/** Takes somebody into the team. */
export function useInvite(ventureId: string) {
  return useOnce((body: { email: string; lead?: boolean }, header) =>
    answered(api.POST('/api/v1/ventures/{id}/members', { params: { path: { id: ventureId }, header }, body })),
  );
}

/** Makes a member a lead, or a lead a member. */
export function useLead(ventureId: string) {
  return useCommand(
    ({ memberId, lead }: { memberId: string; lead: boolean }) =>
      answered(
        api.PATCH('/api/v1/ventures/{id}/members/{memberId}', {
          params: { path: { id: ventureId, memberId } },
          body: { lead },
        }),
      ),
    touchedByVentures,
  );
}

/** The sessions of the team that somebody's last day would change; nothing changes. */
export function affectedByLastDay(ventureId: string, memberId: string, endsOn: string): Promise<AffectedByChange> {
  return answered(
    api.POST('/api/v1/ventures/{id}/members/{memberId}/end', {
      params: { path: { id: ventureId, memberId }, query: { preview: true } },
      body: { endsOn },
    }),
  );
}

/** Sets somebody's last day in the team. */
export function useLastDay(ventureId: string) {
  return useCommand(
    ({ memberId, endsOn }: { memberId: string; endsOn: string }) =>
      answered(
        api.POST('/api/v1/ventures/{id}/members/{memberId}/end', {
          params: { path: { id: ventureId, memberId } },
          body: { endsOn },
        }),
      ),
    touchedByDepartures,
  );
}
