import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module';
import { PlansModule } from '../plans/plans.module';
import { TermsModule } from '../terms/terms.module';
import { ApplicationController } from './application.controller';
import { ApplicationQueries } from './application.queries';
import { ApplicationService } from './application.service';
import { ApplicationTicks } from './application.ticks';
import { ConflictOfInterestController } from './conflict-of-interest.controller';
import { ConflictsOfInterest } from './conflict-of-interest.service';
import { ConflictTicks } from './conflict-of-interest.ticks';
import { ConsentController } from './consent.controller';
import { Consents } from './consent.service';
import { DecisionController } from './decision.controller';
import { DecisionService } from './decision.service';
import { EligibilityController } from './eligibility.controller';
import { EligibilityService } from './eligibility.service';
import { IntakeRecords } from './intake-records';
import { ReviewService } from './review.service';

const services = [
  ApplicationService,
  ApplicationQueries,
  ApplicationTicks,
  ConflictsOfInterest,
  ConflictTicks,
  Consents,
  DecisionService,
  EligibilityService,
  ReviewService,
];

/** From the first draft of an application to the decision. */
@Module({
  imports: [PeopleModule, PlansModule, TermsModule],
  providers: [...services, IntakeRecords],
  exports: services,
})
export class IntakeModule {}

/** Applications over HTTP. */
@Module({
  imports: [IntakeModule],
  controllers: [
    ApplicationController,
    DecisionController,
    EligibilityController,
    ConsentController,
    ConflictOfInterestController,
  ],
})
export class IntakeApiModule {}
