import { Body, Controller, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { CompanyService } from './company.service';
import { TeamService } from './team.service';
import {
  ChangeVentureDto,
  CompanyDto,
  LeadDto,
  NewVentureDto,
  NewVentureMemberDto,
  VentureMemberPath,
  VenturesQuery,
} from './venture.dto';
import { VentureQueries } from './venture.queries';
import { VentureService } from './venture.service';
import { VenturePage, VentureView } from './venture.view';

/** Ideas and teams on their way to a company. Somebody else's venture is known to those who work at its site only. */
@ApiTags('Ventures')
@SignedIn()
@Controller('ventures')
export class VentureController {
  constructor(
    private readonly ventures: VentureService,
    private readonly team: TeamService,
    private readonly companies: CompanyService,
    private readonly queries: VentureQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One’s own ventures; at the sites where one coaches or manages: all' })
  @ApiOkResponse({ type: VenturePage })
  list(@CurrentActor() actor: Actor, @Query() query: VenturesQuery): Promise<Page<VentureView>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Write a venture down; one leads it from today on',
    description: 'For entrepreneurs of the site and for those who apply there.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: VentureView })
  async begin(
    @CurrentActor() actor: Actor,
    @Body() body: NewVentureDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, created(reply, 'ventures', await this.ventures.begin(actor, body, key)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One venture; the answer carries its ETag' })
  @ApiOkResponse({ type: VentureView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change what a venture says of itself, stop it, or take it up again',
    description: 'For its members and the managers of the site. 409 `venture_stopped`.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag that was read' })
  @ApiOkResponse({ type: VentureView })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangeVentureDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, await this.ventures.change(actor, id, body, expected));
  }

  @Post(':id/members')
  @ApiOperation({
    summary: 'Take somebody into the team',
    description: 'For leads and managers; the person belongs to the site or applies there. 409 `venture_member_once`.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: VentureView, description: 'the venture with its team' })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewVentureMemberDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, created(reply, 'ventures', await this.team.add(actor, id, body, key)));
  }

  @Patch(':id/members/:memberId')
  @ApiOperation({
    summary: 'Make a member a lead, or a lead a member',
    description: 'A venture has a lead at all times: 422 `venture_lead`.',
  })
  @ApiOkResponse({ type: VentureView })
  async setLead(
    @CurrentActor() actor: Actor,
    @Param() { id, memberId }: VentureMemberPath,
    @Body() { lead }: LeadDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, await this.team.setLead(actor, id, memberId, lead));
  }

  @Put(':id/company')
  @ApiOperation({
    summary: 'Enter the registered company of a venture',
    description: '422 `company_facts`. What it means for the start-up grant stands among the warnings.',
  })
  @ApiOkResponse({ type: VentureView })
  async enterCompany(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: CompanyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VentureView> {
    return tagged(reply, await this.companies.enter(actor, id, body));
  }
}
