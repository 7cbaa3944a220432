import { createECDH, createHash, createPrivateKey, KeyObject, sign } from 'node:crypto';
import { Key, Secrets } from '../secrets';

/** A key pair by which push services know that messages are from us (VAPID, RFC 8292). */
export interface ServerKey {
  id: string;
  /** As browsers ask for it: base64url of the uncompressed point. */
  publicKey: string;
  /** The header that proves to the push service of an origin who is speaking. `contact`: whom its people can turn to. */
  authorization(origin: string, contact: string, now: Date): string;
}

/** A push service believes a proof for so many seconds; it may be a day at most. */
const validity = 12 * 3600;

/**
 * Our keys for push services, derived from the one secret of the configuration: nothing is stored, nothing is to be set
 * up, and all processes have the same. The present one comes first, then that of the secret before the last change, which
 * speaks to the browsers that have subscribed under it.
 */
export function serverKeys(secrets: Secrets): [ServerKey, ...ServerKey[]] {
  const [present, ...before] = secrets.keys('push');
  return [serverKey(present), ...before.map(serverKey)];
}

function serverKey({ id, bytes }: Key): ServerKey {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(scalar(bytes));
  const point = pair.getPublicKey();
  const publicKey = point.toString('base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const d = padded(pair.getPrivateKey()).toString('base64url');
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d } });
  return {
    id,
    publicKey,
    authorization: (origin, contact, now) => `vapid t=${proof(key, origin, contact, now)}, k=${publicKey}`,
  };
}

function proof(key: KeyObject, aud: string, sub: string, now: Date): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(now.getTime() / 1000) + validity;
  const claim = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode({ aud, exp, sub })}`;
  const signature = sign('sha256', Buffer.from(claim), { key, dsaEncoding: 'ieee-p1363' });
  return `${claim}.${signature.toString('base64url')}`;
}

/** A private key out of random bytes; those few that are too great for the curve are hashed once more. */
function scalar(bytes: Buffer): Buffer {
  try {
    createECDH('prime256v1').setPrivateKey(bytes);
    return bytes;
  } catch {
    return scalar(createHash('sha256').update(bytes).digest());
  }
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]);
}
