import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { DaySheetQueries } from './day-sheet.queries';
import { DaySheetQuery, WhoIsInQuery } from './presence.dto';
import { DaySheetView, WhoIsInView } from './presence.view';
import { WhoIsInQueries } from './who-is-in.queries';

@ApiTags('Sites')
@Controller('sites/:id')
export class PresenceController {
  constructor(
    private readonly whoIsIn: WhoIsInQueries,
    private readonly sheets: DaySheetQueries,
  ) {}

  @Get('who-is-in')
  @SignedIn()
  @ApiOperation({
    summary: 'Who is in, by mutual choice',
    description:
      'Told to those who are in that day and agree to be seen, of those who are in and agree. PUT /me/consents.',
  })
  @ApiOkResponse({ type: WhoIsInView })
  who(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { date }: WhoIsInQuery): Promise<WhoIsInView> {
    return this.whoIsIn.on(actor, id, date);
  }

  @Get('day-sheet')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'The day of a site for those who run it: who is expected, who has come, who has not' })
  @ApiOkResponse({ type: DaySheetView })
  sheet(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() { date }: DaySheetQuery,
  ): Promise<DaySheetView> {
    return this.sheets.on(actor, id, date);
  }
}
