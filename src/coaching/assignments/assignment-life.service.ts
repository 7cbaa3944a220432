import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { localDate } from '../../kernel/site-time';
import { byHouse } from '../../kernel/why';
import type { MembershipStatus } from '../../memberships/terms/membership.rules';
import { actorId, Audit } from '../../platform/audit/audit';
import { SessionCancellation } from '../sessions/session-cancellation.service';
import { AssignmentOffers } from './assignment-offers.service';
import { AssignmentEvent, openStatuses } from './assignment.rules';
import { AssignmentChange, moveAssignment } from './assignment.store';
import { AssignmentRow, assignmentRows } from './assignment.view';

interface By {
  actor: Actor;
  now: Date;
}

/** What a membership's state means for its coaching. */
export function turnOf(status: MembershipStatus, endReason: string | null): MembershipTurn {
  if (status === 'ended' || status === 'lapsed') return isInOrder(endReason) ? 'complete' : 'end';
  return status === 'paused' || status === 'suspended' ? 'pause' : 'return';
}

function isInOrder(endReason: string | null): boolean {
  return endReason === 'graduated' || endReason === 'term_expired';
}

/** What happens to a membership, as far as coaching follows it. */
export type MembershipTurn =
  /** Paused or suspended: the coaching rests as long. A suspension is not the last word, so it ends nothing. */
  | 'pause'
  | 'return'
  /** Over, by its dates and in order: the coaching is completed. */
  | 'complete'
  /** Over otherwise: the coaching ends, and nobody is parted by that. */
  | 'end';

/** What an event brings with it, whoever made it happen. Joins the caller's transaction; the entrepreneur is locked. */
@Injectable()
export class AssignmentLife {
  constructor(
    private readonly audit: Audit,
    private readonly offers: AssignmentOffers,
    private readonly sessions: SessionCancellation,
  ) {}

  /** Writes an event and its trail, calls off what can no longer be, and asks the next when an offer came to nothing. */
  async write(
    tx: EntityManager,
    row: AssignmentRow,
    event: AssignmentEvent,
    { actor, now }: By,
    change: AssignmentChange = {},
  ): Promise<void> {
    await this.callOff(tx, row, event, actor, change);
    await moveAssignment(tx, row, event, now, change);
    const facts = { from: row.status, coachId: row.coachId, entrepreneurId: row.entrepreneurId };
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: row.siteId,
      action: `assignment.${event}`,
      subjectId: row.id,
      facts: { ...facts, ...(change.parted && { parted: true }) },
    });
    if (row.status === 'offered' && event !== 'accept') await this.offers.offerNext(tx, row, now);
  }

  /** Lets the assignments of a membership follow it. */
  async forMembership(tx: EntityManager, membershipId: string, turn: MembershipTurn, by: By): Promise<void> {
    const rows: AssignmentRow[] = await tx.query(
      `${assignmentRows} where a.membership_id = $1 and a.status = any ($2) order by a.id`,
      [membershipId, openStatuses],
    );
    for (const row of rows) await this.follow(tx, row, turn, by);
  }

  /**
   * Sessions of what ends or is completed; in a rest those until its last day. What falls into a pause or a suspension of
   * the membership is the business of that story.
   */
  private async callOff(
    tx: EntityManager,
    row: AssignmentRow,
    event: AssignmentEvent,
    actor: Actor,
    { heldUntil, heldByMembership }: AssignmentChange,
  ): Promise<void> {
    if (row.status === 'offered') return;
    if (event === 'end' || event === 'complete') {
      await this.sessions.cancelOf(tx, { assignmentId: row.id }, byHouse('coaching_ended'), actor);
    } else if (event === 'hold' && !heldByMembership) {
      const dates = { to: heldUntil ?? undefined };
      await this.sessions.cancelOf(tx, { assignmentId: row.id }, byHouse('coaching_rests'), actor, dates);
    }
  }

  private async follow(tx: EntityManager, row: AssignmentRow, turn: MembershipTurn, by: By): Promise<void> {
    if (turn === 'pause') {
      if (row.status !== 'active') return;
      const heldFrom = localDate(by.now, row.timeZone);
      await this.write(tx, row, 'hold', by, { heldFrom, heldUntil: null, heldByMembership: true });
    } else if (turn === 'return') {
      if (row.status !== 'on_hold' || !row.heldByMembership) return;
      await this.write(tx, row, 'resume', by, { heldFrom: null, heldUntil: null, heldByMembership: false });
    } else {
      const ended = { endedAt: by.now, endedBy: actorId(by.actor) };
      const event = turn === 'complete' && row.status !== 'offered' ? 'complete' : 'end';
      await this.write(tx, { ...row, alternates: [] }, event, by, ended);
    }
  }
}
