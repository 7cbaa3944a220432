import type { FastifyReply } from 'fastify';

/** Writes where a new thing can be read from now on as the Location of the answer, and hands the thing back. */
export function created<T extends { id: string }>(reply: FastifyReply, things: string, thing: T): T {
  void reply.header('location', `/api/v1/${things}/${thing.id}`);
  return thing;
}
