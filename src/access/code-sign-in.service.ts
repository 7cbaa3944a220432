import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Unauthenticated } from '../kernel/errors';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { Actor } from '../kernel/actor';
import { noteAccountChange } from './account-notices';
import { Attempt, Attempts } from './attempts.service';
import { challengeOver } from './challenges';
import { Browser, Entered, letIn } from './entering';
import { tokenHash } from './opaque-token';
import { FactorCodes } from './second-factor/factor-codes';
import { Sessions } from './sessions.service';

interface Challenged {
  personId: string;
  email: string;
  isKnownDevice: boolean;
}

/** The second step of coming in: the code, after the password was right. */
@Injectable()
export class CodeSignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly codes: FactorCodes,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Opens a session for whoever holds the challenge of a right password and types a code of the app, or a recovery code.
   * After a wrong code the challenge may be tried again while it lasts; a right one uses it up.
   * @throws Unauthenticated `challenge_over`, `invalid_code`; TooMany while the codes of the account are locked
   */
  async signIn(challenge: string, code: string, browser: Browser): Promise<Entered> {
    const hash = tokenHash(challenge);
    const device = browser.deviceToken === undefined ? null : tokenHash(browser.deviceToken);
    const challenged = await this.challenged(hash, device);
    if (!challenged) throw challengeOver();
    const { personId, email, isKnownDevice } = challenged;
    const attempt = await this.attempts.before('code', email, isKnownDevice ? device : null);
    const entered = await this.enter(personId, { hash, code, browser, attempt });
    if (!entered) {
      await this.attempts.failed(attempt, email, personId);
      throw new Unauthenticated('invalid_code', 'The code is not right, or it was used already.');
    }
    this.doorbell.ring();
    return entered;
  }

  private enter(
    personId: string,
    { hash, code, browser, attempt }: { hash: Buffer; code: string; browser: Browser; attempt: Attempt },
  ): Promise<Entered | undefined> {
    return this.database.transaction(async (tx) => {
      await tx.query(`select 1 from person where id = $1 for no key update`, [personId]);
      // Looked at after the wait for the lock: by now the clock has moved on, and others may have come in with the code.
      const at = this.clock.now();
      const open: unknown[] = await tx.query(
        `select 1 from sign_in_challenge c join person p on p.id = c.person_id
         where c.hash = $1 and c.expires_at > $2 and p.status = 'active'`,
        [hash, at],
      );
      if (open.length === 0) throw challengeOver();
      const shown = await this.codes.take(tx, personId, code, at);
      if (!shown) return undefined;
      await tx.query(`delete from sign_in_challenge where hash = $1`, [hash]);
      await this.attempts.succeeded(tx, attempt);
      const entered = await letIn(tx, this.sessions, { personId, browser, factors: ['password', shown], at });
      if (shown === 'recovery_code') {
        const actor = new Actor(personId, entered.session.sessionId, []);
        await this.audit.write(tx, { at, actor, action: 'second_factor.use_recovery_code', subjectId: personId });
        await noteAccountChange(tx, personId, 'recovery_code_used', at);
      }
      return entered;
    });
  }

  private async challenged(hash: Buffer, device: Buffer | null): Promise<Challenged | undefined> {
    const [row] = await this.database.read<Challenged>(
      `select c.person_id as "personId", p.email,
         exists (select from known_device d where d.person_id = p.id and d.hash = $2) as "isKnownDevice"
       from sign_in_challenge c join person p on p.id = c.person_id
       where c.hash = $1 and c.expires_at > $3 and p.status = 'active'`,
      [hash, device, this.clock.now()],
    );
    return row;
  }
}
