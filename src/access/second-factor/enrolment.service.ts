import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { instant, plusMinutes } from '../../kernel/period';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { qrPicture } from '../../platform/qr-picture';
import { Doorbell } from '../../platform/queue/doorbell';
import { noteAccountChange } from '../account-notices';
import { PresentPassword } from '../present-password';
import { Sessions } from '../sessions.service';
import { FactorCodes } from './factor-codes';
import { renewRecoveryCodes } from './recovery-codes';
import { enrolmentMinutes } from './second-factor.rules';
import { wrongCode } from './second-factor.service';
import { base32, matchingStep, otpauthAddress } from './totp';

/** What an authenticator app needs, in the three forms that people take it in by. */
export interface Enrolment {
  address: string;
  picture: string;
  setupKey: string;
  expiresAt: string;
}

/** Switching a second factor on: a secret is shown, and counts once a code made of it has come back. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: PresentPassword,
    private readonly codes: FactorCodes,
    private readonly sessions: Sessions,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Shows a new secret; one that was shown before and not confirmed is worth nothing from now on.
   * @throws Refused `current_password`; TooMany; Conflict `second_factor_on`
   */
  async start(actor: Actor, password: string): Promise<Enrolment> {
    const { email } = await this.passwords.insist(actor, password);
    const secret = this.codes.mint();
    const expiresAt = plusMinutes(this.clock.now(), enrolmentMinutes);
    await this.database.transaction(async (tx) => {
      await lockWithout(tx, actor.personId);
      await tx.query(
        `insert into second_factor_enrolment (person_id, sealed_secret, expires_at) values ($1, $2, $3)
         on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, expires_at = excluded.expires_at`,
        [actor.personId, this.codes.seal(secret, actor.personId), expiresAt],
      );
    });
    const address = otpauthAddress(secret, email);
    return { address, picture: qrPicture(address, 'M'), setupKey: base32(secret), expiresAt: instant(expiresAt) };
  }

  /**
   * Takes the first code of the app: from now on every sign-in asks for one, and whoever is signed in elsewhere without
   * one is signed out.
   * @returns recovery codes, which are never shown again
   * @throws Refused `second_factor_code`; Conflict `second_factor_on`, `enrolment_over`
   */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const { personId } = actor;
    const recoveryCodes = await this.database.transaction(async (tx) => {
      await lockWithout(tx, personId);
      const at = this.clock.now();
      const rows: { sealedSecret: Buffer }[] = await tx.query(
        `select sealed_secret as "sealedSecret" from second_factor_enrolment where person_id = $1 and expires_at > $2`,
        [personId, at],
      );
      const secret = rows[0] && this.codes.open(rows[0].sealedSecret, personId);
      if (!secret) throw new Conflict('enrolment_over', 'This took too long. Begin again, with a new picture.');
      const step = matchingStep(secret, code.replaceAll(/\s/g, ''), at);
      if (step === undefined) throw wrongCode();
      await tx.query(`delete from second_factor_enrolment where person_id = $1`, [personId]);
      await tx.query(
        `insert into second_factor (person_id, sealed_secret, key_id, enabled_at, last_step) values ($1, $2, $3, $4, $5)`,
        [personId, this.codes.seal(secret, personId), this.codes.keyId, at, step],
      );
      const made = await renewRecoveryCodes(tx, personId);
      await this.audit.write(tx, { at, actor, action: 'second_factor.switch_on', subjectId: personId });
      await noteAccountChange(tx, personId, 'second_factor_on', at);
      await this.sessions.endAll(tx, actor, personId, 'second_factor_changed', at, actor.sessionId);
      return made;
    });
    this.doorbell.ring();
    return recoveryCodes;
  }
}

/** Locks a person who has no second factor. @throws Conflict `second_factor_on` */
async function lockWithout(tx: EntityManager, personId: string): Promise<void> {
  await tx.query(`select 1 from person where id = $1 for no key update`, [personId]);
  const rows: unknown[] = await tx.query(`select 1 from second_factor where person_id = $1`, [personId]);
  if (rows.length > 0) throw new Conflict('second_factor_on', 'There is a second factor already. Switch it off first.');
}
