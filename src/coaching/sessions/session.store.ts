import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Forbidden, Missing } from '../../kernel/errors';
import { Audit } from '../../platform/audit/audit';
import { RunAgain } from '../../platform/database/database';
import { NewPeriod, writePeriods } from '../../platform/database/periods';
import { SessionEvent, SessionRole, transitions } from './session.rules';
import { sessionColumns, sessionJoins, SessionRow } from './session.view';

/** The session with the names it is shown with. @throws Missing when there is none of that id */
export async function loadSession(tx: EntityManager, id: string): Promise<SessionRow> {
  const rows: SessionRow[] = await tx.query(`select ${sessionColumns} from ${sessionJoins} where k.id = $1`, [id]);
  if (!rows[0]) throw new Missing('session');
  return rows[0];
}

/** In which roles somebody acts on a session. @throws Missing for whoever may not know of it */
export function rolesOn(session: SessionRow, actor: Actor): SessionRole[] {
  const found: SessionRole[] = [];
  if (session.coachId === actor.personId) found.push('coach');
  if (session.participants.some(({ id }) => id === actor.personId)) found.push('founder');
  if (actor.manages(session.siteId)) found.push('manager');
  if (found.length === 0) throw new Missing('session');
  return found;
}

/**
 * The role in which somebody makes something happen to a session. Who takes part acts as such, also when they manage
 * the site besides: nobody frees themselves from a deadline.
 * @throws Missing for strangers; Forbidden `role_required`
 */
export function roleFor(session: SessionRow, actor: Actor, event: SessionEvent): SessionRole {
  const found = rolesOn(session, actor);
  const role = found.find((one) => transitions[event].who.includes(one));
  if (!role) throw new Forbidden('role_required', 'This is for others of this session.');
  return role;
}

/** Insists that the table of transitions knows this event in the session's state. @throws Conflict `session_state` */
export function insistOnState(session: SessionRow, event: SessionEvent): void {
  if (!transitions[event].from.includes(session.status)) throw wrongState(session, event);
}

/** The answer when a session is not, or no longer, in a state in which the event can happen. */
export function wrongState(session: SessionRow, event: SessionEvent): Conflict {
  return new Conflict('session_state', `This session is ${session.status.replace('_', ' ')}.`, {
    state: session.status,
    event,
    possibleFrom: transitions[event].from,
  });
}

/** Insists that a session has not begun: then it is closed, and neither moved nor called off. @throws Conflict `session_state` */
export function insistOnAhead(session: SessionRow, now: Date): void {
  if (now < session.startsAt) return;
  throw new Conflict('session_state', 'This session has begun. The coach closes it.', { state: session.status });
}

/**
 * Writes members of a session that was read under its locks; `$1` and `$2` are taken, the values begin at `$3`. What
 * the house does by itself takes no lock of people: when it came between, the transaction runs again.
 */
export async function changeSession(
  tx: EntityManager,
  { id, version }: SessionRow,
  members: string,
  values: unknown[],
): Promise<void> {
  const [, count]: [unknown, number] = await tx.query(
    `update coaching_session set ${members}, version = version + 1 where id = $1 and version = $2`,
    [id, version, ...values],
  );
  if (count === 0) throw new RunAgain();
}

/** Whom a session concerns: coach, founders, and whose wallet pays. All of them are locked by every command on it. */
export function peopleOf({ coachId, participants, payerId }: SessionRow): string[] {
  return [coachId, ...participants.map(({ id }) => id), ...(payerId === null ? [] : [payerId])];
}

/** The venture that shares the wallet of a session. */
export function venturesOf({ ventureId }: SessionRow): string[] {
  return ventureId === null ? [] : [ventureId];
}

/** Brings the wallet to what a session weighs now; only the difference is written. */
export async function settleSession(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query('select settle_session($1, $2)', [id, now]);
}

/** Writes a deed on a session into the trail; `facts` hold no words of brief, notes or topic. */
export function record(
  audit: Audit,
  tx: EntityManager,
  by: { actor: Actor; now: Date },
  session: Pick<SessionRow, 'id' | 'siteId'>,
  verb: string,
  facts: Record<string, unknown>,
): Promise<void> {
  return audit.write(tx, {
    at: by.now,
    actor: by.actor,
    siteId: session.siteId,
    action: `coaching_session.${verb}`,
    subjectId: session.id,
    facts,
  });
}

/** Moves sessions whose rows of the ledger have been moved. */
export async function shiftSessions(tx: EntityManager, moves: readonly NewPeriod[], now: Date): Promise<void> {
  await writePeriods(tx, 'coaching_session', moves, now, 'version = t.version + 1, updated_at = $2');
}
