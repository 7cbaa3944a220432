import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { Attempt, Attempts } from './attempts.service';
import { Passwords } from './passwords';

/** Somebody who has just said their password again. */
export interface Confirmed {
  email: string;
  fullName: string;
  passwordHash: string;
}

/** Asking somebody who is signed in for their password again, before what a borrowed telephone must not be enough for. */
@Injectable()
export class PresentPassword {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Insists on the actor's present password. Wrong tries are counted for the session, so a stolen one is no place to
   * guess from.
   * @throws Refused `current_password`; TooMany
   */
  async insist({ personId, sessionId }: Actor, typed: string): Promise<Confirmed> {
    const [holder] = await this.database.read<Omit<Confirmed, 'passwordHash'> & { passwordHash: string | null }>(
      `select email, full_name as "fullName", password_hash as "passwordHash" from person where id = $1`,
      [personId],
    );
    if (!holder) throw wrongPassword();
    const { email, fullName, passwordHash } = holder;
    let attempt: Attempt | undefined;
    const isRight = await this.passwords.verify(passwordHash, typed, async () => {
      attempt = await this.attempts.before('password', email, sessionDevice({ personId, sessionId }));
    });
    const tried = attempt;
    if (!isRight || !tried || passwordHash === null) {
      if (tried) await this.attempts.failed(tried, email, personId);
      throw wrongPassword();
    }
    await this.database.transaction((tx) => this.attempts.succeeded(tx, tried));
    return { email, fullName, passwordHash };
  }
}

/** The counter of tries that a session has for itself. */
export function sessionDevice({ personId, sessionId }: Pick<Actor, 'personId' | 'sessionId'>): Buffer {
  return Buffer.from(sessionId ?? personId);
}

/** What is said to a wrong password, and to one that has been replaced meanwhile. */
export function wrongPassword(): Refused {
  return new Refused([{ code: 'current_password', detail: 'The present password is not right.', facts: {} }]);
}
