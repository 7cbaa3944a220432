import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Forbidden, Missing, Refused } from '../../kernel/errors';
import { insist } from '../../kernel/refusal';
import { LocalDate, localDate } from '../../kernel/site-time';
import { insistOnDuty } from '../../memberships/duty';
import type { MembershipStatus } from '../../memberships/terms/membership.rules';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { actorId } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { Doorbell } from '../../platform/queue/doorbell';
import { AssignmentLife, turnOf } from './assignment-life.service';
import { AssignmentOffers, noCoach, pairing, WantedOffer } from './assignment-offers.service';
import { AssignmentEvent, AssignmentRole, assignmentTransitions } from './assignment.rules';
import {
  answerLate,
  assignmentLaws,
  AssignmentChange,
  findAssignment,
  insistOnRole,
  rolesOn,
  wrongAssignmentState,
} from './assignment.store';
import { AssignmentRow, AssignmentView, assignmentView } from './assignment.view';
import { acceptanceRules } from './pairing.rules';
import { findBetween, findCandidates, findFounders } from './pairing.store';

/** An assignment that is about to change: locked, and who is changing it. */
interface Begun {
  row: AssignmentRow;
  roles: AssignmentRole[];
  actor: Actor;
  now: Date;
}

/** What people do with assignments: offer, answer, let rest, take up again, finish, end. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly offers: AssignmentOffers,
    private readonly life: AssignmentLife,
  ) {}

  /**
   * Asks a coach. Rules that a program obeys and a manager may override are, when a reason is given.
   * @throws Refused with every rule that is against it; Forbidden `role_required`, `segregation_of_duties`; Missing
   */
  async offer(actor: Actor, wanted: WantedOffer, idempotency?: IdempotencyKey): Promise<AssignmentView> {
    const view = await this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, this.clock.now(), async () => {
          const now = this.clock.now();
          const founder = (await findFounders(tx, [wanted.membershipId]))[0];
          if (!founder) throw new Missing('membership');
          insistOnManager(actor, founder);
          await this.occupancy.lock(tx, { people: [founder.personId] });
          await insistOnDuty(tx, actor, [founder.personId]);
          const [outcome] = await this.offers.offer(tx, actor, [wanted], now);
          if (outcome?.refusals.includes(noCoach)) throw new Missing('coach');
          if (!outcome?.id) throw new Refused(outcome?.refusals ?? []);
          return assignmentView(await findAssignment(tx, outcome.id), ['manager']);
        }),
      assignmentLaws,
    );
    this.doorbell.ring();
    return view;
  }

  /**
   * The coach takes it on, judged as of now and under the coach's lock: however many accept at once, no more places are
   * taken than there are. @throws Refused `coach_capacity` and what else has changed; Conflict `answer_late`,
   *   `assignment_state`
   */
  accept(actor: Actor, id: string): Promise<AssignmentView> {
    return this.act(actor, id, 'accept', async (tx, { row, now }) => {
      if (row.answerBy <= now) throw answerLate();
      const [candidate] = await findCandidates(tx, now, [row.coachId]);
      const [founder] = await findFounders(tx, [row.membershipId]);
      if (!candidate || !founder) throw new Missing('assignment');
      const between = await findBetween(tx, [row.coachId], [row.membershipId], now);
      insist(acceptanceRules, pairing(founder, candidate, between, row.weight, now));
      const rests = founder.status === 'paused';
      const resting = { status: 'on_hold' as const, heldByMembership: true, heldFrom: localDate(now, row.timeZone) };
      return { answeredAt: now, ...(rests && resting) };
    });
  }

  /** The coach says no, and why; the next alternate is asked in the same act. @throws Conflict `assignment_state` */
  decline(actor: Actor, id: string, reason: string): Promise<AssignmentView> {
    return this.act(actor, id, 'decline', (_, { now }) => Promise.resolve({ answeredAt: now, reason }));
  }

  /** Lets it rest, perhaps until a day; sessions ahead are cancelled. @throws Conflict `assignment_state` */
  hold(actor: Actor, id: string, { until, reason }: { until?: LocalDate; reason?: string }): Promise<AssignmentView> {
    return this.act(actor, id, 'hold', (_, { row, now }) => {
      const today = localDate(now, row.timeZone);
      if (until !== undefined && until < today) throw pastHold(until, today);
      const change = { heldFrom: today, heldUntil: until ?? null, reason: reason ?? null, heldByMembership: false };
      return Promise.resolve(change);
    });
  }

  /** Takes it up again. @throws Conflict `assignment_state`, `membership_state` while the membership is paused */
  resume(actor: Actor, id: string): Promise<AssignmentView> {
    return this.act(actor, id, 'resume', (_, { row }) => {
      if (row.membershipStatus === 'paused' || row.membershipStatus === 'suspended') {
        throw new Conflict(
          'membership_state',
          `The membership is ${row.membershipStatus}; the coaching rests as long.`,
          {
            state: row.membershipStatus,
          },
        );
      }
      return Promise.resolve({ heldFrom: null, heldUntil: null, reason: null, heldByMembership: false });
    });
  }

  /** Says that it has done what it was for. @throws Conflict `assignment_state` */
  complete(actor: Actor, id: string): Promise<AssignmentView> {
    return this.act(actor, id, 'complete', (_, { now }) => Promise.resolve({ endedAt: now, endedBy: actorId(actor) }));
  }

  /**
   * Ends it early, without anybody's fault. When one of the two does, the pair is never made again; a manager says so
   * where it shall not be. An offer that the entrepreneur does not want passes on to the next alternate.
   * @throws Conflict `assignment_state`
   */
  end(
    actor: Actor,
    id: string,
    { reason, neverAgain = false }: { reason?: string; neverAgain?: boolean },
  ): Promise<AssignmentView> {
    return this.act(actor, id, 'end', (_, { roles, now }) => {
      const parted = neverAgain || roles.includes('coach') || roles.includes('entrepreneur');
      return Promise.resolve({ endedAt: now, endedBy: actorId(actor), reason: reason ?? null, parted });
    });
  }

  /** Ends an offer that nobody answered and asks the next. Called by the house. @returns whether it was due */
  async expire(id: string): Promise<boolean> {
    const expired = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await findAssignment(tx, id);
      await this.occupancy.lock(tx, { people: [known.coachId, known.entrepreneurId] });
      const row = await findAssignment(tx, id);
      if (row.status !== 'offered' || row.answerBy > now) return false;
      await this.life.write(tx, row, 'expire', { actor: theHouse, now });
      return true;
    });
    if (expired) this.doorbell.ring();
    return expired;
  }

  /** Takes up what was to rest until a day that has passed. Called by the house. @returns whether it was due */
  async resumeDue(id: string): Promise<boolean> {
    const resumed = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await findAssignment(tx, id);
      await this.occupancy.lock(tx, { people: [known.coachId, known.entrepreneurId] });
      const row = await findAssignment(tx, id);
      const due = row.heldUntil !== null && row.heldUntil < localDate(now, row.timeZone);
      if (row.status !== 'on_hold' || !due || row.membershipStatus !== 'active') return false;
      const change = { heldFrom: null, heldUntil: null, reason: null, heldByMembership: false };
      await this.life.write(tx, row, 'resume', { actor: theHouse, now }, change);
      return true;
    });
    if (resumed) this.doorbell.ring();
    return resumed;
  }

  /** Lets coaching follow a membership that has paused, come back or ended by whatever way. Called by the house. */
  async follow(membershipId: string): Promise<boolean> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [founder] = await findFounders(tx, [membershipId]);
      if (!founder) throw new Missing('membership');
      await this.occupancy.lock(tx, { people: [founder.personId] });
      const rows: { status: MembershipStatus; endReason: string | null }[] = await tx.query(
        'select status, end_reason as "endReason" from membership where id = $1',
        [membershipId],
      );
      for (const { status, endReason } of rows) {
        await this.life.forMembership(tx, membershipId, turnOf(status, endReason), { actor: theHouse, now });
      }
    });
    this.doorbell.ring();
    return true;
  }

  private async act(
    actor: Actor,
    id: string,
    event: AssignmentEvent,
    change: (tx: EntityManager, begun: Begun) => Promise<AssignmentChange>,
  ): Promise<AssignmentView> {
    const view = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const known = await findAssignment(tx, id);
      const roles = rolesOn(known, actor);
      insistOnRole(event, roles);
      await this.occupancy.lock(tx, { people: [known.coachId, known.entrepreneurId] });
      if (!roles.includes('coach') && !roles.includes('entrepreneur')) {
        await insistOnDuty(tx, actor, [known.entrepreneurId]);
      }
      const row = await findAssignment(tx, id);
      const { from }: { from: readonly string[] } = assignmentTransitions[event];
      if (!from.includes(row.status)) throw wrongAssignmentState(row, event);
      await this.life.write(tx, row, event, { actor, now }, await change(tx, { row, roles, actor, now }));
      return assignmentView(await findAssignment(tx, id), roles);
    }, assignmentLaws);
    this.doorbell.ring();
    return view;
  }
}

/** A membership of another site is one that nobody may know of. @throws Missing, Forbidden `role_required` */
function insistOnManager(actor: Actor, { siteId, personId }: { siteId: string; personId: string }): void {
  if (actor.manages(siteId)) return;
  if (actor.personId !== personId) throw new Missing('membership');
  throw new Forbidden('role_required', 'Only a manager of the site can do this.');
}

function pastHold(until: LocalDate, today: LocalDate): Refused {
  return new Refused([{ code: 'in_the_past', detail: `The day ${until} has passed.`, facts: { until, today } }]);
}
