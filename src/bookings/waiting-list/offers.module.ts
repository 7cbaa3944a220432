import { Module } from '@nestjs/common';
import { OffersService } from './offers.service';

/** Passing places on to those who wait for them; for whatever frees places. */
@Module({ providers: [OffersService], exports: [OffersService] })
export class OffersModule {}
