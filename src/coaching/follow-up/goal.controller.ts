import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { ActionItemService } from './action-item.service';
import {
  ActionItemsQuery,
  ChangeActionItemDto,
  ChangeGoalDto,
  GoalsQuery,
  NewActionItemDto,
  NewGoalDto,
  RecordQuery,
} from './follow-up.dto';
import { GoalQueries } from './goal.queries';
import { GoalService } from './goal.service';
import { ActionItemPage, ActionItemView, GoalPage, GoalView } from './goal.view';
import { RecordQueries } from './record.queries';
import { CoachingRecordView, markdownOf } from './record.view';

const ifMatch = { name: 'If-Match', required: true, description: 'the ETag that was read' };

/** What founders and coaches work towards, and what they do until the next time. */
@ApiTags('Coaching')
@ApiExtraModels(CoachingRecordView)
@SignedIn()
@Controller('coaching')
export class GoalController {
  constructor(
    private readonly goals: GoalService,
    private readonly items: ActionItemService,
    private readonly queries: GoalQueries,
    private readonly records: RecordQueries,
  ) {}

  @Get('goals')
  @ApiOperation({ summary: "One's own goals, and those of founders one coaches" })
  @ApiOkResponse({ type: GoalPage })
  listGoals(@CurrentActor() actor: Actor, @Query() query: GoalsQuery): Promise<Page<GoalView>> {
    return this.queries.goals(actor, query);
  }

  @Post('goals')
  @ApiOperation({ summary: 'Set a goal' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: GoalView })
  async addGoal(
    @CurrentActor() actor: Actor,
    @Body() goal: NewGoalDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoalView> {
    return tagged(reply, await this.goals.add(actor, goal, key));
  }

  @Patch('goals/:id')
  @ApiOperation({ summary: 'Change a goal, or say what became of it' })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ type: GoalView })
  async changeGoal(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeGoalDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoalView> {
    return tagged(reply, await this.goals.change(actor, id, change, expected));
  }

  @Get('action-items')
  @ApiOperation({ summary: 'What is to be done, by oneself or by founders one coaches' })
  @ApiOkResponse({ type: ActionItemPage })
  listItems(@CurrentActor() actor: Actor, @Query() query: ActionItemsQuery): Promise<Page<ActionItemView>> {
    return this.queries.items(actor, query);
  }

  @Post('action-items')
  @ApiOperation({ summary: 'Agree on something to do' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ActionItemView })
  async addItem(
    @CurrentActor() actor: Actor,
    @Body() item: NewActionItemDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionItemView> {
    return tagged(reply, await this.items.add(actor, item, key));
  }

  @Patch('action-items/:id')
  @ApiOperation({ summary: 'Change an action item, or tick it off' })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ type: ActionItemView })
  async changeItem(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeActionItemDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionItemView> {
    return tagged(reply, await this.items.change(actor, id, change, expected));
  }

  @Get('record')
  @ApiOperation({ summary: "One's own record of coaching, to keep and to take along" })
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(CoachingRecordView) } },
      'text/markdown': { schema: { type: 'string' } },
    },
  })
  async record(
    @CurrentActor() actor: Actor,
    @Query() { format }: RecordQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingRecordView | string> {
    const record = await this.records.own(actor);
    if (format !== 'markdown') return record;
    void reply.header('content-disposition', 'attachment; filename="coaching-record.md"');
    void reply.type('text/markdown; charset=utf-8');
    return markdownOf(record);
  }
}
