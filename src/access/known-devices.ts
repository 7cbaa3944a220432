import { EntityManager } from 'typeorm';
import { newOpaqueToken, tokenHash } from './opaque-token';

/**
 * Makes the browser known to the person who has just proved who they are. A browser that several people of one house
 * use keeps its token; one that nobody has been known by is never taken over, because somebody may have planted it.
 * @returns the token for the browser to keep
 */
export async function rememberDevice(
  tx: EntityManager,
  personId: string,
  presented: string | undefined,
  at: Date,
): Promise<string> {
  const token = presented !== undefined && (await isKnown(tx, presented)) ? presented : newOpaqueToken();
  await tx.query(
    `insert into known_device (hash, person_id, created_at, last_used_at) values ($1, $2, $3, $3)
     on conflict (hash, person_id) do update set last_used_at = excluded.last_used_at`,
    [tokenHash(token), personId, at],
  );
  return token;
}

/** Forgets every browser of a person, after their password may have been in other hands. */
export async function forgetDevices(tx: EntityManager, personId: string): Promise<void> {
  await tx.query(`delete from known_device where person_id = $1`, [personId]);
}

async function isKnown(tx: EntityManager, token: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from known_device where hash = $1 limit 1`, [tokenHash(token)]);
  return rows.length > 0;
}
