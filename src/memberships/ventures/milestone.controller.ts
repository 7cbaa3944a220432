import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { Page, PageQuery } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { MilestoneService } from './milestone.service';
import { StageQueries } from './stage.queries';
import { MilestonePage, MilestoneView } from './stage.view';
import { ChangeMilestoneDto, NewMilestoneDto } from './venture.dto';

/** What ventures set themselves to reach. */
@ApiTags('Ventures')
@SignedIn()
@Controller()
export class MilestoneController {
  constructor(
    private readonly milestones: MilestoneService,
    private readonly queries: StageQueries,
  ) {}

  @Get('ventures/:id/milestones')
  @ApiOperation({ summary: 'Milestones of a venture' })
  @ApiOkResponse({ type: MilestonePage })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() query: PageQuery): Promise<Page<MilestoneView>> {
    return this.queries.milestones(actor, id, query);
  }

  @Post('ventures/:id/milestones')
  @ApiOperation({ summary: 'Set a milestone', description: 'For members, and for coaches and managers of the site.' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: MilestoneView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewMilestoneDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MilestoneView> {
    return created(reply, 'milestones', await this.milestones.add(actor, id, body, key));
  }

  @Get('milestones/:id')
  @ApiOperation({ summary: 'One milestone' })
  @ApiOkResponse({ type: MilestoneView })
  one(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<MilestoneView> {
    return this.queries.milestone(actor, id);
  }

  @Patch('milestones/:id')
  @ApiOperation({ summary: 'Change a milestone, or tick it off' })
  @ApiOkResponse({ type: MilestoneView })
  change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangeMilestoneDto,
  ): Promise<MilestoneView> {
    return this.milestones.change(actor, id, body);
  }

  @Delete('milestones/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a milestone away', description: 'What was reached stays: 409 `milestone_done`.' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.milestones.remove(actor, id);
  }
}
