import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { BookingModule } from '../booking.module';
import { OfferAnswersService } from './offer-answers.service';
import { OffersModule } from './offers.module';
import { WaitingListController } from './waiting-list.controller';
import { WaitingListQueries } from './waiting-list.queries';
import { WaitingListService } from './waiting-list.service';
import { WaitingListTicks } from './waiting-list.ticks';

const providers = [WaitingListService, OfferAnswersService, WaitingListQueries, WaitingListTicks];

/** Waiting for places that are taken. */
@Module({ imports: [BookingModule, OffersModule, OccupancyModule, PeopleModule], providers, exports: providers })
export class WaitingListModule {}

/** The waiting list over HTTP. */
@Module({ imports: [WaitingListModule], controllers: [WaitingListController] })
export class WaitingListApiModule {}
