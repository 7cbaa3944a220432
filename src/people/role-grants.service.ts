import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, Role, theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Forbidden, Malformed, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Audit, actorId } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { mayGrant, sitesOfGrants } from './people.rules';
import { insistOnAnotherAdministrator } from './people.service';

/** A role to be given to the person who has the address. */
export interface WantedGrant {
  email: string;
  role: Role;
  /** Null for an administrator, who holds the role everywhere. */
  siteId: string | null;
  endsAt?: Date | null;
}

/** A role that somebody holds at a site for as long as something else lasts. */
export interface HeldRole {
  personId: string;
  role: Role;
  siteId: string;
}

/** Giving and taking roles. Effective on the holder's next request, because roles are read on each. */
@Injectable()
export class RoleGrants {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives a role. A role that has ended is given anew under its old id.
   * @returns the id of the grant.
   * @throws Forbidden `may_grant_role`; Missing for an unknown person or site; Conflict `role_grant_once`.
   */
  async grant(actor: Actor, wanted: WantedGrant, idempotency?: IdempotencyKey): Promise<string> {
    const at = this.clock.now();
    if ((wanted.role === 'administrator') !== (wanted.siteId === null)) {
      throw Malformed.at('/siteId', 'names the site of the role; null for an administrator and only then');
    }
    if (wanted.endsAt && wanted.endsAt <= at) throw Malformed.at('/endsAt', 'must be in the future');
    if (!mayGrant(actor, wanted.role, wanted.siteId)) throw mayNotGrant();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          const people: { id: string }[] = await tx.query(
            `select id from person where email = $1 and status <> 'erased' for key share`,
            [wanted.email],
          );
          const personId = people[0]?.id;
          if (personId === undefined) throw new Missing('person');
          return this.give(tx, actor, personId, wanted, at);
        }),
      { role_grant_site_id_fkey: () => new Missing('site') },
    );
  }

  /**
   * Makes somebody an administrator in the name of the house: how it gets its first one. For whoever owns the database;
   * no route leads here.
   * @throws Missing when nobody has confirmed the address; Conflict `role_grant_once`.
   */
  async appoint(email: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const people: { id: string }[] = await tx.query(
        `select id from person where email = $1 and status = 'active' and email_verified_at is not null for key share`,
        [email],
      );
      const personId = people[0]?.id;
      if (personId === undefined) throw new Missing('person');
      await this.give(tx, theHouse, personId, { role: 'administrator', siteId: null }, at);
    });
  }

  /**
   * Takes a role back.
   * @throws Missing for a grant that the actor may not see; Forbidden `may_grant_role`; Conflict `last_administrator`.
   */
  async revoke(actor: Actor, id: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const rows: { role: Role; siteId: string | null; personId: string }[] = await tx.query(
        `select role, site_id as "siteId", person_id as "personId" from role_grant
         where id = $1 and ($2::uuid[] is null or site_id = any ($2))`,
        [id, sitesOfGrants(actor) ?? null],
      );
      const grant = rows[0];
      if (!grant) throw new Missing('role grant');
      if (!mayGrant(actor, grant.role, grant.siteId)) throw mayNotGrant();
      if (grant.role === 'administrator') await insistOnAnotherAdministrator(tx, grant.personId, at);
      const [, count]: [unknown, number] = await tx.query(`delete from role_grant where id = $1`, [id]);
      if (count === 0) throw new Missing('role grant');
      await this.audit.write(tx, {
        at,
        actor,
        siteId: grant.siteId,
        action: 'role.revoke',
        subjectId: grant.personId,
        facts: { role: grant.role, siteId: grant.siteId },
      });
    });
  }

  /**
   * Gives the role that comes with something else, such as a membership, in the caller's transaction. A role that is
   * held already is held without an end from now on.
   */
  async hold(tx: EntityManager, held: HeldRole, at: Date): Promise<void> {
    await tx.query(
      `insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, $3, $4, $5)
       on conflict on constraint role_grant_once do update set ends_at = null where role_grant.ends_at is not null`,
      [newId(), held.personId, held.role, held.siteId, at],
    );
  }

  /** Ends a role with what it came with, in the caller's transaction. */
  async release(tx: EntityManager, held: HeldRole, at: Date): Promise<void> {
    await tx.query(
      `update role_grant set ends_at = $4
       where person_id = $1 and role = $2 and site_id = $3 and (ends_at is null or ends_at > $4)`,
      [held.personId, held.role, held.siteId, at],
    );
  }

  private async give(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    { role, siteId, endsAt = null }: Omit<WantedGrant, 'email'>,
    at: Date,
  ): Promise<string> {
    const written: { id: string }[] = await tx.query(
      `insert into role_grant (id, person_id, role, site_id, granted_by, created_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint role_grant_once do update
         set granted_by = excluded.granted_by, created_at = excluded.created_at, ends_at = excluded.ends_at
         where role_grant.ends_at <= $6
       returning id`,
      [newId(), personId, role, siteId, actorId(actor), at, endsAt],
    );
    const id = written[0]?.id;
    if (id === undefined) throw new Conflict('role_grant_once', 'The person holds this role there already.');
    await this.audit.write(tx, {
      at,
      actor,
      siteId,
      action: 'role.grant',
      subjectId: personId,
      facts: { role, siteId },
    });
    return id;
  }
}

function mayNotGrant(): Forbidden {
  return new Forbidden(
    'may_grant_role',
    'A manager gives and takes the roles entrepreneur, coach and observer at the own site; the rest is for administrators.',
  );
}
