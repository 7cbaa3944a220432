import { DynamicModule, Module } from '@nestjs/common';
import { AccessApiModule } from './access/access.api.module';
import { BookingApiModule } from './bookings/booking.module';
import { LifecycleApiModule } from './lifecycle/lifecycle.api.module';
import { HttpModule } from './platform/http/http.module';
import { PlatformModule, PlatformOptions } from './platform/platform.module';
import { SitesApiModule } from './sites/sites.api.module';

/** Everything with a controller, feature by feature, in the order of the folders. */
const features: NonNullable<DynamicModule['imports']> = [
  AccessApiModule,
  SitesApiModule,
  BookingApiModule,
  LifecycleApiModule,
];

/** Door 1: the application as people and programs meet it over HTTP. */
@Module({})
export class ApiModule {
  /** `also` are further modules of this process, such as those that run jobs. */
  static with(options: PlatformOptions, also: DynamicModule['imports'] = []): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(options), ...features, ...also, HttpModule] };
  }
}
