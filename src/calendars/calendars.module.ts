import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarController } from './calendar.controller';
import { CalendarQueries } from './calendar.queries';
import { ResourceFeedController } from './resource-feed.controller';
import { ResourceFeedQueries } from './resource-feed.queries';
import { ResourceFeedService } from './resource-feed.service';

/** What of the house calendar programs can read. */
@Module({
  imports: [PeopleModule],
  providers: [CalendarQueries, CalendarFeedService, ResourceFeedQueries, ResourceFeedService],
  controllers: [CalendarController, ResourceFeedController],
})
export class CalendarsApiModule {}
