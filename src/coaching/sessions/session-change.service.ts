import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { walletLaws } from '../../bookings/booking.service';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { Audit } from '../../platform/audit/audit';
import { Database, RunAgain } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { isTopic } from '../coaches/expertise.rules';
import { SessionAlternatives } from './session-alternatives.queries';
import { insistOnPlace, roomsOf, WantedPlace } from './session-plan';
import { SessionTaking } from './session-taking.service';
import { Plan } from './session.facts';
import { SessionMode, SessionRole } from './session.rules';
import {
  changeSession,
  insistOnAhead,
  insistOnState,
  loadSession,
  record,
  roleFor,
  settleSession,
} from './session.store';
import { SessionRow, SessionView, sessionView } from './session.view';

/** Where and when a session is to be instead; what is left out stays. */
export interface SessionMove {
  start?: Date;
  end?: Date;
  mode?: SessionMode;
  roomId?: string;
  anyRoom?: boolean;
  remoteLink?: string | null;
}

/** The words of a session; what is left out stays. */
export interface SessionWords {
  topic?: string;
  expertiseTopic?: string | null;
  brief?: string;
}

interface Move {
  plan: Plan;
  place: WantedPlace;
}

/** Moving sessions, and saying what they are about. */
@Injectable()
export class SessionChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly taking: SessionTaking,
    private readonly audit: Audit,
    private readonly alternatives: SessionAlternatives,
  ) {}

  /**
   * Moves a session under the rules of a new one. For others the old and the new time change hands in one instant: when
   * the new one cannot be had, the old one was never let go.
   * @throws Refused `move_deadline` and every other rule; Conflict as booking does, `session_state`
   */
  async move(actor: Actor, id: string, wanted: SessionMove, expected?: ExpectedVersion): Promise<SessionView> {
    let move: Move | undefined;
    try {
      const moved = await this.database.transaction(async (tx) => {
        const known = await loadSession(tx, id);
        const intended = moveOf(known, wanted, roleFor(known, actor, 'move'));
        const rooms = await roomsOf(tx, intended.plan, intended.place);
        await this.taking.lockSession(tx, known, { rooms });
        const session = await loadSession(tx, id);
        if (session.roomId !== known.roomId) throw new RunAgain();
        if (expected !== undefined) insistOnVersion('session', expected, session.version);
        insistOnState(session, 'move');
        insistOnAhead(session, this.clock.now());
        move = moveOf(session, wanted, roleFor(session, actor, 'move'));
        await this.carryOut(tx, actor, session, move, rooms);
        return sessionView(await loadSession(tx, id), actor);
      }, walletLaws);
      this.doorbell.ring();
      return moved;
    } catch (error) {
      throw move ? await this.alternatives.beside(error, move.plan, move.place) : error;
    }
  }

  /** Says what a session that is ahead will be about. @throws Stale, Unconditional; Conflict `session_state` */
  async describe(actor: Actor, id: string, words: SessionWords, expected: ExpectedVersion): Promise<SessionView> {
    if (words.expertiseTopic && !isTopic(words.expertiseTopic)) {
      throw Malformed.at('/expertiseTopic', 'must be a topic of GET /coaching/topics');
    }
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await loadSession(tx, id);
      roleFor(known, actor, 'describe');
      await this.taking.lockSession(tx, known);
      const session = await loadSession(tx, id);
      insistOnVersion('session', expected, session.version);
      insistOnState(session, 'describe');
      const { topic = session.topic, brief = session.brief, expertiseTopic = session.expertiseTopic } = words;
      const members = 'topic = $3, brief = $4, expertise_topic = $5, updated_at = $6';
      await changeSession(tx, session, members, [topic, brief, expertiseTopic, now]);
      await record(this.audit, tx, { actor, now }, session, 'describe', { members: Object.keys(words) });
      return sessionView(await loadSession(tx, id), actor);
    });
  }

  private async carryOut(
    tx: EntityManager,
    actor: Actor,
    session: SessionRow,
    { plan, place }: Move,
    rooms: readonly string[],
  ): Promise<void> {
    const now = this.clock.now();
    const { id } = session;
    const before = Period.of(session.startsAt, session.endsAt);
    const freed = await this.taking.letGo(tx, [id]);
    const { room, coach } = await this.taking.place(tx, plan, { rooms, sessionId: id, before });
    const link = place.remoteLink ?? session.remoteLink ?? coach.remoteLink;
    await tx.query(
      `update coaching_session set starts_at = $2, ends_at = $3, mode = $4, room_id = $5, remote_link = $6,
         version = version + 1, updated_at = $7
       where id = $1`,
      [id, plan.period.start, plan.period.end, plan.mode, room?.id ?? null, plan.mode === 'on_site' ? null : link, now],
    );
    await settleSession(tx, id, now);
    await this.taking.passOn(tx, freed);
    await record(this.audit, tx, { actor, now }, session, 'move', {
      by: plan.by,
      from: { mode: session.mode, roomId: session.roomId, ...before.toJSON() },
      to: { mode: plan.mode, roomId: room?.id ?? null, ...plan.period.toJSON() },
    });
  }
}

/** The session as it is to be. Only the start given, its length stays; no place given, its place does. */
function moveOf(session: SessionRow, wanted: SessionMove, by: SessionRole): Move {
  const { mode = session.mode, anyRoom = false, remoteLink } = wanted;
  const stays = mode === 'remote' || anyRoom ? undefined : (session.roomId ?? undefined);
  const place = { mode, anyRoom, remoteLink, roomId: wanted.roomId ?? stays };
  insistOnPlace(place);
  const start = wanted.start ?? session.startsAt;
  const length = session.endsAt.getTime() - session.startsAt.getTime();
  const end = wanted.end ?? (wanted.start ? new Date(start.getTime() + length) : session.endsAt);
  const { type, siteId, coachId, assignmentId, membershipId, payerId, ventureId, participants } = session;
  const payer = membershipId !== null && payerId !== null ? { membershipId, personId: payerId, ventureId } : null;
  const people = participants.map(({ id }) => id);
  const period = Period.of(start, end);
  return { place, plan: { type, mode, siteId, coachId, assignmentId, people, payer, period, by } };
}
