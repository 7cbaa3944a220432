import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AssignmentLife } from '../coaching/assignments/assignment-life.service';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { localDate, plusDays } from '../kernel/site-time';
import { MembershipRow } from '../memberships/terms/membership.row';
import { MembershipStore } from '../memberships/terms/membership.store';
import { membershipView } from '../memberships/terms/membership.view';
import { insistOnRequestedPause, pauseOn, PausesService } from '../memberships/terms/pauses.service';
import { shiftTerms, termLaws } from '../memberships/terms/term.store';
import { Dates, daysOf } from '../memberships/terms/term.rules';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { affectedView, MembershipBookings, Touched } from './membership-bookings';
import { MembershipAffectedView, MembershipStoryView, membershipStoryView } from './membership-story.view';

const pauseLaws = {
  ...termLaws,
  pause_once: () => new Conflict('pause_limits', 'There is a pause at that time already.'),
};

interface Considered {
  membership: MembershipRow;
  now: Date;
  touched: Touched;
}

/** The stories of a pause: approved, it cancels what is booked in it; ended early, it gives the term its days back. */
@Injectable()
export class PauseStoryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
    private readonly pauses: PausesService,
    private readonly bookings: MembershipBookings,
    private readonly assignments: AssignmentLife,
  ) {}

  /** What the approval would cancel. Changes nothing. @throws as the approval would */
  async previewApproval(actor: Actor, id: string): Promise<MembershipAffectedView> {
    return this.database.transaction(async (tx) => {
      const { touched } = await this.considerApproval(tx, actor, id);
      return affectedView(touched);
    });
  }

  /**
   * Approves the pause that was asked for. What is booked in it is cancelled and given back; the end of the term moves
   * by its length if the plan says so. A pause that begins today has begun.
   * @throws Conflict `pause_not_requested`, `membership_state`; Refused `pause_limits`, `in_the_past`; Forbidden
   *   `segregation_of_duties`
   */
  async approve(actor: Actor, id: string): Promise<MembershipStoryView> {
    const story = await this.database.transaction(async (tx) => {
      const { membership, now, touched } = await this.considerApproval(tx, actor, id);
      const affected = await this.bookings.cancel(tx, touched, 'membership_paused', actor);
      const pause = await this.pauses.approve(tx, membership, actor, now);
      const days = movesTheEnd(membership) ? daysOf(pause) : 0;
      if (days > 0) await shiftTerms(tx, membership, pause.startsOn, days);
      const begins = pause.startsOn <= localDate(now, membership.timeZone);
      const facts = { pause: { from: pause.startsOn, to: pause.endsOn }, extendsBy: days };
      const change = begins ? { status: 'paused' as const } : {};
      await this.store.write(tx, membership, 'approve-pause', change, { actor, now, facts });
      if (begins) await this.assignments.forMembership(tx, id, 'pause', { actor, now });
      return membershipStoryView(membershipView(await this.store.load(tx, id), actor.locale, now), affected);
    }, pauseLaws);
    this.doorbell.ring();
    return story;
  }

  /** What an early return would cancel: bookings in the days by which the term had become longer. Changes nothing. */
  async previewReturn(actor: Actor, id: string): Promise<MembershipAffectedView> {
    return this.database.transaction(async (tx) => {
      const { touched } = await this.considerReturn(tx, actor, id);
      return affectedView(touched);
    });
  }

  /** Ends the running pause today; the term is shorter again by what is left of it. @throws Conflict `membership_state` */
  async endEarly(actor: Actor, id: string): Promise<MembershipStoryView> {
    const story = await this.database.transaction(async (tx) => {
      const { membership, now, touched, pause, left } = await this.considerReturn(tx, actor, id);
      const affected = await this.bookings.cancel(tx, touched, 'membership_ends', actor);
      if (pause) {
        await shortenPause(tx, pause, plusDays(localDate(now, membership.timeZone), -1));
        if (left > 0) await shiftTerms(tx, membership, pause.startsOn, -left);
      }
      const by = { actor, now, facts: { daysGivenBack: left } };
      await this.store.write(tx, membership, 'end-pause', { status: 'active' }, by);
      await this.assignments.forMembership(tx, id, 'return', by);
      return membershipStoryView(membershipView(await this.store.load(tx, id), actor.locale, now), affected);
    }, pauseLaws);
    this.doorbell.ring();
    return story;
  }

  private async considerApproval(tx: EntityManager, actor: Actor, id: string): Promise<Considered> {
    const membership = await this.store.begin(tx, 'approve-pause', actor, id);
    const now = this.clock.now();
    const pause = insistOnRequestedPause(membership);
    this.pauses.insistOnLimits(membership, pause, now);
    const touched = await this.bookings.ahead(tx, id, now, { from: pause.startsOn, to: pause.endsOn });
    return { membership, now, touched };
  }

  private async considerReturn(
    tx: EntityManager,
    actor: Actor,
    id: string,
  ): Promise<Considered & { pause: (Dates & { id: string }) | undefined; left: number }> {
    const membership = await this.store.begin(tx, 'end-pause', actor, id);
    const now = this.clock.now();
    const today = localDate(now, membership.timeZone);
    const pause = pauseOn(membership, today);
    const left = pause && movesTheEnd(membership) ? daysOf({ startsOn: today, endsOn: pause.endsOn }) : 0;
    const lastDay = plusDays(membership.endsOn ?? today, -left);
    const touched = await this.bookings.ahead(tx, id, now, { from: plusDays(lastDay, 1) });
    return { membership, now, touched, pause, left };
  }
}

/** Whether a pause moves the end of the term: if the plan says so, and unless the end is set already. */
function movesTheEnd({ plan, noticeGivenOn, endReason }: MembershipRow): boolean {
  return plan.pauseExtendsTerm && noticeGivenOn === null && endReason === null;
}

/** A pause that has not lasted a day never was. */
async function shortenPause(tx: EntityManager, pause: Dates & { id: string }, lastDay: string): Promise<void> {
  if (lastDay < pause.startsOn) await tx.query(`update pause set status = 'cancelled' where id = $1`, [pause.id]);
  else await tx.query('update pause set ends_on = $2 where id = $1', [pause.id, lastDay]);
}
