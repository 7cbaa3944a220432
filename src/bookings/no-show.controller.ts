import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { Page, PageQuery } from '../platform/http/page';
import { IdPath } from '../platform/http/path';
import { AppealDto, ForgiveDto, NoShowsQuery, UpholdDto } from './no-show.dto';
import { NoShowQueries } from './no-show.queries';
import { NoShowService } from './no-show.service';
import { NoShowPage, NoShowView } from './no-show.view';

/** Bookings that nobody came to. Too many of them end booking ahead for a while, and nothing else. */
@ApiTags('Bookings')
@Controller()
export class NoShowController {
  constructor(
    private readonly noShows: NoShowService,
    private readonly queries: NoShowQueries,
  ) {}

  @Get('no-shows')
  @SignedIn()
  @ApiOperation({ summary: 'One’s own no-shows, the newest first' })
  @ApiOkResponse({ type: NoShowPage })
  own(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<NoShowView>> {
    return this.queries.own(actor, query);
  }

  @Get('sites/:id/no-shows')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'No-shows at a site, the newest first' })
  @ApiOkResponse({ type: NoShowPage })
  ofSite(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() query: NoShowsQuery,
  ): Promise<Page<NoShowView>> {
    return this.queries.ofSite(actor, id, query);
  }

  @Post('no-shows/:id/appeal')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Say why one did not come, once' })
  @ApiOkResponse({ type: NoShowView })
  appeal(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() { text }: AppealDto): Promise<NoShowView> {
    return this.noShows.appeal(actor, id, text);
  }

  @Post('no-shows/:id/forgive')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Forgive a no-show', description: 'Not one’s own: 403 `segregation_of_duties`.' })
  @ApiOkResponse({ type: NoShowView })
  forgive(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() { reason }: ForgiveDto): Promise<NoShowView> {
    return this.noShows.forgive(actor, id, reason);
  }

  @Post('no-shows/:id/uphold')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer an appeal: the no-show stands' })
  @ApiOkResponse({ type: NoShowView })
  uphold(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Body() { answer }: UpholdDto): Promise<NoShowView> {
    return this.noShows.uphold(actor, id, answer);
  }
}
