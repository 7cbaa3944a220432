import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor, RoleGrant } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { instant } from '../kernel/period';
import { Locale } from '../people/people.rules';
import { PersonalRecords } from '../people/personal-records';
import { Database } from '../platform/database/database';
import { Claims } from './access-tokens';

/** One of a person's own running sessions. */
export interface OwnSession {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  /** When it was last kept going. */
  lastUsedAt: Date;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** Somebody who acts, and whether they have a second factor. */
export interface Present {
  actor: Actor;
  hasSecondFactor: boolean;
}

interface ActorRow {
  hasSecondFactor: boolean;
  locale: string;
  timeZone: string | null;
  roles: RoleGrant[];
}

interface SessionRecord {
  createdAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: string | null;
}

/** Who is acting, and the sessions a person has. */
@Injectable()
export class AccessQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'sessions', read: (personId) => this.sessionRecords(personId) });
  }

  /**
   * The actor a token speaks of, as the database knows them now: one statement by primary key on every request, so an
   * ended session, a closed account and a lost role count at once. Undefined when the token opens nothing any more.
   * @param locale the language that is asked for this once; the person's own when left out
   */
  async actor({ personId, sessionId }: Claims, locale?: Locale): Promise<Present | undefined> {
    const [row] = await this.database.read<ActorRow>(
      `select p.locale, p.time_zone as "timeZone",
         exists (select from second_factor f where f.person_id = p.id) as "hasSecondFactor",
         (select coalesce(json_agg(json_build_object('role', g.role, 'siteId', g.site_id)), '[]'::json)
          from role_grant g where g.person_id = p.id and (g.ends_at is null or g.ends_at > $3)) as roles
       from session s join person p on p.id = s.person_id
       where s.id = $1 and p.id = $2 and s.ended_at is null and s.expires_at > $3 and p.status = 'active'`,
      [sessionId, personId, this.clock.now()],
      'actor',
    );
    if (!row) return undefined;
    const actor = new Actor(personId, sessionId, row.roles, locale ?? row.locale, row.timeZone);
    return { actor, hasSecondFactor: row.hasSecondFactor };
  }

  /** The actor's running sessions, newest first. */
  async sessions(actor: Actor): Promise<OwnSession[]> {
    return this.database.read<OwnSession>(
      `select s.id, s.created_at as "createdAt", s.expires_at as "expiresAt", s.id = $2 as current,
         coalesce((select max(t.issued_at) from refresh_token t where t.session_id = s.id), s.created_at) as "lastUsedAt"
       from session s
       where s.person_id = $1 and s.ended_at is null and s.expires_at > $3
       order by s.created_at desc, s.id desc limit 100`,
      [actor.personId, actor.sessionId, this.clock.now()],
    );
  }

  private async sessionRecords(personId: string): Promise<unknown> {
    const rows = await this.database.read<SessionRecord>(
      `select created_at as "createdAt", expires_at as "expiresAt", ended_at as "endedAt", end_reason as "endReason"
       from session where person_id = $1 order by created_at, id`,
      [personId],
    );
    return rows.map((row) => ({
      createdAt: instant(row.createdAt),
      expiresAt: instant(row.expiresAt),
      endedAt: row.endedAt === null ? null : instant(row.endedAt),
      endReason: row.endReason,
    }));
  }
}
