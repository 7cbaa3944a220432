import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { MembershipRow, membershipRows } from './membership.row';
import { MembershipView, membershipView } from './membership.view';

/** Which memberships to list; what is left out does not matter. */
export interface MembershipFilter {
  siteId?: string;
  personId?: string;
  status?: string;
  limit?: number;
  cursor?: string;
}

/** Decision and notification are two facts: an offer is there for the person when the person has been told. */
const isTold = `(m.status <> 'offered' or not exists (
  select 1 from application t where t.id = m.application_id and t.notified_at is null))`;

/** Memberships as their holders and the managers of their site read them. */
@Injectable()
export class MembershipsQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'memberships', read: (personId) => this.kept(personId) });
  }

  /** One membership. @throws Missing when there is none, or none that the actor may know of */
  async one(actor: Actor, id: string): Promise<MembershipView> {
    const rows = await this.database.read<MembershipRow>(
      `${membershipRows} where m.id = $1 and (m.person_id = $2 and ${isTold} or $3 or m.site_id = any($4))`,
      [id, actor.personId, actor.isAdministrator, managedSites(actor)],
    );
    if (!rows[0]) throw new Missing('membership');
    return membershipView(rows[0], actor.locale, this.clock.now());
  }

  /**
   * Memberships, the newest first. Without a site or a person: one's own. With a site: all of it for those who run it,
   * one's own there for others. Another person's: only at sites that the actor runs.
   */
  async list(actor: Actor, filter: MembershipFilter): Promise<Page<MembershipView>> {
    const limit = filter.limit ?? defaultLimit;
    const own = filter.siteId === undefined && filter.personId === undefined;
    const now = this.clock.now();
    const rows = await this.database.read<MembershipRow>(
      `${membershipRows}
       where (m.person_id = $1 and ${isTold} or (not $2 and ($3 or m.site_id = any($4))))
         and ($5::uuid is null or m.site_id = $5) and ($6::uuid is null or m.person_id = $6)
         and ($7::text is null or m.status = $7) and ($8::uuid is null or m.id < $8)
       order by m.id desc limit $9`,
      [
        actor.personId,
        own,
        actor.isAdministrator,
        managedSites(actor),
        filter.siteId ?? null,
        filter.personId ?? null,
        filter.status ?? null,
        before(filter.cursor),
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => membershipView(row, actor.locale, now),
    );
  }

  /** Everything kept about a person's memberships, with each acceptance and the benefit of each term. */
  private async kept(personId: string): Promise<unknown> {
    const now = this.clock.now();
    const rows = await this.database.read<MembershipRow>(`${membershipRows} where m.person_id = $1 order by m.id`, [
      personId,
    ]);
    const acceptances = await this.database.read(
      `select c.membership_id as "membershipId", a.version as "agreementVersion", h.version as "houseRulesVersion",
         c.hash, c.accepted_at as "acceptedAt"
       from acceptance c join membership m on m.id = c.membership_id
       join document_version a on a.id = c.agreement_version_id join document_version h on h.id = c.house_rules_version_id
       where m.person_id = $1 order by c.accepted_at`,
      [personId],
    );
    const benefits = await this.database.read(
      `select b.membership_id as "membershipId", b.starts_on as "startsOn", b.ends_on as "endsOn",
         b.price_cents as "priceCents", b.normal_price_cents as "normalPriceCents"
       from benefit b join membership m on m.id = b.membership_id where m.person_id = $1 order by b.starts_on`,
      [personId],
    );
    return { memberships: rows.map((row) => membershipView(row, 'en', now)), acceptances, benefits };
  }
}

function managedSites(actor: Actor): string[] {
  return actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
}

function before(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id = ''] = cursorKey(cursor, 1);
  if (!isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return id;
}
