import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Missing } from '../kernel/errors';

/** 256 bits in the alphabet of addresses, sent as any bearer token is (RFC 6750). */
const shown = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/**
 * The secret that a display shows in its `Authorization` header, since an address would carry it into the logs of whoever
 * passes it on. It says nothing about who is signed in, and opens what it was made for only.
 * @throws Missing for none, and for what cannot be one: to whoever guesses they are as good as a wrong one
 */
export const DisplaySecret = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const secret = shown.exec(headers.authorization ?? '')?.[1];
  if (secret === undefined) throw new Missing('display');
  return secret;
});
