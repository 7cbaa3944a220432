import { createHash } from 'node:crypto';

/** What is kept of a secret of 256 random bits: nobody can find it out from this, slow hashing would add nothing. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
