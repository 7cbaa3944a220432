import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { tagged } from '../platform/http/if-match';
import { Page } from '../platform/http/page';
import { IdPath } from '../platform/http/path';
import { ResourcePage, ResourceRulePage, ResourceRuleView, ResourceView } from './resource.view';
import { NewResourceDto, ResourcesQuery } from './resources.dto';
import { ResourcesQueries } from './resources.queries';
import { ResourcesService } from './resources.service';

/** Desks, rooms and booths, and the rules of their kinds. */
@ApiTags('Sites')
@Controller()
export class ResourcesController {
  constructor(
    private readonly resources: ResourcesService,
    private readonly queries: ResourcesQueries,
  ) {}

  @Get('sites/:id/resources')
  @SignedIn()
  @ApiOperation({ summary: 'Resources of a site' })
  @ApiOkResponse({ type: ResourcePage })
  list(@Param() { id }: IdPath, @Query() query: ResourcesQuery): Promise<Page<ResourceView>> {
    return this.queries.list(id, query);
  }

  @Get('resources/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One resource; the answer carries its ETag' })
  @ApiOkResponse({ type: ResourceView })
  async one(@Param() { id }: IdPath, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResourceView> {
    return tagged(reply, await this.queries.one(id));
  }

  @Post('sites/:id/resources')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Add a resource to a site' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ResourceView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewResourceDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    return tagged(reply, created(reply, 'resources', await this.resources.add(actor, id, body, key)));
  }

  @Get('sites/:id/resource-rules')
  @SignedIn()
  @ApiOperation({ summary: 'What each kind of resource asks of a booking at a site' })
  @ApiOkResponse({ type: ResourceRulePage })
  rules(@Param() { id }: IdPath): Promise<Page<ResourceRuleView>> {
    return this.queries.rules(id);
  }
}
