import { Module } from '@nestjs/common';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { PeopleModule } from '../people/people.module';
import { NoShowController } from './no-show.controller';
import { NoShowQueries } from './no-show.queries';
import { NoShowService } from './no-show.service';
import { NoShowTicks } from './no-show.ticks';
import { OffersModule } from './waiting-list/offers.module';

const providers = [NoShowService, NoShowQueries, NoShowTicks];

@Module({ imports: [OccupancyModule, OffersModule, PeopleModule], providers, exports: providers })
export class NoShowModule {}

/** No-shows over HTTP. */
@Module({ imports: [NoShowModule], controllers: [NoShowController] })
export class NoShowApiModule {}
