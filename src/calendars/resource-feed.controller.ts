import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { answered, KnownByClient, SecretCalendar } from './answer';
import type { KnownCopy } from './answer';
import { ResourceFeedDto } from './calendar.dto';
import { CalendarFeedView } from './calendar.view';
import { ResourceFeedQueries } from './resource-feed.queries';
import { ResourceFeedService } from './resource-feed.service';

/** Calendars for the displays beside doors. */
@ApiTags('Calendars')
@Controller()
export class ResourceFeedController {
  constructor(
    private readonly queries: ResourceFeedQueries,
    private readonly feeds: ResourceFeedService,
  ) {}

  @Post('resources/:id/calendar-feed')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Make a new secret address for the display beside the door; the one before stops working' })
  @ApiOkResponse({ type: CalendarFeedView })
  open(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { titles = false, locale = 'en' }: ResourceFeedDto,
  ): Promise<CalendarFeedView> {
    return this.feeds.open(actor, id, { titles, locale });
  }

  @Delete('resources/:id/calendar-feed')
  @Roles('manager', 'administrator')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the secret address of a resource back' })
  @ApiNoContentResponse()
  close(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.feeds.close(actor, id);
  }

  @Get('calendars/resources/:token.ics')
  @SecretCalendar('What a resource is taken for, without names')
  async feed(
    @Param('token') token: string,
    @KnownByClient() known: KnownCopy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answered(reply, await this.queries.feed(token), known);
  }
}
