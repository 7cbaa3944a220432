import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { CoachingHoursQueries } from './coaching-hours.queries';
import { coachingHoursCsv, CoachingHoursReportView } from './coaching-hours.view';
import { CoachingOverviewQueries } from './coaching-overview.queries';
import { CoachingOverviewView } from './coaching-overview.view';
import { OccupancyReportQueries } from './occupancy.queries';
import { occupancyCsv, OccupancyReportView } from './occupancy.view';
import { ParticipantsQueries } from './participants.queries';
import { participantsCsv, ParticipantsReportView } from './participants.view';
import { OverviewQuery, ReportQuery } from './report.dto';

/** Figures about the work of sites, as JSON or, with `Accept: text/csv`, as a table. */
@ApiTags('Reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly occupancies: OccupancyReportQueries,
    private readonly hours: CoachingHoursQueries,
    private readonly people: ParticipantsQueries,
    private readonly overviews: CoachingOverviewQueries,
  ) {}

  @Get('reports/occupancy')
  @Roles('manager', 'observer', 'administrator')
  @ApiOperation({ summary: 'How much of what can be booked is booked, by resource, kind, plan and hour of the week' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: OccupancyReportView })
  async occupancy(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OccupancyReportView | string> {
    return answered(reply, accept, 'occupancy', await this.occupancies.report(actor, query), occupancyCsv);
  }

  @Get('reports/coaching-hours')
  @Roles('manager', 'observer', 'administrator')
  @ApiOperation({ summary: 'Hours of coaching that were held, each counted once' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: CoachingHoursReportView })
  async coachingHours(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingHoursReportView | string> {
    return answered(reply, accept, 'coaching-hours', await this.hours.report(actor, query), coachingHoursCsv);
  }

  @Get('reports/participants')
  @Roles('manager', 'observer', 'administrator')
  @ApiOperation({ summary: 'Whom the sites have served, and what has come of it' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: ParticipantsReportView })
  async participants(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ParticipantsReportView | string> {
    return answered(reply, accept, 'participants', await this.people.report(actor, query), participantsCsv);
  }

  @Get('coaching/overview')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'The coaching of a site at a glance: loads, founders without a coach, answers overdue' })
  @ApiOkResponse({ type: CoachingOverviewView })
  overview(@CurrentActor() actor: Actor, @Query() { siteId }: OverviewQuery): Promise<CoachingOverviewView> {
    return this.overviews.overview(actor, siteId);
  }
}

/** A report as it was asked for: JSON unless the client names CSV before it. */
function answered<Report extends { from: string; to: string }>(
  reply: FastifyReply,
  accept: string | undefined,
  name: string,
  report: Report,
  table: (report: Report) => string,
): Report | string {
  void reply.header('vary', 'accept');
  const named = (accept ?? '').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase());
  const place = (type: string) => (named.includes(type) ? named.indexOf(type) : named.length);
  if (place('text/csv') >= place('application/json')) return report;
  void reply.type('text/csv; charset=utf-8; header=present');
  void reply.header('content-disposition', `attachment; filename="${name}-${report.from}-${report.to}.csv"`);
  return table(report);
}
