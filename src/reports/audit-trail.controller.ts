import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { AuditTrailQuery } from './audit-trail.dto';
import { AuditTrailQueries } from './audit-trail.queries';
import { DeedPage } from './audit-trail.view';

/** The audit trail, as JSON in pages or, with `Accept: text/csv`, as a table. */
@ApiTags('Reports')
@Controller('audit-events')
export class AuditTrailController {
  constructor(private readonly trail: AuditTrailQueries) {}

  @Get()
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Who did what to what, and when, the latest first' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: DeedPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: AuditTrailQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeedPage | string> {
    void reply.header('vary', 'accept');
    if (!(accept ?? '').trim().toLowerCase().startsWith('text/csv')) return this.trail.page(actor, query);
    const table = await this.trail.table(actor, query);
    void reply.type('text/csv; charset=utf-8; header=present');
    void reply.header('content-disposition', 'attachment; filename="audit-trail.csv"');
    return table;
  }
}
