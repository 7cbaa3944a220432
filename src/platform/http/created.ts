import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Writes where a new thing can be read from now on as the Location of the answer, and hands the thing back. */
export function created<T extends { id: string }>(reply: FastifyReply, things: string, thing: T): T {
  void reply.header('location', `/api/v1/${things}/${thing.id}`);
  return thing;
}

/** Says in the description of the API that a creating route takes an Idempotency-Key. */
export const TakesIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    description: 'a repeat with the same key and the same body is the same deed, and has the same answer',
  });
