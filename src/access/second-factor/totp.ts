import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app takes for granted: HMAC-SHA-1, six digits, thirty seconds. Many ignore anything else. */
export const stepSeconds = 30;
const digits = 6;

/** Bytes of a secret: as many as the hash has, as RFC 4226 asks for. */
export const secretBytes = 20;

/** The step of thirty seconds that an instant lies in, counted from 1970. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/** The code of a step (RFC 6238; truncated as in RFC 4226, section 5.3). */
export function totp(secret: Buffer, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.readUInt8(mac.length - 1) & 0x0f) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, '0');
}

/**
 * The step whose code was typed: the present one, or one to either side of it, since clocks differ and typing takes time
 * (RFC 6238, section 5.2). All three are compared whatever comes out, each in constant time.
 * @returns undefined when it is none of them
 */
export function matchingStep(secret: Buffer, typed: string, at: Date): number | undefined {
  const present = stepAt(at);
  const given = Buffer.from(typed);
  const matching = [present - 1, present, present + 1].filter((step) => isSame(Buffer.from(totp(secret, step)), given));
  return matching.at(-1);
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base32 (RFC 4648, section 6), without the padding that nobody types. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address that an authenticator app reads from a picture: whose secret it is, and which. */
export function otpauthAddress(secret: Buffer, email: string): string {
  const issuer = 'Business Oasis';
  const asked = { secret: base32(secret), issuer, algorithm: 'SHA1', digits, period: stepSeconds };
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${query.join('&')}`;
}
