import { ApiProperty } from '@nestjs/swagger';
import { Refused } from '../kernel/errors';
import { Charge } from './terms.rules';

/** What a booking takes from the wallet. */
export class BookingAllowanceView {
  @ApiProperty({ enum: ['desk_days', 'room_minutes', 'coaching_minutes'] })
  kind!: string;

  @ApiProperty({ description: 'days or minutes' })
  amount!: number;
}

/** What a booking takes in all (it may lie in two months); null when it costs nothing. */
export function chargeOf(quote: readonly Charge[]): { allowanceKind: string | null; allowanceAmount: number | null } {
  const [first] = quote;
  if (!first) return { allowanceKind: null, allowanceAmount: null };
  return { allowanceKind: first.kind, allowanceAmount: quote.reduce((sum, { amount }) => sum + amount, 0) };
}

/** The answer when the wallet was emptied by somebody else of the team at the same moment. */
export function overdrawn(): Refused {
  return new Refused([
    {
      code: 'ledger_balance',
      detail: 'Somebody of your team has just used what was left of the allowance.',
      facts: {},
    },
  ]);
}
