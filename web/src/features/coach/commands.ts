import { answered, api } from '../../shared/api/client';
import type { Assignment } from '../../shared/coaching/views';
import { touchedBySessions } from '../../shared/coaching/reads';
import { useCommand } from '../../shared/membership/command';

/** What a coach does with an assignment, with the words that go with it. */
export type AssignmentAct =
  | { does: 'accept' | 'resume' | 'complete' }
  | { does: 'decline'; reason: string }
  | { does: 'hold'; until?: string; reason?: string }
  | { does: 'end'; reason?: string };

/** Answers an offer, or lets a coaching rest, go on, or end. */
export function useAct(assignment: Assignment) {
  const params = { path: { id: assignment.id } };
  return useCommand((act: AssignmentAct): Promise<Assignment> => {
    switch (act.does) {
      case 'accept':
        return answered(api.POST('/api/v1/coaching/assignments/{id}/accept', { params }));
      case 'resume':
        return answered(api.POST('/api/v1/coaching/assignments/{id}/resume', { params }));
      case 'complete':
        return answered(api.POST('/api/v1/coaching/assignments/{id}/complete', { params }));
      case 'decline':
        return answered(
          api.POST('/api/v1/coaching/assignments/{id}/decline', { params, body: { reason: act.reason } }),
        );
      case 'hold':
        return answered(
          api.POST('/api/v1/coaching/assignments/{id}/hold', {
            params,
            body: { until: act.until || undefined, reason: act.reason || undefined },
          }),
        );
      case 'end':
        return answered(
          api.POST('/api/v1/coaching/assignments/{id}/end', { params, body: { reason: act.reason || undefined } }),
        );
    }
  }, touchedBySessions);
}
