import { Module } from '@nestjs/common';
import { OffersModule } from '../../bookings/waiting-list/offers.module';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { CoachesModule } from '../coaches/coaches.module';
import { SessionAlternatives } from './session-alternatives.queries';
import { SessionBookingService } from './session-booking.service';
import { SessionCancellation } from './session-cancellation.service';
import { SessionChangeService } from './session-change.service';
import { SessionDepartures } from './session-departures.service';
import { SessionDisplacement } from './session-displacement.service';
import { SessionLifeService } from './session-life.service';
import { SessionTaking } from './session-taking.service';
import { SessionController } from './session.controller';
import { SessionQueries } from './session.queries';
import { SessionTicks } from './session.ticks';

const services = [
  SessionBookingService,
  SessionChangeService,
  SessionLifeService,
  SessionCancellation,
  SessionDepartures,
  SessionDisplacement,
  SessionQueries,
  SessionTicks,
];

/** Coach, founders and room, for as long as they meet. */
@Module({
  imports: [OccupancyModule, OffersModule, PeopleModule, CoachesModule],
  providers: [...services, SessionTaking, SessionAlternatives],
  exports: services,
})
export class SessionsModule {}

/** Sessions over HTTP. */
@Module({ imports: [SessionsModule], controllers: [SessionController] })
export class SessionsApiModule {}
