import { ApiProperty } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { ClosureView } from '../sites/site.view';

/** What a change of the house would do to bookings, or has done. */
export class AffectedView {
  @ApiProperty({ type: () => [BookingView] })
  affectedBookings!: BookingView[];
}

/** A closure that is in force, and the bookings that were cancelled for it. */
export class AnnouncedClosureView extends ClosureView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];
}
