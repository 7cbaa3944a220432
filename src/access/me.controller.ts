import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { EditProfile, ErasureRequestList, ErasureRequestView, ProfileView } from '../people/people.dto';
import { PeopleQueries } from '../people/people.queries';
import { People } from '../people/people.service';
import { Privacy } from '../people/privacy.service';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../platform/http/if-match';
import { IdPath } from '../platform/http/path';
import { CurrentActor, OpenWithoutSecondFactor, SignedIn } from './access.decorators';
import { ChangePasswordDto, EndedSessionsView, SignInList, signInList } from './access.dto';
import { AccessQueries } from './access.queries';
import { PasswordChange } from './password-change.service';
import { PresentPasswordDto } from './second-factor/second-factor.dto';
import { Sessions } from './sessions.service';

/** What people see and say about themselves. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
@SignedIn()
@OpenWithoutSecondFactor()
export class MeController {
  constructor(
    private readonly people: People,
    private readonly queries: PeopleQueries,
    private readonly privacy: Privacy,
    private readonly access: AccessQueries,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordChange,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who am I?' })
  @ApiOkResponse({ type: ProfileView })
  async me(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProfileView> {
    return tagged(reply, await this.queries.profile(actor.personId, this.clock.now()));
  }

  @Patch()
  @ApiOperation({ summary: 'Change what I say about myself' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; without it the last one wins' })
  @ApiOkResponse({ type: ProfileView })
  async edit(
    @CurrentActor() actor: Actor,
    @Body() { fullName, locale, timeZone }: EditProfile,
    @IfMatch('any') expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileView> {
    await this.people.edit(actor, { fullName, locale, timeZone }, expected);
    return this.me(actor, reply);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change my password',
    description: '422 `current_password` or `weak_password`. All other sessions end.',
  })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() { currentPassword, password }: ChangePasswordDto,
  ): Promise<void> {
    await this.passwords.change(actor, currentPassword, password);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where am I signed in?' })
  @ApiOkResponse({ type: SignInList })
  async mySessions(@CurrentActor() actor: Actor): Promise<SignInList> {
    return signInList(await this.access.sessions(actor));
  }

  @Post('sessions/:id/end')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions', description: '422 `current_password`.' })
  @ApiNoContentResponse()
  async endSession(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { password }: PresentPasswordDto,
  ): Promise<void> {
    await this.sessions.end(actor, id, password);
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @ApiOperation({ summary: 'End all my sessions but this one', description: '422 `current_password`.' })
  @ApiOkResponse({ type: EndedSessionsView })
  async endOtherSessions(
    @CurrentActor() actor: Actor,
    @Body() { password }: PresentPasswordDto,
  ): Promise<EndedSessionsView> {
    return { ended: await this.sessions.endOthers(actor, password) };
  }

  @Get('export')
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="business-oasis-export.json"')
  @ApiOperation({ summary: 'Everything that is kept about me', description: 'One member for each part of the house.' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  export(@CurrentActor() actor: Actor): Promise<Record<string, unknown>> {
    return this.privacy.export(actor);
  }

  @Get('erasure-requests')
  @ApiOperation({ summary: 'My requests to be erased' })
  @ApiOkResponse({ type: ErasureRequestList })
  async erasureRequests(@CurrentActor() actor: Actor): Promise<ErasureRequestList> {
    return { items: await this.privacy.erasureRequests(actor.personId), next: null };
  }

  @Post('erasure-requests')
  @ApiOperation({
    summary: 'Ask to be erased',
    description: 'Answered within a month. 409 `one_open_erasure_request` while one is open.',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ErasureRequestView })
  async requestErasure(
    @CurrentActor() actor: Actor,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureRequestView> {
    return created(reply, 'me/erasure-requests', await this.privacy.requestErasure(actor, key));
  }
}
