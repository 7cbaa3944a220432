import { Bool, DateField, Id, Instant, Int, ListOf, QueryInt, TimeField, ZoneField } from '../../platform/http/fields';

/** Hours of a weekday by the coach's clock. */
export class WeeklyHoursDto {
  @Int({ min: 1, max: 7, description: 'Monday is 1' })
  weekday!: number;

  @TimeField()
  from!: string;

  @TimeField({ example: '12:00' })
  to!: string;

  @Id({ optional: true, nullable: true, description: 'only there; none: anywhere and over a link' })
  siteId?: string | null;
}

/** A date on which the weekly hours do not hold: closed, or other hours. */
export class ExceptionDto {
  @DateField()
  date!: string;

  @TimeField({ optional: true, nullable: true })
  from?: string | null;

  @TimeField({ optional: true, nullable: true })
  to?: string | null;

  @Bool({ optional: true, description: 'true: no hours at all; when left out, closed without hours' })
  closed?: boolean;

  @Id({ optional: true, nullable: true })
  siteId?: string | null;
}

/** When a coach offers time, in the place of what was there. */
export class AvailabilityDto {
  @ZoneField({ description: 'the clock that all hours are of' })
  timeZone!: string;

  @ListOf(() => WeeklyHoursDto, { max: 70 })
  weekly!: WeeklyHoursDto[];

  @ListOf(() => ExceptionDto, { optional: true, max: 400 })
  exceptions?: ExceptionDto[];
}

/** Hours that are only thought of; what is left out is as in the profile. */
export class ThoughtHoursDto extends AvailabilityDto {
  @Int({ optional: true, min: 0, max: 43_200, description: 'minutes' })
  minimumNoticeMinutes?: number;

  @Int({ optional: true, min: 0, max: 60, description: 'minutes needed after each session' })
  bufferMinutes?: number;

  @Int({ optional: true, min: 15, max: 1440, description: 'minutes of sessions on one day' })
  longestDayMinutes?: number;
}

/** For which time and length to look for a coach's free times. */
export class CoachSlotsQuery {
  @Instant()
  from!: Date;

  @Instant({ example: '2027-03-11T09:00:00+02:00', description: 'at most 92 days later' })
  to!: Date;

  @QueryInt({ optional: true, min: 15, max: 480, description: 'length in minutes, in steps of 15; 60 when left out' })
  minutes?: number;

  @Id({ optional: true, description: 'times at which people can meet there' })
  siteId?: string;
}
