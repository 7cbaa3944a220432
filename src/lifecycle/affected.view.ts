import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { PlannedReplacement } from '../bookings/replacements/replacement.view';
import { ResourceView } from '../sites/resource.view';
import { ClosureView } from '../sites/site.view';
import { MaintenanceView } from './maintenance.view';

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
}

/** A closure that is in force, and the bookings that were cancelled for it. */
export class AnnouncedClosureView extends ClosureView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [PlannedReplacement], description: 'the equal places that are held for their holders' })
  replacements!: PlannedReplacement[];
}

/** Maintenance that has been set, and the bookings that were cancelled for it. */
export class BegunMaintenanceView extends MaintenanceView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [PlannedReplacement], description: 'the equal places that are held for their holders' })
  replacements!: PlannedReplacement[];
}

/** A resource that is out of use, and the bookings that were cancelled for it. */
export class RetiredResourceView extends ResourceView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [PlannedReplacement], description: 'the equal places that are held for their holders' })
  replacements!: PlannedReplacement[];
}
