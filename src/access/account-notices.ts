import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import { AccountChange } from './account-notice.entity';

/** Writes down that a person shall be told what has happened to their account. The mail is planned from the row. */
export async function noteAccountChange(
  tx: EntityManager,
  personId: string,
  what: AccountChange,
  at: Date,
): Promise<void> {
  await tx.query(`insert into account_notice (id, person_id, what, at) values ($1, $2, $3, $4)`, [
    newId(),
    personId,
    what,
    at,
  ]);
}
