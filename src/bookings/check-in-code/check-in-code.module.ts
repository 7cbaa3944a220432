import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { Config } from '../../platform/config/config';
import { Secrets } from '../../platform/secrets';
import { BookingModule } from '../booking.module';
import { CheckInCodeController } from './check-in-code.controller';
import { CheckInCodeQueries } from './check-in-code.queries';
import { CheckInCodeService } from './check-in-code.service';
import { CodeKeeper } from './code-keeper';
import { ScanService } from './scan.service';

const providers = [CheckInCodeQueries, CheckInCodeService, ScanService];

/** Checking in by the code that lies on a place. */
@Module({
  imports: [BookingModule, OccupancyModule],
  providers: [
    ...providers,
    CodeKeeper,
    { provide: Secrets, inject: [Config], useFactory: (config: Config) => new Secrets(config) },
  ],
  exports: [...providers, CodeKeeper],
})
export class CheckInCodeModule {}

/** The codes over HTTP. */
@Module({ imports: [CheckInCodeModule], controllers: [CheckInCodeController] })
export class CheckInCodeApiModule {}
