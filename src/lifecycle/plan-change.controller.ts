import { Body, Controller, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
  IntersectionType,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { ChangePlanDto, NewPlanVersionDto } from '../memberships/plans/plan.dto';
import { PlanView } from '../memberships/plans/plan.view';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { IdPath } from '../platform/http/path';
import { PreviewQuery } from './lifecycle.dto';
import { PlanChangeService } from './plan-change.service';
import { PlanChangePreviewView, PublishedPlanView } from './plan-change.view';
import { RuleDecisionDto } from './rule-change.dto';

/** A new version of a plan, and what becomes of the bookings of visitors that it would not allow. */
export class PublishedVersionDto extends IntersectionType(NewPlanVersionDto, RuleDecisionDto) {}

/** Changes of plans, seen before they are made. */
@ApiTags('Plans')
@ApiExtraModels(PlanChangePreviewView, PlanView)
@Controller()
export class PlanChangeController {
  constructor(private readonly changes: PlanChangeService) {}

  @Post('plans/:id/versions')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Publish a new version of a plan; memberships stay with theirs' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: PublishedPlanView })
  @ApiOkResponse({ type: PlanChangePreviewView, description: 'with preview: who keeps theirs, and what would break' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: PublishedVersionDto,
    @Query() { preview }: PreviewQuery,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublishedPlanView | PlanChangePreviewView> {
    const { onConflict, otherwise, choices, sessions, seen, reason, ...wanted } = body;
    const decision = { onConflict, otherwise, choices, sessions, seen, reason };
    if (!preview) return created(reply, 'plan-versions', await this.changes.publish(actor, id, wanted, decision, key));
    void reply.status(200);
    return this.changes.previewVersion(actor, id, wanted);
  }

  @Patch('plans/:id')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Change how many places a plan has, or take it out of the offer; nobody loses a place' })
  @ApiOkResponse({
    description: 'the plan, or with preview who holds its places',
    schema: { anyOf: [{ $ref: getSchemaPath(PlanView) }, { $ref: getSchemaPath(PlanChangePreviewView) }] },
  })
  change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangePlanDto,
    @Query() { preview }: PreviewQuery,
  ): Promise<PlanView | PlanChangePreviewView> {
    return preview ? this.changes.previewChange(actor, id, body) : this.changes.change(actor, id, body);
  }
}
