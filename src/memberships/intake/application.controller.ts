import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { ApplicationsQuery, ChangeApplicationDto, NewApplicationDto, SubmitDto } from './application.dto';
import { ApplicationQueries } from './application.queries';
import { ApplicationService } from './application.service';
import { ApplicationPage, ApplicationView } from './application.view';

/** What applicants do. */
@ApiTags('Applications')
@SignedIn()
@Controller('applications')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly queries: ApplicationQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Begin an application',
    description: '409 `application_open` while one is open at the site.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ApplicationView })
  async begin(
    @CurrentActor() actor: Actor,
    @Body() { siteId, ...wanted }: NewApplicationDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    return tagged(reply, created(reply, 'applications', await this.applications.begin(actor, siteId, wanted, key)));
  }

  @Get()
  @ApiOperation({ summary: "One's own applications; with a site, those that one runs or reviews there. Oldest first" })
  @ApiOkResponse({ type: ApplicationPage })
  list(@CurrentActor() actor: Actor, @Query() query: ApplicationsQuery): Promise<Page<ApplicationView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One application' })
  @ApiOkResponse({ type: ApplicationView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Fill in more of a draft, or of an application that was returned' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the application that was read' })
  @ApiOkResponse({ type: ApplicationView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeApplicationDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    return tagged(reply, await this.applications.edit(actor, id, change, expected));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hand an application in',
    description: '422 `complete_application` names what is missing, `no_own_office` what has to be declared.',
  })
  @ApiOkResponse({ type: ApplicationView })
  submit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { noOwnOffice }: SubmitDto,
  ): Promise<ApplicationView> {
    return this.applications.submit(actor, id, noOwnOffice);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an application back, at any time before the decision' })
  @ApiOkResponse({ type: ApplicationView })
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ApplicationView> {
    return this.applications.withdraw(actor, id);
  }
}
