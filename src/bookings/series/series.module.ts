import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { BookingModule } from '../booking.module';
import { SeriesChangeService } from './series-change.service';
import { SeriesWriter } from './series-writer';
import { SeriesController } from './series.controller';
import { SeriesQueries } from './series.queries';
import { SeriesService } from './series.service';

const providers = [SeriesService, SeriesChangeService, SeriesQueries, SeriesWriter];

@Module({ imports: [BookingModule, OccupancyModule, PeopleModule], providers, exports: providers })
export class SeriesModule {}

/** Series over HTTP. */
@Module({ imports: [SeriesModule], controllers: [SeriesController] })
export class SeriesApiModule {}
