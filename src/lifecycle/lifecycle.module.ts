import { Module } from '@nestjs/common';
import { BookingModule } from '../bookings/booking.module';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { SitesModule } from '../sites/sites.module';
import { AffectedQueries } from './affected.queries';
import { ClosureService } from './closure.service';
import { MaintenanceQueries } from './maintenance.queries';
import { MaintenanceService } from './maintenance.service';
import { OpeningHoursService } from './opening-hours.service';
import { SiteChangeService } from './site-change.service';

const stories = [ClosureService, OpeningHoursService, MaintenanceService, SiteChangeService];

/** Stories that cross features in one transaction. */
@Module({
  imports: [SitesModule, OccupancyModule, BookingModule],
  providers: [...stories, AffectedQueries, MaintenanceQueries],
  exports: [...stories, MaintenanceQueries],
})
export class LifecycleModule {}
