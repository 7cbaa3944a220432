import { Injectable } from '@nestjs/common';
import { Actor, Role } from '../kernel/actor';
import { Malformed, Missing } from '../kernel/errors';
import { isId } from '../kernel/id';
import { instant } from '../kernel/period';
import { Database } from '../platform/database/database';
import { Page, cursorKey, defaultLimit, pageOf } from '../platform/http/page';
import { sitesOfGrants } from './people.rules';

/** A role that somebody holds or held, as those who may grant roles see it. */
export interface ListedGrant {
  id: string;
  role: Role;
  siteId: string | null;
  person: { id: string; fullName: string; email: string };
  createdAt: Date;
  endsAt: Date | null;
}

/** Which grants to list; each member narrows. */
export interface GrantFilter {
  siteId?: string;
  personId?: string;
  role?: Role;
}

const listed = `g.id, g.role, g.site_id as "siteId",
  json_build_object('id', p.id, 'fullName', p.full_name, 'email', p.email) as person,
  g.created_at as "createdAt", g.ends_at as "endsAt"`;

/** Reads of who holds which role. */
@Injectable()
export class RoleGrantQueries {
  constructor(private readonly database: Database) {}

  /** Grants that the actor may see, in the order of their making. */
  async grants(actor: Actor, filter: GrantFilter, limit = defaultLimit, cursor?: string): Promise<Page<ListedGrant>> {
    const rows = await this.database.read<ListedGrant>(
      `select ${listed} from role_grant g join person p on p.id = g.person_id
       where ($1::uuid[] is null or g.site_id = any ($1))
         and ($2::uuid is null or g.site_id = $2) and ($3::uuid is null or g.person_id = $3)
         and ($4::text is null or g.role = $4) and ($5::uuid is null or g.id > $5)
       order by g.id limit $6`,
      [
        sitesOfGrants(actor) ?? null,
        filter.siteId ?? null,
        filter.personId ?? null,
        filter.role ?? null,
        cursor === undefined ? null : cursorId(cursor),
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** One grant. @throws Missing, also when the actor may not see it. */
  async grant(actor: Actor, id: string): Promise<ListedGrant> {
    const [grant] = await this.database.read<ListedGrant>(
      `select ${listed} from role_grant g join person p on p.id = g.person_id
       where g.id = $1 and ($2::uuid[] is null or g.site_id = any ($2))`,
      [id, sitesOfGrants(actor) ?? null],
    );
    if (!grant) throw new Missing('role grant');
    return grant;
  }
}

/** The roles a person holds, for their export. */
export async function ownGrants(database: Database, personId: string): Promise<unknown> {
  const rows = await database.read<{ role: Role; siteId: string | null; createdAt: Date; endsAt: Date | null }>(
    `select role, site_id as "siteId", created_at as "createdAt", ends_at as "endsAt"
     from role_grant where person_id = $1 order by created_at, id`,
    [personId],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: instant(row.createdAt),
    endsAt: row.endsAt === null ? null : instant(row.endsAt),
  }));
}

function cursorId(cursor: string): string {
  const [id = ''] = cursorKey(cursor, 1);
  if (!isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return id;
}
