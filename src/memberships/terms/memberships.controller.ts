import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { MembershipLifeService } from './membership-life.service';
import { MembershipPage, MembershipView } from './membership.view';
import {
  AcceptDto,
  AnswerDto,
  MembershipsQuery,
  ReasonDto,
  RenewDto,
  RequestPauseDto,
  RequestRenewalDto,
} from './memberships.dto';
import { MembershipsQueries } from './memberships.queries';
import { PausesService } from './pauses.service';
import { RenewalsService } from './renewals.service';
import { TermsService } from './terms.service';

/** Memberships, as long as nothing but themselves is touched; what touches bookings is a story of its own. */
@ApiTags('Memberships')
@Controller('memberships')
export class MembershipsController {
  constructor(
    private readonly terms: TermsService,
    private readonly pauses: PausesService,
    private readonly renewals: RenewalsService,
    private readonly life: MembershipLifeService,
    private readonly queries: MembershipsQueries,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: "List one's own memberships, or those of a site one runs" })
  @ApiOkResponse({ type: MembershipPage })
  list(@CurrentActor() actor: Actor, @Query() query: MembershipsQuery): Promise<Page<MembershipView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'Read a membership: its plan, terms, pauses and what may come next' })
  @ApiOkResponse({ type: MembershipView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Post(':id/accept')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept an offer with the agreement that is pinned to it' })
  @ApiOkResponse({ type: MembershipView })
  accept(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { agreementVersion }: AcceptDto,
  ): Promise<MembershipView> {
    return this.terms.accept(actor, id, agreementVersion);
  }

  @Post(':id/decline')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline an offer' })
  @ApiOkResponse({ type: MembershipView })
  decline(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<MembershipView> {
    return this.terms.decline(actor, id);
  }

  @Post(':id/request-pause')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for a pause' })
  @ApiOkResponse({ type: MembershipView })
  requestPause(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { from, to, reason }: RequestPauseDto,
  ): Promise<MembershipView> {
    return this.pauses.request(actor, id, { startsOn: from, endsOn: to, reason });
  }

  @Post(':id/refuse-pause')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse the pause that was asked for, with a reason' })
  @ApiOkResponse({ type: MembershipView })
  refusePause(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: ReasonDto,
  ): Promise<MembershipView> {
    return this.pauses.refuse(actor, id, reason);
  }

  @Post(':id/request-renewal')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for one more term, declare again to have no office, and tell what was achieved' })
  @ApiOkResponse({ type: MembershipView })
  requestRenewal(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() wanted: RequestRenewalDto,
  ): Promise<MembershipView> {
    return this.renewals.request(actor, id, wanted);
  }

  @Post(':id/renew')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant the renewal that was asked for, after a review of the progress' })
  @ApiOkResponse({ type: MembershipView })
  renew(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() { review }: RenewDto): Promise<MembershipView> {
    return this.renewals.renew(actor, id, review);
  }

  @Post(':id/refuse-renewal')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse the renewal that was asked for, with a reason' })
  @ApiOkResponse({ type: MembershipView })
  refuseRenewal(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: ReasonDto,
  ): Promise<MembershipView> {
    return this.renewals.refuse(actor, id, reason);
  }

  @Post(':id/answer-suspension')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Say something to a suspension' })
  @ApiOkResponse({ type: MembershipView })
  answerSuspension(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { text }: AnswerDto,
  ): Promise<MembershipView> {
    return this.life.answerSuspension(actor, id, text);
  }

  @Post(':id/reinstate')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lift a suspension' })
  @ApiOkResponse({ type: MembershipView })
  reinstate(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<MembershipView> {
    return this.life.reinstate(actor, id);
  }
}
