import { Controller, Delete, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarQueries } from './calendar.queries';
import { answered, CalendarFile, KnownByClient, SecretCalendar } from './answer';
import type { KnownCopy } from './answer';
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
  @CalendarFile('A booking as a file for calendars', 'booking')
  booking(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<string> {
    return this.queries.booking(actor, id);
  }

  @Get('coaching/sessions/:id.ics')
  @CalendarFile('A meeting with a coach as a file for calendars', 'session')
  session(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<string> {
    return this.queries.session(actor, id);
  }

  @Get('calendars/:token.ics')
  @SecretCalendar('All bookings and meetings of the holder of a secret address')
  async feed(
    @Param('token') token: string,
    @KnownByClient() known: KnownCopy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answered(reply, await this.queries.feed(token), known);
  }
}
