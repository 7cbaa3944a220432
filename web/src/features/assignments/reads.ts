import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import type { Assignment } from '../../shared/coaching/views';
import { useCommand } from '../../shared/membership/command';

type Schemas = components['schemas'];
export type Overview = Schemas['CoachingOverviewView'];
export type Matches = Schemas['MatchesView'];
export type Match = Schemas['MatchView'];
export type Run = Schemas['MatchingRunView'];
export type RunSummary = Schemas['MatchingRunSummaryView'];
export type Proposal = Schemas['ProposalView'];
export type ScorePart = Schemas['ScorePartView'];
export type AssignmentWish = Schemas['NewAssignmentDto'];

/** Everything that a change of an assignment may have changed. */
const touched = [['coaching']] as const;

/** Loads, founders without a coach, and answers overdue. */
export const overviewOf = (siteId: string) =>
  queryOptions({
    queryKey: ['coaching', 'overview', siteId],
    queryFn: (): Promise<Overview> => answered(api.GET('/api/v1/coaching/overview', { params: { query: { siteId } } })),
  });

/** The assignments of a site that are not over. */
export const openAssignmentsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['coaching', 'site-assignments', siteId],
    queryFn: async (): Promise<Assignment[]> => {
      const all: Assignment[] = [];
      for (const status of ['offered', 'active', 'on_hold'] as const) {
        for (let cursor: string | undefined; ;) {
          const query = { siteId, status, limit: 100, cursor };
          const page = await answered(api.GET('/api/v1/coaching/assignments', { params: { query } }));
          all.push(...page.items);
          if (page.next === null) break;
          cursor = page.next;
        }
      }
      return all;
    },
  });

/** The coaches who fit somebody best, and why the others are left out. */
export const matchesOf = (membershipId: string) =>
  queryOptions({
    queryKey: ['coaching', 'matches', membershipId],
    queryFn: (): Promise<Matches> =>
      answered(api.GET('/api/v1/coaching/matches', { params: { query: { membershipId } } })),
  });

/** The latest runs of a site. */
export const runsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['coaching', 'runs', siteId],
    queryFn: async (): Promise<RunSummary[]> =>
      (await answered(api.GET('/api/v1/coaching/matching-runs', { params: { query: { siteId, limit: 20 } } }))).items,
  });

/** Whether a run is still being computed. */
export function isComputing({ status }: Pick<Run, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** One run; asked for again each second while it is computed. */
export const runOf = (id: string) =>
  queryOptions({
    queryKey: ['coaching', 'run', id],
    queryFn: (): Promise<Run> => answered(api.GET('/api/v1/coaching/matching-runs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isComputing(state.data) ? 1000 : false),
  });

/** Asks a coach to take somebody on. */
export function useAssign() {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: AssignmentWish): Promise<Assignment> => {
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    const made = await answered(api.POST('/api/v1/coaching/assignments', { params: { header }, body }));
    submission.done();
    return made;
  }, touched);
}

/** What a manager does with an assignment. */
export type Act =
  | { do: 'hold'; until?: string; reason?: string }
  | { do: 'resume' }
  | { do: 'complete' }
  | { do: 'end'; reason?: string; neverAgain: boolean };

/** Lets an assignment rest, go on or end. */
export function useAct(id: string) {
  const params = { path: { id } };
  return useCommand((act: Act): Promise<Assignment> => {
    switch (act.do) {
      case 'hold': {
        const body = { ...(act.until && { until: act.until }), ...(act.reason && { reason: act.reason }) };
        return answered(api.POST('/api/v1/coaching/assignments/{id}/hold', { params, body }));
      }
      case 'resume':
        return answered(api.POST('/api/v1/coaching/assignments/{id}/resume', { params }));
      case 'complete':
        return answered(api.POST('/api/v1/coaching/assignments/{id}/complete', { params }));
      case 'end': {
        const body = { neverAgain: act.neverAgain, ...(act.reason && { reason: act.reason }) };
        return answered(api.POST('/api/v1/coaching/assignments/{id}/end', { params, body }));
      }
    }
  }, touched);
}

/** Asks for a run over everybody of a site who has no lead coach. */
export function useStartRun() {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: Schemas['NewMatchingRunDto']): Promise<Run> => {
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    const run = await answered(api.POST('/api/v1/coaching/matching-runs', { params: { header }, body }));
    submission.done();
    return run;
  }, touched);
}

/** Gives somebody another coach in a draft, or none. */
export function useChangeProposal(run: Run) {
  return useCommand(
    ({ membershipId, coachId }: { membershipId: string; coachId: string | null }): Promise<Run> =>
      answered(
        api.PATCH('/api/v1/coaching/matching-runs/{id}/proposals/{membershipId}', {
          params: { path: { id: run.id, membershipId }, header: { 'If-Match': `"${run.version}"` } },
          body: { coachId },
        }),
      ),
    touched,
  );
}

/** Makes the offers of a draft, or throws it away. */
export function useFinishRun(run: Run) {
  const path = { id: run.id };
  return useCommand(
    (how: 'publish' | 'discard'): Promise<Run> =>
      how === 'publish'
        ? answered(
            api.POST('/api/v1/coaching/matching-runs/{id}/publish', {
              params: { path, header: { 'If-Match': `"${run.version}"` } },
            }),
          )
        : answered(api.POST('/api/v1/coaching/matching-runs/{id}/discard', { params: { path } })),
    touched,
  );
}
