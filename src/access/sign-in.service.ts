import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Forbidden, Unauthenticated } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { Attempt, Attempts } from './attempts.service';
import { rememberDevice } from './known-devices';
import { Links } from './links.service';
import { tokenHash } from './opaque-token';
import { Passwords } from './passwords';
import { RunningSession, Sessions } from './sessions.service';

/** What a browser brought along. */
export interface Browser {
  refreshToken?: string;
  deviceToken?: string;
}

/** Somebody came in: their session, and the token by which the browser is known from now on. */
export interface Entered {
  session: RunningSession;
  deviceToken: string;
}

interface Account {
  personId: string;
  passwordHash: string | null;
  isKnownDevice: boolean;
}

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
   * (three an hour at most). The session that the browser held before is ended.
   * @throws Unauthenticated `invalid_credentials`; Forbidden `email_unverified`; TooMany while the account is locked
   */
  async signIn(email: string, password: string, browser: Browser): Promise<Entered> {
    const device = browser.deviceToken === undefined ? null : tokenHash(browser.deviceToken);
    const account = await this.account(email, device);
    let attempt: Attempt | undefined;
    const isRight = await this.passwords.verify(account?.passwordHash ?? null, password, async () => {
      attempt = await this.attempts.beforePassword(email, account?.isKnownDevice ? device : null);
    });
    if (!attempt) throw invalid();
    if (!account || !isRight) {
      await this.attempts.failed(attempt, email, account?.personId ?? null);
      throw invalid();
    }
    const entered = await this.enter(account, email, attempt, browser);
    if (entered === 'unverified') {
      this.links.announce();
      throw new Forbidden('email_unverified', 'Confirm your mail address first; we have sent you a link.');
    }
    return entered;
  }

  private enter(account: Account, email: string, attempt: Attempt, browser: Browser): Promise<Entered | 'unverified'> {
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
        return 'unverified';
      }
      if (browser.refreshToken !== undefined) {
        await this.sessions.endOfToken(tx, browser.refreshToken, 'replaced', at);
      }
      const session = await this.sessions.open(tx, personId, at);
      return { session, deviceToken: await rememberDevice(tx, personId, browser.deviceToken, at) };
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
