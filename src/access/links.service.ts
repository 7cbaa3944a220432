import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { plusMinutes } from '../kernel/period';
import { Doorbell } from '../platform/queue/doorbell';
import { linkMinutes, LinkPurpose } from './access.rules';
import { LinkSecrets } from './link-secrets';

/** Links that are mailed to people, each usable once. The mail itself is planned from the row. */
@Injectable()
export class Links {
  constructor(
    private readonly secrets: LinkSecrets,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Writes down that a link shall be mailed. Earlier ones of the same purpose stop working. The same statement is sent for
   * nobody (null) and for somebody whose account is closed, who get none: its time does not tell who is known.
   */
  async issue(tx: EntityManager, personId: string | null, purpose: LinkPurpose, at: Date): Promise<void> {
    await tx.query(
      `with replaced as (
         update one_time_token set used_at = $4 where person_id = $2 and purpose = $3 and used_at is null
       )
       insert into one_time_token (id, person_id, purpose, created_at, expires_at)
       select $1, p.id, $3, $4, $5 from person p where p.id = $2 and p.status = 'active'`,
      [newId(), personId, purpose, at, plusMinutes(at, linkMinutes[purpose])],
    );
  }

  /** Has the mails written soon. Called after the command has committed. */
  announce(): void {
    this.doorbell.ring();
  }

  /** The row a secret stands for. @throws Refused `link_usable` when it was not made here or for something else */
  idOf(secret: string, purpose: LinkPurpose): string {
    const id = this.secrets.tokenIdOf(secret, purpose);
    if (id === undefined) throw unusableLink();
    return id;
  }

  /**
   * Uses a link up.
   * @returns whose it is
   * @throws Refused `link_usable` when it has been used or replaced, or its time is over
   */
  async use(tx: EntityManager, id: string, purpose: LinkPurpose, at: Date): Promise<string> {
    // People before anything else of theirs, as in every command.
    await tx.query(
      `select 1 from person p where id = (select person_id from one_time_token where id = $1) for no key update`,
      [id],
    );
    const [rows]: [{ personId: string }[], number] = await tx.query(
      `update one_time_token t set used_at = $3
       from person p
       where t.id = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3
         and p.id = t.person_id and p.status = 'active'
       returning t.person_id as "personId"`,
      [id, purpose, at],
    );
    const personId = rows[0]?.personId;
    if (personId === undefined) throw unusableLink();
    return personId;
  }
}

/** The one answer for every link that does not work. */
export function unusableLink(): Refused {
  return new Refused([
    {
      code: 'link_usable',
      detail: 'This link does not work (any more). Ask for a new one.',
      facts: {},
    },
  ]);
}
