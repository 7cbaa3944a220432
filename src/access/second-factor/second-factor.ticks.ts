import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { FactorCodes } from './factor-codes';

const batch = 200;

/** What second factors need from time to time. */
@Injectable()
export class SecondFactorTicks {
  constructor(
    private readonly database: Database,
    private readonly codes: FactorCodes,
  ) {}

  /**
   * Seals secrets anew that a key of before has sealed, so that the secret of the configuration before the last change can
   * go while they stay. What no key opens any more is left; its owner has recovery codes.
   * @returns how many were sealed anew
   */
  async reseal(): Promise<number> {
    let sealed = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.read<{ personId: string; sealedSecret: Buffer }>(
        `select person_id as "personId", sealed_secret as "sealedSecret" from second_factor
         where key_id <> $1 and person_id > $2 order by person_id limit ${batch}`,
        [this.codes.keyId, after],
      );
      for (const { personId, sealedSecret } of rows) sealed += await this.resealOne(personId, sealedSecret);
      const last = rows.at(-1);
      if (!last || rows.length < batch) return sealed;
      after = last.personId;
    }
  }

  private resealOne(personId: string, before: Buffer): Promise<number> {
    const secret = this.codes.open(before, personId);
    if (!secret) return Promise.resolve(0);
    return this.database.transaction(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `update second_factor set sealed_secret = $3, key_id = $4 where person_id = $1 and sealed_secret = $2`,
        [personId, before, this.codes.seal(secret, personId), this.codes.keyId],
      );
      return count;
    });
  }
}
