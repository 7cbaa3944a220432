import { ApiProperty } from '@nestjs/swagger';
import { AlternativeView, RefusalView } from '../bookings/answers.view';
import { BookingView } from '../bookings/booking.view';
import { Refusal } from '../kernel/errors';
import { ResourceRulePage, ResourceView } from '../sites/resource.view';
import { SiteView } from '../sites/site.view';

/** One booking that a change would break. */
export class RuleEffectView {
  @ApiProperty({ format: 'uuid' })
  bookingId!: string;

  @ApiProperty({ type: () => RefusalView, isArray: true, description: 'every law it would break' })
  because!: Refusal[];

  @ApiProperty({
    type: () => AlternativeView,
    nullable: true,
    description: 'where rebooking would move it; null when there is no place within a week',
  })
  rebooking!: AlternativeView | null;
}

/** One coaching session that a change would break. */
export class SessionEffectView {
  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ type: () => RefusalView, isArray: true })
  because!: Refusal[];
}

/** Whom a change of rules would touch. */
export class RuleEffectsView {
  @ApiProperty({ type: () => BookingView, isArray: true, description: 'bookings that would break, by their start' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => RuleEffectView, isArray: true, description: 'the same, each with the laws and a way out' })
  effects!: RuleEffectView[];

  @ApiProperty({
    type: () => SessionEffectView,
    isArray: true,
    description: 'coaching sessions that would break; `sessions` says what becomes of them',
  })
  affectedSessions!: SessionEffectView[];
}

/** What a change of rules would do. Nothing has been changed. */
export class RuleChangePreviewView extends RuleEffectsView {
  @ApiProperty({ description: 'send it as `seen` when applying, so that nobody is touched who was not shown here' })
  seen!: string;
}

export const ruleOutcomes = ['exempted', 'cancelled', 'moved'] as const;

/** What has become of one booking in the way of a change. */
export class RuleOutcomeView {
  @ApiProperty({ enum: ruleOutcomes })
  outcome!: (typeof ruleOutcomes)[number];

  @ApiProperty({ type: () => BookingView, description: 'as it is now' })
  booking!: BookingView;
}

/** A site after a change of its rules, and what has become of the bookings in the way. */
export class ChangedSiteView extends SiteView {
  @ApiProperty({ type: () => RuleOutcomeView, isArray: true })
  outcomes!: RuleOutcomeView[];
}

/** The rules of a site after a change, and what has become of the bookings in the way. */
export class ChangedRulesView extends ResourceRulePage {
  @ApiProperty({ type: () => RuleOutcomeView, isArray: true })
  outcomes!: RuleOutcomeView[];
}

/** A resource after a change, and what has become of the bookings that needed more. */
export class ChangedResourceView extends ResourceView {
  @ApiProperty({ type: () => RuleOutcomeView, isArray: true })
  outcomes!: RuleOutcomeView[];
}
