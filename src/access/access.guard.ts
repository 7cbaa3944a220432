import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Role } from '../kernel/actor';
import { Forbidden, Unauthenticated } from '../kernel/errors';
import { askedLocale, Locale } from '../people/people.rules';
import { Config } from '../platform/config/config';
import {
  ActingRequest,
  ENTRY,
  Entry,
  OPEN_WITHOUT_SECOND_FACTOR,
  TOKEN_COOKIE,
  tokenCookieName,
} from './access.decorators';
import { AccessQueries, Present } from './access.queries';
import { AccessTokens } from './access-tokens';
import { isAskedOf } from './second-factor/second-factor.rules';

const bearer = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
/** Ours have about 400 characters; nothing longer is worth a signature check. */
const longest = 2_000;

/** Stands at every route and lets nobody in whom the route does not name. A route that names nobody is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly access: AccessQueries,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const entry = this.reflector.getAllAndOverride<Entry | undefined>(ENTRY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (entry === 'public') return true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const { actor, hasSecondFactor } = await this.present(
      request.headers.authorization ?? this.byCookie(context, request),
      askedLocale(request.headers['accept-language']),
    );
    request.actor = actor;
    if (!hasSecondFactor && isAskedOf(actor.roles, this.config.secondFactorFor) && !this.isOpenWithout(context))
      throw lacksSecondFactor();
    if (entry === 'signed-in') return true;
    if (entry === undefined || !actor.holdsAny(entry)) throw lacksRole(entry ?? []);
    return true;
  }

  /** Reading only: what another site makes a browser send changes nothing. */
  private byCookie(context: ExecutionContext, request: ActingRequest): string | undefined {
    const name = this.reflector.get<string | undefined>(TOKEN_COOKIE, context.getClass());
    if (name === undefined || request.method !== 'GET') return undefined;
    const token = request.cookies[tokenCookieName(name, this.config)];
    return token === undefined ? undefined : `Bearer ${token}`;
  }

  private isOpenWithout(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<true | undefined>(OPEN_WITHOUT_SECOND_FACTOR, places) === true;
  }

  private async present(authorization: string | undefined, locale: Locale | undefined): Promise<Present> {
    const token =
      authorization === undefined || authorization.length > longest ? undefined : bearer.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated();
    const present = await this.access.actor(await this.tokens.verify(token), locale);
    if (!present) throw new Unauthenticated();
    return present;
  }
}

function lacksRole(wanted: readonly Role[]): Forbidden {
  return new Forbidden('role_required', `This is for people with the role ${wanted.join(' or ') || '(nobody)'}.`);
}

function lacksSecondFactor(): Forbidden {
  return new Forbidden(
    'second_factor_missing',
    'Your roles ask for a second factor. Switch it on in your settings; everything else is open after that.',
  );
}
