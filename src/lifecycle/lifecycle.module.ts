import { Module } from '@nestjs/common';
import { BookingModule } from '../bookings/booking.module';
import { ReplacementModule } from '../bookings/replacements/replacement.module';
import { OffersModule } from '../bookings/waiting-list/offers.module';
import { AssignmentsModule } from '../coaching/assignments/assignments.module';
import { SessionsModule } from '../coaching/sessions/sessions.module';
import { MembershipsModule } from '../memberships/memberships.module';
import { OccupancyModule } from '../occupancy/occupancy.module';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { AffectedQueries } from './affected.queries';
import { AffectedService } from './affected.service';
import { ClosureService } from './closure.service';
import { ErasureQueries } from './erasure.queries';
import { ErasureService } from './erasure.service';
import { ErasureTicks } from './erasure.ticks';
import { MaintenanceQueries } from './maintenance.queries';
import { MaintenanceService } from './maintenance.service';
import { MembershipBookings } from './membership-bookings';
import { MembershipCalendarService } from './membership-calendar.service';
import { MembershipEndService } from './membership-end.service';
import { MembershipSuspensionService } from './membership-suspension.service';
import { MembershipTicks } from './membership.ticks';
import { OpeningHoursService } from './opening-hours.service';
import { PauseStoryService } from './pause-story.service';
import { RetirementService } from './retirement.service';
import { PlanChangeService } from './plan-change.service';
import { RetentionTicks } from './retention.ticks';
import { PlaceChangeService } from './rule-change-place.service';
import { TermsChangeService } from './rule-change-terms.service';
import { RuleChangeQueries } from './rule-change.queries';
import { RebookingQueries } from './rule-change.rebooking';
import { RuleChangeService } from './rule-change.service';
import { SiteChangeService } from './site-change.service';
import { TeamDepartureService } from './team-departure.service';
import { TimeZoneMoves } from './time-zone.moves';
import { TimeZoneQueries } from './time-zone.queries';
import { TimeZoneService } from './time-zone.service';

const stories = [
  ClosureService,
  OpeningHoursService,
  PlaceChangeService,
  PlanChangeService,
  TermsChangeService,
  TimeZoneService,
  MaintenanceService,
  SiteChangeService,
  RetirementService,
  PauseStoryService,
  MembershipEndService,
  MembershipSuspensionService,
  TeamDepartureService,
  MembershipTicks,
  ErasureQueries,
  ErasureService,
  ErasureTicks,
  RetentionTicks,
];

/** Stories that cross features in one transaction. */
@Module({
  imports: [
    PeopleModule,
    SitesModule,
    OccupancyModule,
    MembershipsModule,
    BookingModule,
    AssignmentsModule,
    SessionsModule,
    OffersModule,
    ReplacementModule,
  ],
  providers: [
    ...stories,
    RuleChangeQueries,
    RebookingQueries,
    RuleChangeService,
    TimeZoneMoves,
    TimeZoneQueries,
    AffectedQueries,
    AffectedService,
    MaintenanceQueries,
    MembershipBookings,
    MembershipCalendarService,
  ],
  exports: [...stories, MaintenanceQueries],
})
export class LifecycleModule {}
