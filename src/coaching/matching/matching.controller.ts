import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { MatchQueries } from './match.queries';
import { MatchesView } from './match.view';
import { ChangeProposalDto, MatchesQuery, MatchingRunsQuery, NewMatchingRunDto, ProposalPath } from './matching.dto';
import { MatchingRunQueries } from './matching-run.queries';
import { MatchingRunService } from './matching-run.service';
import { MatchingRunPage, MatchingRunSummaryView, MatchingRunView } from './matching-run.view';
import { ProposalService } from './proposal.service';

const ifMatch = { name: 'If-Match', required: true, description: 'the ETag of the run that was read' };

/** Who could coach whom. */
@ApiTags('Coaching')
@Roles('manager', 'administrator')
@Controller('coaching')
export class MatchingController {
  constructor(
    private readonly matches: MatchQueries,
    private readonly runs: MatchingRunService,
    private readonly proposals: ProposalService,
    private readonly queries: MatchingRunQueries,
  ) {}

  @Get('matches')
  @ApiOperation({
    summary: 'The five coaches who fit an entrepreneur best, with the reasons, and why each other one is left out',
  })
  @ApiOkResponse({ type: MatchesView })
  forOne(@CurrentActor() actor: Actor, @Query() { membershipId }: MatchesQuery): Promise<MatchesView> {
    return this.matches.matches(actor, membershipId);
  }

  @Post('matching-runs')
  @ApiOperation({
    summary: 'Match a whole intake',
    description: 'Computed by itself; read the run until it is a draft. A person edits and publishes it.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: MatchingRunView })
  async ask(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewMatchingRunDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchingRunView> {
    return tagged(reply, created(reply, 'coaching/matching-runs', await this.runs.ask(actor, wanted, key)));
  }

  @Get('matching-runs')
  @ApiOperation({ summary: 'List the runs of a site, newest first' })
  @ApiOkResponse({ type: MatchingRunPage })
  list(@CurrentActor() actor: Actor, @Query() query: MatchingRunsQuery): Promise<Page<MatchingRunSummaryView>> {
    return this.queries.list(actor, query);
  }

  @Get('matching-runs/:id')
  @ApiOperation({ summary: 'Read a run with its proposals' })
  @ApiOkResponse({ type: MatchingRunView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchingRunView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch('matching-runs/:id/proposals/:membershipId')
  @ApiOperation({
    summary: 'Change a proposal of a draft',
    description: 'Under the rules of a pair. A pair against them is offered by hand, with a reason.',
  })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ type: MatchingRunView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param() { id, membershipId }: ProposalPath,
    @Body() change: ChangeProposalDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchingRunView> {
    return tagged(reply, await this.proposals.edit(actor, id, membershipId, change, expected));
  }

  @Post('matching-runs/:id/publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make the offers of a draft',
    description: 'What has become impossible meanwhile is told in the `refusals` of its proposal, and not forced.',
  })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ type: MatchingRunView })
  async publish(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchingRunView> {
    return tagged(reply, await this.proposals.publish(actor, id, expected));
  }

  @Post('matching-runs/:id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Throw a run away that is not published' })
  @ApiOkResponse({ type: MatchingRunView })
  discard(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<MatchingRunView> {
    return this.runs.discard(actor, id);
  }
}
