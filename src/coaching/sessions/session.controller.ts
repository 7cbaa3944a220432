import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { ClosedSessionView, SessionPage, SessionPreviewView } from './session-answers.view';
import { SessionBookingService } from './session-booking.service';
import { SessionChangeService } from './session-change.service';
import { SessionLifeService } from './session-life.service';
import {
  BookSessionDto,
  BookSessionQuery,
  CancelSessionDto,
  CloseSessionDto,
  DescribeSessionDto,
  MoveSessionDto,
  SessionsQuery,
} from './session.dto';
import { SessionQueries } from './session.queries';
import { SessionView } from './session.view';

/** Meetings of coaches with founders. */
@ApiTags('Coaching')
@SignedIn()
@Controller('coaching/sessions')
export class SessionController {
  constructor(
    private readonly booking: SessionBookingService,
    private readonly changes: SessionChangeService,
    private readonly life: SessionLifeService,
    private readonly queries: SessionQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Book a session: coach, founders and room in one act',
    description: '409 `person_not_twice` says who has something else, never what; `no_double_booking` is the room.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: SessionView })
  @ApiOkResponse({
    type: SessionPreviewView,
    description: 'with preview: what it would cost, and what stands in the way',
  })
  async book(
    @CurrentActor() actor: Actor,
    @Body() wish: BookSessionDto,
    @Query() { preview }: BookSessionQuery,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView | SessionPreviewView> {
    if (preview) {
      void reply.status(200);
      return this.booking.preview(actor, wish);
    }
    return tagged(reply, created(reply, 'coaching/sessions', await this.booking.book(actor, wish, key)));
  }

  @Get()
  @ApiOperation({ summary: "List one's own sessions, or those of sites one runs" })
  @ApiOkResponse({ type: SessionPage })
  list(@CurrentActor() actor: Actor, @Query() query: SessionsQuery): Promise<Page<SessionView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a session' })
  @ApiOkResponse({ type: SessionView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Say what a session will be about' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the session that was read' })
  @ApiOkResponse({ type: SessionView })
  async describe(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() words: DescribeSessionDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return tagged(reply, await this.changes.describe(actor, id, words, expected));
  }

  @Post(':id/move')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move a session to another time or place', description: 'Founders until a day before.' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag of the session that was read' })
  @ApiOkResponse({ type: SessionView })
  async move(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() wanted: MoveSessionDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return tagged(reply, await this.changes.move(actor, id, wanted, expected));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Call a session off',
    description: 'Later than a day before, its minutes are used when a founder does; never when coach or site do.',
  })
  @ApiOkResponse({ type: SessionView })
  cancel(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: CancelSessionDto,
  ): Promise<SessionView> {
    return this.life.cancel(actor, id, reason);
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close a session, and agree on the next one on the spot (its coach, managers of the site)',
    description: 'Closing again within two weeks puts right what was told.',
  })
  @ApiOkResponse({ type: ClosedSessionView })
  close(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { followUp, ...closing }: CloseSessionDto,
  ): Promise<ClosedSessionView> {
    return this.life.close(actor, id, closing, followUp);
  }
}
