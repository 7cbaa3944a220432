import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import {
  AssignmentsQuery,
  DeclineAssignmentDto,
  EndAssignmentDto,
  HoldAssignmentDto,
  NewAssignmentDto,
  WishesDto,
} from './assignment.dto';
import { AssignmentQueries } from './assignment.queries';
import { AssignmentService } from './assignment.service';
import { AssignedTeamView, AssignmentPage, AssignmentView } from './assignment.view';
import { WishService } from './wish.service';
import { WishesView } from './wish.view';

/** Who is coached by whom. */
@ApiTags('Coaching')
@Controller('coaching')
export class AssignmentController {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly queries: AssignmentQueries,
    private readonly wishes: WishService,
  ) {}

  @Post('assignments')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Ask a coach to take an entrepreneur on',
    description:
      'Every rule that is against it is named. A reason overrides `coach_active`, `coach_qualified`, `common_language`, ' +
      '`serves_site` and `stage_in_range`. The coach has three working days of the site; then the next alternate is asked.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: AssignmentView })
  async offer(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewAssignmentDto,
    @Idempotency() idempotency: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssignmentView> {
    return created(reply, 'coaching/assignments', await this.assignments.offer(actor, wanted, idempotency));
  }

  @Get('assignments')
  @SignedIn()
  @ApiOperation({
    summary: 'List one’s own assignments and those of one’s team, or those of a site one runs, newest first',
  })
  @ApiOkResponse({ type: AssignmentPage })
  list(@CurrentActor() actor: Actor, @Query() query: AssignmentsQuery): Promise<Page<AssignmentView>> {
    return this.queries.list(actor, query);
  }

  @Get('assignments/:id')
  @SignedIn()
  @ApiOperation({ summary: 'Read an assignment' })
  @ApiOkResponse({ type: AssignmentView })
  one(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<AssignmentView> {
    return this.queries.one(actor, id);
  }

  @Get('assignments/:id/team')
  @SignedIn()
  @ApiOperation({ summary: 'Who may take part in the sessions of an assignment' })
  @ApiOkResponse({ type: AssignedTeamView })
  async team(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<AssignedTeamView> {
    return { items: await this.queries.team(actor, id) };
  }

  @Post('assignments/:id/accept')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the entrepreneur on, as far as there is a place left' })
  @ApiOkResponse({ type: AssignmentView })
  accept(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<AssignmentView> {
    return this.assignments.accept(actor, id);
  }

  @Post('assignments/:id/decline')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no with a reason; the next alternate is asked at once' })
  @ApiOkResponse({ type: AssignmentView })
  decline(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: DeclineAssignmentDto,
  ): Promise<AssignmentView> {
    return this.assignments.decline(actor, id, reason);
  }

  @Post('assignments/:id/hold')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Let the coaching rest; sessions ahead are cancelled' })
  @ApiOkResponse({ type: AssignmentView })
  hold(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: HoldAssignmentDto,
  ): Promise<AssignmentView> {
    return this.assignments.hold(actor, id, body);
  }

  @Post('assignments/:id/resume')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the coaching up again' })
  @ApiOkResponse({ type: AssignmentView })
  resume(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<AssignmentView> {
    return this.assignments.resume(actor, id);
  }

  @Post('assignments/:id/complete')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that the coaching has done what it was for' })
  @ApiOkResponse({ type: AssignmentView })
  complete(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<AssignmentView> {
    return this.assignments.complete(actor, id);
  }

  @Post('assignments/:id/end')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'End it early, without fault; a pair of which one ends it is never made again' })
  @ApiOkResponse({ type: AssignmentView })
  end(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() body: EndAssignmentDto): Promise<AssignmentView> {
    return this.assignments.end(actor, id, body);
  }

  @Get('wishes')
  @SignedIn()
  @ApiOperation({ summary: 'Whom I would like as coach, or would like to coach' })
  @ApiOkResponse({ type: WishesView })
  wished(@CurrentActor() actor: Actor): Promise<WishesView> {
    return this.wishes.read(actor);
  }

  @Put('wishes')
  @SignedIn()
  @ApiOperation({ summary: 'Say whom I would like as coach, or would like to coach: three at most, the dearest first' })
  @ApiOkResponse({ type: WishesView })
  wish(@CurrentActor() actor: Actor, @Body() { personIds }: WishesDto): Promise<WishesView> {
    return this.wishes.set(actor, personIds);
  }
}
