import { ApiProperty } from '@nestjs/swagger';
import { SessionType, sessionTypes } from '../coaching/sessions/session.rules';
import { SessionRow } from '../coaching/sessions/session.view';
import { instant } from '../kernel/period';

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

/** Shows a session that falls. */
export function fallenSessionView({ id, type, coachId, startsAt, endsAt, timeZone }: SessionRow): FallenSessionView {
  return { id, type, coachId, start: instant(startsAt), end: instant(endsAt), timeZone };
}
