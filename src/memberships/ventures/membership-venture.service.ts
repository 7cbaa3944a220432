import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { insistOnActive, loadVenture, rolesIn } from './venture.store';

/** A membership as far as it matters for its link to a venture. */
interface LinkedMembership {
  id: string;
  siteId: string;
  ventureId: string | null;
  status: string;
  /** Its wallet is another's, or another's is its own. */
  shares: boolean;
}

/** A membership and the venture it belongs to now. */
export interface Link {
  membershipId: string;
  ventureId: string | null;
}

/** Which venture a membership belongs to: whose share of the desks it counts in, and whose wallet it may share. */
@Injectable()
export class MembershipVentureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /**
   * Links one's own membership to a venture at the same site in whose team one is, or unlinks it.
   * @throws Missing for somebody else's membership, and for a venture of another site or team; Conflict
   * `membership_status` when it is over, `shared_wallet` while team seats hang on the present link, `venture_stopped`
   */
  async link(actor: Actor, membershipId: string, ventureId: string | null): Promise<Link> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      // In the order of every booking: the person, then both ventures.
      const known = await own(tx, actor, membershipId);
      const ventures = [known.ventureId, ventureId].filter((id) => id !== null);
      await this.occupancy.lock(tx, { people: [actor.personId], ventures });
      await tx.query('select 1 from membership where id = $1 for no key update', [membershipId]);
      const membership = await own(tx, actor, membershipId);
      if (membership.ventureId === ventureId) return { membershipId, ventureId };
      insistOnFree(membership);
      if (ventureId !== null) {
        const venture = await loadVenture(tx, ventureId, now);
        if (venture.siteId !== membership.siteId || !rolesIn(venture, actor).includes('member')) {
          throw new Missing('venture');
        }
        insistOnActive(venture);
      }
      await tx.query('update membership set venture_id = $2, version = version + 1, updated_at = $3 where id = $1', [
        membershipId,
        ventureId,
        now,
      ]);
      await this.audit.write(tx, {
        at: now,
        actor,
        action: 'membership.link_venture',
        subjectId: membershipId,
        siteId: membership.siteId,
        facts: { from: membership.ventureId, to: ventureId },
      });
      return { membershipId, ventureId };
    });
  }
}

async function own(tx: EntityManager, actor: Actor, id: string): Promise<LinkedMembership> {
  const rows: LinkedMembership[] = await tx.query(
    `select m.id, m.site_id as "siteId", m.venture_id as "ventureId", m.status,
            m.lead_membership_id is not null and p.needs = 'lead_membership' or exists (
              select 1 from membership t join plan_version q on q.id = t.plan_version_id
              where t.lead_membership_id = m.id and q.needs = 'lead_membership' and t.status not in ('lapsed', 'ended')) as shares
     from membership m join plan_version p on p.id = m.plan_version_id
     where m.id = $1 and m.person_id = $2`,
    [id, actor.personId],
  );
  if (!rows[0]) throw new Missing('membership');
  return rows[0];
}

function insistOnFree({ status, shares }: LinkedMembership): void {
  if (status === 'lapsed' || status === 'ended') {
    throw new Conflict('membership_status', 'This membership is over.', { status });
  }
  if (shares) {
    throw new Conflict('shared_wallet', 'Team seats share a wallet in this venture. End them first.');
  }
}
