import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { PlannedReplacement } from '../bookings/replacements/replacement.view';
import { Displaced } from '../coaching/sessions/session-displacement.service';
import { ResourceView } from '../sites/resource.view';
import { ClosureView } from '../sites/site.view';
import { FallenSessionView, fallenSessionView } from './fallen-session.view';
import { MaintenanceView } from './maintenance.view';

/** A resource by its name. */
export class ResourceName {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** A coaching session whose room is taken away, and where it meets instead. */
export class DisplacedSessionView extends FallenSessionView {
  @ApiProperty({
    type: () => ResourceName,
    nullable: true,
    description: 'the equal room at the same time; null when the session is called off',
  })
  instead!: ResourceName | null;
}

/** What a change of the house would do to bookings, or has done. */
export class AffectedView {
  @ApiProperty({ type: () => [BookingView] })
  affectedBookings!: BookingView[];

  @ApiPropertyOptional({
    type: () => [PlannedReplacement],
    description:
      'for those whose booking would be cancelled: the equal place that each would be offered, if there is one',
  })
  replacements?: PlannedReplacement[];

  @ApiPropertyOptional({
    type: () => [DisplacedSessionView],
    description: 'coaching sessions that would lose their room',
  })
  affectedSessions?: DisplacedSessionView[];
}

/** What was taken from people by something that is in force. */
export class TakenAwayView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [PlannedReplacement], description: 'the equal places that are held for their holders' })
  replacements!: PlannedReplacement[];

  @ApiProperty({ type: () => [DisplacedSessionView], description: 'coaching sessions that lost their room' })
  affectedSessions!: DisplacedSessionView[];
}

/** A closure that is in force, and the bookings that were cancelled for it. */
export class AnnouncedClosureView extends IntersectionType(ClosureView, TakenAwayView) {}

/** Maintenance that has been set, and the bookings that were cancelled for it. */
export class BegunMaintenanceView extends IntersectionType(MaintenanceView, TakenAwayView) {}

/** A resource that is out of use, and the bookings that were cancelled for it. */
export class RetiredResourceView extends IntersectionType(ResourceView, TakenAwayView) {}

/** Shows a session that lost its room. */
export function displacedView({ session, instead }: Displaced): DisplacedSessionView {
  return Object.assign(new DisplacedSessionView(), fallenSessionView(session), { instead });
}
