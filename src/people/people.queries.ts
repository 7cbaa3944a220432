import { Injectable } from '@nestjs/common';
import { RoleGrant } from '../kernel/actor';
import { Missing } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { Page, cursorKey, defaultLimit, pageOf } from '../platform/http/page';
import { Locale, PersonStatus } from './people.rules';

/** A person as they see themselves. */
export interface OwnProfile {
  id: string;
  email: string;
  fullName: string;
  locale: Locale;
  timeZone: string | null;
  version: number;
  roles: RoleGrant[];
}

/** A person as administrators see them in a list. */
export interface ListedPerson {
  id: string;
  email: string;
  fullName: string;
  status: PersonStatus;
  emailVerified: boolean;
  createdAt: Date;
}

const listed = `p.id, p.email, p.full_name as "fullName", p.status, p.email_verified_at is not null as "emailVerified",
  p.created_at as "createdAt"`;

/** What screens read about people. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** The person with the roles they hold at the given instant. @throws Missing */
  async profile(personId: string, at: Date): Promise<OwnProfile> {
    const [profile] = await this.database.read<OwnProfile>(
      `select p.id, p.email, p.full_name as "fullName", p.locale, p.time_zone as "timeZone", p.version,
         (select coalesce(json_agg(json_build_object('role', g.role, 'siteId', g.site_id) order by g.id), '[]'::json)
          from role_grant g where g.person_id = p.id and (g.ends_at is null or g.ends_at > $2)) as roles
       from person p where p.id = $1`,
      [personId, at],
    );
    if (!profile) throw new Missing('person');
    return profile;
  }

  /** One person as administrators see them. @throws Missing */
  async person(personId: string): Promise<ListedPerson> {
    const [person] = await this.database.read<ListedPerson>(`select ${listed} from person p where p.id = $1`, [
      personId,
    ]);
    if (!person) throw new Missing('person');
    return person;
  }

  /** People by name, optionally only those whose name or address contains a text. */
  async people(search: string | undefined, limit = defaultLimit, cursor?: string): Promise<Page<ListedPerson>> {
    const [afterName, afterId] = cursor === undefined ? [null, null] : cursorKey(cursor, 2);
    const rows = await this.database.read<ListedPerson>(
      `select ${listed} from person p
       where p.status <> 'erased'
         and ($1::text is null or strpos(lower(p.full_name), lower($1)) > 0 or strpos(p.email, lower($1)) > 0)
         and ($2::text is null or (p.full_name, p.id::text) > ($2, $3))
       order by p.full_name, p.id::text limit $4`,
      [search ?? null, afterName, afterId, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.fullName, row.id],
      (row) => row,
    );
  }
}
