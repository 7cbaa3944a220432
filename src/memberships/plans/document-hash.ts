import { createHash } from 'node:crypto';
import { DocumentText } from './document.rules';

/** The fingerprint of a binding text: SHA-256 over title and body, in hexadecimal. Acceptances keep it. */
export function documentHash({ title, body }: DocumentText): string {
  return createHash('sha256').update(`${title}\n\n${body}`).digest('hex');
}
