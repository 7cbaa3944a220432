import { ApiProperty } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { MembershipView } from '../memberships/terms/membership.view';

/** A membership after something that touched its bookings, and the bookings that were cancelled. */
export class MembershipStoryView extends MembershipView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];
}

/** Shows both together. */
export function membershipStoryView(membership: MembershipView, affectedBookings: BookingView[]): MembershipStoryView {
  return Object.assign(new MembershipStoryView(), membership, { affectedBookings });
}
