import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing, Unauthenticated } from '../kernel/errors';
import { newId } from '../kernel/id';
import { plusMinutes } from '../kernel/period';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Secrets } from '../platform/secrets';
import { refreshGraceSeconds, refreshIdleDays, sessionDays } from './access.rules';
import { newOpaqueToken, successorOf, tokenHash } from './opaque-token';
import { PresentPassword } from './present-password';

/** A running session and the refresh token that keeps it going. */
export interface RunningSession {
  personId: string;
  sessionId: string;
  refreshToken: string;
  /** Until when the refresh token is good for anything. */
  refreshUntil: Date;
}

/** Why a session was ended. */
export type EndReason =
  | 'sign_out'
  | 'ended_elsewhere'
  | 'replaced'
  | 'refresh_reuse'
  | 'password_changed'
  | 'second_factor_changed'
  | 'disabled';

/** By what somebody has shown who they are. */
export type Factor = 'password' | 'totp' | 'recovery_code';

interface RotatedRow {
  sessionId: string;
  personId: string;
  refreshUntil: Date;
}

interface UsedRow extends RotatedRow {
  usedAt: Date | null;
}

/** Sessions: one per sign-in, kept going by refresh tokens of which only the newest is good. */
@Injectable()
export class Sessions {
  private readonly keys: Buffer[];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly present: PresentPassword,
    secrets: Secrets,
  ) {
    this.keys = secrets.keys('refresh-successor').map(({ bytes }) => bytes);
  }

  /** Opens a session with a new id and a new token, whatever the browser held before. */
  async open(tx: EntityManager, personId: string, factors: readonly Factor[], at: Date): Promise<RunningSession> {
    const sessionId = newId();
    const refreshToken = newOpaqueToken();
    const sessionUntil = plusDays(at, sessionDays);
    const refreshUntil = plusDays(at, refreshIdleDays);
    await tx.query(
      `with opened as (insert into session (id, person_id, created_at, expires_at) values ($1, $2, $3, $4))
       insert into refresh_token (hash, session_id, issued_at, expires_at) values ($5, $1, $3, $6)`,
      [sessionId, personId, at, sessionUntil, tokenHash(refreshToken), refreshUntil],
    );
    await this.audit.write(tx, {
      at,
      actor: new Actor(personId, sessionId, []),
      action: 'session.open',
      subjectId: personId,
      facts: { sessionId, factors },
    });
    return { personId, sessionId, refreshToken, refreshUntil };
  }

  /**
   * Trades a refresh token for its successor. One guarded update decides who trades it; whoever brings the same token
   * again within the grace period (two tabs, a lost answer) is given the same successor and nothing new is made. Later
   * than that, two parties hold the token, nobody can tell which is the thief, and the whole session is ended.
   * @throws Unauthenticated
   */
  async refresh(token: string): Promise<RunningSession> {
    const at = this.clock.now();
    const hash = tokenHash(token);
    const running = await this.database.transaction(
      async (tx) => (await this.rotate(tx, token, hash, at)) ?? (await this.repeat(tx, token, hash, at)),
    );
    if (!running) throw new Unauthenticated();
    return running;
  }

  /** Ends the session that a refresh token belongs to. Nothing happens when there is none. */
  async signOut(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    await this.database.transaction((tx) => this.endOfToken(tx, token, 'sign_out', this.clock.now()));
  }

  /** Ends the session that a refresh token belongs to, if it runs. */
  async endOfToken(tx: EntityManager, token: string, reason: EndReason, at: Date): Promise<void> {
    const [rows]: [{ id: string; personId: string }[], number] = await tx.query(
      `update session s set ended_at = $2, end_reason = $3
       from refresh_token t where t.hash = $1 and s.id = t.session_id and s.ended_at is null and s.expires_at > $2
       returning s.id, s.person_id as "personId"`,
      [tokenHash(token), at, reason],
    );
    const ended = rows[0];
    if (ended) await this.writeEnd(tx, new Actor(ended.personId, ended.id, []), ended.personId, ended.id, reason, at);
  }

  /**
   * Ends one of the actor's own sessions, after the password.
   * @throws Missing; Refused `current_password`; TooMany
   */
  async end(actor: Actor, sessionId: string, password: string): Promise<void> {
    await this.present.insist(actor, password);
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `update session set ended_at = $3, end_reason = 'ended_elsewhere'
         where id = $1 and person_id = $2 and ended_at is null and expires_at > $3`,
        [sessionId, actor.personId, at],
      );
      if (count === 0) throw new Missing('session');
      await this.writeEnd(tx, actor, actor.personId, sessionId, 'ended_elsewhere', at);
    });
  }

  /**
   * Ends all of the actor's sessions but the present one, after the password.
   * @returns how many were ended
   * @throws Refused `current_password`; TooMany
   */
  async endOthers(actor: Actor, password: string): Promise<number> {
    await this.present.insist(actor, password);
    const at = this.clock.now();
    return this.database.transaction((tx) =>
      this.endAll(tx, actor, actor.personId, 'ended_elsewhere', at, actor.sessionId),
    );
  }

  /**
   * Ends all sessions of a person, but the one to be spared, and every sign-in that still waits for its code.
   * @returns how many were ended
   */
  async endAll(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    reason: EndReason,
    at: Date,
    spared: string | null = null,
  ): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `update session set ended_at = $2, end_reason = $3
       where person_id = $1 and ended_at is null and expires_at > $2 and ($4::uuid is null or id <> $4)`,
      [personId, at, reason, spared],
    );
    await tx.query(`delete from sign_in_challenge where person_id = $1`, [personId]);
    if (count > 0) {
      await this.audit.write(tx, { at, actor, action: 'session.end', subjectId: personId, facts: { reason, count } });
    }
    return count;
  }

  private async rotate(tx: EntityManager, token: string, hash: Buffer, at: Date): Promise<RunningSession | undefined> {
    const refreshToken = successorOf(token, this.keys[0] as Buffer);
    const rows: RotatedRow[] = await tx.query(
      `with traded as (
         update refresh_token t set used_at = $2
         from session s join person p on p.id = s.person_id
         where t.hash = $1 and t.used_at is null and t.expires_at > $2
           and s.id = t.session_id and s.ended_at is null and s.expires_at > $2 and p.status = 'active'
         returning t.session_id, s.person_id, least(s.expires_at, $3::timestamptz) as good_until
       ), next as (
         insert into refresh_token (hash, session_id, issued_at, expires_at)
         select $4, session_id, $2, good_until from traded
       )
       select session_id as "sessionId", person_id as "personId", good_until as "refreshUntil" from traded`,
      [hash, at, plusDays(at, refreshIdleDays), tokenHash(refreshToken)],
    );
    return rows[0] && { ...rows[0], refreshToken };
  }

  /** What a token is worth that could not be traded: the successor it was traded for, or the end of its session. */
  private async repeat(tx: EntityManager, token: string, hash: Buffer, at: Date): Promise<RunningSession | undefined> {
    const rows: UsedRow[] = await tx.query(
      `select t.session_id as "sessionId", s.person_id as "personId", t.used_at as "usedAt",
         t.expires_at as "refreshUntil"
       from refresh_token t join session s on s.id = t.session_id join person p on p.id = s.person_id
       where t.hash = $1 and s.ended_at is null and s.expires_at > $2 and p.status = 'active'`,
      [hash, at],
    );
    const known = rows[0];
    if (!known?.usedAt) return undefined;
    if (at.getTime() - known.usedAt.getTime() <= refreshGraceSeconds * 1000) return this.successor(tx, token, known);
    await this.endStolen(tx, known, at);
    return undefined;
  }

  /** The successor that a token was traded for, perhaps with the key before the last change of the secret. */
  private async successor(tx: EntityManager, token: string, known: UsedRow): Promise<RunningSession | undefined> {
    for (const key of this.keys) {
      const refreshToken = successorOf(token, key);
      const rows: { refreshUntil: Date }[] = await tx.query(
        `select expires_at as "refreshUntil" from refresh_token where hash = $1 and session_id = $2`,
        [tokenHash(refreshToken), known.sessionId],
      );
      const found = rows[0];
      if (found) {
        const { personId, sessionId } = known;
        return { personId, sessionId, refreshToken, refreshUntil: found.refreshUntil };
      }
    }
    return undefined;
  }

  private async endStolen(tx: EntityManager, { sessionId, personId }: UsedRow, at: Date): Promise<void> {
    const [, count]: [unknown, number] = await tx.query(
      `update session set ended_at = $2, end_reason = 'refresh_reuse' where id = $1 and ended_at is null`,
      [sessionId, at],
    );
    if (count > 0) await this.writeEnd(tx, theHouse, personId, sessionId, 'refresh_reuse', at);
  }

  private writeEnd(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    sessionId: string,
    reason: EndReason,
    at: Date,
  ): Promise<void> {
    return this.audit.write(tx, {
      at,
      actor,
      action: 'session.end',
      subjectId: personId,
      facts: { sessionId, reason },
    });
  }
}

function plusDays(at: Date, days: number): Date {
  return plusMinutes(at, days * 24 * 60);
}
