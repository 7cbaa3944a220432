import { ApiProperty } from '@nestjs/swagger';
import { BookingView } from '../bookings/booking.view';
import { SessionType, sessionTypes } from '../coaching/sessions/session.rules';
import { SessionRow } from '../coaching/sessions/session.view';
import { instant } from '../kernel/period';
import { MembershipView } from '../memberships/terms/membership.view';

/** A coaching session that falls, or would fall, with what stands behind it. */
export class FallenSessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: sessionTypes })
  type!: SessionType;

  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;
}

/** What a change of a membership would cancel, or has cancelled. */
export class MembershipAffectedView {
  @ApiProperty({ type: () => [BookingView] })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'coaching sessions' })
  affectedSessions!: FallenSessionView[];
}

/** A membership after something that touched what stands under it, and what was cancelled. */
export class MembershipStoryView extends MembershipView {
  @ApiProperty({ type: () => [BookingView], description: 'the bookings that were cancelled' })
  affectedBookings!: BookingView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'the coaching sessions that were cancelled' })
  affectedSessions!: FallenSessionView[];
}

/** Shows both together. */
export function membershipStoryView(membership: MembershipView, affected: MembershipAffectedView): MembershipStoryView {
  return Object.assign(new MembershipStoryView(), membership, affected);
}

export function fallenSessionView({ id, type, coachId, startsAt, endsAt, timeZone }: SessionRow): FallenSessionView {
  return { id, type, coachId, start: instant(startsAt), end: instant(endsAt), timeZone };
}
