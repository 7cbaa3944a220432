import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { BookingModule } from '../bookings/booking.module';
import { NoShowModule } from '../bookings/no-show.module';
import { ReplacementModule } from '../bookings/replacements/replacement.module';
import { WaitingListModule } from '../bookings/waiting-list/waiting-list.module';
import { CoachingModule } from '../coaching/coaching.module';
import { LifecycleModule } from '../lifecycle/lifecycle.module';
import { MembershipsModule } from '../memberships/memberships.module';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { RemindersModule } from '../reminders/reminders.module';
import { Jobs } from './jobs';

/** Importing this module makes a process do what happens by itself; without it, nothing does. */
@Module({
  imports: [
    AccessModule,
    OccupancyModule,
    MembershipsModule,
    BookingModule,
    NoShowModule,
    WaitingListModule,
    ReplacementModule,
    CoachingModule,
    LifecycleModule,
    RemindersModule,
  ],
  providers: [Jobs],
})
export class JobsModule {}
