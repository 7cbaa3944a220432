import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { IdPath } from '../../platform/http/path';
import { FeedbackService } from './feedback.service';
import { FeedbackView } from './feedback.view';
import { ChangeNoteDto, NewFeedbackDto, NewNoteDto, OpenNoteDto } from './follow-up.dto';
import { NoteQueries } from './note.queries';
import { NoteService } from './note.service';
import { NotesView, NoteView, OpenedNoteView, SealedNotesView } from './note.view';

/** What is written down about sessions. */
@ApiTags('Coaching')
@Controller('coaching')
export class NoteController {
  constructor(
    private readonly notes: NoteService,
    private readonly queries: NoteQueries,
    private readonly feedback: FeedbackService,
  ) {}

  @Post('sessions/:id/notes')
  @SignedIn()
  @ApiOperation({ summary: 'Write a note of a session', description: 'A private one is read by its author only.' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: NoteView })
  async write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() note: NewNoteDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoteView> {
    return tagged(reply, created(reply, 'coaching/notes', await this.notes.write(actor, id, note, key)));
  }

  @Get('sessions/:id/notes')
  @SignedIn()
  @ApiOperation({ summary: 'The notes of a session that one may read: own ones, and shared ones' })
  @ApiOkResponse({ type: NotesView })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<NotesView> {
    return this.queries.ofSession(actor, id);
  }

  @Get('sessions/:id/sealed-notes')
  @Roles('administrator')
  @ApiOperation({ summary: 'Which notes a session has, without a word of them' })
  @ApiOkResponse({ type: SealedNotesView })
  sealed(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<SealedNotesView> {
    return this.queries.sealed(actor, id);
  }

  @Get('notes/:id')
  @SignedIn()
  @ApiOperation({ summary: 'Read a note' })
  @ApiOkResponse({ type: NoteView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoteView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch('notes/:id')
  @SignedIn()
  @ApiOperation({ summary: "Change one's own note, or share it; what is shared stays shared" })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the note that was read' })
  @ApiOkResponse({ type: NoteView })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeNoteDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoteView> {
    return tagged(reply, await this.notes.change(actor, id, change, expected));
  }

  @Delete('notes/:id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: "Take one's own private note away for good" })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.notes.remove(actor, id);
  }

  @Post('notes/:id/open')
  @Roles('administrator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Break the glass before a note',
    description: 'It is logged, and those concerned are told.',
  })
  @ApiOkResponse({ type: OpenedNoteView })
  open(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: OpenNoteDto,
  ): Promise<OpenedNoteView> {
    return this.notes.open(actor, id, reason);
  }

  @Post('sessions/:id/feedback')
  @TakesIdempotencyKey()
  @SignedIn()
  @ApiOperation({ summary: 'Tell once how a closed session was', description: 'Others read it in groups only.' })
  @ApiCreatedResponse({ type: FeedbackView })
  give(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() feedback: NewFeedbackDto,
    @Idempotency() key: IdempotencyKey | undefined,
  ): Promise<FeedbackView> {
    return this.feedback.give(actor, id, feedback, key);
  }

  @Get('sessions/:id/feedback')
  @SignedIn()
  @ApiOperation({ summary: 'What one told of a session oneself' })
  @ApiOkResponse({ type: FeedbackView })
  ownFeedback(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<FeedbackView> {
    return this.feedback.own(actor, id);
  }
}
