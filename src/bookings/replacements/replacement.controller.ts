import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { BookingView } from '../booking.view';
import { ReplacementAnswersService } from './replacement-answers.service';
import { ReplacementsQuery } from './replacement.dto';
import { ReplacementQueries } from './replacement.queries';
import { ReplacementPage, ReplacementView } from './replacement.view';

/** Equal places that are offered to people whose own the house takes away. */
@ApiTags('Bookings')
@SignedIn()
@Controller('replacements')
export class ReplacementController {
  constructor(
    private readonly answers: ReplacementAnswersService,
    private readonly queries: ReplacementQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the equal places offered to oneself, or all answers at a site one runs' })
  @ApiOkResponse({ type: ReplacementPage })
  list(@CurrentActor() actor: Actor, @Query() query: ReplacementsQuery): Promise<Page<ReplacementView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an offered replacement' })
  @ApiOkResponse({ type: ReplacementView })
  one(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ReplacementView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the offered place: the booking lives on there' })
  @ApiOkResponse({ type: BookingView })
  accept(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<BookingView> {
    return this.answers.accept(actor, id);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline the offered place: the booking stays cancelled, and its allowance is given back' })
  @ApiOkResponse({ type: ReplacementView })
  decline(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ReplacementView> {
    return this.answers.decline(actor, id);
  }
}
