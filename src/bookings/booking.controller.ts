import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../platform/http/if-match';
import { IdPath } from '../platform/http/path';
import { Page } from '../platform/http/page';
import { BookDto, BookQuery, BookingsQuery, CancelBookingDto, ChangeBookingDto, RejectBookingDto } from './booking.dto';
import { BookingChangeService } from './booking-change.service';
import { BookingLifeService } from './booking-life.service';
import { BookingQueries } from './booking.queries';
import { BookingService } from './booking.service';
import { BookingView } from './booking.view';
import { BookingPreviewView, PreviewQueries } from './preview.queries';

/** One page of bookings. */
export class BookingPage {
  @ApiProperty({ type: () => BookingView, isArray: true })
  items!: BookingView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

@ApiTags('Bookings')
@SignedIn()
@Controller('bookings')
export class BookingController {
  constructor(
    private readonly bookings: BookingService,
    private readonly changes: BookingChangeService,
    private readonly life: BookingLifeService,
    private readonly queries: BookingQueries,
    private readonly previews: PreviewQueries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Book a named place, or any free one that fits' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'a repeat with the same key is the same booking',
  })
  @ApiCreatedResponse({ type: BookingView })
  @ApiOkResponse({
    type: BookingPreviewView,
    description: 'with preview: what it would cost, and what stands in the way',
  })
  async book(
    @CurrentActor() actor: Actor,
    @Body() wish: BookDto,
    @Query() { preview }: BookQuery,
    @Idempotency() idempotency: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView | BookingPreviewView> {
    if (preview) {
      void reply.status(200);
      return this.previews.preview(actor, wish);
    }
    const booking = await this.bookings.book(actor, wish, idempotency);
    void reply.header('location', `/api/v1/bookings/${booking.id}`);
    return tagged(reply, booking);
  }

  @Get()
  @ApiOperation({ summary: "List one's own bookings, or those of a site one runs" })
  @ApiOkResponse({ type: BookingPage })
  list(@CurrentActor() actor: Actor, @Query() query: BookingsQuery): Promise<Page<BookingView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a booking' })
  @ApiOkResponse({ type: BookingView })
  async one(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    return tagged(reply, await this.queries.one(actor, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Move, extend, shorten or rename a booking' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the booking that was read' })
  @ApiOkResponse({ type: BookingView })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeBookingDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    return tagged(reply, await this.changes.change(actor, id, change, expected));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a booking and free its place' })
  @ApiOkResponse({ type: BookingView })
  cancel(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: CancelBookingDto,
  ): Promise<BookingView> {
    return this.life.cancel(actor, id, reason);
  }

  @Post(':id/check-in')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check in' })
  @ApiOkResponse({ type: BookingView })
  checkIn(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<BookingView> {
    return this.life.checkIn(actor, id);
  }

  @Post(':id/check-out')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave, and give back the rest of the time' })
  @ApiOkResponse({ type: BookingView })
  checkOut(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<BookingView> {
    return this.life.checkOut(actor, id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant a requested booking (managers of the site)' })
  @ApiOkResponse({ type: BookingView })
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<BookingView> {
    return this.life.approve(actor, id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline a requested booking with a reason (managers of the site)' })
  @ApiOkResponse({ type: BookingView })
  reject(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: RejectBookingDto,
  ): Promise<BookingView> {
    return this.life.reject(actor, id, reason);
  }
}
