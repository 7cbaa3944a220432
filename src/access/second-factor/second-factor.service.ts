import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Refused } from '../../kernel/errors';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { AccountChange } from '../account-notice.entity';
import { noteAccountChange } from '../account-notices';
import { Attempts } from '../attempts.service';
import { PresentPassword, sessionDevice } from '../present-password';
import { Sessions } from '../sessions.service';
import { FactorCodes } from './factor-codes';
import { renewRecoveryCodes } from './recovery-codes';

/** What somebody says again who changes their second factor. */
export interface Shown {
  password: string;
  code: string;
}

/** What can be done with a second factor that is on; each asks for the password and a code. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: PresentPassword,
    private readonly attempts: Attempts,
    private readonly codes: FactorCodes,
    private readonly sessions: Sessions,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Switches it off; the recovery codes go with it, and all other sessions end.
   * @throws Refused `current_password`, `second_factor_code`; Conflict `second_factor_off`; TooMany
   */
  async switchOff(actor: Actor, shown: Shown): Promise<void> {
    await this.change(actor, shown, 'second_factor_off', async (tx, at) => {
      await forgetSecondFactor(tx, actor.personId);
      await this.audit.write(tx, { at, actor, action: 'second_factor.switch_off', subjectId: actor.personId });
      await this.sessions.endAll(tx, actor, actor.personId, 'second_factor_changed', at, actor.sessionId);
    });
  }

  /**
   * Makes new recovery codes; those before are worth nothing.
   * @returns the codes, which are never shown again
   * @throws Refused `current_password`, `second_factor_code`; Conflict `second_factor_off`; TooMany
   */
  renewRecoveryCodes(actor: Actor, shown: Shown): Promise<string[]> {
    return this.change(actor, shown, 'recovery_codes_renewed', async (tx, at) => {
      await this.audit.write(tx, {
        at,
        actor,
        action: 'second_factor.renew_recovery_codes',
        subjectId: actor.personId,
      });
      return renewRecoveryCodes(tx, actor.personId);
    });
  }

  /** Does something that password and code have to be shown for; wrong codes are counted for the session. */
  private async change<T>(
    actor: Actor,
    { password, code }: Shown,
    what: AccountChange,
    work: (tx: EntityManager, at: Date) => Promise<T>,
  ): Promise<T> {
    const { personId } = actor;
    const { email } = await this.passwords.insist(actor, password);
    const attempt = await this.attempts.before('code', email, sessionDevice(actor));
    const done = await this.database.transaction(async (tx) => {
      await insistOnSecondFactor(tx, personId);
      const at = this.clock.now();
      if (!(await this.codes.take(tx, personId, code, at))) return undefined;
      await this.attempts.succeeded(tx, attempt);
      await noteAccountChange(tx, personId, what, at);
      return { answer: await work(tx, at) };
    });
    if (!done) {
      await this.attempts.failed(attempt, email, personId);
      throw wrongCode();
    }
    this.doorbell.ring();
    return done.answer;
  }
}

/** Locks a person who has a second factor. @throws Conflict `second_factor_off` */
export async function insistOnSecondFactor(tx: EntityManager, personId: string): Promise<void> {
  await tx.query(`select 1 from person where id = $1 for no key update`, [personId]);
  const rows: unknown[] = await tx.query(`select 1 from second_factor where person_id = $1`, [personId]);
  if (rows.length === 0) throw new Conflict('second_factor_off', 'There is no second factor.');
}

/** Takes a second factor away, with its recovery codes. */
export async function forgetSecondFactor(tx: EntityManager, personId: string): Promise<void> {
  await tx.query(`delete from second_factor where person_id = $1`, [personId]);
}

/** What is said to a code that is not right. */
export function wrongCode(): Refused {
  return new Refused([
    { code: 'second_factor_code', detail: 'The code is not right, or it was used already.', facts: {} },
  ]);
}
