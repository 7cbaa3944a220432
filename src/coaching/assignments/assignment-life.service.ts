import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { localDate } from '../../kernel/site-time';
import { actorId, Audit } from '../../platform/audit/audit';
import { AssignmentOffers } from './assignment-offers.service';
import { AssignmentEvent, openStatuses } from './assignment.rules';
import { AssignmentChange, moveAssignment } from './assignment.store';
import { AssignmentRow, assignmentRows } from './assignment.view';

interface By {
  actor: Actor;
  now: Date;
}

/** What happens to a membership, as far as coaching follows it. */
export type MembershipTurn =
  /** The coaching rests as long as the membership does. */
  | 'pause'
  | 'return'
  /** Over, by its dates and in order: the coaching is completed. */
  | 'complete'
  /** Over otherwise, or suspended: the coaching ends, and nobody is parted by that. */
  | 'end';

/** What an event brings with it, whoever made it happen. Joins the caller's transaction; the entrepreneur is locked. */
@Injectable()
export class AssignmentLife {
  constructor(
    private readonly audit: Audit,
    private readonly offers: AssignmentOffers,
  ) {}

  /** Writes an event and its trail, and asks the next alternate when an offer came to nothing. */
  async write(
    tx: EntityManager,
    row: AssignmentRow,
    event: AssignmentEvent,
    { actor, now }: By,
    change: AssignmentChange = {},
  ): Promise<void> {
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
