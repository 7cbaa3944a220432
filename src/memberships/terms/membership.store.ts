import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Conflict, Forbidden, Missing } from '../../kernel/errors';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { insistOnDuty } from '../duty';
import { MembershipRow, membershipRows } from './membership.row';
import { decisions, MembershipEvent, MembershipRole, MembershipStatus, transitions } from './membership.rules';

/** What an event changes in the row of a membership; version and time of change follow by themselves. */
export interface MembershipChange {
  status?: MembershipStatus;
  endsOn?: string;
  acceptedAt?: Date;
  acceptanceHash?: string;
  agreementVersionId?: string;
  houseRulesVersionId?: string;
  leadMembershipId?: string | null;
  ventureId?: string | null;
  noticeGivenOn?: string;
  suspendedReason?: string | null;
  suspendedAt?: Date | null;
  reviewOn?: string | null;
  suspensionAnswer?: string | null;
  endedAt?: Date;
  endedBy?: string | null;
  endReason?: string;
  endNote?: string | null;
}

const columns: Record<keyof MembershipChange, string> = {
  status: 'status',
  endsOn: 'ends_on',
  acceptedAt: 'accepted_at',
  acceptanceHash: 'acceptance_hash',
  agreementVersionId: 'agreement_version_id',
  houseRulesVersionId: 'house_rules_version_id',
  leadMembershipId: 'lead_membership_id',
  ventureId: 'venture_id',
  noticeGivenOn: 'notice_given_on',
  suspendedReason: 'suspended_reason',
  suspendedAt: 'suspended_at',
  reviewOn: 'review_on',
  suspensionAnswer: 'suspension_answer',
  endedAt: 'ended_at',
  endedBy: 'ended_by',
  endReason: 'end_reason',
  endNote: 'end_note',
};

/** The way to the row of a membership: lock, look, and write only what the table of transitions allows. */
@Injectable()
export class MembershipStore {
  constructor(
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /** The membership as it stands. @throws Missing when there is none of that id */
  async load(tx: EntityManager, id: string): Promise<MembershipRow> {
    const rows: MembershipRow[] = await tx.query(`${membershipRows} where m.id = $1`, [id]);
    if (!rows[0]) throw new Missing('membership');
    return rows[0];
  }

  /** Locks the person, so that nothing is booked meanwhile, the venture, and the membership; then looks. */
  async lock(tx: EntityManager, id: string): Promise<MembershipRow> {
    const known = await this.load(tx, id);
    const ventures = known.ventureId === null ? [] : [known.ventureId];
    await this.occupancy.lock(tx, { people: [known.personId], ventures });
    await tx.query('select 1 from membership where id = $1 for no key update', [id]);
    return this.load(tx, id);
  }

  /**
   * Locks a membership for an event that somebody wants to happen.
   * @throws Missing for strangers; Forbidden `role_required`, or `segregation_of_duties` when a manager would decide on
   *   themselves or where a conflict of interest is open; Conflict `membership_state`
   */
  async begin(tx: EntityManager, event: MembershipEvent, actor: Actor, id: string): Promise<MembershipRow> {
    insistOnRole(event, rolesOn(await this.load(tx, id), actor));
    const membership = await this.lock(tx, id);
    if (decisions.includes(event)) await insistOnDuty(tx, actor, [membership.personId]);
    if (!transitions[event].from.includes(membership.status)) throw wrongState(membership, event);
    return membership;
  }

  /**
   * Writes an event: compare and set on the states that the table names, and the trail.
   * @throws Conflict `membership_state` when something else happened first
   */
  async write(
    tx: EntityManager,
    membership: MembershipRow,
    event: MembershipEvent,
    change: MembershipChange,
    by: { actor: Actor; now: Date; facts?: Record<string, unknown> },
  ): Promise<void> {
    const names = Object.keys(change) as (keyof MembershipChange)[];
    const sets = names.map((name, index) => `${columns[name]} = $${index + 4}, `).join('');
    const [, count]: [unknown, number] = await tx.query(
      `update membership set ${sets}version = version + 1, updated_at = $2 where id = $1 and status = any($3)`,
      [membership.id, by.now, transitions[event].from, ...names.map((name) => change[name] ?? null)],
    );
    if (count === 0) throw wrongState(membership, event);
    await this.audit.write(tx, {
      at: by.now,
      actor: by.actor,
      action: `membership.${event}`,
      subjectId: membership.id,
      siteId: membership.siteId,
      facts: { from: membership.status, to: change.status ?? membership.status, ...by.facts },
    });
  }
}

/** The answer when a membership is not, or no longer, in a state in which the event can happen. */
export function wrongState({ status }: { status: MembershipStatus }, event: MembershipEvent): Conflict {
  return new Conflict('membership_state', `This cannot be done with a membership that is ${status}.`, {
    state: status,
    event,
    possibleFrom: transitions[event].from,
  });
}

/** In which role somebody acts on a membership. @throws Missing for whoever may not know of it */
function rolesOn({ personId, siteId }: MembershipRow, actor: Actor): MembershipRole[] {
  if (actor === theHouse) return ['house'];
  const found: MembershipRole[] = [];
  if (personId === actor.personId) found.push('member');
  if (actor.manages(siteId)) found.push('manager');
  if (found.length === 0) throw new Missing('membership');
  return found;
}

function insistOnRole(event: MembershipEvent, held: readonly MembershipRole[]): void {
  const { who } = transitions[event];
  if (who.some((role) => held.includes(role))) return;
  throw new Forbidden(
    'role_required',
    who.includes('manager') ? 'Only a manager of the site can do this.' : 'Only the member can do this.',
  );
}
