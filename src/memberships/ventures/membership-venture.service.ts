import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
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

/** A membership that is linked to a venture whose team its person has left. */
export interface LeftLink {
  id: string;
  siteId: string;
  personId: string;
  ventureId: string;
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
      await this.write(tx, actor, membership, ventureId, now);
      return { membershipId, ventureId };
    });
  }

  /** Links to ventures whose team the person has left. Team seats, and what they share, are a manager's to end. */
  left(now: Date, limit: number): Promise<LeftLink[]> {
    return this.database.read<LeftLink>(`${leftLinks} order by m.id limit $2`, [now, limit]);
  }

  /** Unlinks a membership whose person has left the team. Called by the house; false when they are back. */
  async unlink({ id, personId, ventureId }: LeftLink, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await this.occupancy.lock(tx, { people: [personId], ventures: [ventureId] });
      await tx.query('select 1 from membership where id = $1 for no key update', [id]);
      const [still]: LeftLink[] = await tx.query(`${leftLinks} and m.id = $2`, [now, id]);
      if (!still) return false;
      await this.write(tx, theHouse, still, null, now);
      return true;
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { id, siteId, ventureId: from }: Pick<LinkedMembership, 'id' | 'siteId' | 'ventureId'>,
    to: string | null,
    at: Date,
  ): Promise<void> {
    await tx.query('update membership set venture_id = $2, version = version + 1, updated_at = $3 where id = $1', [
      id,
      to,
      at,
    ]);
    const deed = { action: 'membership.link_venture', subjectId: id, siteId, facts: { from, to } };
    await this.audit.write(tx, { at, actor, ...deed });
  }
}

const shares = `
  (p.needs = 'lead_membership' and m.lead_membership_id is not null or exists (
     select 1 from membership t join plan_version q on q.id = t.plan_version_id
     where t.lead_membership_id = m.id and q.needs = 'lead_membership' and t.status not in ('lapsed', 'ended')))`;

/** Memberships that are not over, whose person's time in the venture they are linked to is; `$1` is now. */
const leftLinks = `
  select m.id, m.person_id as "personId", m.site_id as "siteId", m.venture_id as "ventureId"
  from membership m
  join plan_version p on p.id = m.plan_version_id
  join site s on s.id = m.site_id
  where m.venture_id is not null and m.status not in ('lapsed', 'ended') and not ${shares}
    and not exists (
      select 1 from venture_member o
      where o.venture_id = m.venture_id and o.person_id = m.person_id
        and (o.ends_on is null or o.ends_on >= ($1::timestamptz at time zone s.time_zone)::date))`;

async function own(tx: EntityManager, actor: Actor, id: string): Promise<LinkedMembership> {
  const rows: LinkedMembership[] = await tx.query(
    `select m.id, m.site_id as "siteId", m.venture_id as "ventureId", m.status,
            ${shares} as shares
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
