import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { OutsideFetch } from '../../platform/outside/outside-fetch';
import { AvailabilityQueries } from './availability.queries';
import { AvailabilityService } from './availability.service';
import { CoachProfileService } from './coach-profile.service';
import { CoachRecords } from './coach-records';
import { CoachQueries } from './coach.queries';
import { CoachesController } from './coaches.controller';
import { LanguagesController, TopicsController } from './expertise.controller';
import { OwnAvailabilityQueries } from './own-availability.queries';
import { OutsideCalendarController } from './outside-calendar.controller';
import { OutsideCalendarService } from './outside-calendar.service';
import { OutsideCalendarTicks } from './outside-calendar.ticks';
import { OutsideReadingService } from './outside-reading.service';
import { SlotQueries } from './slot.queries';

const services = [
  AvailabilityQueries,
  AvailabilityService,
  CoachProfileService,
  CoachQueries,
  OutsideCalendarService,
  OutsideCalendarTicks,
  OutsideReadingService,
  OwnAvailabilityQueries,
  SlotQueries,
];

/** Who coaches, in what, and when. */
@Module({
  imports: [PeopleModule, OccupancyModule],
  providers: [...services, CoachRecords, { provide: OutsideFetch, useFactory: () => new OutsideFetch() }],
  exports: services,
})
export class CoachesModule {}

/** Coaches over HTTP. */
@Module({
  imports: [CoachesModule],
  controllers: [OutsideCalendarController, CoachesController, TopicsController, LanguagesController],
})
export class CoachesApiModule {}
