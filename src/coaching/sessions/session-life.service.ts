import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { walletLaws } from '../../bookings/booking.service';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed } from '../../kernel/errors';
import { instant, plusMinutes } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { SessionBookingService } from './session-booking.service';
import { SessionWish } from './session-plan';
import { SessionTaking } from './session-taking.service';
import { Closing, closingRules } from './session-closing.rules';
import { cancelMinutes } from './session.rules';
import {
  changeSession,
  insistOnAhead,
  insistOnState,
  loadSession,
  record,
  roleFor,
  settleSession,
} from './session.store';
import { ClosedSessionView } from './session-answers.view';
import { SessionRow, SessionView, sessionView } from './session.view';

/** The next session, agreed on the spot: the same people under the same assignment. */
export type FollowUp = Omit<
  SessionWish,
  'type' | 'assignmentId' | 'coachId' | 'siteId' | 'participants' | 'followsId'
> &
  Partial<Pick<SessionWish, 'type'>>;

/** What happens to a session between its making and its end. Each event follows the table of transitions. */
@Injectable()
export class SessionLifeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly taking: SessionTaking,
    private readonly booking: SessionBookingService,
    private readonly audit: Audit,
  ) {}

  /**
   * Calls a session off and frees everybody and the room. After the deadline its minutes are used when a founder does,
   * never when the coach or the site does.
   */
  async cancel(actor: Actor, id: string, reason: string | null = null): Promise<SessionView> {
    const cancelled = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const session = await this.open(tx, actor, id, 'cancel');
      insistOnAhead(session, now);
      const by = roleFor(session, actor, 'cancel');
      const late = by === 'founder' && now > plusMinutes(session.startsAt, -cancelMinutes);
      const members = `status = 'cancelled', late = $3, reason = $4, ended_by = $5, ended_at = $6, updated_at = $6`;
      await changeSession(tx, session, members, [late, reason, actor.personId, now]);
      const freed = await this.taking.letGo(tx, [id]);
      await settleSession(tx, id, now);
      await this.taking.passOn(tx, freed);
      await record(this.audit, tx, { actor, now }, session, 'cancel', { by, late });
      return sessionView(await loadSession(tx, id), actor);
    });
    this.doorbell.ring();
    return cancelled;
  }

  /**
   * Closes a session that has begun: who came, and how many minutes were held; the next one may be agreed on the spot,
   * in the same act. Closing again within the days of correction puts right what was told; the hours are counted once.
   * @throws Refused with every rule of closing and of the next session; Conflict `session_state` and as booking does
   */
  async close(actor: Actor, id: string, closing: Closing, next?: FollowUp): Promise<ClosedSessionView> {
    const closed = await this.database.transaction(async (tx) => {
      const known = await loadSession(tx, id);
      const event = known.closedAt === null ? 'close' : 'correct';
      roleFor(known, actor, event);
      const wanted = next && (await this.booking.prepare(tx, actor, wishAfter(known, next)));
      await this.taking.lockSession(tx, known, wanted);
      const session = await loadSession(tx, id);
      insistOnState(session, event);
      await this.closeLocked(tx, actor, session, closing, event);
      const followUp = wanted ? await this.booking.bookLocked(tx, actor, wanted) : null;
      return Object.assign(new ClosedSessionView(), sessionView(await loadSession(tx, id), actor), { followUp });
    }, walletLaws);
    this.doorbell.ring();
    return closed;
  }

  /** A session whose time is over waits to be closed. Called by the house; false when something else came first. */
  async hold(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [rows]: [{ siteId: string }[], number] = await tx.query(
        `update coaching_session set status = 'held', version = version + 1, updated_at = $2
         where id = $1 and status = 'confirmed' and ends_at <= $2 returning site_id as "siteId"`,
        [id, now],
      );
      const [row] = rows;
      if (!row) return false;
      await settleSession(tx, id, now);
      await record(this.audit, tx, { actor: theHouse, now }, { id, siteId: row.siteId }, 'hold', {});
      return true;
    });
  }

  private async closeLocked(
    tx: EntityManager,
    actor: Actor,
    session: SessionRow,
    closing: Closing,
    event: 'close' | 'correct',
  ): Promise<void> {
    const now = this.clock.now();
    insist(closingRules, { session, closing, now });
    const came = closing.attendance.some(({ attendance }) => attendance !== 'absent');
    const absent = closing.coachAbsent ? 'coach' : came ? null : 'entrepreneur';
    const heldMinutes = absent === null ? closing.heldMinutes : 0;
    await changeSession(
      tx,
      session,
      `status = $3, absent = $4, held_minutes = $5, topic = coalesce($6, topic),
       closed_at = coalesce(closed_at, $7), closed_by = $8, updated_at = $7`,
      [absent === null ? 'closed' : 'no_show', absent, heldMinutes, closing.topic ?? null, now, actor.personId],
    );
    await tx.query(
      `update session_participant p set attendance = a.attendance
       from jsonb_to_recordset($2) as a ("personId" uuid, attendance text)
       where p.session_id = $1 and p.person_id = a."personId"`,
      [session.id, JSON.stringify(closing.attendance)],
    );
    // Whoever closes while the time still runs gives the rest of it back to others.
    const end = plusMinutes(session.startsAt, Math.max(1, Math.ceil(minutesSince(session.startsAt, now))));
    const freed = now < session.endsAt ? await this.taking.shorten(tx, session.id, end) : [];
    await settleSession(tx, session.id, now);
    await this.taking.passOn(tx, freed);
    await record(this.audit, tx, { actor, now }, session, event, {
      ...(event === 'correct' && { from: toldSoFar(session) }),
      to: { absent, heldMinutes, attendance: closing.attendance },
    });
  }

  private async open(tx: EntityManager, actor: Actor, id: string, event: 'cancel'): Promise<SessionRow> {
    const known = await loadSession(tx, id);
    roleFor(known, actor, event);
    await this.taking.lockSession(tx, known);
    const session = await loadSession(tx, id);
    insistOnState(session, event);
    return session;
  }
}

/** @throws Malformed when the next session is said to be of a kind that follows nothing */
function wishAfter(session: SessionRow, next: FollowUp): SessionWish {
  const { assignmentId, coachId, siteId, participants } = session;
  const type = next.type ?? session.type;
  const whose = assignmentId === null ? { coachId, siteId } : { assignmentId };
  if (next.start <= session.startsAt)
    throw Malformed.at('/followUp/start', `must be after ${instant(session.startsAt)}`);
  return { ...next, type, ...whose, participants: participants.map(({ id }) => id), followsId: session.id };
}

function toldSoFar({ absent, heldMinutes, participants }: SessionRow): Record<string, unknown> {
  return { absent, heldMinutes, attendance: participants.map(({ id, attendance }) => ({ personId: id, attendance })) };
}

function minutesSince(start: Date, now: Date): number {
  return (now.getTime() - start.getTime()) / 60_000;
}
