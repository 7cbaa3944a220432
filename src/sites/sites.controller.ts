import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { tagged } from '../platform/http/if-match';
import { Page } from '../platform/http/page';
import { IdPath } from '../platform/http/path';
import { SiteCalendarService } from './site-calendar.service';
import { ClosurePage, ClosureView, SitePage, SiteView } from './site.view';
import { ClosuresQuery, NewSiteDto, ProposeQuery, SitesQuery } from './sites.dto';
import { SitesQueries } from './sites.queries';
import { SitesService } from './sites.service';

/** Sites and what happens to their calendars without touching a booking. */
@ApiTags('Sites')
@Controller()
export class SitesController {
  constructor(
    private readonly sites: SitesService,
    private readonly calendar: SiteCalendarService,
    private readonly queries: SitesQueries,
  ) {}

  @Get('sites')
  @SignedIn()
  @ApiOperation({ summary: 'The sites, with their hours' })
  @ApiOkResponse({ type: SitePage })
  list(@Query() query: SitesQuery): Promise<Page<SiteView>> {
    return this.queries.list(query);
  }

  @Get('sites/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One site, with its hours' })
  @ApiOkResponse({ type: SiteView })
  async one(@Param() { id }: IdPath, @Res({ passthrough: true }) reply: FastifyReply): Promise<SiteView> {
    return tagged(reply, await this.queries.one(id));
  }

  @Post('sites')
  @Roles('administrator')
  @ApiOperation({ summary: 'Found a site' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: SiteView })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewSiteDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteView> {
    return created(reply, 'sites', await this.sites.create(actor, body, key));
  }

  @Get('sites/:id/closures')
  @SignedIn()
  @ApiOperation({ summary: 'Closures of a site; proposed and dismissed ones are shown to those who run it' })
  @ApiOkResponse({ type: ClosurePage })
  closures(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() query: ClosuresQuery,
  ): Promise<Page<ClosureView>> {
    return this.queries.closures(actor, id, query);
  }

  @Post('sites/:id/closures/propose')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: "Propose a year's holidays as closures; none is in force before it is confirmed" })
  @ApiOkResponse({ type: ClosurePage })
  async propose(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() { year }: ProposeQuery,
  ): Promise<Page<ClosureView>> {
    return { items: await this.calendar.propose(actor, id, year), next: null };
  }

  @Get('closures/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One closure' })
  @ApiOkResponse({ type: ClosureView })
  closure(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ClosureView> {
    return this.queries.closure(actor, id);
  }

  @Delete('closures/:id')
  @Roles('manager', 'administrator')
  @HttpCode(204)
  @ApiOperation({ summary: 'Dismiss a closure; what was cancelled because of it stays cancelled' })
  @ApiNoContentResponse()
  dismiss(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.calendar.dismiss(actor, id);
  }
}
