import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../platform/config/config';
import { Key, Secrets } from '../platform/secrets';

const idBytes = 16;
const macBytes = 32;

/**
 * Links that stop the mails of one kind for one person and can do nothing else. They carry who and what, signed by the
 * house: nothing is stored, and they work for as long as the key does.
 */
@Injectable()
export class UnsubscribeLinks {
  private readonly keys: [Key, ...Key[]];

  constructor(
    private readonly config: Config,
    secrets: Secrets,
  ) {
    this.keys = secrets.keys('unsubscribe');
  }

  /** The address for the header and the footer of a mail. */
  linkFor(personId: string, kind: string): string {
    const claim = Buffer.concat([Buffer.from(personId.replaceAll('-', ''), 'hex'), Buffer.from(kind)]);
    const token = Buffer.concat([claim, code(this.keys[0], claim)]).toString('base64url');
    return `${this.config.publicUrl}/api/v1/unsubscribe/${token}`;
  }

  /** Whom and what a link is about, or undefined when it was not made here. */
  read(token: string): { personId: string; kind: string } | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= idBytes + macBytes || bytes.toString('base64url') !== token) return undefined;
    const claim = bytes.subarray(0, -macBytes);
    const given = bytes.subarray(-macBytes);
    if (!this.keys.some((key) => timingSafeEqual(given, code(key, claim)))) return undefined;
    const id = claim.subarray(0, idBytes).toString('hex');
    const personId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { personId, kind: claim.subarray(idBytes).toString() };
  }
}

function code(key: Key, claim: Buffer): Buffer {
  return createHmac('sha256', key.bytes).update(claim).digest();
}
