import { Module } from '@nestjs/common';
import { CheckInCodeModule } from '../bookings/check-in-code/check-in-code.module';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { PeopleModule } from '../people/people.module';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarController } from './calendar.controller';
import { CalendarQueries } from './calendar.queries';
import { DoorController } from './door.controller';
import { DoorQueries } from './door.queries';
import { ResourceFeedController } from './resource-feed.controller';
import { ResourceFeedQueries } from './resource-feed.queries';
import { ResourceFeedService } from './resource-feed.service';

/** What of the house calendar programs can read. */
@Module({
  imports: [PeopleModule, OccupancyModule, CheckInCodeModule],
  providers: [CalendarQueries, CalendarFeedService, ResourceFeedQueries, ResourceFeedService, DoorQueries],
  controllers: [CalendarController, ResourceFeedController, DoorController],
})
export class CalendarsApiModule {}
