import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Missing, Refused } from '../kernel/errors';
import { instant, Period } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { doubleBooking, Freed, OccupancyService } from '../occupancy/occupancy.service';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { Doorbell } from '../platform/queue/doorbell';
import { changeAdditions } from './additions';
import { overdrawn } from './allowance';
import { AlternativesQueries } from './alternatives.queries';
import { BookingFacts, bookingCase } from './booking.facts';
import { bookingRules } from './booking.rules';
import { insistOnState, loadBooking, rolesOn, settle, venturesOf } from './booking.store';
import { BookingRow, BookingView, bookingView } from './booking.view';
import { exemptLaws } from './rule-exemption';
import { WantedExtra } from './extras/extra.rules';
import { OffersService } from './waiting-list/offers.service';

const laws = { ledger_balance: overdrawn };

/** What to change of a booking; what is left out stays. */
export interface BookingChange {
  start?: Date;
  end?: Date;
  resourceId?: string;
  title?: string | null;
  /** All that it is to take along. */
  extras?: readonly WantedExtra[];
}

/** The booking as it is to be. */
interface Plan {
  resourceId: string;
  period: Period;
  title: string | null;
  /** Whether place or time differ from before. */
  moves: boolean;
  /** What it is to take along, when that is said. */
  extras?: readonly WantedExtra[];
}

/** Moving, extending, shortening and renaming bookings. */
@Injectable()
export class BookingChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly alternatives: AlternativesQueries,
    private readonly offers: OffersService,
  ) {}

  /**
   * Changes a booking under the same rules as a new one; what was agreed once and stays is not judged again.
   * @throws Stale when `expected` is not the present version
   * @throws Refused with every rule that the change would break
   * @throws Conflict `no_double_booking` with alternatives, or `booking_state`
   */
  async change(actor: Actor, id: string, change: BookingChange, expected: ExpectedVersion): Promise<BookingView> {
    let plan: Plan | undefined;
    try {
      const view = await this.database.transaction(async (tx) => {
        const known = await loadBooking(tx, id);
        rolesOn(known, actor);
        const resources = [known.resourceId, change.resourceId ?? known.resourceId];
        await this.occupancy.lock(tx, { people: [known.personId], ventures: venturesOf(known), resources });
        const booking = await loadBooking(tx, id);
        insistOnVersion('booking', expected, booking.version);
        insistOnState(booking, 'move');
        plan = planOf(booking, change);
        await this.carryOut(tx, actor, booking, plan);
        return bookingView(await loadBooking(tx, id));
      }, laws);
      this.doorbell.ring();
      return view;
    } catch (error) {
      if (!plan || !(error instanceof Conflict) || error.code !== 'no_double_booking') throw error;
      const { resourceId, period } = plan;
      throw doubleBooking(await this.alternatives.to({ resourceId }, period, this.clock.now()));
    }
  }

  /**
   * The same in the caller's transaction, for several bookings at once. The caller holds the locks of the booking's
   * person and venture and of both places, and has read the booking under them.
   * @throws as {@link change}, without alternatives
   */
  async changeIn(tx: EntityManager, actor: Actor, booking: BookingRow, change: BookingChange): Promise<void> {
    insistOnState(booking, 'move');
    await this.carryOut(tx, actor, booking, planOf(booking, change));
  }

  private async carryOut(tx: EntityManager, actor: Actor, booking: BookingRow, plan: Plan): Promise<void> {
    const now = this.clock.now();
    const { status, freed } = plan.moves
      ? await this.move(tx, actor, booking, plan, now)
      : { status: booking.status, freed: [] };
    await tx.query(
      `update booking set resource_id = $2, starts_at = $3, ends_at = $4, title = $5, status = $6,
         version = version + 1, updated_at = $7
       where id = $1`,
      [booking.id, plan.resourceId, plan.period.start, plan.period.end, plan.title, status, now],
    );
    await changeAdditions(tx, actor, booking, plan, now);
    await settle(tx, booking, now);
    await this.offers.offer(tx, freed);
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: booking.siteId,
      action: 'booking.change',
      subjectId: booking.id,
      facts: {
        from: { resourceId: booking.resourceId, start: instant(booking.startsAt), end: instant(booking.endsAt) },
        to: { resourceId: plan.resourceId, ...plan.period.toJSON() },
      },
    });
  }

  /** Judges the new place and time, moves what is taken, and answers the status after it and what it had before. */
  private async move(
    tx: EntityManager,
    actor: Actor,
    booking: BookingRow,
    plan: Plan,
    now: Date,
  ): Promise<{ status: BookingRow['status']; freed: Freed[] }> {
    const facts = await this.facts(tx, booking, plan, now);
    const before = Period.of(booking.startsAt, booking.endsAt);
    // A booking of staff has no membership, whoever moves it.
    const works = booking.membershipId === null;
    const refusals = judge(bookingRules, bookingCase(facts, { period: plan.period, now, works, before }));
    // What was let stand under a changed rule may still become shorter, but no other than it was agreed.
    const exempt = refusals.length > 0 && before.contains(plan.period) ? await exemptLaws(tx, booking.id) : undefined;
    const broken = refusals.filter(({ code }) => !exempt?.has(code));
    if (broken.length > 0) throw new Refused(broken);

    const freed = await this.occupancy.release(tx, [booking.id]);
    await this.occupancy.take(tx, {
      cause: 'booking',
      causeId: booking.id,
      siteId: booking.siteId,
      holderId: booking.personId,
      period: plan.period,
      bufferMinutes: facts.rule.bufferMinutes,
      resources: [plan.resourceId],
    });
    const isOnlyShorter = plan.resourceId === booking.resourceId && before.contains(plan.period);
    const asksAgain = facts.resource.needsApproval && !isOnlyShorter && !actor.manages(booking.siteId);
    return { status: asksAgain ? 'requested' : booking.status, freed };
  }

  private async facts(tx: EntityManager, booking: BookingRow, plan: Plan, now: Date): Promise<BookingFacts> {
    const rows: { facts: BookingFacts | null }[] = await tx.query(
      'select booking_facts($1, $2, $3, $4, $5, $6) as facts',
      [booking.personId, plan.resourceId, plan.period.start, plan.period.end, now, booking.id],
    );
    const facts = rows[0]?.facts;
    if (!facts) throw new Missing('resource');
    if (facts.site.id !== booking.siteId) {
      throw new Refused([
        {
          code: 'resource_available',
          detail: 'A booking cannot move to another site. Book there and cancel this one.',
          facts: { siteId: facts.site.id },
        },
      ]);
    }
    return facts;
  }
}

/** @throws Conflict `booking_state` when somebody who has checked in would be somewhere else, or there earlier */
function planOf(booking: BookingRow, change: BookingChange): Plan {
  const resourceId = change.resourceId ?? booking.resourceId;
  const period = Period.of(change.start ?? booking.startsAt, change.end ?? booking.endsAt);
  const startMoves = period.start.getTime() !== booking.startsAt.getTime();
  const endMoves = period.end.getTime() !== booking.endsAt.getTime();
  const placeMoves = resourceId !== booking.resourceId;
  if (booking.status === 'checked_in' && (startMoves || placeMoves)) {
    throw new Conflict('booking_state', 'You have checked in: only the end can still be changed.', {
      state: booking.status,
      event: 'move',
    });
  }
  const title = change.title === undefined ? booking.title : change.title;
  return { resourceId, period, title, moves: startMoves || endMoves || placeMoves, extras: change.extras };
}
