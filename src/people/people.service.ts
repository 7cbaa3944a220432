import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../kernel/actor';
import { Conflict, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Clock } from '../kernel/clock';
import { Audit } from '../platform/audit/audit';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { violatedConstraint } from '../platform/database/constraint';
import { Database, RunAgain } from '../platform/database/database';
import { Locale, privacyNotice, unverifiedDays } from './people.rules';

/** What somebody tells about themselves when they register. */
export interface Newcomer {
  email: string;
  passwordHash: string;
  fullName: string;
  locale: Locale;
}

/** What a person may change about themselves. Undefined leaves a member as it is. */
export interface ProfileChanges {
  fullName?: string;
  locale?: Locale;
  timeZone?: string | null;
}

/**
 * `new`: was not known; `unverified`: known, but nobody has confirmed the address; `known`: has an account; `closed`: had
 * one.
 */
export type Standing = 'new' | 'unverified' | 'known' | 'closed';

const batch = 200;

/** People and what they say about themselves. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Writes a newcomer down. For an address that nobody has confirmed the latest registration counts, so whoever typed
   * somebody else's address before its owner came does not keep a password to the account.
   * Whoever it is, the same statements are sent, so their time tells nobody.
   * @returns who it is and how they were known before.
   */
  async register(tx: EntityManager, newcomer: Newcomer, at: Date): Promise<{ personId: string; standing: Standing }> {
    const rows: { personId: string; standing: Standing }[] = await tx.query(
      `with written as (
         insert into person (id, email, full_name, locale, password_hash, privacy_notice, privacy_notice_accepted_at,
                             created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $7)
         on conflict (email) do update
           set full_name = excluded.full_name, locale = excluded.locale, password_hash = excluded.password_hash,
               privacy_notice = excluded.privacy_notice, privacy_notice_accepted_at = excluded.privacy_notice_accepted_at,
               updated_at = excluded.updated_at
           where person.email_verified_at is null and person.status = 'active'
         returning id
       )
       select id as "personId", case id when $1 then 'new' else 'unverified' end as standing from written
       union all
       select id, case status when 'active' then 'known' else 'closed' end from person
       where email = $2 and not exists (select from written)`,
      [newId(), newcomer.email, newcomer.fullName, newcomer.locale, newcomer.passwordHash, privacyNotice, at],
    );
    const [registered] = rows;
    // Somebody wrote them down since the statement began: the next one sees it.
    if (!registered) throw new RunAgain();
    const { personId, standing } = registered;
    await this.audit.write(tx, {
      at,
      actor: theHouse,
      action: 'person.register',
      subjectId: personId,
      facts: { standing },
    });
    return registered;
  }

  /**
   * Changes what a person says about themselves.
   * @throws Missing; Unconditional without an expected version, Stale with an older one
   */
  async edit(actor: Actor, changes: ProfileChanges, expected: ExpectedVersion): Promise<void> {
    const at = this.clock.now();
    const changed = Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name);
    await this.database.transaction(async (tx) => {
      const rows: { version: number }[] = await tx.query(
        `select version from person where id = $1 and status = 'active' for no key update`,
        [actor.personId],
      );
      const before = rows[0];
      if (!before) throw new Missing('person');
      insistOnVersion('profile', expected, before.version);
      if (changed.length === 0) return;
      await tx.query(
        `update person set full_name = coalesce($2, full_name), locale = coalesce($3, locale),
           time_zone = case when $4 then $5 else time_zone end, updated_at = $6, version = version + 1
         where id = $1`,
        [
          actor.personId,
          changes.fullName ?? null,
          changes.locale ?? null,
          changes.timeZone !== undefined,
          changes.timeZone ?? null,
          at,
        ],
      );
      await this.audit.write(tx, {
        at,
        actor,
        action: 'person.edit',
        subjectId: actor.personId,
        facts: { changed },
      });
    });
  }

  /** The person has shown that the address is theirs. */
  async verifyEmail(tx: EntityManager, personId: string, at: Date): Promise<void> {
    await tx.query(
      `update person set email_verified_at = coalesce(email_verified_at, $2), updated_at = $2 where id = $1`,
      [personId, at],
    );
    await this.audit.write(tx, { at, actor: itself(personId), action: 'person.verify_email', subjectId: personId });
  }

  /**
   * Gives a person another password.
   * @returns false when the one it was meant to replace is not the present one any more
   */
  async replacePassword(
    tx: EntityManager,
    actor: Actor,
    { passwordHash, insteadOf, at }: { passwordHash: string; insteadOf?: string; at: Date },
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `update person set password_hash = $2, updated_at = $3
       where id = $1 and status = 'active' and ($4::text is null or password_hash = $4)`,
      [actor.personId, passwordHash, at, insteadOf ?? null],
    );
    if (count === 0) return false;
    await this.audit.write(tx, { at, actor, action: 'person.change_password', subjectId: actor.personId });
    return true;
  }

  /**
   * Lets nobody in as this person any more; their own sessions are ended by the caller.
   * @throws Missing; Conflict `last_administrator`, `person_active` when the account is closed already.
   */
  async disable(tx: EntityManager, actor: Actor, personId: string, at: Date): Promise<void> {
    await insistOnAnotherAdministrator(tx, personId, at);
    await this.turn(tx, actor, personId, { from: 'active', to: 'disabled', at });
  }

  /** Undoes {@link disable}. @throws Missing; Conflict `person_disabled` when the account is not closed. */
  async enable(tx: EntityManager, actor: Actor, personId: string, at: Date): Promise<void> {
    await this.turn(tx, actor, personId, { from: 'disabled', to: 'active', at });
  }

  /**
   * Forgets registrations that nobody confirmed in time, each in its own transaction. Somebody whom another part of
   * the house already knows (a role, a booking) stays.
   * @returns how many were forgotten.
   */
  async forgetUnverified(now: Date): Promise<number> {
    const before = new Date(now.getTime() - unverifiedDays * 86_400_000);
    let forgotten = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.read<{ id: string }>(
        `select id from person
         where email_verified_at is null and status = 'active' and created_at < $1 and id > $2
         order by id limit ${batch}`,
        [before, after],
      );
      for (const { id } of rows) if (await this.forget(id, now)) forgotten++;
      const last = rows.at(-1);
      if (!last || rows.length < batch) return forgotten;
      after = last.id;
    }
  }

  private async forget(personId: string, at: Date): Promise<boolean> {
    try {
      return await this.database.transaction(async (tx) => {
        const [, count]: [unknown, number] = await tx.query(
          `delete from person where id = $1 and email_verified_at is null and status = 'active'`,
          [personId],
        );
        if (count === 0) return false;
        await this.audit.write(tx, { at, actor: theHouse, action: 'person.forget', subjectId: personId });
        return true;
      });
    } catch (error) {
      if (violatedConstraint(error) !== undefined) return false;
      throw error;
    }
  }

  private async turn(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    { from, to, at }: { from: 'active' | 'disabled'; to: 'active' | 'disabled'; at: Date },
  ): Promise<void> {
    const [, count]: [unknown, number] = await tx.query(
      `update person set status = $3, updated_at = $4 where id = $1 and status = $2`,
      [personId, from, to, at],
    );
    if (count === 0) {
      const known: unknown[] = await tx.query(`select 1 from person where id = $1 and status <> 'erased'`, [personId]);
      if (known.length === 0) throw new Missing('person');
      throw new Conflict(`person_${from}`, `This account is ${to} already.`);
    }
    await this.audit.write(tx, {
      at,
      actor,
      action: to === 'active' ? 'person.enable' : 'person.disable',
      subjectId: personId,
    });
  }
}

function itself(personId: string): Actor {
  return new Actor(personId, null, []);
}

/**
 * The law `last_administrator`: somebody active always holds the role. Locks the grants of all administrators first, so
 * that two who remove each other take turns.
 * @throws Conflict when the person is the last one.
 */
export async function insistOnAnotherAdministrator(tx: EntityManager, personId: string, at: Date): Promise<void> {
  await tx.query(`select id from role_grant where role = 'administrator' order by id for update`);
  const rows: { personId: string }[] = await tx.query(
    `select g.person_id as "personId" from role_grant g join person p on p.id = g.person_id
     where g.role = 'administrator' and (g.ends_at is null or g.ends_at > $1)
       and p.status = 'active' and p.email_verified_at is not null`,
    [at],
  );
  if (rows.length > 0 && rows.every((row) => row.personId === personId)) {
    throw new Conflict('last_administrator', 'This is the only administrator. Make somebody else one first.');
  }
}
