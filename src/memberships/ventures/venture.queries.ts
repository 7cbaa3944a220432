import { Injectable, OnModuleInit } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { VentureRow, ventureRows, VentureView, ventureView } from './venture.view';

/** Which ventures are wanted. */
export interface VentureFilter {
  siteId?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Who may know of a venture `v` of a site `s`: its team of today, and the coaches and managers of the site.
 * `$1` is the person, `$2` whether they administrate, `$3` the sites where they work, `$4` now.
 */
export const visibleVenture = `
  ($2 or v.site_id = any ($3) or exists (
    select 1 from venture_member o
    where o.venture_id = v.id and o.person_id = $1 and o.starts_on <= ($4::timestamptz at time zone s.time_zone)::date
      and (o.ends_on is null or o.ends_on >= ($4::timestamptz at time zone s.time_zone)::date)))`;

/** What {@link visibleVenture} is asked with. */
export function viewer(actor: Actor, now: Date): [string, boolean, string[], Date] {
  const sites = actor.roles.flatMap(({ role, siteId }) =>
    (role === 'manager' || role === 'coach') && siteId !== null ? [siteId] : [],
  );
  return [actor.personId, actor.isAdministrator, sites, now];
}

/** What is read of ventures. */
@Injectable()
export class VentureQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'ventures', read: (personId) => this.about(personId) });
  }

  /** One venture. @throws Missing when there is none, or none that the actor may know of. */
  async one(actor: Actor, id: string): Promise<VentureView> {
    const now = this.clock.now();
    const rows = await this.database.read<VentureRow>(`${ventureRows} where ${visibleVenture} and v.id = $5`, [
      ...viewer(actor, now),
      id,
    ]);
    const row = rows[0];
    if (!row) throw new Missing('venture');
    return ventureView(row, now);
  }

  /** Ventures by name: one's own, and all of the sites where the actor coaches or manages. */
  async list(actor: Actor, { siteId, limit = defaultLimit, cursor }: VentureFilter): Promise<Page<VentureView>> {
    const now = this.clock.now();
    const [afterName, afterId] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const rows = await this.database.read<VentureRow>(
      `${ventureRows} where ${visibleVenture} and ($5::uuid is null or v.site_id = $5)
         and ($6::text is null or (v.name, v.id::text) > ($6, $7))
       order by v.name, v.id::text limit $8`,
      [...viewer(actor, now), siteId ?? null, afterName ?? null, afterId ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => ventureView(row, now),
    );
  }

  /**
   * The membership whose wallet the team seats of a venture share: the running one of its lead at the venture's site,
   * linked to the venture and under a plan that stands by itself.
   * @returns undefined when there is none; the longest-standing when there are several leads
   */
  async leadMembershipOf(tx: EntityManager, ventureId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.query(
      `select m.id
       from venture v
       join site s on s.id = v.site_id
       join venture_member o on o.venture_id = v.id and o.lead
        and o.starts_on <= ($2::timestamptz at time zone s.time_zone)::date
        and (o.ends_on is null or o.ends_on >= ($2::timestamptz at time zone s.time_zone)::date)
       join membership m on m.person_id = o.person_id and m.site_id = v.site_id and m.venture_id = v.id
        and m.status = 'active'
       join plan_version p on p.id = m.plan_version_id and p.needs = 'nothing'
       where v.id = $1
       order by o.starts_on, m.created_at, m.id limit 1`,
      [ventureId, this.clock.now()],
    );
    return rows[0]?.id;
  }

  /** For the export of somebody's own data: their times in ventures, without the others of the team. */
  private about(personId: string): Promise<unknown[]> {
    return this.database.read(
      `select v.id as "ventureId", v.name, v.sentence, v.sector, v.stage, m.lead, m.starts_on as "startsOn", m.ends_on as "endsOn"
       from venture_member m join venture v on v.id = m.venture_id
       where m.person_id = $1 order by m.starts_on, m.id`,
      [personId],
    );
  }
}
