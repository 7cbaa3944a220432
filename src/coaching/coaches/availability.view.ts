import { ApiProperty } from '@nestjs/swagger';

/** Hours of a weekday by the coach's clock. */
export class WeeklyHoursView {
  @ApiProperty({ minimum: 1, maximum: 7, description: 'Monday is 1' })
  weekday!: number;

  @ApiProperty({ example: '09:00' })
  from!: string;

  @ApiProperty({ example: '12:00' })
  to!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: anywhere and over a link' })
  siteId!: string | null;
}

/** A date on which other hours hold, or none. */
export class ExceptionView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty()
  closed!: boolean;

  @ApiProperty({ type: String, nullable: true })
  from!: string | null;

  @ApiProperty({ type: String, nullable: true })
  to!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  siteId!: string | null;
}

/** A session that stands although it lies outside the coach's hours. */
export class OutsideSessionView {
  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;
}

/** When a coach offers time. */
export class AvailabilityView {
  @ApiProperty({ description: 'the clock that all hours are of' })
  timeZone!: string;

  @ApiProperty({ type: () => [WeeklyHoursView] })
  weekly!: WeeklyHoursView[];

  @ApiProperty({ type: () => [ExceptionView] })
  exceptions!: ExceptionView[];

  @ApiProperty({
    type: () => [OutsideSessionView],
    description: 'confirmed sessions to come that lie outside these hours; they stand',
  })
  outside!: OutsideSessionView[];

  @ApiProperty({ description: 'the ETag; the same as that of the profile' })
  version!: number;
}

/** A time at which a coach can be booked. */
export class CoachSlotView {
  @ApiProperty({ format: 'date-time', description: 'in UTC' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the one place; null: anywhere' })
  siteId!: string | null;
}

/** When a coach can be booked for a length. */
export class CoachSlotsView {
  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty({ description: 'the clock of the coach' })
  timeZone!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the clock of the site that was asked for' })
  siteTimeZone!: string | null;

  @ApiProperty()
  minutes!: number;

  @ApiProperty({ type: () => [CoachSlotView] })
  items!: CoachSlotView[];
}
