import { createHash, hkdfSync } from 'node:crypto';
import { Config } from './config/config';

/** A key made for one purpose, and a name for it that tells nothing about it. */
export interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Keys derived from the one secret of the configuration, a different one for each purpose (HKDF, RFC 5869), so that what
 * one of them signs means nothing to another.
 */
export class Secrets {
  private readonly sources: readonly string[];

  constructor(config: Pick<Config, 'jwtSecret' | 'jwtSecretPrevious'>) {
    this.sources = [config.jwtSecret, ...(config.jwtSecretPrevious === undefined ? [] : [config.jwtSecretPrevious])];
  }

  /** The keys for a purpose: the present one first, then the one before the last change of the secret, if any. */
  keys(purpose: string): [Key, ...Key[]] {
    const [present, ...before] = this.sources.map((secret) => derived(secret, purpose));
    if (!present) throw new Error('There is no secret to derive a key from.');
    return [present, ...before];
  }
}

function derived(secret: string, purpose: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'business-oasis', purpose, 32));
  return { id: createHash('sha256').update('key id').update(bytes).digest('base64url').slice(0, 12), bytes };
}
