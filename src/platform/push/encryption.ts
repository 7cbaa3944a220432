import { createCipheriv, createECDH, ECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives away so that it can be written to: its public key and a secret, both made for this alone. */
export interface BrowserKeys {
  /** An uncompressed point of P-256: 65 bytes. */
  publicKey: Buffer;
  /** 16 bytes. */
  authSecret: Buffer;
}

/** Made anew for every message; specs pass those of the RFC. */
interface OneTime {
  key: ECDH;
  salt: Buffer;
}

const curve = 'prime256v1';
const recordSize = 4096;

/** The longest text that fits into one record. Push services take 4096 bytes of body at least (RFC 8030, 7.2). */
export const longestPayload = recordSize - 16 - 4 - 1 - 65 - 16 - 1;

/**
 * Encrypts a text for one browser, as the body of a push message (RFC 8291, content coding `aes128gcm` of RFC 8188): the
 * push service in between can neither read nor change it.
 * @throws Error when the browser's key is no point of the curve, or the text is too long
 */
export function encrypted(payload: Buffer, { publicKey, authSecret }: BrowserKeys, once = oneTime()): Buffer {
  if (payload.length > longestPayload) throw new Error('The text is too long for a push message.');
  const own = once.key.getPublicKey();
  const shared = once.key.computeSecret(publicKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, own]);
  const secret = derived(shared, authSecret, info, 32);
  const key = derived(secret, once.salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(secret, once.salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // The byte after the text says that this record is the last one.
  const sealed = Buffer.concat([
    cipher.update(payload),
    cipher.update(Buffer.of(2)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(recordSize, 0);
  head.writeUInt8(own.length, 4);
  return Buffer.concat([once.salt, head, own, sealed]);
}

/** Whether bytes are a public key that can be computed with. */
export function isPublicKey(bytes: Buffer): boolean {
  try {
    const key = createECDH(curve);
    key.generateKeys();
    key.computeSecret(bytes);
    return bytes.length === 65;
  } catch {
    return false;
  }
}

function oneTime(): OneTime {
  const key = createECDH(curve);
  key.generateKeys();
  return { key, salt: randomBytes(16) };
}

function derived(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
