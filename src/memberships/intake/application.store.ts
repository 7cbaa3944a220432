import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Forbidden, Missing, Refused } from '../../kernel/errors';
import { LocalDate, localDate } from '../../kernel/site-time';
import { Laws } from '../../platform/database/database';
import {
  ApplicationEvent,
  ApplicationRole,
  ApplicationStatus,
  decidedStatuses,
  isDuty,
  isInTime,
  tooLate,
  transitions,
} from './application.rules';
import { insistOnDuty } from '../duty';

/** An application that is locked, with what its site says. */
export interface LockedApplication {
  id: string;
  siteId: string;
  personId: string;
  planId: string | null;
  status: ApplicationStatus;
  answers: Record<string, unknown>;
  startsOn: LocalDate | null;
  noOwnOffice: boolean;
  version: number;
  submittedAt: Date | null;
  returnDeadline: Date | null;
  notifiedAt: Date | null;
  siteStatus: string;
  timeZone: string;
}

/** What the constraints of an application say, should a rule ever have let it through. */
export const applicationLaws: Laws = {
  application_open: () =>
    new Conflict('application_open', 'You have an application at this site already. Go on with that one.'),
  no_own_office: () => refusedBy('no_own_office', 'Declare that you have no office of your own.'),
  reasoned_decision: () => refusedBy('reasoned_decision', 'Say why, in words that the person can read.'),
};

/** Locks an application and reads it. @throws Missing */
export async function lockApplication(tx: EntityManager, id: string): Promise<LockedApplication> {
  const rows: LockedApplication[] = await tx.query(
    `select a.id, a.site_id as "siteId", a.person_id as "personId", a.plan_id as "planId", a.status, a.answers,
            a.starts_on as "startsOn", a.no_own_office as "noOwnOffice", a.version, a.submitted_at as "submittedAt",
            a.return_deadline as "returnDeadline", a.notified_at as "notifiedAt", s.status as "siteStatus",
            s.time_zone as "timeZone"
     from application a join site s on s.id = a.site_id where a.id = $1 for no key update of a`,
    [id],
  );
  if (!rows[0]) throw new Missing('application');
  return rows[0];
}

/**
 * Insists that the actor may make this happen to a locked application.
 * @throws Missing for whoever may not know of it, Forbidden `role_required` or `segregation_of_duties`, and
 *   Conflict `application_state` when it cannot happen in its state.
 */
export async function insistOnEvent(
  tx: EntityManager,
  actor: Actor,
  application: LockedApplication,
  event: ApplicationEvent,
  now: Date,
): Promise<void> {
  const roles = rolesOn(application, actor);
  if (!roles.some((role) => transitions[event].who.includes(role))) {
    throw new Forbidden('role_required', `This is for the ${transitions[event].who.join(' or ')}.`);
  }
  if (isDuty(event)) await insistOnDuty(tx, actor, [application.personId]);
  insistOnState(application, event, now, application.personId === actor.personId);
}

/** The date at the site of an application. */
export function todayAt({ timeZone }: LockedApplication, now: Date): LocalDate {
  return localDate(now, timeZone);
}

function rolesOn({ personId, siteId, status, submittedAt }: LockedApplication, actor: Actor): ApplicationRole[] {
  const isOwn = personId === actor.personId;
  const roles: ApplicationRole[] = [];
  if (isOwn) roles.push('applicant');
  if (actor.manages(siteId) && (isOwn || submittedAt !== null)) roles.push('manager');
  if (actor.holds('coach', siteId) && (isOwn || status === 'under_review')) roles.push('reviewer');
  if (roles.length === 0) throw new Missing('application');
  return roles;
}

function insistOnState(application: LockedApplication, event: ApplicationEvent, now: Date, isOwn: boolean): void {
  const { status, notifiedAt, returnDeadline } = application;
  const possibleFrom = transitions[event].from;
  const isHidden = isOwn && decidedStatuses.includes(status) && notifiedAt === null;
  const state = isHidden ? 'under_review' : status;
  if (!possibleFrom.includes(status)) {
    const words = isHidden ? 'that is being decided on' : `that is ${state.replace('_', ' ')}`;
    throw new Conflict('application_state', `This cannot happen to an application ${words}.`, {
      state,
      event,
      possibleFrom,
    });
  }
  if (!isInTime(application, now) && event !== 'withdraw') {
    throw new Conflict('application_state', tooLate(returnDeadline ?? now), { state, event, possibleFrom });
  }
}

function refusedBy(code: string, detail: string): Refused {
  return new Refused([{ code, detail, facts: {} }]);
}
