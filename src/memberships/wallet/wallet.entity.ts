import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, ValueTransformer } from 'typeorm';

/** What a wallet holds. */
export const allowanceKinds = ['desk_days', 'room_minutes', 'coaching_minutes'] as const;
export type AllowanceKind = (typeof allowanceKinds)[number];

/** What a line does: grants and gives back add, holds, uses and lapses take away. */
export const entryTypes = ['grant', 'hold', 'release', 'use', 'refund', 'lapse'] as const;
export type EntryType = (typeof entryTypes)[number];

/** Amounts have at most one decimal (half days), so a number holds them exactly enough. */
const amount: ValueTransformer = { to: (value: number) => value, from: (value: string) => Number(value) };

/**
 * What one membership has of one kind in one month. Opened by the SQL function `wallet_account`, changed by
 * `wallet_post` only; `ledger_balance` keeps it from being overdrawn whatever happens at once.
 */
@Entity()
@Unique('allowance_account_once', ['membershipId', 'kind', 'visiting', 'month'])
@Check('allowance_account_kind', `kind in ('desk_days', 'room_minutes', 'coaching_minutes')`)
@Check('allowance_account_month', `extract(day from month) = 1`)
@Check('allowance_account_sums', `held >= 0 and used >= 0 and granted >= 0`)
@Check('ledger_balance', `unlimited or held + used <= granted`)
@Index('allowance_account_low', { synchronize: false })
export class AllowanceAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('text')
  kind!: AllowanceKind;

  /** For bookings at partner sites. */
  @Column('boolean', { default: false })
  visiting!: boolean;

  /** The first day of the month. */
  @Column('date')
  month!: string;

  @Column('boolean', { default: false })
  unlimited!: boolean;

  @Column('numeric', { precision: 8, scale: 1, default: 0, transformer: amount })
  granted!: number;

  @Column('numeric', { precision: 8, scale: 1, default: 0, transformer: amount })
  held!: number;

  @Column('numeric', { precision: 8, scale: 1, default: 0, transformer: amount })
  used!: number;
}

/** One line of the ledger: one cause, one key, never changed. */
@Entity()
@Unique(['key'])
@Check('allowance_entry_type', `type in ('grant', 'hold', 'release', 'use', 'refund', 'lapse')`)
@Check('allowance_entry_sign', `case when type in ('grant', 'release', 'refund') then amount > 0 else amount < 0 end`)
@Check('allowance_entry_cause', `cause in ('month', 'booking', 'session', 'correction', 'replacement')`)
@Index('allowance_entry_account', ['accountId', 'at'])
@Index('allowance_entry_cause_id', ['causeId'])
export class AllowanceEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('AllowanceAccount')
  accountId!: string;

  @Column('text')
  type!: EntryType;

  /** Signed: what is left of an account is the sum of its amounts. */
  @Column('numeric', { precision: 8, scale: 1, transformer: amount })
  amount!: number;

  @Column('text')
  cause!: 'month' | 'booking' | 'session' | 'correction' | 'replacement';

  @Column('uuid')
  causeId!: string;

  /** For desk days: the date that is counted. */
  @Column('date', { nullable: true })
  localDate!: string | null;

  @Column('text')
  key!: string;

  @Column('timestamptz')
  at!: Date;
}

export const walletEntities = [AllowanceAccount, AllowanceEntry];
