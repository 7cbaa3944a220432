import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { Page, PageQuery } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { StageQueries } from './stage.queries';
import { StageService } from './stage.service';
import { StageTransitionPage, StageTransitionView } from './stage.view';
import { DecisionReasonDto, NewStageTransitionDto, StageTransitionsQuery } from './venture.dto';
import { exitCriteria, stages } from './venture.rules';
import { StagePage } from './venture.view';

/** Stages of ventures and the steps between them. */
@ApiTags('Ventures')
@Controller()
export class StageController {
  constructor(
    private readonly stages: StageService,
    private readonly queries: StageQueries,
  ) {}

  @Get('venture-stages')
  @SignedIn()
  @ApiOperation({ summary: 'The stages in their order, and what each asks before it is left' })
  @ApiOkResponse({ type: StagePage })
  template(): StagePage {
    return { items: stages.map((stage) => ({ stage, criteria: [...exitCriteria[stage]] })), next: null };
  }

  @Get('stage-transitions')
  @SignedIn()
  @ApiOperation({ summary: 'Steps of all ventures that one may know of; `status=proposed` are those that wait' })
  @ApiOkResponse({ type: StageTransitionPage })
  list(@CurrentActor() actor: Actor, @Query() query: StageTransitionsQuery): Promise<Page<StageTransitionView>> {
    return this.queries.list(actor, query);
  }

  @Get('ventures/:id/stage-transitions')
  @SignedIn()
  @ApiOperation({ summary: 'The history of a venture’s stages' })
  @ApiOkResponse({ type: StageTransitionPage })
  history(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() query: PageQuery,
  ): Promise<Page<StageTransitionView>> {
    return this.queries.ofVenture(actor, id, query);
  }

  @Post('ventures/:id/stage-transitions')
  @SignedIn()
  @ApiOperation({
    summary: 'Propose a step to another stage',
    description:
      'For members. Backwards with a reason: 422 `stage_reason`. One at a time: 409 `stage_transition_open`.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: StageTransitionView })
  async propose(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewStageTransitionDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StageTransitionView> {
    return created(reply, 'stage-transitions', await this.stages.propose(actor, id, body, key));
  }

  @Get('stage-transitions/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One step' })
  @ApiOkResponse({ type: StageTransitionView })
  one(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<StageTransitionView> {
    return this.queries.one(actor, id);
  }

  @Post('stage-transitions/:id/approve')
  @Roles('coach', 'manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a step: the venture is at the new stage from now on',
    description: 'Nobody decides on the own venture: 403 `segregation_of_duties`. 422 `company_facts`.',
  })
  @ApiOkResponse({ type: StageTransitionView })
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<StageTransitionView> {
    return this.stages.approve(actor, id);
  }

  @Post('stage-transitions/:id/return')
  @Roles('coach', 'manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a step back with a reason that the team reads' })
  @ApiOkResponse({ type: StageTransitionView })
  return(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: DecisionReasonDto,
  ): Promise<StageTransitionView> {
    return this.stages.return(actor, id, reason);
  }
}
