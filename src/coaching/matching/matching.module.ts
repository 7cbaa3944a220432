import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { AssignmentsModule } from '../assignments/assignments.module';
import { CoachesModule } from '../coaches/coaches.module';
import { FitController } from './fit.controller';
import { FitQueries } from './fit.queries';
import { MatchQueries } from './match.queries';
import { MatchingComputation } from './matching-computation.service';
import { MatchingController } from './matching.controller';
import { MatchingFactsQueries } from './matching-facts.queries';
import { MatchingProcessor } from './matching.processor';
import { MatchingRunQueries } from './matching-run.queries';
import { MatchingRunService } from './matching-run.service';
import { MatchingTicks } from './matching.ticks';
import { ProposalService } from './proposal.service';

const providers = [
  MatchingFactsQueries,
  MatchQueries,
  FitQueries,
  MatchingRunService,
  MatchingComputation,
  MatchingRunQueries,
  ProposalService,
  MatchingTicks,
  MatchingProcessor,
];

/** Who could coach whom. */
@Module({
  imports: [OccupancyModule, PeopleModule, CoachesModule, AssignmentsModule],
  providers,
  exports: providers,
})
export class MatchingModule {}

/** Matching over HTTP. */
@Module({ imports: [MatchingModule], controllers: [MatchingController, FitController] })
export class MatchingApiModule {}
