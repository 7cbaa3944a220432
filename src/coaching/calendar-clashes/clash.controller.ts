import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { Page, PageQuery } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { ClashAnswerDto } from './clash.dto';
import { ClashQueries } from './clash.queries';
import { ClashService } from './clash.service';
import { CalendarClashPage, CalendarClashView } from './clash.view';

/** Sessions that the calendar outside knows better. */
@ApiTags('Coaching')
@Roles('coach')
@Controller('coaches/me/calendar-clashes')
export class ClashController {
  constructor(
    private readonly queries: ClashQueries,
    private readonly clashes: ClashService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Confirmed sessions at times at which my calendar outside says I am busy' })
  @ApiOkResponse({ type: CalendarClashPage })
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<CalendarClashView>> {
    return this.queries.open(actor, limit, cursor);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Keep the session, or call it off',
    description: 'What is kept is not asked again for the same time. 409 `clash_answered`, `session_state`.',
  })
  @ApiOkResponse({ type: CalendarClashView })
  answer(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { answer }: ClashAnswerDto,
  ): Promise<CalendarClashView> {
    return this.clashes.answer(actor, id, answer);
  }
}
