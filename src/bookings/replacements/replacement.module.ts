import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { OffersModule } from '../waiting-list/offers.module';
import { ReplacementAnswersService } from './replacement-answers.service';
import { ReplacementController } from './replacement.controller';
import { ReplacementQueries } from './replacement.queries';
import { ReplacementTicks } from './replacement.ticks';
import { ReplacementsService } from './replacements.service';

const providers = [ReplacementsService, ReplacementAnswersService, ReplacementQueries, ReplacementTicks];

/** Equal places for people whose own the house takes away. */
@Module({ imports: [OccupancyModule, OffersModule, PeopleModule], providers, exports: providers })
export class ReplacementModule {}

/** Replacements over HTTP. */
@Module({ imports: [ReplacementModule], controllers: [ReplacementController] })
export class ReplacementApiModule {}
