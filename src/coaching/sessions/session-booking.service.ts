import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { walletLaws } from '../../bookings/booking.service';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { judge } from '../../kernel/refusal';
import { Audit } from '../../platform/audit/audit';
import { Database, RunAgain } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { Doorbell } from '../../platform/queue/doorbell';
import { isTopic } from '../coaches/expertise.rules';
import { SessionAlternatives } from './session-alternatives.queries';
import { SessionPreviewView } from './session-answers.view';
import { planSession, roomsOf, SessionWish } from './session-plan';
import { SessionTaking } from './session-taking.service';
import { Plan } from './session.facts';
import { sessionRules } from './session-laws.rules';
import { loadSession, record, settleSession } from './session.store';
import { SessionView, sessionView } from './session.view';

/** A wish with all that it concerns; locked before it is carried out. */
export interface Prepared {
  wish: SessionWish;
  plan: Plan;
  rooms: readonly string[];
}

/** Agreeing on a session: coach, founders and room in one act. */
@Injectable()
export class SessionBookingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly taking: SessionTaking,
    private readonly audit: Audit,
    private readonly alternatives: SessionAlternatives,
  ) {}

  /**
   * Books a session, all or nothing.
   * @throws Refused with every rule that it would break
   * @throws Conflict `person_not_twice` saying who, or `no_double_booking`, both with alternatives
   */
  async book(actor: Actor, wish: SessionWish, idempotency?: IdempotencyKey): Promise<SessionView> {
    let plan: Plan | undefined;
    try {
      const booked = await this.database.transaction(
        (tx) =>
          once(tx, actor.personId, idempotency, this.clock.now(), async () => {
            const prepared = await this.prepare(tx, actor, wish);
            ({ plan } = prepared);
            await this.taking.lockPlan(tx, plan, prepared.rooms);
            return this.bookLocked(tx, actor, prepared);
          }),
        walletLaws,
      );
      this.doorbell.ring();
      return booked;
    } catch (error) {
      throw plan ? await this.alternatives.beside(error, plan, wish) : error;
    }
  }

  /** What a wish concerns, so that the caller can lock it together with whatever else. @throws Malformed, Missing */
  async prepare(tx: EntityManager, actor: Actor, wish: SessionWish): Promise<Prepared> {
    if (wish.expertiseTopic && !isTopic(wish.expertiseTopic)) {
      throw Malformed.at('/expertiseTopic', 'must be a topic of GET /coaching/topics');
    }
    const plan = await planSession(tx, actor, wish, this.clock.now());
    return { wish, plan, rooms: await roomsOf(tx, plan, wish) };
  }

  /** Carries out a wish whose people, ventures and rooms are locked. @throws as {@link book}, without alternatives */
  async bookLocked(tx: EntityManager, actor: Actor, { wish, rooms, plan: known }: Prepared): Promise<SessionView> {
    const now = this.clock.now();
    const plan = await planSession(tx, actor, wish, now);
    // The assignment or the memberships changed before the lock: others are concerned now.
    if (concerned(plan) !== concerned(known)) throw new RunAgain();
    const id = newId();
    const { room, coach } = await this.taking.place(tx, plan, { rooms, sessionId: id });
    await tx.query(
      `insert into coaching_session (id, site_id, type, assignment_id, coach_id, membership_id, booked_by, mode, room_id,
         remote_link, topic, expertise_topic, brief, starts_at, ends_at, status, follows_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'confirmed', $16, $17, $17)`,
      [
        id,
        plan.siteId,
        plan.type,
        plan.assignmentId,
        plan.coachId,
        plan.payer?.membershipId ?? null,
        actor.personId,
        plan.mode,
        room?.id ?? null,
        plan.mode === 'on_site' ? null : (wish.remoteLink ?? coach.remoteLink),
        wish.topic ?? '',
        wish.expertiseTopic ?? null,
        wish.brief ?? '',
        plan.period.start,
        plan.period.end,
        wish.followsId ?? null,
        now,
      ],
    );
    await tx.query('insert into session_participant (session_id, person_id) select $1, unnest($2::uuid[])', [
      id,
      plan.people,
    ]);
    await settleSession(tx, id, now);
    const { type, mode, coachId, people, period, by } = plan;
    const facts = { type, mode, by, coachId, people, roomId: room?.id ?? null, ...period.toJSON() };
    await record(this.audit, tx, { actor, now }, { id, siteId: plan.siteId }, 'book', facts);
    return sessionView(await loadSession(tx, id), actor);
  }

  /** What would come of a wish. Looks without locks, so the answer may be old when it arrives. @throws Malformed, Missing */
  async preview(actor: Actor, wish: SessionWish): Promise<SessionPreviewView> {
    const { plan, facts, wanted } = await this.database.transaction(async (tx) => {
      const { plan, rooms } = await this.prepare(tx, actor, wish);
      const [wanted = null] = rooms;
      return { plan, facts: await this.taking.consider(tx, plan, { rooms, sessionId: newId() }), wanted };
    });
    const roomId = facts.room?.id ?? wanted;
    const clashes = await this.alternatives.clashes(plan, roomId, facts);
    const taken = clashes.some(({ who }) => who !== 'room') ? 'person' : 'room';
    return {
      ...plan.period.toJSON(),
      timeZone: facts.site.timeZone,
      room: facts.room && { id: facts.room.id, name: facts.room.name },
      clashes,
      charges: [...facts.quote],
      refusals: judge(sessionRules, facts),
      alternatives: clashes.length === 0 ? [] : await this.alternatives.to(plan, wish, taken),
    };
  }
}

/** Whom and what a plan concerns, in a form that can be compared. */
function concerned({ siteId, coachId, people, payer, by }: Plan): string {
  return JSON.stringify([siteId, coachId, [...people].sort(), payer, by]);
}
