import { EndReason, managersEndReasons } from '../memberships/terms/membership.rules';
import { Bool, Choice, DateField, Text } from '../platform/http/fields';

/** Why a membership is suspended. */
export class SuspendDto {
  @Text({ max: 2000, lines: true, description: 'the person reads it' })
  reason!: string;

  @DateField({ description: 'when it is looked at again' })
  reviewOn!: string;

  @Bool({ optional: true, description: 'cancel what is booked already; otherwise it is held' })
  cancelBookings?: boolean;
}

/** How a membership ends. */
export class EndMembershipDto {
  @Choice(managersEndReasons)
  reason!: EndReason;

  @DateField({ optional: true, description: 'the last day; today (and then at once) when it is left out' })
  endsOn?: string;

  @Text({ optional: true, nullable: true, max: 2000, lines: true, description: 'the person reads it' })
  note?: string | null;
}
