import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { IdPath } from '../../platform/http/path';
import { Page } from '../../platform/http/page';
import { SeriesChangeService } from './series-change.service';
import {
  AddDateDto,
  BookSeriesDto,
  BookSeriesQuery,
  CancelSeriesDto,
  ChangeSeriesDto,
  SeriesListQuery,
} from './series.dto';
import { SeriesQueries } from './series.queries';
import { SeriesService } from './series.service';
import { SeriesPreviewView, SeriesView } from './series.view';

/** One page of series. */
export class SeriesPage {
  @ApiProperty({ type: () => SeriesView, isArray: true })
  items!: SeriesView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

@ApiTags('Booking series')
@SignedIn()
@Controller('booking-series')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly changes: SeriesChangeService,
    private readonly queries: SeriesQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Book a place on many dates at once, all or nothing' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'a repeat with the same key is the same series' })
  @ApiCreatedResponse({ type: SeriesView })
  @ApiOkResponse({ type: SeriesPreviewView, description: 'with preview: what would become of each date' })
  async book(
    @CurrentActor() actor: Actor,
    @Body() wish: BookSeriesDto,
    @Query() { preview }: BookSeriesQuery,
    @Idempotency() idempotency: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView | SeriesPreviewView> {
    if (preview) {
      void reply.status(200);
      return this.series.preview(actor, wish);
    }
    const series = await this.series.book(actor, wish, idempotency);
    void reply.header('location', `/api/v1/booking-series/${series.id}`);
    return tagged(reply, series);
  }

  @Get()
  @ApiOperation({ summary: "List one's own series or those of a site one runs, the newest first" })
  @ApiOkResponse({ type: SeriesPage })
  list(@CurrentActor() actor: Actor, @Query() query: SeriesListQuery): Promise<Page<SeriesView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a series with its bookings' })
  @ApiOkResponse({ type: SeriesView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Move one date, this and following, or all that are ahead' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the series that was read' })
  @ApiOkResponse({ type: SeriesView })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeSeriesDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView> {
    return tagged(reply, await this.changes.change(actor, id, change, expected));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel one date, this and following, or all that are ahead' })
  @ApiOkResponse({ type: SeriesView })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason, ...reach }: CancelSeriesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView> {
    return tagged(reply, await this.changes.cancel(actor, id, reach, reason));
  }

  @Post(':id/dates')
  @ApiOperation({ summary: 'Book a date that was skipped, with what the nearest date takes along' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'a repeat with the same key is the same date' })
  @ApiCreatedResponse({ type: SeriesView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() wanted: AddDateDto,
    @Idempotency() idempotency: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView> {
    const series = await this.series.add(actor, id, wanted, idempotency);
    void reply.header('location', `/api/v1/booking-series/${series.id}`);
    return tagged(reply, series);
  }
}
