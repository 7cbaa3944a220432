import { randomBytes } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { tokenHash } from '../opaque-token';
import { base32 } from './totp';

/** How many are made at once: enough for years, and they fit on a slip of paper. */
export const recoveryCodeCount = 10;

/** 120 bits: more than the 112 from which a plain hash is enough to keep them by, and 24 letters exactly. */
const bytes = 15;

/** What a recovery code looks like when nothing but its letters is left. */
export const recoveryCodeForm = /^[A-Z2-7]{24}$/;

/**
 * Gives a person new recovery codes instead of those before. Only their hashes are kept.
 * @returns the codes, to be shown once, in groups of four
 */
export async function renewRecoveryCodes(tx: EntityManager, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => base32(randomBytes(bytes)));
  await tx.query(`delete from recovery_code where person_id = $1`, [personId]);
  await tx.query(`insert into recovery_code (person_id, hash) select $1, unnest($2::bytea[])`, [
    personId,
    codes.map(tokenHash),
  ]);
  return codes.map((code) => (code.toLowerCase().match(/.{4}/g) ?? []).join('-'));
}

/** Uses a recovery code up. @returns whether it was one of the person's that nobody had used */
export async function useRecoveryCode(tx: EntityManager, personId: string, code: string, at: Date): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update recovery_code set used_at = $3 where person_id = $1 and hash = $2 and used_at is null`,
    [personId, tokenHash(code), at],
  );
  return count > 0;
}
