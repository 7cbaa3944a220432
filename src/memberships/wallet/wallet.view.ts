import { ApiProperty } from '@nestjs/swagger';
import { AllowanceKind, allowanceKinds, EntryType, entryTypes } from './wallet.entity';

/** What a membership has of one kind in a month. Days or minutes. */
export class BalanceView {
  @ApiProperty({ enum: allowanceKinds })
  kind!: AllowanceKind;

  @ApiProperty({ description: 'for bookings at partner sites' })
  visiting!: boolean;

  @ApiProperty({ description: 'shared with the team: the wallet of its lead' })
  shared!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'null when the plan says unlimited' })
  granted!: number | null;

  @ApiProperty()
  used!: number;

  @ApiProperty({ description: 'asked for and not yet answered' })
  held!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null when the plan says unlimited' })
  left!: number | null;
}

/** One line of the ledger, with what it was for. */
export class EntryView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: allowanceKinds })
  kind!: AllowanceKind;

  @ApiProperty({ enum: entryTypes })
  type!: EntryType;

  @ApiProperty({ description: 'added when positive, taken when negative' })
  amount!: number;

  @ApiProperty({ enum: ['month', 'booking', 'session', 'correction', 'replacement'] })
  cause!: string;

  @ApiProperty({
    format: 'uuid',
    description: 'the booking, the session, the offered replacement, or the membership for a month',
  })
  causeId!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'for desk days: the date that is counted' })
  date!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the name of the place; for sessions that of the coach' })
  place!: string | null;
}

/** A month of a wallet, every line explained. */
export class AllowanceMonthView {
  @ApiProperty({ example: '2027-03' })
  month!: string;

  @ApiProperty({ type: () => BalanceView, isArray: true })
  balances!: BalanceView[];

  @ApiProperty({ type: () => EntryView, isArray: true })
  entries!: EntryView[];
}
