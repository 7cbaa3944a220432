import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { seal, unseal } from '../../platform/sealed';
import { Key, Secrets } from '../../platform/secrets';
import { recoveryCodeForm, useRecoveryCode } from './recovery-codes';
import { matchingStep, secretBytes } from './totp';

/** How somebody has shown the second factor. */
export type ShownFactor = 'totp' | 'recovery_code';

interface FactorRow {
  sealedSecret: Buffer;
}

/**
 * Codes of second factors, and the secrets behind them: sealed with a key of the configuration and bound to their person,
 * so that the table alone makes no code.
 */
@Injectable()
export class FactorCodes {
  private readonly keys: [Key, ...Key[]];

  constructor(secrets: Secrets) {
    this.keys = secrets.keys('second-factor');
  }

  /** The name of the key that secrets are sealed with now. */
  get keyId(): string {
    return this.keys[0].id;
  }

  /** A new secret that nobody can guess. */
  mint(): Buffer {
    return randomBytes(secretBytes);
  }

  /** What is kept of a person's secret. */
  seal(secret: Buffer, personId: string): Buffer {
    return seal(secret.toString('base64'), this.keys[0], personId);
  }

  /** The secret again; undefined when it was sealed for somebody else, or with a key that is gone. */
  open(sealed: Buffer, personId: string): Buffer | undefined {
    const text = unseal(sealed, this.keys, personId);
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  /**
   * Takes a code that a person typed: six digits of the app, whose step is used up with all before it, or a recovery code,
   * which is used up itself. Whoever calls this holds the lock of the person and counts the tries.
   * @returns which of the two it was; undefined when it is not right, or was taken before
   */
  async take(tx: EntityManager, personId: string, typed: string, at: Date): Promise<ShownFactor | undefined> {
    const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
    if (recoveryCodeForm.test(code))
      return (await useRecoveryCode(tx, personId, code, at)) ? 'recovery_code' : undefined;
    return (await this.takeTimed(tx, personId, code, at)) ? 'totp' : undefined;
  }

  private async takeTimed(tx: EntityManager, personId: string, code: string, at: Date): Promise<boolean> {
    const rows: FactorRow[] = await tx.query(
      `select sealed_secret as "sealedSecret" from second_factor where person_id = $1`,
      [personId],
    );
    const secret = rows[0] && this.open(rows[0].sealedSecret, personId);
    const step = secret && matchingStep(secret, code, at);
    if (step === undefined) return false;
    const [, count]: [unknown, number] = await tx.query(
      `update second_factor set last_step = $2 where person_id = $1 and last_step < $2`,
      [personId, step],
    );
    return count > 0;
  }
}
