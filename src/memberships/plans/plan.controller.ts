import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { IdPath } from '../../platform/http/path';
import { ChangePlanDto, NewPlanDto, NewPlanVersionDto, PlansQuery } from './plan.dto';
import { PlanQueries } from './plan.queries';
import { PlanService } from './plan.service';
import { PlanPage, PlanView, planView } from './plan.view';

/** What a site offers. */
@ApiTags('Plans')
@Controller()
export class PlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly queries: PlanQueries,
  ) {}

  @Get('plans')
  @SignedIn()
  @ApiOperation({ summary: 'The plans of a site, each in its latest version' })
  @ApiOkResponse({ type: PlanPage })
  async list(@CurrentActor() { locale }: Actor, @Query() { siteId, status }: PlansQuery): Promise<PlanPage> {
    const rows = await this.queries.current(siteId, status);
    return { items: rows.map((row) => planView(row, locale)), next: null };
  }

  @Get('plan-versions/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One version of a plan, however old' })
  @ApiOkResponse({ type: PlanView })
  async version(@CurrentActor() { locale }: Actor, @Param() { id }: IdPath): Promise<PlanView> {
    return planView(await this.queries.version(id), locale);
  }

  @Post('plans')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Offer a new plan', description: '422 with the laws of plans; 409 `plan_code`.' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: PlanView })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewPlanDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanView> {
    return created(reply, 'plan-versions', await this.plans.create(actor, body, key));
  }

  @Post('plans/:id/versions')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Publish a new version of a plan; memberships stay with theirs' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: PlanView })
  async publish(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewPlanVersionDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanView> {
    return created(reply, 'plan-versions', await this.plans.publish(actor, id, body, key));
  }

  @Patch('plans/:id')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Change how many places a plan has, or take it out of the offer' })
  @ApiOkResponse({ type: PlanView })
  change(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() body: ChangePlanDto): Promise<PlanView> {
    return this.plans.change(actor, id, body);
  }
}
