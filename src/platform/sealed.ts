import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Key } from './secrets';

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a text (AES-256-GCM, a nonce of its own), bound to what it belongs to: elsewhere it cannot be opened. */
export function seal(text: string, key: Key, belongsTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Decrypts with the first key that fits; undefined when none does, or when it was sealed for something else. */
export function unseal(sealed: Buffer, keys: readonly Key[], belongsTo: string): string | undefined {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  for (const { bytes } of keys) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(tag);
      return decipher.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      // Sealed with another key: the one before the last change of the secret, perhaps.
    }
  }
  return undefined;
}

/** The same under the present key, so that a secret of before can go: as it was when nothing is to be done, or can be. */
export function resealed(sealed: Buffer, keys: readonly [Key, ...Key[]], belongsTo: string): Buffer {
  if (unseal(sealed, [keys[0]], belongsTo) !== undefined) return sealed;
  const text = unseal(sealed, keys.slice(1), belongsTo);
  return text === undefined ? sealed : seal(text, keys[0], belongsTo);
}
