import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { BookingView } from '../booking.view';
import { ChangeExtraDto, ChangeExtraQuery, ExtrasQuery, NewExtraDto } from './extra.dto';
import { ExtraQueries } from './extra.queries';
import { ExtraService } from './extra.service';
import { ExtraPage, ExtraView } from './extra.view';

/** Whose bookings a change would take the extra from. */
export class ExtraChangePreview {
  @ApiProperty({ type: () => BookingView, isArray: true })
  affectedBookings!: BookingView[];
}

/** What a site lends with its places. */
@ApiTags('Sites')
@ApiExtraModels(ExtraChangePreview, ExtraView)
@Controller()
export class ExtraController {
  constructor(
    private readonly extras: ExtraService,
    private readonly queries: ExtraQueries,
  ) {}

  @Get('sites/:id/extras')
  @SignedIn()
  @ApiOperation({ summary: 'What a site lends with its places, and with start and end how much of it is left' })
  @ApiOkResponse({ type: ExtraPage })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() query: ExtrasQuery): Promise<Page<ExtraView>> {
    return this.queries.list(actor, id, query);
  }

  @Post('sites/:id/extras')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Add something to lend' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ExtraView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() wanted: NewExtraDto,
    @Idempotency() idempotency: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExtraView> {
    return tagged(reply, created(reply, 'extras', await this.extras.add(actor, id, wanted, idempotency)));
  }

  @Patch('extras/:id')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Rename an extra, set how many there are, or lend it no more',
    description: 'When there are fewer than promised, whoever booked last goes without; preview=true says who.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; a preview needs none' })
  @ApiOkResponse({ schema: { anyOf: [ExtraView, ExtraChangePreview].map((type) => ({ $ref: getSchemaPath(type) })) } })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() change: ChangeExtraDto,
    @Query() { preview }: ChangeExtraQuery,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExtraView | ExtraChangePreview> {
    if (preview) return { affectedBookings: await this.extras.preview(actor, id, change) };
    return tagged(reply, await this.extras.change(actor, id, change, expected));
  }
}
