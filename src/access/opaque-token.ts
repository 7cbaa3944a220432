import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 bits, written as 43 characters of base64url. */
const form = /^[A-Za-z0-9_-]{43}$/;

/** A new secret that nobody can guess, for a cookie. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text has the form of such a secret. */
export function isOpaqueToken(text: string | undefined): text is string {
  return text !== undefined && form.test(text);
}

/** What is stored of a secret: enough to recognise it, useless to whoever reads the table. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token that follows a token: always the same one, so it can be told again without having been kept. */
export function successorOf(token: string, key: Buffer): string {
  return createHmac('sha256', key).update(token).digest('base64url');
}
