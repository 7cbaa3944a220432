import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarController } from './calendar.controller';
import { CalendarQueries } from './calendar.queries';

/** What of the house calendar programs can read. */
@Module({
  imports: [PeopleModule],
  providers: [CalendarQueries, CalendarFeedService],
  controllers: [CalendarController],
})
export class CalendarsApiModule {}
