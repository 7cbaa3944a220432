import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../platform/config/config';
import { Key, Secrets } from '../platform/secrets';
import { LinkPurpose } from './access.rules';

const paths: Record<LinkPurpose, string> = {
  verify_email: '/verify-email',
  reset_password: '/reset-password',
  already_registered: '/sign-in',
};

const idBytes = 16;
const macBytes = 32;

/**
 * The secrets of mailed links. A secret is the id of its `one_time_token` row and a code that only the server's key can
 * make for that id and purpose: nothing secret is stored, and the mail can be written long after the row.
 */
@Injectable()
export class LinkSecrets {
  private readonly keys: [Key, ...Key[]];

  constructor(
    private readonly config: Config,
    secrets: Secrets,
  ) {
    this.keys = secrets.keys('mailed-link');
  }

  /** The secret for the row with this id; it opens nothing but this purpose. */
  secretFor(tokenId: string, purpose: LinkPurpose): string {
    const id = Buffer.from(tokenId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, code(this.keys[0], id, purpose)]).toString('base64url');
  }

  /**
   * The whole address for a mail. Its secret stands behind the `#`, which a browser sends to nobody: no log and no proxy
   * on the way can keep it. A link that only points somewhere carries none.
   */
  linkFor(tokenId: string, purpose: LinkPurpose): string {
    const address = `${this.config.publicUrl}${paths[purpose]}`;
    return purpose === 'already_registered' ? address : `${address}#token=${this.secretFor(tokenId, purpose)}`;
  }

  /** The id of the row that a secret was made for, or undefined when it was not made here or for something else. */
  tokenIdOf(secret: string, purpose: LinkPurpose): string | undefined {
    const bytes = Buffer.from(secret, 'base64url');
    if (bytes.length !== idBytes + macBytes || bytes.toString('base64url') !== secret) return undefined;
    const id = bytes.subarray(0, idBytes);
    const given = bytes.subarray(idBytes);
    if (!this.keys.some((key) => timingSafeEqual(given, code(key, id, purpose)))) return undefined;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

function code(key: Key, id: Buffer, purpose: LinkPurpose): Buffer {
  return createHmac('sha256', key.bytes).update(purpose).update('\0').update(id).digest();
}
