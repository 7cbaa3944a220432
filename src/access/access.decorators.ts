import { createParamDecorator, CustomDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Actor, Role } from '../kernel/actor';
import { Unauthenticated } from '../kernel/errors';
import { Config } from '../platform/config/config';
import { Entry, ENTRY } from '../platform/http/entry';

// The platform's own routes declare their entry too, so the key and `Public` live there.
export type { Entry } from '../platform/http/entry';
export { ENTRY, Public } from '../platform/http/entry';

/** The request after the guard has passed it. */
export type ActingRequest = FastifyRequest & { actor?: Actor };

/** Every signed-in person may call this route; what they see is their own. */
export const SignedIn = (): CustomDecorator => SetMetadata<string, Entry>(ENTRY, 'signed-in');

/** People who hold one of the roles at some site may call this route; the service checks at which. */
export const Roles = (...roles: Role[]): CustomDecorator => SetMetadata<string, Entry>(ENTRY, roles);

/** Whether a route is open to somebody who still has to switch a second factor on. */
export const OPEN_WITHOUT_SECOND_FACTOR = 'open-without-second-factor';

/**
 * For what is one's own account: it stays open while the house asks for a second factor that is not there yet
 * (`SECOND_FACTOR_FOR`). Everything else is closed until then.
 */
export const OpenWithoutSecondFactor = (): CustomDecorator => SetMetadata(OPEN_WITHOUT_SECOND_FACTOR, true);

/** Where a cookie may bring the token, and by which name. */
export const TOKEN_COOKIE = 'token-cookie';

/**
 * The name that such a cookie has here: over https one that browsers take from https only. It cannot be bound to the host
 * by `__Host-`, since it is bound to a path.
 */
export function tokenCookieName(name: string, { isProduction, publicUrl }: Config): string {
  return isProduction || publicUrl.startsWith('https:') ? `__Secure-${name}` : name;
}

/**
 * For pages that a browser opens by itself and that only show something: on GET the token may come by this cookie. It is
 * set for the path of these routes only, and everything else about it is checked as ever.
 */
export const TokenByCookie = (name: string): CustomDecorator => SetMetadata(TOKEN_COOKIE, name);

/** The person who is acting. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Unauthenticated();
  return actor;
});
