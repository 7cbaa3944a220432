import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Forbidden, Unauthenticated } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { Attempt, Attempts } from './attempts.service';
import { codeAskedFor, openChallenge } from './challenges';
import { Browser, Entered, letIn } from './entering';
import { Links } from './links.service';
import { tokenHash } from './opaque-token';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';

interface Account {
  personId: string;
  passwordHash: string | null;
  isKnownDevice: boolean;
}

/** What came of a right password, when it is not that somebody came in. */
type NotYet = { isUnverified: true } | { challenge: string };

/** Coming in with an address and a password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
    private readonly links: Links,
  ) {}

  /**
   * Opens a session. An address that nobody has, a closed account and a wrong password are one answer, after the same
   * work. Somebody who has not confirmed their address learns so only with the right password, and is mailed a new link
   * (three an hour at most); somebody with a second factor is asked for a code. The session that the browser held before
   * is ended.
   * @throws Unauthenticated `invalid_credentials`, `second_factor_required` with a challenge;
   *   Forbidden `email_unverified`; TooMany while the account is locked
   */
  async signIn(email: string, password: string, browser: Browser): Promise<Entered> {
    const device = browser.deviceToken === undefined ? null : tokenHash(browser.deviceToken);
    const account = await this.account(email, device);
    let attempt: Attempt | undefined;
    const isRight = await this.passwords.verify(account?.passwordHash ?? null, password, async () => {
      attempt = await this.attempts.before('password', email, account?.isKnownDevice ? device : null);
    });
    if (!attempt) throw invalid();
    if (!account || !isRight) {
      await this.attempts.failed(attempt, email, account?.personId ?? null);
      throw invalid();
    }
    const entered = await this.enter(account, email, attempt, browser);
    if ('challenge' in entered) throw codeAskedFor(entered.challenge);
    if ('isUnverified' in entered) {
      this.links.announce();
      throw new Forbidden('email_unverified', 'Confirm your mail address first; we have sent you a link.');
    }
    return entered;
  }

  private enter(account: Account, email: string, attempt: Attempt, browser: Browser): Promise<Entered | NotYet> {
    const at = this.clock.now();
    const { personId } = account;
    return this.database.transaction(async (tx) => {
      // The password may have been changed, or the account closed, while it was being compared.
      const rows: { verified: boolean }[] = await tx.query(
        `select email_verified_at is not null as verified from person
         where id = $1 and password_hash = $2 and status = 'active' for no key update`,
        [personId, account.passwordHash],
      );
      const person = rows[0];
      if (!person) throw invalid();
      await this.attempts.succeeded(tx, attempt);
      if (!person.verified) {
        if (await this.attempts.mayMail(tx, 'register', email, at)) {
          await this.links.issue(tx, personId, 'verify_email', at);
        }
        return { isUnverified: true };
      }
      // A statement of its own: it sees what was committed while the one above waited for the lock.
      const factor: unknown[] = await tx.query(`select 1 from second_factor where person_id = $1`, [personId]);
      if (factor.length > 0) return { challenge: await openChallenge(tx, personId, at) };
      return letIn(tx, this.sessions, { personId, browser, factors: ['password'], at });
    });
  }

  private async account(email: string, device: Buffer | null): Promise<Account | undefined> {
    const [account] = await this.database.read<Account>(
      `select p.id as "personId", p.password_hash as "passwordHash",
         exists (select from known_device d where d.person_id = p.id and d.hash = $2) as "isKnownDevice"
       from person p where p.email = $1 and p.status = 'active'`,
      [email, device],
    );
    return account;
  }
}

function invalid(): Unauthenticated {
  return new Unauthenticated('invalid_credentials', 'The address or the password is not right.');
}
