import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { BookingView } from '../booking.view';
import { OfferAnswersService } from './offer-answers.service';
import { WaitDto, WaitingListQuery } from './waiting-list.dto';
import { WaitingListQueries } from './waiting-list.queries';
import { WaitingListService } from './waiting-list.service';
import { WaitingListEntryView, WaitingListPage } from './waiting-list.view';

@ApiTags('Bookings')
@SignedIn()
@Controller('waiting-list')
export class WaitingListController {
  constructor(
    private readonly list: WaitingListService,
    private readonly answers: OfferAnswersService,
    private readonly queries: WaitingListQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Wait for a place that is taken, or for any of a kind',
    description: 'What is free is not waited for: 409 `place_free` with the place.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'a repeat with the same key is the same entry' })
  @ApiCreatedResponse({ type: WaitingListEntryView })
  join(
    @CurrentActor() actor: Actor,
    @Body() wish: WaitDto,
    @Idempotency() idempotency: IdempotencyKey | undefined,
  ): Promise<WaitingListEntryView> {
    return this.list.join(actor, wish, idempotency);
  }

  @Get()
  @ApiOperation({ summary: 'List what one waits for, or who waits at a site one runs, in the order of offers' })
  @ApiOkResponse({ type: WaitingListPage })
  entries(@CurrentActor() actor: Actor, @Query() query: WaitingListQuery): Promise<Page<WaitingListEntryView>> {
    return this.queries.list(actor, query);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Wait no longer' })
  @ApiOkResponse({ type: WaitingListEntryView })
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<WaitingListEntryView> {
    return this.answers.withdraw(actor, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Book what is offered' })
  @ApiOkResponse({ type: BookingView })
  accept(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<BookingView> {
    return this.answers.accept(actor, id);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline what is offered, so that it passes on' })
  @ApiOkResponse({ type: WaitingListEntryView })
  decline(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<WaitingListEntryView> {
    return this.answers.decline(actor, id);
  }
}
