import { DynamicModule, Module } from '@nestjs/common';
import { AccessApiModule } from './access/access.api.module';
import { BookingApiModule } from './bookings/booking.module';
import { CheckInCodeApiModule } from './bookings/check-in-code/check-in-code.module';
import { ExtraApiModule } from './bookings/extras/extra.module';
import { GuestApiModule } from './bookings/guests/guest.module';
import { HoldApiModule } from './bookings/holds/hold.module';
import { LiveApiModule } from './bookings/live/live.module';
import { NoShowApiModule } from './bookings/no-show.module';
import { ReplacementApiModule } from './bookings/replacements/replacement.module';
import { PresenceApiModule } from './bookings/presence/presence.module';
import { SeriesApiModule } from './bookings/series/series.module';
import { WaitingListApiModule } from './bookings/waiting-list/waiting-list.module';
import { CalendarsApiModule } from './calendars/calendars.module';
import { CoachingApiModule } from './coaching/coaching.api.module';
import { LifecycleApiModule } from './lifecycle/lifecycle.api.module';
import { MembershipsApiModule } from './memberships/memberships.api.module';
import { HttpModule } from './platform/http/http.module';
import { PlatformModule, PlatformOptions } from './platform/platform.module';
import { RemindersApiModule } from './reminders/reminders.module';
import { ReportsApiModule } from './reports/reports.module';
import { SitesApiModule } from './sites/sites.api.module';
import { JobsModule } from './worker/jobs.module';

/** Everything with a controller, feature by feature, in the order of the folders. Access is first: its guard is. */
const features: NonNullable<DynamicModule['imports']> = [
  AccessApiModule,
  SitesApiModule,
  MembershipsApiModule,
  BookingApiModule,
  ExtraApiModule,
  GuestApiModule,
  HoldApiModule,
  LiveApiModule,
  WaitingListApiModule,
  NoShowApiModule,
  SeriesApiModule,
  PresenceApiModule,
  CheckInCodeApiModule,
  ReplacementApiModule,
  CoachingApiModule,
  LifecycleApiModule,
  RemindersApiModule,
  CalendarsApiModule,
  ReportsApiModule,
];

/** Door 1: the application as people and programs meet it over HTTP; with the jobs where the configuration says so. */
@Module({})
export class ApiModule {
  static with(options: PlatformOptions): DynamicModule {
    const jobs = options.config.runsJobs ? [JobsModule] : [];
    return { module: ApiModule, imports: [PlatformModule.with(options), ...features, ...jobs, HttpModule] };
  }
}
