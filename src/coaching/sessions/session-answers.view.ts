import { ApiProperty } from '@nestjs/swagger';
import { RefusalView } from '../../bookings/answers.view';
import { Charge } from '../../bookings/terms.rules';
import { Refusal } from '../../kernel/errors';
import { SessionRoomView, SessionView } from './session.view';

/** A time, and where a room is needed the room, that would have been possible instead. */
export class SessionAlternativeView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the room; null over a link' })
  resourceId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;
}

/** Who or what has something else at the time of a session. */
export class SessionClashView {
  @ApiProperty({ enum: ['coach', 'entrepreneur', 'room'] })
  who!: 'coach' | 'entrepreneur' | 'room';

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

/** What a session would take from one month of the wallet. */
export class SessionChargeView {
  @ApiProperty({ example: '2027-03' })
  month!: string;

  @ApiProperty({ description: 'minutes of coaching' })
  amount!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'left before it; null is unlimited' })
  left!: number | null;
}

/** What would come of a session, had it been booked now. Nothing is taken and nothing promised. */
export class SessionPreviewView {
  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: () => SessionRoomView, nullable: true })
  room!: SessionRoomView | null;

  @ApiProperty({ type: () => SessionClashView, isArray: true, description: 'who or what is taken at that time' })
  clashes!: SessionClashView[];

  @ApiProperty({ type: () => SessionChargeView, isArray: true, description: 'empty when it costs nothing' })
  charges!: Charge[];

  @ApiProperty({ type: () => RefusalView, isArray: true, description: 'every rule it would break' })
  refusals!: Refusal[];

  @ApiProperty({ type: () => SessionAlternativeView, isArray: true, description: 'where something is taken' })
  alternatives!: SessionAlternativeView[];
}

/** A session that was closed, and the next one where it was agreed on the spot. */
export class ClosedSessionView extends SessionView {
  @ApiProperty({ type: () => SessionView, nullable: true })
  followUp!: SessionView | null;
}

/** One page of sessions. */
export class SessionPage {
  @ApiProperty({ type: () => SessionView, isArray: true })
  items!: SessionView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
