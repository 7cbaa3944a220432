import { ApiProperty } from '@nestjs/swagger';

/** The secret address of one's own calendar, shown once. */
export class CalendarFeedView {
  @ApiProperty({ format: 'uri', description: 'whoever knows it can read the bookings; a new one replaces it' })
  url!: string;
}
