import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import { Key, Secrets } from '../../platform/secrets';
import { codeAlphabet, codeLength } from './check-in-code.rules';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Makes codes, and keeps them so that the table alone opens nothing: what is scanned is looked up by its hash, which no
 * change of the secret touches, so what is printed goes on working; what is to be printed again is sealed with a key of
 * the configuration and bound to its resource.
 */
@Injectable()
export class CodeKeeper {
  private readonly keys: [Key, ...Key[]];

  constructor(secrets: Secrets) {
    this.keys = secrets.keys('check-in-code');
  }

  /** A new code that nobody can guess. */
  mint(): string {
    return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
  }

  /** What a code is looked up by. */
  hash(code: string): Buffer {
    return createHash('sha256').update('check-in-code\0').update(code).digest();
  }

  /** AES-256-GCM: nonce, tag and text. */
  seal(code: string, resourceId: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keys[0].bytes, nonce).setAAD(Buffer.from(resourceId));
    const text = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** The code again; undefined when it was sealed for another resource, or with a secret that is gone. */
  open(sealed: Buffer, resourceId: string): string | undefined {
    for (const { bytes } of this.keys) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', bytes, sealed.subarray(0, nonceBytes))
          .setAAD(Buffer.from(resourceId))
          .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
        return text.toString('utf8');
      } catch {
        // Another key, perhaps.
      }
    }
    return undefined;
  }
}
