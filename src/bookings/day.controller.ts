import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { Period } from '../kernel/period';
import { IdPath } from '../platform/http/path';
import { AvailabilityQuery, DayQuery, FreeSlotsQuery } from './booking.dto';
import { DayQueries } from './day.queries';
import { DayView, FreePlacesView, SlotsView } from './day.view';
import { FreeQueries } from './free.queries';

@ApiTags('Sites')
@SignedIn()
@Controller('sites/:id')
export class DayController {
  constructor(
    private readonly days: DayQueries,
    private readonly free: FreeQueries,
  ) {}

  @Get('day')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: 'The day of a site: when it is open, and what is taken when' })
  @ApiOkResponse({ type: DayView })
  day(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { date }: DayQuery): Promise<string> {
    return this.days.day(actor, id, date);
  }

  @Get('availability')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: 'The places that are free for a whole period' })
  @ApiOkResponse({ type: FreePlacesView })
  availability(@Param() { id }: IdPath, @Query() { start, end, ...needs }: AvailabilityQuery): Promise<string> {
    return this.free.places(id, Period.of(start, end), needs);
  }

  @Get('free-slots')
  @ApiOperation({ summary: 'The times of a date at which places of a kind are free' })
  @ApiOkResponse({ type: SlotsView })
  slots(@Param() { id }: IdPath, @Query() { date, kind, minutes }: FreeSlotsQuery): Promise<SlotsView> {
    return this.free.slots(id, date, kind, minutes);
  }
}
