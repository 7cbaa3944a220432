import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Conflict, DomainError, Forbidden, Missing, Refusal, Refused } from '../../kernel/errors';
import { Laws } from '../../platform/database/database';
import { AssignmentEvent, AssignmentRole, AssignmentStatus, assignmentTransitions } from './assignment.rules';
import { AssignmentRow, assignmentRows } from './assignment.view';

/** The answer to a second lead coach of one founder. */
export const leadAlready: Refusal = {
  code: 'one_lead_coach',
  detail: 'There is a lead coach already, or one is asked. End that assignment first, or assign a specialist.',
  facts: {},
};

/** What the constraints of assignments answer. */
export const assignmentLaws: Laws = {
  one_lead_coach: () => new Refused([leadAlready]),
  one_open_assignment: () => refused('assigned_already', 'This coach is assigned to the entrepreneur, or asked to be.'),
  never_again: () => refused('never_again', 'One of the two has ended it before; the pair is not made again.'),
};

/** An assignment as it stands. @throws Missing */
export async function findAssignment(tx: EntityManager, id: string): Promise<AssignmentRow> {
  const rows: AssignmentRow[] = await tx.query(`${assignmentRows} where a.id = $1`, [id]);
  if (!rows[0]) throw new Missing('assignment');
  return rows[0];
}

/** As what somebody stands to an assignment; empty for strangers. */
export function rolesOn(
  { coachId, entrepreneurId, siteId }: Pick<AssignmentRow, 'coachId' | 'entrepreneurId' | 'siteId'>,
  actor: Actor,
): AssignmentRole[] {
  if (actor === theHouse) return ['house'];
  const roles: AssignmentRole[] = [];
  if (actor.personId === coachId) roles.push('coach');
  if (actor.personId === entrepreneurId) roles.push('entrepreneur');
  if (actor.manages(siteId)) roles.push('manager');
  return roles;
}

/** @throws Missing for strangers, Forbidden `role_required` for those who may know and may not do */
export function insistOnRole(event: AssignmentEvent, held: readonly AssignmentRole[]): void {
  if (held.length === 0) throw new Missing('assignment');
  const who: readonly AssignmentRole[] = assignmentTransitions[event].who;
  if (who.some((role) => held.includes(role))) return;
  const [first] = who;
  throw new Forbidden('role_required', `Only the ${first ?? 'house'} can do this.`);
}

/** What an event changes beside the state. */
export interface AssignmentChange {
  /** Where the table allows more than its own: an offer accepted during a pause rests at once. */
  status?: AssignmentStatus;
  answeredAt?: Date;
  reason?: string | null;
  heldFrom?: string | null;
  heldUntil?: string | null;
  heldByMembership?: boolean;
  endedAt?: Date;
  endedBy?: string | null;
  parted?: boolean;
}

const columns: Record<keyof AssignmentChange, string> = {
  status: 'status',
  answeredAt: 'answered_at',
  reason: 'reason',
  heldFrom: 'held_from',
  heldUntil: 'held_until',
  heldByMembership: 'held_by_membership',
  endedAt: 'ended_at',
  endedBy: 'ended_by',
  parted: 'parted',
};

/** Compare and set. @throws Conflict `assignment_state` when something else has happened to the assignment */
export async function moveAssignment(
  tx: EntityManager,
  row: AssignmentRow,
  event: AssignmentEvent,
  now: Date,
  change: AssignmentChange = {},
): Promise<void> {
  const { from, to } = assignmentTransitions[event];
  const changes = { status: to, ...change };
  const names = Object.keys(changes) as (keyof AssignmentChange)[];
  const sets = names.map((name, index) => `${columns[name]} = $${index + 4}, `).join('');
  const [, count]: [unknown, number] = await tx.query(
    `update coaching_assignment set ${sets}version = version + 1, updated_at = $2 where id = $1 and status = any ($3)`,
    [row.id, now, from, ...names.map((name) => changes[name] ?? null)],
  );
  if (count === 0) throw wrongAssignmentState(row, event);
}

/** The answer when an assignment is not, or no longer, in a state in which the event can happen. */
export function wrongAssignmentState({ status }: Pick<AssignmentRow, 'status'>, event: AssignmentEvent): Conflict {
  if (event === 'accept' && status === 'expired') return answerLate();
  return new Conflict('assignment_state', `This cannot be done with an assignment that is ${status}.`, {
    state: status,
    event,
    possibleFrom: assignmentTransitions[event].from,
  });
}

/** The answer to a coach whose time to answer is over. */
export function answerLate(): Conflict {
  return new Conflict('answer_late', 'The time to answer is over; somebody else is asked.');
}

function refused(code: string, detail: string): DomainError {
  return new Refused([{ code, detail, facts: {} }]);
}
