import { Module } from '@nestjs/common';
import { OccupancyQueries } from './occupancy.queries';
import { OccupancyService } from './occupancy.service';
import { OccupancyTicks } from './occupancy.ticks';

@Module({
  providers: [OccupancyService, OccupancyQueries, OccupancyTicks],
  exports: [OccupancyService, OccupancyQueries, OccupancyTicks],
})
export class OccupancyModule {}
