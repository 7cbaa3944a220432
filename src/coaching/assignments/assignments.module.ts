import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AssignmentController } from './assignment.controller';
import { AssignmentLife } from './assignment-life.service';
import { AssignmentOffers } from './assignment-offers.service';
import { AssignmentQueries } from './assignment.queries';
import { AssignmentService } from './assignment.service';
import { AssignmentTicks } from './assignment.ticks';
import { WishService } from './wish.service';

const providers = [
  AssignmentService,
  AssignmentOffers,
  AssignmentLife,
  AssignmentQueries,
  AssignmentTicks,
  WishService,
];

/** Who is coached by whom. */
@Module({ imports: [OccupancyModule, PeopleModule, SessionsModule], providers, exports: providers })
export class AssignmentsModule {}

/** Assignments over HTTP. */
@Module({ imports: [AssignmentsModule], controllers: [AssignmentController] })
export class AssignmentsApiModule {}
