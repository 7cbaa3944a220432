import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What can have happened to an account that its owner is told by mail. */
export const accountChanges = [
  'second_factor_on',
  'second_factor_off',
  'second_factor_reset',
  'recovery_codes_renewed',
  'recovery_code_used',
] as const;
export type AccountChange = (typeof accountChanges)[number];

/** Something that has happened to an account; the mail about it is planned from the row. */
@Entity()
@Check(
  'account_notice_what',
  `what in ('second_factor_on', 'second_factor_off', 'second_factor_reset', 'recovery_codes_renewed', 'recovery_code_used')`,
)
@Index('account_notice_person', ['personId'])
@Index('account_notice_at', ['at'])
export class AccountNotice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('text')
  what!: AccountChange;

  @Column('timestamptz')
  at!: Date;
}
