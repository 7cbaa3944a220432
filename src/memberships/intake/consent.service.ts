import { ApiProperty } from '@nestjs/swagger';
import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { ConsentPurpose, consentPurposes } from './consent.rules';

/** Whether somebody agrees to a purpose at present. */
export class ConsentView {
  @ApiProperty({ enum: consentPurposes })
  purpose!: ConsentPurpose;

  @ApiProperty()
  given!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  givenAt!: string | null;
}

/** All purposes that somebody may agree to. */
export class ConsentList {
  @ApiProperty({ type: () => [ConsentView] })
  items!: ConsentView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** What people agree to beside membership. As easy to take back as to give (GDPR, article 7(3)). */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Every purpose, and whether the actor agrees to it. */
  async of(actor: Actor): Promise<ConsentView[]> {
    const rows = await this.database.read<{ purpose: ConsentPurpose; givenAt: Date }>(
      `select purpose, given_at as "givenAt" from consent where person_id = $1 and withdrawn_at is null`,
      [actor.personId],
    );
    return consentPurposes.map((purpose) => {
      const givenAt = rows.find((row) => row.purpose === purpose)?.givenAt;
      return { purpose, given: givenAt !== undefined, givenAt: givenAt ? instant(givenAt) : null };
    });
  }

  /** Sets to what the actor agrees: what is not named is taken back, what is given already keeps its date. */
  async set(actor: Actor, purposes: readonly ConsentPurpose[]): Promise<ConsentView[]> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [withdrawn]: [{ purpose: string }[], number] = await tx.query(
        `update consent set withdrawn_at = $3
         where person_id = $1 and withdrawn_at is null and purpose <> all ($2) returning purpose`,
        [actor.personId, purposes, at],
      );
      const given: { purpose: string }[] = await tx.query(
        `insert into consent (id, person_id, purpose, given_at)
         select id, $1, purpose, $3 from jsonb_to_recordset($2) as c (id uuid, purpose text)
         on conflict do nothing returning purpose`,
        [actor.personId, JSON.stringify(purposes.map((purpose) => ({ id: newId(), purpose }))), at],
      );
      if (withdrawn.length + given.length === 0) return;
      const facts = { given: given.map(purposeOf), withdrawn: withdrawn.map(purposeOf) };
      await this.audit.write(tx, { at, actor, action: 'consent.set', subjectId: actor.personId, facts });
    });
    return this.of(actor);
  }
}

function purposeOf({ purpose }: { purpose: string }): string {
  return purpose;
}
