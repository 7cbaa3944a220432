import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { BookingModule } from '../booking.module';
import { OffersModule } from '../waiting-list/offers.module';
import { HoldController } from './hold.controller';
import { HoldQueries } from './hold.queries';
import { HoldService } from './hold.service';

/** Places that are held while somebody decides. */
@Module({
  imports: [BookingModule, OccupancyModule, OffersModule, PeopleModule],
  providers: [HoldService, HoldQueries],
  exports: [HoldService, HoldQueries],
})
export class HoldModule {}

/** Holds over HTTP. */
@Module({ imports: [HoldModule], controllers: [HoldController] })
export class HoldApiModule {}
