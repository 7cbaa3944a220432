import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module';
import { AuditTrailController } from './audit-trail.controller';
import { AuditTrailQueries } from './audit-trail.queries';
import { CoachingHoursQueries } from './coaching-hours.queries';
import { CoachingOverviewQueries } from './coaching-overview.queries';
import { OccupancyReportQueries } from './occupancy.queries';
import { ParticipantsQueries } from './participants.queries';
import { ReportScope } from './report.scope';
import { ReportsController } from './reports.controller';

const queries = [
  OccupancyReportQueries,
  CoachingHoursQueries,
  ParticipantsQueries,
  CoachingOverviewQueries,
  AuditTrailQueries,
];

/** Figures about the work of sites. */
@Module({ imports: [SitesModule], providers: [...queries, ReportScope], exports: queries })
export class ReportsModule {}

/** The same over HTTP. */
@Module({ imports: [ReportsModule], controllers: [ReportsController, AuditTrailController] })
export class ReportsApiModule {}
