import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AssignmentLife, turnOf } from '../coaching/assignments/assignment-life.service';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { insist } from '../kernel/refusal';
import { LocalDate, localDate, plusDays } from '../kernel/site-time';
import { MembershipRow } from '../memberships/terms/membership.row';
import { EndReason, MembershipEvent, roleOfMembers } from '../memberships/terms/membership.rules';
import { MembershipStore } from '../memberships/terms/membership.store';
import { membershipView } from '../memberships/terms/membership.view';
import { cutTerms, dropTerms } from '../memberships/terms/term.store';
import { RoleGrants } from '../people/role-grants.service';
import { actorId } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { affectedView, MembershipBookings, Touched } from './membership-bookings';
import { endRules, WantedEnd } from './membership-end.rules';
import { MembershipAffectedView, MembershipStoryView, membershipStoryView } from './membership-story.view';

/** An end that has been judged: what it will change, and whom it touches. */
interface Considered {
  membership: MembershipRow;
  touched: Touched;
  /** Does it, and answers what was cancelled. */
  carryOut(): Promise<MembershipAffectedView>;
}

interface By {
  actor: Actor;
  now: Date;
}

/** The stories of a membership's end: withdrawn before it begins, left after notice, or ended by the site. */
@Injectable()
export class MembershipEndService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
    private readonly bookings: MembershipBookings,
    private readonly assignments: AssignmentLife,
    private readonly roles: RoleGrants,
  ) {}

  /** Takes back a membership before its first day. @throws Conflict `membership_state` */
  withdraw(actor: Actor, id: string): Promise<MembershipStoryView> {
    return this.tell(actor, id, (tx, by) => this.considerWithdrawal(tx, id, by));
  }

  /** What a withdrawal would cancel. Changes nothing. */
  previewWithdrawal(actor: Actor, id: string): Promise<MembershipAffectedView> {
    return this.think(actor, (tx, by) => this.considerWithdrawal(tx, id, by));
  }

  /**
   * Gives notice: the last day is as many days ahead as the plan asks, or that of the term when it comes first.
   * @throws Conflict `membership_leaving` when the end is set already, `membership_state`
   */
  giveNotice(actor: Actor, id: string): Promise<MembershipStoryView> {
    return this.tell(actor, id, (tx, by) => this.considerNotice(tx, id, by));
  }

  /** What notice would cancel. Changes nothing. */
  previewNotice(actor: Actor, id: string): Promise<MembershipAffectedView> {
    return this.think(actor, (tx, by) => this.considerNotice(tx, id, by));
  }

  /**
   * Ends a membership today, or plans its end on a later day.
   * @throws Refused `in_the_past`, `within_terms`, `reasoned_decision`; Forbidden `segregation_of_duties`; Conflict `membership_state`
   */
  end(actor: Actor, id: string, wanted: Partial<WantedEnd> & { reason: EndReason }): Promise<MembershipStoryView> {
    return this.tell(actor, id, (tx, by) => this.considerEnd(tx, id, wanted, by));
  }

  /** What an end would cancel. Changes nothing. */
  previewEnd(
    actor: Actor,
    id: string,
    wanted: Partial<WantedEnd> & { reason: EndReason },
  ): Promise<MembershipAffectedView> {
    return this.think(actor, (tx, by) => this.considerEnd(tx, id, wanted, by));
  }

  /**
   * Ends a membership for good, in the caller's transaction: cancels what is booked, ends the terms and the role. The
   * membership is locked.
   */
  async close(
    tx: EntityManager,
    membership: MembershipRow,
    { event, lastDay, reason, note = null }: Closing,
    by: By,
  ): Promise<MembershipAffectedView> {
    const touched = await this.bookings.ahead(tx, membership.id, by.now);
    const affected = await this.bookings.cancel(tx, touched, 'membership_ended', by.actor);
    await this.assignments.forMembership(tx, membership.id, turnOf('ended', reason), by);
    if (event === 'withdraw') await dropTerms(tx, membership.id);
    else await cutTerms(tx, membership.id, lastDay);
    await this.roles.release(tx, { ...membership, role: roleOfMembers }, by.now);
    const change = { status: 'ended' as const, endReason: reason, endNote: note, endedAt: by.now };
    await this.store.write(
      tx,
      membership,
      event,
      { ...change, endedBy: actorId(by.actor), ...(event === 'end' && { endsOn: lastDay }) },
      { ...by, facts: { reason, note, lastDay } },
    );
    return affected;
  }

  private async considerWithdrawal(tx: EntityManager, id: string, by: By): Promise<Considered> {
    const membership = await this.store.begin(tx, 'withdraw', by.actor, id);
    const lastDay = membership.endsOn ?? membership.startsOn;
    return {
      membership,
      touched: await this.bookings.ahead(tx, id, by.now),
      carryOut: () => this.close(tx, membership, { event: 'withdraw', lastDay, reason: 'withdrawn' }, by),
    };
  }

  private async considerNotice(tx: EntityManager, id: string, by: By): Promise<Considered> {
    const membership = await this.store.begin(tx, 'give-notice', by.actor, id);
    if (membership.noticeGivenOn !== null || membership.endReason !== null) {
      throw new Conflict('membership_leaving', 'The end of this membership is set already.', {
        endsOn: membership.endsOn,
      });
    }
    const today = localDate(by.now, membership.timeZone);
    const afterNotice = plusDays(today, membership.plan.noticeDays);
    const endsOn = membership.endsOn !== null && membership.endsOn < afterNotice ? membership.endsOn : afterNotice;
    const touched = await this.bookings.ahead(tx, id, by.now, { from: plusDays(endsOn, 1) });
    return {
      membership,
      touched,
      carryOut: async () => {
        const affected = await this.bookings.cancel(tx, touched, 'membership_ends', by.actor);
        await cutTerms(tx, id, endsOn);
        const change = { noticeGivenOn: today, endsOn };
        await this.store.write(tx, membership, 'give-notice', change, { ...by, facts: { endsOn } });
        return affected;
      },
    };
  }

  private async considerEnd(
    tx: EntityManager,
    id: string,
    wanted: Partial<WantedEnd> & { reason: EndReason },
    by: By,
  ): Promise<Considered> {
    const membership = await this.store.begin(tx, 'end', by.actor, id);
    const today = localDate(by.now, membership.timeZone);
    const { reason, note = null, endsOn = today } = wanted;
    insist(endRules, { reason, note, endsOn, today, lastDay: membership.endsOn });
    if (endsOn === today) {
      const lastDay = membership.endsOn !== null && membership.endsOn < today ? membership.endsOn : today;
      return {
        membership,
        touched: await this.bookings.ahead(tx, id, by.now),
        carryOut: () => this.close(tx, membership, { event: 'end', lastDay, reason, note }, by),
      };
    }
    const touched = await this.bookings.ahead(tx, id, by.now, { from: plusDays(endsOn, 1) });
    return {
      membership,
      touched,
      carryOut: async () => {
        const affected = await this.bookings.cancel(tx, touched, 'membership_ends', by.actor);
        await cutTerms(tx, id, endsOn);
        const change = { endsOn, endReason: reason, endNote: note, endedBy: actorId(by.actor) };
        await this.store.write(tx, membership, 'end', change, { ...by, facts: { reason, note, endsOn } });
        return affected;
      },
    };
  }

  private async tell(
    actor: Actor,
    id: string,
    consider: (tx: EntityManager, by: By) => Promise<Considered>,
  ): Promise<MembershipStoryView> {
    const story = await this.database.transaction(async (tx) => {
      const by = { actor, now: this.clock.now() };
      const affected = await (await consider(tx, by)).carryOut();
      return membershipStoryView(membershipView(await this.store.load(tx, id), actor.locale, by.now), affected);
    });
    this.doorbell.ring();
    return story;
  }

  private think(
    actor: Actor,
    consider: (tx: EntityManager, by: By) => Promise<Considered>,
  ): Promise<MembershipAffectedView> {
    return this.database.transaction(async (tx) => {
      const { touched } = await consider(tx, { actor, now: this.clock.now() });
      return affectedView(touched);
    });
  }
}

/** How a membership ends for good. */
export interface Closing {
  event: Extract<MembershipEvent, 'withdraw' | 'end'>;
  lastDay: LocalDate;
  reason: EndReason;
  note?: string | null;
}
