import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { AvailabilityDto, CoachSlotsQuery, ThoughtHoursDto } from './availability.dto';
import { AvailabilityService } from './availability.service';
import { AvailabilityView, CoachSlotsView } from './availability.view';
import { CoachProfileDto, CoachesQuery, QualificationDto } from './coach.dto';
import { CoachProfileService } from './coach-profile.service';
import { CoachQueries } from './coach.queries';
import { CoachPage, CoachView } from './coach.view';
import { OwnAvailabilityQueries } from './own-availability.queries';
import { SlotQueries } from './slot.queries';

/** Who coaches, in what, and when. */
@ApiTags('Coaching')
@Controller('coaches')
export class CoachesController {
  constructor(
    private readonly coaches: CoachQueries,
    private readonly profiles: CoachProfileService,
    private readonly availability: AvailabilityService,
    private readonly own: OwnAvailabilityQueries,
    private readonly free: SlotQueries,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Coaches by name' })
  @ApiOkResponse({ type: CoachPage })
  list(@CurrentActor() actor: Actor, @Query() query: CoachesQuery): Promise<Page<CoachView>> {
    return this.coaches.list(actor, query);
  }

  @Get('me')
  @Roles('coach')
  @ApiOperation({ summary: 'My profile as a coach; the answer carries its ETag' })
  @ApiOkResponse({ type: CoachView })
  async me(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<CoachView> {
    return tagged(reply, await this.coaches.one(actor, actor.personId));
  }

  @Put('me')
  @Roles('coach')
  @ApiOperation({
    summary: 'Say how I coach, in the place of what I said before',
    description: '422 `coach_of_site`, `each_once`, `half_places`. The first time there is nothing to match.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'the ETag that was read; needed once there is a profile',
  })
  @ApiOkResponse({ type: CoachView })
  async put(
    @CurrentActor() actor: Actor,
    @Body() body: CoachProfileDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachView> {
    return tagged(reply, await this.profiles.put(actor, body, expected));
  }

  @Get('me/availability')
  @Roles('coach')
  @ApiOperation({ summary: 'When I offer time, and which sessions lie outside it' })
  @ApiOkResponse({ type: AvailabilityView })
  async hours(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AvailabilityView> {
    return tagged(reply, await this.own.read(actor));
  }

  @Put('me/availability')
  @Roles('coach')
  @ApiOperation({
    summary: 'Say when I offer time, in the place of what I said before',
    description:
      'Hours are of my own clock: what it skips in spring is not there, what it shows twice in autumn counts twice. Sessions ' +
      'outside the new hours stand and are named. 409 `no_coach_profile`; 422 `hours_in_order`, `hours_overlap`, ' +
      '`closed_or_open`, `coach_of_site`.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read' })
  @ApiOkResponse({ type: AvailabilityView })
  async putHours(
    @CurrentActor() actor: Actor,
    @Body() body: AvailabilityDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AvailabilityView> {
    return tagged(reply, await this.availability.put(actor, body, expected));
  }

  @Post('me/availability/slots')
  @Roles('coach')
  @HttpCode(200)
  @ApiOperation({
    summary: 'When I could be booked if my hours were these; nothing is changed',
    description: 'Under all that is taken already. 422 as for setting the hours.',
  })
  @ApiOkResponse({ type: CoachSlotsView })
  thought(
    @CurrentActor() actor: Actor,
    @Query() query: CoachSlotsQuery,
    @Body() body: ThoughtHoursDto,
  ): Promise<CoachSlotsView> {
    return this.free.thought(actor.personId, query, body);
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'One coach' })
  @ApiOkResponse({ type: CoachView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachView> {
    return tagged(reply, await this.coaches.one(actor, id));
  }

  @Get(':id/slots')
  @SignedIn()
  @ApiOperation({ summary: 'When a coach can be booked for a length, on a grid of 15 minutes' })
  @ApiOkResponse({ type: CoachSlotsView })
  slots(@Param() { id }: IdPath, @Query() query: CoachSlotsQuery): Promise<CoachSlotsView> {
    return this.free.slots(id, query);
  }

  @Patch(':id/qualification')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Say until when a coach is qualified',
    description: 'For those who run a site where the coach works. 403 `segregation_of_duties` about oneself.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag that was read' })
  @ApiOkResponse({ type: CoachView })
  async qualify(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: QualificationDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachView> {
    return tagged(reply, await this.profiles.qualify(actor, id, body, expected));
  }
}
