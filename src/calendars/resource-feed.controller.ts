import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, Roles } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { answered } from './answer';
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
  @Public()
  @Header('cache-control', 'private, no-cache')
  @ApiParam({ name: 'token', type: String })
  @ApiOperation({ summary: 'What a resource is taken for, without names', security: [] })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiResponse({ status: 304, description: 'nothing has changed' })
  async feed(
    @Param('token') token: string,
    @Headers('if-none-match') noneMatch: string | undefined,
    @Headers('if-modified-since') modifiedSince: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answered(reply, await this.queries.feed(token), { noneMatch, modifiedSince });
  }
}
