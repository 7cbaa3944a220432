import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AssignmentLife } from '../coaching/assignments/assignment-life.service';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { insist } from '../kernel/refusal';
import { LocalDate, localDate } from '../kernel/site-time';
import { MembershipRow } from '../memberships/terms/membership.row';
import { MembershipStore } from '../memberships/terms/membership.store';
import { membershipView } from '../memberships/terms/membership.view';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { affectedView, MembershipBookings, Touched, untouched } from './membership-bookings';
import { suspensionRules } from './membership-end.rules';
import { MembershipAffectedView, MembershipStoryView, membershipStoryView } from './membership-story.view';

/** Why a membership is suspended, and until when at the latest it is looked at again. */
export interface WantedSuspension {
  reason: string;
  reviewOn: LocalDate;
  /** Whether what is booked already is cancelled; otherwise it is held. */
  cancelBookings?: boolean;
}

/** The story of a suspension: nothing new is booked, and what is booked is held or cancelled, as the manager decides. */
@Injectable()
export class MembershipSuspensionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
    private readonly bookings: MembershipBookings,
    private readonly assignments: AssignmentLife,
  ) {}

  /** What a suspension would cancel. Changes nothing. */
  async preview(actor: Actor, id: string, wanted: WantedSuspension): Promise<MembershipAffectedView> {
    return this.database.transaction(async (tx) => {
      const { touched } = await this.consider(tx, actor, id, wanted);
      return affectedView(touched);
    });
  }

  /** Suspends a membership. @throws Refused `in_the_past`; Forbidden `segregation_of_duties`; Conflict `membership_state` */
  async suspend(actor: Actor, id: string, wanted: WantedSuspension): Promise<MembershipStoryView> {
    const story = await this.database.transaction(async (tx) => {
      const { membership, touched } = await this.consider(tx, actor, id, wanted);
      const now = this.clock.now();
      const { reason, reviewOn } = wanted;
      const affected = await this.bookings.cancel(tx, touched, 'membership_suspended', actor);
      const change = { suspendedReason: reason, suspendedAt: now, reviewOn, suspensionAnswer: null };
      const by = { actor, now, facts: { reason, reviewOn } };
      await this.store.write(tx, membership, 'suspend', { status: 'suspended', ...change }, by);
      await this.assignments.forMembership(tx, id, 'pause', by);
      return membershipStoryView(membershipView(await this.store.load(tx, id), actor.locale, now), affected);
    });
    this.doorbell.ring();
    return story;
  }

  private async consider(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { reviewOn, cancelBookings = false }: WantedSuspension,
  ): Promise<{ membership: MembershipRow; touched: Touched }> {
    const membership = await this.store.begin(tx, 'suspend', actor, id);
    const now = this.clock.now();
    insist(suspensionRules, { reviewOn, today: localDate(now, membership.timeZone) });
    return { membership, touched: cancelBookings ? await this.bookings.ahead(tx, id, now) : untouched };
  }
}
