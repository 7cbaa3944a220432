import { ApiProperty } from '@nestjs/swagger';
import { bookingStatuses, BookingStatus } from '../booking.rules';
import { BookedResource } from '../booking.view';
import { BookedExtraView } from '../extras/extra.view';

/** Somebody who is in on a day, as far as they and the reader have agreed to. */
export class PersonInView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  venture!: string | null;

  @ApiProperty({ example: '09:00', description: 'the full hour before, on the clock of the site' })
  from!: string;

  @ApiProperty({ example: '17:00', description: 'the full hour after, on the clock of the site' })
  until!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the part of the site' })
  zone!: string | null;
}

/** Who is in on a day. */
export class WhoIsInView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ description: 'whether the reader agrees to be seen; who does not sees nobody' })
  agreed!: boolean;

  @ApiProperty({ description: 'whether the reader is in on that day; who is not sees nobody' })
  isIn!: boolean;

  @ApiProperty({ type: () => PersonInView, isArray: true })
  items!: PersonInView[];
}

/** Whoever holds a booking or takes part in a session, by name. */
export class NamedPerson {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** A booking of the day as those who run the site need it. */
export class DayBookingView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ type: () => NamedPerson })
  person!: NamedPerson;

  @ApiProperty({ type: String, nullable: true })
  venture!: string | null;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ enum: bookingStatuses })
  status!: BookingStatus;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  arrivedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leftAt!: string | null;

  @ApiProperty({ type: String, isArray: true, description: 'the names of guests' })
  guests!: string[];

  @ApiProperty({ type: () => BookedExtraView, isArray: true })
  extras!: BookedExtraView[];
}

/** Somebody who takes part in a session. */
export class DayDayParticipantView extends NamedPerson {
  @ApiProperty({ type: String, nullable: true, enum: ['present', 'late', 'absent'] })
  attendance!: string | null;
}

/** A session of the day; what it is about is between coach and founder. */
export class DaySessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: () => BookedResource, nullable: true, description: 'null when it is remote' })
  room!: BookedResource | null;

  @ApiProperty({ type: () => NamedPerson })
  coach!: NamedPerson;

  @ApiProperty({ type: () => DayDayParticipantView, isArray: true })
  participants!: DayDayParticipantView[];

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ enum: ['on_site', 'remote', 'hybrid'] })
  mode!: string;

  @ApiProperty({ enum: ['confirmed', 'held', 'closed', 'cancelled', 'no_show'] })
  status!: string;
}

/** How a day goes, in numbers. */
export class DayCountsView {
  @ApiProperty({ description: 'bookings whose holder has not come yet' })
  expected!: number;

  @ApiProperty({ description: 'bookings whose holder has come' })
  arrived!: number;

  @ApiProperty()
  noShows!: number;

  @ApiProperty({ description: 'guests of meetings that take place' })
  guests!: number;
}

/** The day of a site for those who run it. */
export class DaySheetView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: () => DayCountsView })
  counts!: DayCountsView;

  @ApiProperty({ type: () => DayBookingView, isArray: true })
  bookings!: DayBookingView[];

  @ApiProperty({ type: () => DaySessionView, isArray: true })
  sessions!: DaySessionView[];
}
