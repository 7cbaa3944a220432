import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { IdPath } from '../../platform/http/path';
import {
  ApproveApplicationDto,
  ApplicationDecisionDto,
  EligibilityPath,
  NotifyApplicantsDto,
  OverrideDto,
  RejectApplicationDto,
  ReturnApplicationDto,
  ReviewDto,
} from './application.dto';
import { ApplicationPage, ApplicationView } from './application.view';
import { DecisionService } from './decision.service';
import { EligibilityService } from './eligibility.service';
import { ReviewService } from './review.service';

/** What managers and reviewers do with applications. Nobody deals with their own case, or one with a conflict: 403. */
@ApiTags('Applications')
@Roles('manager', 'administrator')
@Controller('applications')
export class DecisionController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly eligibility: EligibilityService,
    private readonly reviews: ReviewService,
  ) {}

  @Post('notify')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell many applicants at a time what was decided: all of them, or none' })
  @ApiOkResponse({ type: ApplicationPage })
  async notifyAll(@CurrentActor() actor: Actor, @Body() { ids }: NotifyApplicantsDto): Promise<ApplicationPage> {
    return { items: await this.decisions.notifyAll(actor, ids), next: null };
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give an application back to be completed' })
  @ApiOkResponse({ type: ApplicationView })
  return(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason, deadlineDays }: ReturnApplicationDto,
  ): Promise<ApplicationView> {
    return this.decisions.return(actor, id, reason, deadlineDays);
  }

  @Post(':id/start-review')
  @HttpCode(200)
  @ApiOperation({ summary: 'Find an application complete and open it to reviewers' })
  @ApiOkResponse({ type: ApplicationView })
  startReview(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ApplicationView> {
    return this.decisions.startReview(actor, id);
  }

  @Post(':id/reviews')
  @Roles('manager', 'coach', 'administrator')
  @ApiOperation({ summary: "Add one's scorecard; others' are seen after it" })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ApplicationView })
  async review(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() review: ReviewDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    return created(reply, 'applications', await this.reviews.review(actor, id, review, key));
  }

  @Post(':id/eligibility/:code/override')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say something else than a rule of eligibility, with a reason' })
  @ApiOkResponse({ type: ApplicationView })
  override(
    @CurrentActor() actor: Actor,
    @Param() { id, code }: EligibilityPath,
    @Body() { outcome, reason }: OverrideDto,
  ): Promise<ApplicationView> {
    return this.eligibility.override(actor, id, code, outcome, reason);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve: offer a membership',
    description: '422 `eligible`, `two_reviews`, `place_available`, `plan_version_latest` and others.',
  })
  @ApiOkResponse({ type: ApplicationView })
  approve(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ApproveApplicationDto,
  ): Promise<ApplicationView> {
    return this.decisions.approve(actor, id, body);
  }

  @Post(':id/waitlist')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put on the waiting list: a yes for which there is no place yet' })
  @ApiOkResponse({ type: ApplicationView })
  waitlist(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ApplicationDecisionDto,
  ): Promise<ApplicationView> {
    return this.decisions.waitlist(actor, id, body);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no, with a reason' })
  @ApiOkResponse({ type: ApplicationView })
  reject(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: RejectApplicationDto,
  ): Promise<ApplicationView> {
    return this.decisions.reject(actor, id, body);
  }

  @Post(':id/notify')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell the applicant what was decided' })
  @ApiOkResponse({ type: ApplicationView })
  notify(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ApplicationView> {
    return this.decisions.notify(actor, id);
  }
}
