import { Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
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
import { CurrentActor, Public, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarQueries } from './calendar.queries';
import { answered, calendar } from './answer';
import { CalendarFeedView } from './calendar.view';

@ApiTags('Calendars')
@Controller()
export class CalendarController {
  constructor(
    private readonly queries: CalendarQueries,
    private readonly feeds: CalendarFeedService,
  ) {}

  @Post('me/calendar-feed')
  @SignedIn()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Make a new secret address for calendar programs; the one before stops working' })
  @ApiOkResponse({ type: CalendarFeedView })
  open(@CurrentActor() actor: Actor): Promise<CalendarFeedView> {
    return this.feeds.open(actor);
  }

  @Delete('me/calendar-feed')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the secret address back' })
  @ApiNoContentResponse()
  close(@CurrentActor() actor: Actor): Promise<void> {
    return this.feeds.close(actor);
  }

  @Get('bookings/:id.ics')
  @SignedIn()
  @Header('content-type', calendar)
  @Header('content-disposition', 'attachment; filename="booking.ics"')
  @ApiOperation({ summary: 'A booking as a file for calendars' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  booking(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<string> {
    return this.queries.booking(actor, id);
  }

  @Get('coaching/sessions/:id.ics')
  @SignedIn()
  @Header('content-type', calendar)
  @Header('content-disposition', 'attachment; filename="session.ics"')
  @ApiOperation({ summary: 'A meeting with a coach as a file for calendars' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  session(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<string> {
    return this.queries.session(actor, id);
  }

  @Get('calendars/:token.ics')
  @Public()
  @Header('cache-control', 'private, no-cache')
  @ApiParam({ name: 'token', type: String })
  @ApiOperation({ summary: 'All bookings and meetings of the holder of a secret address', security: [] })
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
