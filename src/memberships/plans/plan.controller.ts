import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { IdPath } from '../../platform/http/path';
import { NewPlanDto, PlansQuery } from './plan.dto';
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
  @ApiOperation({
    summary: 'The plans of a site, each in its latest version',
    description: 'With `inForce`, which leaves `status` aside: 403 `role_required` for who does not run the site.',
  })
  @ApiOkResponse({ type: PlanPage })
  async list(@CurrentActor() actor: Actor, @Query() { siteId, status, inForce }: PlansQuery): Promise<PlanPage> {
    const rows = await (inForce ? this.queries.inForce(actor, siteId) : this.queries.current(siteId, status));
    return { items: rows.map((row) => planView(row, actor.locale)), next: null };
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
}
