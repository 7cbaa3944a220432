import { ApiProperty } from '@nestjs/swagger';
import { endReasons } from './membership.rules';

const pauseStatuses = ['requested', 'approved', 'refused', 'cancelled'];

/** What a plan gives of a kind each month. */
export class MembershipAllowanceView {
  @ApiProperty({ enum: ['desk_days', 'room_minutes', 'coaching_minutes'] })
  kind!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'null is unlimited' })
  amount!: number | null;

  @ApiProperty({ enum: ['month', 'unlimited'] })
  per!: string;

  @ApiProperty({ description: "taken from the lead's wallet" })
  shared!: boolean;
}

/** The version of a plan to which a membership is bound. */
export class PinnedPlanView {
  @ApiProperty({ format: 'uuid', description: 'the version' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  planId!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty({ description: "in the reader's language" })
  name!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  termMonths!: number;

  @ApiProperty()
  maxRenewals!: number;

  @ApiProperty()
  totalMonths!: number;

  @ApiProperty()
  priceCents!: number;

  @ApiProperty()
  normalPriceCents!: number;

  @ApiProperty()
  noticeDays!: number;

  @ApiProperty()
  maxPauses!: number;

  @ApiProperty()
  pauseDays!: number;

  @ApiProperty()
  pauseEdgeDays!: number;

  @ApiProperty()
  pauseExtendsTerm!: boolean;

  @ApiProperty({ type: () => [MembershipAllowanceView] })
  allowances!: MembershipAllowanceView[];
}

/** A term of a membership; both dates belong to it. */
export class TermView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['initial', 'renewal', 'extension'] })
  kind!: string;

  @ApiProperty({ format: 'date' })
  startsOn!: string;

  @ApiProperty({ format: 'date' })
  endsOn!: string;
}

/** A pause that was asked for; both dates belong to it. */
export class PauseView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ enum: pauseStatuses })
  status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'why it was asked for' })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it was refused' })
  answer!: string | null;
}

/** A renewal that was asked for. */
export class RenewalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: pauseStatuses })
  status!: string;

  @ApiProperty()
  progress!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what the manager found' })
  review!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it was refused' })
  reason!: string | null;
}

/** A document to which a membership is bound. */
export class PinnedDocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  hash!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt!: string | null;
}

/** Why a membership rests by the site's decision. */
export class SuspensionView {
  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ format: 'date', description: 'when it is looked at again' })
  reviewOn!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what the member says to it' })
  answer!: string | null;
}

/** How a membership ends or has ended. */
export class EndView {
  @ApiProperty({ enum: endReasons })
  reason!: string;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it is ahead' })
  endedAt!: string | null;
}

/** What may come next. */
export class OutlookView {
  @ApiProperty({ type: Number, nullable: true, description: 'days in force that are left, today included' })
  daysLeft!: number | null;

  @ApiProperty()
  renewalsLeft!: number;

  @ApiProperty({ description: 'in the present term' })
  pausesLeft!: number;

  @ApiProperty({ description: 'in the present term' })
  pauseDaysLeft!: number;
}
