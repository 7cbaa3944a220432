import { answered, api } from '../../shared/api/client';
import type { Application, ApplicationStatus } from '../../shared/api/views';

export type Decision = 'start-review' | 'return' | 'approve' | 'waitlist' | 'reject' | 'notify';

/** What a manager can do in each state. */
const possible: Partial<Record<ApplicationStatus, Decision[]>> = {
  submitted: ['start-review', 'return'],
  under_review: ['approve', 'waitlist', 'reject'],
  waitlisted: ['approve', 'reject'],
};

/** What a manager can do with an application now. */
export function decisionsFor({ status, decidedAt, notifiedAt }: Application): Decision[] {
  return [...(possible[status] ?? []), ...(decidedAt !== null && notifiedAt === null ? (['notify'] as const) : [])];
}

/** Whether a decision is never made without words that the applicant can read. */
export function needsReason(decision: Decision): boolean {
  return decision === 'return' || decision === 'reject';
}

/** What a decision is made with. */
export interface Terms {
  reason: string;
  notify: boolean;
  planVersionId: string;
  startsOn: string;
}

/** Makes a decision. @throws Problem, Unreachable, SessionEnded */
export function carryOut({ id }: Application, decision: Decision, terms: Terms): Promise<Application> {
  const params = { path: { id } };
  const { notify, planVersionId, startsOn } = terms;
  const reason = terms.reason.trim();
  switch (decision) {
    case 'start-review':
      return answered(api.POST('/api/v1/applications/{id}/start-review', { params }));
    case 'return':
      return answered(api.POST('/api/v1/applications/{id}/return', { params, body: { reason } }));
    case 'approve': {
      const body = { planVersionId, startsOn, notify, ...(reason && { reason }) };
      return answered(api.POST('/api/v1/applications/{id}/approve', { params, body }));
    }
    case 'waitlist': {
      const body = { notify, ...(reason && { reason }) };
      return answered(api.POST('/api/v1/applications/{id}/waitlist', { params, body }));
    }
    case 'reject':
      return answered(api.POST('/api/v1/applications/{id}/reject', { params, body: { reason, notify } }));
    case 'notify':
      return answered(api.POST('/api/v1/applications/{id}/notify', { params }));
  }
}
