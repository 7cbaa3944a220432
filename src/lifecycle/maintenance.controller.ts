import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { Page, PageQuery } from '../platform/http/page';
import { IdPath } from '../platform/http/path';
import { AffectedView, BegunMaintenanceView } from './affected.view';
import { NewMaintenanceDto, PreviewQuery } from './lifecycle.dto';
import { MaintenanceQueries } from './maintenance.queries';
import { MaintenanceService } from './maintenance.service';
import { MaintenancePage, MaintenanceView } from './maintenance.view';

/** Resources that are out of service for a while. */
@ApiTags('Sites')
@Controller()
export class MaintenanceController {
  constructor(
    private readonly maintenance: MaintenanceService,
    private readonly queries: MaintenanceQueries,
  ) {}

  @Get('resources/:id/maintenance')
  @SignedIn()
  @ApiOperation({ summary: 'When a resource is out of service, now or later' })
  @ApiOkResponse({ type: MaintenancePage })
  list(@Param() { id }: IdPath, @Query() query: PageQuery): Promise<Page<MaintenanceView>> {
    return this.queries.ofResource(id, query);
  }

  @Post('resources/:id/maintenance')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Take a resource out of service for a period',
    description: 'Bookings in its way are cancelled; each holder is offered an equal place at the same time, if any.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: BegunMaintenanceView })
  @ApiOkResponse({ type: AffectedView, description: 'with preview: what would be cancelled and offered' })
  async begin(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewMaintenanceDto,
    @Query() { preview }: PreviewQuery,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunMaintenanceView | AffectedView> {
    if (!preview) return created(reply, 'maintenance', await this.maintenance.begin(actor, id, body, key));
    void reply.status(200);
    return this.maintenance.preview(actor, id, body);
  }

  @Get('maintenance/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One period out of service' })
  @ApiOkResponse({ type: MaintenanceView })
  one(@Param() { id }: IdPath): Promise<MaintenanceView> {
    return this.queries.one(id);
  }

  @Delete('maintenance/:id')
  @Roles('manager', 'administrator')
  @HttpCode(204)
  @ApiOperation({ summary: 'Put a resource back into service: call maintenance off, or end it now' })
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.maintenance.end(actor, id);
  }
}
