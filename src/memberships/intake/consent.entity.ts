import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose } from './consent.rules';

/** What a person agreed to, and until when. Never a condition of anything. */
@Entity()
@Check('consent_purpose', `purpose in ('public_profile', 'stories', 'newsletter', 'who_is_in', 'research')`)
@Index('consent_once', { synchronize: false })
export class Consent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('timestamptz')
  givenAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

/** The table of consents. */
export const consentEntities = [Consent];
