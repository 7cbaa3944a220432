import { createParamDecorator, CustomDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Actor, Role } from '../kernel/actor';
import { Unauthenticated } from '../kernel/errors';

/** Key under which a route says who may enter. A route without it is refused, and the start fails on it. */
export const ENTRY = 'oasis:entry';

/** `public`: anybody; `signed-in`: any person; otherwise one of the roles, at whatever site. */
export type Entry = 'public' | 'signed-in' | readonly Role[];

/** The request after the guard has passed it. */
export type ActingRequest = FastifyRequest & { actor?: Actor };

/** Anybody may call this route, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata<string, Entry>(ENTRY, 'public');

/** Every signed-in person may call this route; what they see is their own. */
export const SignedIn = (): CustomDecorator => SetMetadata<string, Entry>(ENTRY, 'signed-in');

/** People who hold one of the roles at some site may call this route; the service checks at which. */
export const Roles = (...roles: Role[]): CustomDecorator => SetMetadata<string, Entry>(ENTRY, roles);

/** The person who is acting. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Unauthenticated();
  return actor;
});
