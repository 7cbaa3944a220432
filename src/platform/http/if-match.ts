import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Malformed, Stale, Unconditional } from '../../kernel/errors';

/** The version that a change is meant for: a number, `any` for `If-Match: *`, or undefined when the header is missing. */
export type ExpectedVersion = number | 'any' | undefined;

/**
 * Parameter decorator: the version in the request's If-Match header. `@IfMatch('any')` takes a request without one for a
 * request with `*`: clients changed these things before they had a version, and still may.
 * @throws Malformed when it is not an ETag of ours.
 */
export const IfMatch = createParamDecorator((absent: 'any' | undefined, context: ExecutionContext): ExpectedVersion => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return absent;
  if (header.trim() === '*') return 'any';
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw Malformed.at('/headers/if-match', 'must be the ETag that was read, such as "3"');
  return Number(version);
});

/**
 * Insists that a change is meant for the present version of a thing.
 * @throws Unconditional when the change does not say, Stale when the thing has changed since.
 */
export function insistOnVersion(what: string, expected: ExpectedVersion, present: number): void {
  if (expected === undefined) throw new Unconditional(what);
  if (expected !== 'any' && expected !== present) throw new Stale(what);
}

/** Writes the version of a thing as the ETag of the answer, and hands the thing back. */
export function tagged<T extends { version: number }>(reply: FastifyReply, thing: T): T {
  void reply.header('etag', `"${thing.version}"`);
  return thing;
}
