import { Module } from '@nestjs/common';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { PeopleModule } from '../people/people.module';
import { AlternativesQueries } from './alternatives.queries';
import { BookingChangeService } from './booking-change.service';
import { BookingLifeService } from './booking-life.service';
import { BookingController } from './booking.controller';
import { BookingQueries } from './booking.queries';
import { BookingService } from './booking.service';
import { BookingTicks } from './booking.ticks';
import { DayController } from './day.controller';
import { DayQueries } from './day.queries';
import { FreeQueries } from './free.queries';
import { PreviewQueries } from './preview.queries';
import { OffersModule } from './waiting-list/offers.module';
import { WishReader } from './wish';

@Module({
  imports: [OccupancyModule, OffersModule, PeopleModule],
  providers: [
    AlternativesQueries,
    BookingChangeService,
    BookingLifeService,
    BookingQueries,
    BookingService,
    BookingTicks,
    DayQueries,
    FreeQueries,
    PreviewQueries,
    WishReader,
  ],
  exports: [
    AlternativesQueries,
    BookingChangeService,
    BookingLifeService,
    BookingQueries,
    BookingService,
    BookingTicks,
    DayQueries,
    FreeQueries,
    PreviewQueries,
    WishReader,
  ],
})
export class BookingModule {}

/** What of the bookings can be reached over HTTP. */
@Module({ imports: [BookingModule], controllers: [BookingController, DayController] })
export class BookingApiModule {}
