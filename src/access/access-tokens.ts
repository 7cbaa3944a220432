import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { createSecretKey, KeyObject, randomUUID } from 'node:crypto';
import { Clock } from '../kernel/clock';
import { Unauthenticated } from '../kernel/errors';
import { isId } from '../kernel/id';
import { Config } from '../platform/config/config';
import { Secrets } from '../platform/secrets';
import { accessTokenSeconds } from './access.rules';

/** Whom a token speaks of. What they may do is never in it; that is read from the database on each request. */
export interface Claims {
  personId: string;
  sessionId: string;
}

interface Verified extends Claims {
  /** Seconds since 1970. */
  expiresAt: number;
  notBefore: number;
}

/** Clocks of several servers differ by a little; a token is not refused for that. Seconds. */
const tolerance = 5;
const algorithm = 'HS256';
const type = 'at+jwt';
const mostRemembered = 10_000;

/**
 * Access tokens (RFC 9068 in form): made here, and checked here only. A signature that was found good once is
 * remembered while the token lives, because checking it again costs more than everything else a guard does; times,
 * session and person are looked at every time.
 */
@Injectable()
export class AccessTokens {
  private readonly keys: Map<string, KeyObject>;
  private readonly present: { id: string; key: KeyObject };
  private readonly issuer: string;
  private readonly audience: string;
  private readonly remembered = new Map<string, Verified>();

  constructor(
    config: Config,
    secrets: Secrets,
    private readonly clock: Clock,
  ) {
    const keys = secrets.keys('access-token').map(({ id, bytes }) => ({ id, key: createSecretKey(bytes) }));
    this.present = keys[0] as { id: string; key: KeyObject };
    this.keys = new Map(keys.map(({ id, key }) => [id, key]));
    this.issuer = config.publicUrl;
    this.audience = `${config.publicUrl}/api`;
  }

  /** A token for a session, good for {@link accessTokenSeconds}. */
  async issue({ personId, sessionId }: Claims): Promise<string> {
    const now = this.seconds();
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: algorithm, typ: type, kid: this.present.id })
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setSubject(personId)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + accessTokenSeconds)
      .sign(this.present.key);
  }

  /**
   * Checks everything a token says: key, algorithm, type, critical extensions, issuer, audience, times, and that it
   * names a person and a session.
   * @throws Unauthenticated, without saying what was wrong
   */
  async verify(token: string): Promise<Claims> {
    const known = this.remembered.get(token);
    if (known) {
      if (this.isCurrent(known)) return known;
      this.remembered.delete(token);
      throw new Unauthenticated();
    }
    const verified = await this.check(token);
    if (this.remembered.size >= mostRemembered) {
      const oldest = this.remembered.keys().next();
      if (!oldest.done) this.remembered.delete(oldest.value);
    }
    this.remembered.set(token, verified);
    return verified;
  }

  private async check(token: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyNamed(kid), {
        algorithms: [algorithm],
        typ: type,
        issuer: this.issuer,
        audience: this.audience,
        requiredClaims: ['exp', 'iat', 'nbf', 'sub', 'sid', 'jti'],
        maxTokenAge: accessTokenSeconds,
        clockTolerance: tolerance,
        currentDate: this.clock.now(),
      });
      const { sub, sid, exp, nbf } = payload;
      if (typeof sub !== 'string' || typeof sid !== 'string' || !isId(sub) || !isId(sid))
        throw new Error('names nobody');
      return { personId: sub, sessionId: sid, expiresAt: exp as number, notBefore: nbf as number };
    } catch {
      throw new Unauthenticated();
    }
  }

  private keyNamed(id: string | undefined): KeyObject {
    const key = id === undefined ? undefined : this.keys.get(id);
    if (!key) throw new Error('no such key');
    return key;
  }

  private isCurrent({ expiresAt, notBefore }: Verified): boolean {
    const now = this.seconds();
    return now < expiresAt + tolerance && now >= notBefore - tolerance;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
