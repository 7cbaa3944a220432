import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LinkPurpose } from './access.rules';

/** A link to be mailed to a person. The row holds no secret; see `LinkSecrets`. */
@Entity()
@Check('one_time_token_purpose', `purpose in ('verify_email', 'reset_password', 'already_registered')`)
@Index('one_time_token_person', ['personId'])
@Index('one_time_token_created', ['createdAt'])
@Index('one_time_token_expires', ['expiresAt'])
export class OneTimeToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('text')
  purpose!: LinkPurpose;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When it was used, or replaced by a newer one. */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
