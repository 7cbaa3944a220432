import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AssignmentLife } from '../coaching/assignments/assignment-life.service';
import { theHouse } from '../kernel/actor';
import { LocalDate, localDate } from '../kernel/site-time';
import { MembershipRow } from '../memberships/terms/membership.row';
import { runningStatuses } from '../memberships/terms/membership.rules';
import { MembershipStore } from '../memberships/terms/membership.store';
import { pauseOn } from '../memberships/terms/pauses.service';
import { monthOf } from '../memberships/terms/term.rules';
import { WalletService } from '../memberships/wallet/wallet.service';
import { Database } from '../platform/database/database';
import { MembershipEndService } from './membership-end.service';

/**
 * What the calendar does to memberships. It does not replay what was missed: it asks in which state a membership has to
 * be today and takes it there by the steps of the table, so it does not matter when it ran last or what calls it.
 */
@Injectable()
export class MembershipCalendarService {
  constructor(
    private readonly database: Database,
    private readonly store: MembershipStore,
    private readonly ends: MembershipEndService,
    private readonly wallet: WalletService,
    private readonly assignments: AssignmentLife,
  ) {}

  /** Brings an accepted membership to the state that its dates ask for. @returns whether anything changed */
  async bringUpToDate(id: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      let steps = 0;
      while (steps < 4 && (await this.step(tx, await this.store.lock(tx, id), now))) steps++;
      return steps > 0;
    });
  }

  /** One step of the table, when one is due. */
  private async step(tx: EntityManager, membership: MembershipRow, now: Date): Promise<boolean> {
    const today = localDate(now, membership.timeZone);
    const by = { actor: theHouse, now };
    const { status } = membership;
    if (status === 'scheduled' && membership.startsOn <= today) {
      await this.store.write(tx, membership, 'start', { status: 'active' }, by);
      const lasts = membership.endsOn !== null && membership.endsOn >= today;
      if (lasts) await this.wallet.grant(tx, membership.id, monthOf(today), now);
      return true;
    }
    if (status === 'scheduled' || !runningStatuses.includes(status)) return false;
    const lastDay = await lastDayOf(tx, membership);
    if (lastDay < today) {
      const reason = membership.endReason ?? (membership.noticeGivenOn === null ? 'term_expired' : 'resigned');
      await this.ends.close(tx, membership, { event: 'end', lastDay, reason, note: membership.endNote }, by);
      return true;
    }
    const rests = pauseOn(membership, today) !== undefined;
    if (status === 'active' && rests) {
      await this.store.write(tx, membership, 'begin-pause', { status: 'paused' }, by);
      await this.assignments.forMembership(tx, membership.id, 'pause', by);
      return true;
    }
    if (status === 'paused' && !rests) {
      await this.store.write(tx, membership, 'end-pause', { status: 'active' }, by);
      await this.assignments.forMembership(tx, membership.id, 'return', by);
      return true;
    }
    return false;
  }
}

/**
 * The last day of a membership: its own, or that of the membership on which it hangs when that one has ended earlier;
 * never before its first day.
 */
async function lastDayOf(tx: EntityManager, membership: MembershipRow): Promise<LocalDate> {
  const own = membership.endsOn ?? membership.startsOn;
  if (membership.leadMembershipId === null) return own;
  const rows: { endsOn: LocalDate }[] = await tx.query(
    `select ends_on as "endsOn" from membership where id = $1 and status = 'ended'`,
    [membership.leadMembershipId],
  );
  const lead = rows[0]?.endsOn ?? own;
  const earlier = lead < own ? lead : own;
  return earlier > membership.startsOn ? earlier : membership.startsOn;
}
