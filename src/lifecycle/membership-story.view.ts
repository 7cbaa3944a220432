import { ApiProperty } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { MembershipView } from '../memberships/terms/membership.view';
import { FallenSessionView } from './fallen-session.view';

/** What a change of a membership would cancel, or has cancelled. */
export class MembershipAffectedView {
  @ApiProperty({ type: () => [BookingView] })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'coaching sessions' })
  affectedSessions!: FallenSessionView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'sessions of the team that go on without the member' })
  sessionsLeft!: FallenSessionView[];
}

/** A membership after something that touched what stands under it, and what was cancelled. */
export class MembershipStoryView extends MembershipView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'the coaching sessions that were cancelled' })
  affectedSessions!: FallenSessionView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'sessions of the team that go on without the member' })
  sessionsLeft!: FallenSessionView[];
}

/** Shows both together. */
export function membershipStoryView(membership: MembershipView, affected: MembershipAffectedView): MembershipStoryView {
  return Object.assign(new MembershipStoryView(), membership, affected);
}
