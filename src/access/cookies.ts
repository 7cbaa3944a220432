import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Forbidden } from '../kernel/errors';
import { Config } from '../platform/config/config';
import { deviceDays } from './access.rules';
import { isOpaqueToken } from './opaque-token';

/** The tokens that a browser brought along. */
export interface Brought {
  refreshToken?: string;
  deviceToken?: string;
}

/**
 * The two cookies of access. Both are out of reach of scripts and are sent by this site's own pages only; over https
 * their names bind them to this host (`__Host-`).
 */
@Injectable()
export class Cookies {
  private readonly secure: boolean;
  private readonly origin: string;
  readonly refreshName: string;
  readonly deviceName: string;

  constructor(config: Config) {
    this.origin = new URL(config.publicUrl).origin;
    this.secure = config.isProduction || this.origin.startsWith('https:');
    const prefix = this.secure ? '__Host-' : '';
    this.refreshName = `${prefix}oasis-refresh`;
    this.deviceName = `${prefix}oasis-device`;
  }

  /** The tokens that came with a request, as far as they have the form of one. */
  browser(request: FastifyRequest): Brought {
    return {
      refreshToken: wellFormed(request.cookies[this.refreshName]),
      deviceToken: wellFormed(request.cookies[this.deviceName]),
    };
  }

  /** Hands over a refresh token. */
  handRefreshToken(reply: FastifyReply, token: string, until: Date): void {
    void reply.setCookie(this.refreshName, token, { ...this.manners(), expires: until });
  }

  /** Makes the browser known. */
  handDeviceToken(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.deviceName, token, { ...this.manners(), maxAge: deviceDays * 86_400 });
  }

  /** Takes the refresh token back. The browser stays known. */
  dropRefreshToken(reply: FastifyReply): void {
    void reply.clearCookie(this.refreshName, this.manners());
  }

  /**
   * The law `own_origin`: what acts on cookies is asked for by this site's own pages. A browser says where a request
   * comes from and a foreign page cannot change that; programs without a browser say nothing and have nobody's cookies.
   * @throws Forbidden
   */
  insistOnOwnOrigin(request: FastifyRequest): void {
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    const foreign =
      (origin !== undefined && origin !== this.origin && !sameHost(origin, host)) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign) throw new Forbidden('own_origin', 'This can only be asked for by the pages of this site.');
  }

  private manners(): { path: string; httpOnly: true; sameSite: 'strict'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure };
  }
}

function wellFormed(token: string | undefined): string | undefined {
  return isOpaqueToken(token) ? token : undefined;
}

/** Whether the page stands on the host it calls: how a development server and a changed port are their own origin. */
function sameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
