import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { GuestController } from './guest.controller';
import { GuestService } from './guest.service';

/** Guests of meetings. */
@Module({ imports: [OccupancyModule], providers: [GuestService], exports: [GuestService] })
export class GuestModule {}

/** The guests over HTTP. */
@Module({ imports: [GuestModule], controllers: [GuestController] })
export class GuestApiModule {}
