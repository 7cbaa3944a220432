import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Entries } from './entries';
import { HealthController } from './health.controller';
import { RateGuard } from './rate.guard';

/** The platform's own routes and guards. Imported last, so that the guard of access has been before ours. */
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [Entries, { provide: APP_GUARD, useClass: RateGuard }],
})
export class HttpModule {}
